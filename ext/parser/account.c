/* account.c - what every stage puts down as it goes: the fate of each byte, problem rows, and lines as one text.
 * May not: know any stage. */
#include "parser.h"
#include <stdarg.h>
#include <stdio.h>

void cv_fate_mark(struct cv_parse *p, struct cv_span s, enum cv_fate fate) {
    const char *from = s.p, *end = from + s.n;
    if (from < p->text.p || end > p->text.p + p->text.n) return; /* rebuilt in the arena: its pieces were marked */
    for (; from < end; from++) {
        unsigned char *f = &p->fates[from - p->text.p];
        if (cv_is_space(*from)) continue;
        *f = *f == CV_FATE_NONE ? (unsigned char)fate : (unsigned char)CV_FATE_TWICE;
    }
}

/* Takes out what is left of UTF-8 sequences that a precision or the end of the buffer cut; the new length. */
static size_t whole_characters(char *s, size_t n) {
    size_t to = 0;
    for (size_t i = 0, k; i < n; i += k) {
        unsigned c = (unsigned char)s[i];
        size_t len = c < 0x80 ? 1 : c < 0xC0 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        for (k = 1; k < len && i + k < n && ((unsigned char)s[i + k] & 0xC0) == 0x80;) k++;
        if (k != len) continue;
        memmove(s + to, s + i, len);
        to += len;
    }
    return to;
}

void cv_problem(struct cv_parse *p, enum cv_problem_code code, unsigned line_no, const char *fmt, ...) {
    char message[256];
    va_list ap;
    struct cv_problem *row;
    if (!cv_wants_problems(p)) return; /* nobody asked */
    va_start(ap, fmt);
    (void)vsnprintf(message, sizeof message, fmt, ap);
    va_end(ap);
    row = CV_PUSH(p->arena, &p->out->problems, struct cv_problem);
    if (!row) return;
    size_t n = whole_characters(message, strlen(message));
    *row = (struct cv_problem){code, line_no, cv_arena_copy(p->arena, cv_span_of(message, n))};
}

struct cv_span cv_lines_text(struct cv_parse *p, size_t from, size_t to) {
    struct cv_buf b = {.arena = p->arena};
    if (to > p->lines.n) to = p->lines.n;
    if (from >= to) return CV_NONE;
    if (to - from == 1) return p->lines.v[from].s;
    for (size_t i = from; i < to; i++) {
        if (i > from) cv_buf_addc(&b, '\n');
        cv_buf_add(&b, p->lines.v[i].s);
    }
    return cv_buf_span(&b);
}

struct cv_span cv_single_spaced(struct cv_arena *a, struct cv_span s) {
    struct cv_buf b = {.arena = a};
    bool gap = false, change = false;
    s = cv_span_trim(s);
    for (size_t i = 0; i < s.n && !change; i++) {
        change = cv_is_space(s.p[i]) && (s.p[i] != ' ' || gap);
        gap = s.p[i] == ' ';
    }
    if (!change) return s;
    gap = false;
    for (size_t i = 0; i < s.n; i++) {
        if (cv_is_space(s.p[i])) {
            gap = true;
            continue;
        }
        if (gap) cv_buf_addc(&b, ' ');
        gap = false;
        cv_buf_addc(&b, s.p[i]);
    }
    return cv_buf_span(&b);
}
