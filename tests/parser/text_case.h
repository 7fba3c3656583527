/* text_case.h - a text through the stages of the text, and what came of it as one string, for the rows of
 * test_transport, test_sections, test_paragraphs, test_headings, test_roles and test_signature. */
#ifndef TEXT_CASE_H
#define TEXT_CASE_H
#include "../cv_check.h"
#include "../../ext/parser/text.h"

struct text_case {
    struct cv_arena arena;
    struct cv_cable cable;
    struct cv_container container;
    struct cv_parse parse;
};

enum { TEXT_STRIP = 1, TEXT_SECTIONS = 2, TEXT_PARSE = 4 };

/* Bytes after which the arena refuses; 0: never. */
static size_t text_ceiling;

/* The stages asked for, over z; from line `at` on for the last. */
static inline struct cv_parse *text_run(struct text_case *t, const char *z, unsigned stages, size_t at) {
    *t = (struct text_case){0};
    cv_arena_init(&t->arena, &cv_allocator_malloc, text_ceiling);
    t->parse = (struct cv_parse){.arena = &t->arena,
                                 .out = &t->cable,
                                 .container = &t->container,
                                 .needs = CV_NEED_ALL,
                                 .text = cv_span_of(z, strlen(z)),
                                 .whole = cv_span_of(z, strlen(z)),
                                 .first_line_no = 1,
                                 .at = at};
    t->parse.fates = cv_arena_alloc(&t->arena, strlen(z) + 1);
    cv_lines_split(&t->parse);
    if (stages & TEXT_STRIP) cv_transport_strip(&t->parse);
    if (stages & TEXT_SECTIONS) cv_sections_strip(&t->parse);
    if (stages & TEXT_PARSE) cv_text_parse(&t->parse);
    return &t->parse;
}

/* Each byte that is no white space has exactly one fate. */
static inline void text_assert_accounted(const char *name, const struct text_case *t) {
    for (size_t i = 0; i < t->parse.text.n; i++) {
        unsigned char fate = t->parse.fates[i];
        if (cv_is_space(t->parse.text.p[i])) continue;
        ck_assert_msg(fate != CV_FATE_NONE && fate != CV_FATE_TWICE, "%s: byte %zu '%c' has fate %d", name, i,
                      t->parse.text.p[i], fate);
    }
}

/* The bytes with fate TEXT are the texts of the paragraphs. */
static inline void text_assert_text(const char *name, const struct text_case *t) {
    size_t at = 0;
    for (size_t i = 0; i < t->cable.paragraphs.n; i++) {
        struct cv_span s = t->cable.paragraphs.v[i].text;
        for (size_t k = 0; k < s.n; k++) {
            if (cv_is_space(s.p[k])) continue;
            while (at < t->parse.text.n && (t->parse.fates[at] != CV_FATE_TEXT || cv_is_space(t->parse.text.p[at])))
                at++;
            ck_assert_msg(at < t->parse.text.n && t->parse.text.p[at] == s.p[k],
                          "%s: text of row %zu is not the document's", name, i);
            at++;
        }
    }
    for (; at < t->parse.text.n; at++)
        ck_assert_msg(t->parse.fates[at] != CV_FATE_TEXT || cv_is_space(t->parse.text.p[at]), "%s: text lost", name);
}

/* The lines that are left, one a line; "^" before one over a gap, "+" before a piece of the line before. */
static inline struct cv_span text_lines(struct text_case *t) {
    struct cv_buf b = {.arena = &t->arena};
    for (size_t i = 0; i < t->parse.lines.n; i++) {
        const struct cv_line *line = &t->parse.lines.v[i];
        if (i) cv_buf_addc(&b, '\n');
        if (line->flags & CV_LINE_CUT) cv_buf_addc(&b, '^');
        if (line->flags & CV_LINE_PIECE) cv_buf_addc(&b, '+');
        cv_buf_add(&b, cv_span_trim(line->s));
    }
    return cv_buf_span(&b);
}

/* The paragraphs, one a line: number|portion|role|heading|text, a line break in the text as " / ". */
static inline struct cv_span text_paragraphs(struct text_case *t) {
    struct cv_buf b = {.arena = &t->arena};
    for (size_t i = 0; i < t->cable.paragraphs.n; i++) {
        const struct cv_paragraph *p = &t->cable.paragraphs.v[i];
        const char *role = cv_paragraph_role_name(p->role);
        if (i) cv_buf_addc(&b, '\n');
        if (p->number >= 0) cv_buf_add(&b, cv_arena_printf(&t->arena, "%d", p->number));
        cv_buf_addc(&b, '|');
        cv_buf_add(&b, p->portion);
        cv_buf_addc(&b, '|');
        cv_buf_addz(&b, role ? role : "");
        cv_buf_addc(&b, '|');
        cv_buf_add(&b, p->heading);
        cv_buf_addc(&b, '|');
        for (size_t k = 0; k < p->text.n; k++) {
            if (p->text.p[k] == '\n')
                cv_buf_addz(&b, " / ");
            else
                cv_buf_addc(&b, p->text.p[k]);
        }
    }
    return cv_buf_span(&b);
}

/* The codes of the problems, with blanks between. */
static inline struct cv_span text_problems(struct text_case *t) {
    struct cv_buf b = {.arena = &t->arena};
    for (size_t i = 0; i < t->cable.problems.n; i++) {
        if (i) cv_buf_addc(&b, ' ');
        cv_buf_addz(&b, cv_problem_name(t->cable.problems.v[i].code));
    }
    return cv_buf_span(&b);
}

#endif
