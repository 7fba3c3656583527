/* subject.c - the value of a SUBJECT line: lines joined, publishers' marks resolved, the portion mark taken off.
 * May not: decide where the subject ends (head.c).
 * Facts: sheet 8; 11 "Lines" for hyphens and slashes at a line's end. */
#include "head.h"

/* "-         AND MORE": the filler of the 1980s and 1990s before a line that goes on. */
static struct cv_span filler_off(struct cv_span line) {
    bool filler = line.n > 2 && line.p[0] == '-' && cv_is_blank(line.p[1]) && cv_is_blank(line.p[2]);
    return filler ? cv_span_trim_left(cv_span_from(line, 1)) : line;
}

/* The lines as one: a blank between them, but none after a hyphen or slash between letters. */
static struct cv_span join_lines(struct cv_arena *a, struct cv_span s) {
    struct cv_buf b = {.arena = a};
    if (cv_span_chr(s, '\n') == SIZE_MAX) return cv_single_spaced(a, s);
    while (s.n) {
        size_t end = cv_span_chr(s, '\n');
        struct cv_span line = cv_span_trim(cv_span_first(s, end == SIZE_MAX ? s.n : end));
        bool tight = b.n > 1 && line.n && strchr("-/", b.p[b.n - 1]) && !cv_is_blank(b.p[b.n - 2]) &&
                     b.p[b.n - 2] != '-' && cv_is_alnum(line.p[0]);
        if (b.n && line.n > 1) line = filler_off(line);
        if (b.n && line.n && !tight) cv_buf_addc(&b, ' ');
        cv_buf_add(&b, line);
        s = end == SIZE_MAX ? CV_NONE : cv_span_from(s, end + 1);
    }
    return cv_single_spaced(a, cv_buf_span(&b));
}

struct entity {
    const char *name, *text;
};
static const struct entity entities[] = {
    {"&amp;", "&"},  {"&lt;", "<"},     {"&gt;", ">"},   {"&quot;", "\""}, {"&apos;", "'"},
    {"&#39;", "'"},  {"&#039;", "'"},   {"&#x27;", "'"}, {"&#34;", "\""},  {"&nbsp;", " "},
    {"&#160;", " "}, {"&#x000A;", " "}, {"&#10;", " "},  {"&#xA;", " "},
};

/* Entities, and backslashes before quotes and at line ends (sheet 2 "Other publisher marks"). */
static struct cv_span resolve_marks(struct cv_arena *a, struct cv_span s) {
    struct cv_buf b = {.arena = a};
    if (cv_span_chr(s, '\\') == SIZE_MAX && cv_span_chr(s, '&') == SIZE_MAX) return s;
    for (size_t i = 0; i < s.n; i++) {
        size_t k = CV_ARRAY_LEN(entities);
        if (s.p[i] == '\\' && (i + 1 == s.n || strchr("'\"\n \\", s.p[i + 1]))) continue;
        if (s.p[i] == '&')
            for (k = 0; k < CV_ARRAY_LEN(entities); k++)
                if (cv_span_starts(cv_span_from(s, i), entities[k].name)) break;
        if (k < CV_ARRAY_LEN(entities)) {
            cv_buf_addz(&b, entities[k].text);
            i += strlen(entities[k].name) - 1;
        } else {
            cv_buf_addc(&b, s.p[i]);
        }
    }
    return cv_buf_span(&b);
}

/* "(C) …", "(U)-…": the mark in front, with the sign behind it. */
static struct cv_span mark_in_front(struct cv_parse *p, struct cv_span s) {
    struct cv_span portion, meaning;
    size_t n;
    if (!s.n || (s.p[0] != '(' && s.p[0] != '{' && s.p[0] != '[')) return s;
    if (!cv_mark_match(s, p->arena, &n, &portion, &meaning) || n >= s.n) return s;
    p->out->subject_portion = portion;
    s = cv_span_trim(cv_span_from(s, n));
    while (s.n && strchr(":.,;-", s.p[0])) s = cv_span_trim(cv_span_from(s, 1));
    return s;
}

static struct cv_span mark_at_end(struct cv_parse *p, struct cv_span s) {
    struct cv_span portion, meaning, tail;
    size_t open = s.n, n;
    if (!s.n || p->out->subject_portion.p) return s;
    if (s.p[s.n - 1] != ')' && s.p[s.n - 1] != '}' && !cv_span_ends(s, ").")) return s;
    while (open && s.p[open - 1] != '(') open--;
    if (open < 2) return s;
    tail = cv_span_from(s, open - 1);
    if (!cv_mark_match(tail, p->arena, &n, &portion, &meaning) || cv_span_trim(cv_span_from(tail, n)).n) return s;
    p->out->subject_portion = portion;
    return cv_span_trim(cv_span_first(s, open - 1));
}

/* "… 11-09-2009 -----------": the rule under it, joined; "--" alone may stand for words. */
static struct cv_span dashes_off(struct cv_span s) {
    enum { RULE = 5 };
    size_t n = s.n;
    while (n && (s.p[n - 1] == '-' || s.p[n - 1] == '=' || s.p[n - 1] == ' ')) n--;
    return n && s.n - n > RULE && s.p[n] == ' ' ? cv_span_first(s, n) : s;
}

void cv_subject_set(struct cv_parse *p, struct cv_span value, unsigned line_no) {
    struct cv_span s = join_lines(p->arena, resolve_marks(p->arena, value));
    size_t again;
    (void)line_no;
    if (cv_span_starts(s, "SUBJ") && cv_label_match(s, &again) == CV_LABEL_SUBJECT &&
        cv_span_chr(cv_span_first(s, again), ':') != SIZE_MAX)
        s = cv_span_trim(cv_span_from(s, again)); /* the label printed twice */
    for (again = 0; again < s.n && s.p[again] == '-';) again++;
    if (again && again < s.n && cv_is_blank(s.p[again])) s = cv_span_trim(cv_span_from(s, again)); /* "SUBJECT - A" */
    s = mark_at_end(p, mark_in_front(p, dashes_off(s)));
    p->out->subject = s.n ? s : CV_NONE;
}
