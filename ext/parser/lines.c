/* lines.c - cuts a telegram into lines: CRLF, LF, CR and form feeds end one, in any mix (sheet 2).
 * Every line end counts one, but CR LF is one. */
#include "parser.h"

/* A publisher's sign for a line break, and the blanks before it (sheet 2). */
static struct cv_span backslash_off(struct cv_parse *p, struct cv_span line) {
    if (!line.n || line.p[line.n - 1] != '\\') return line;
    line.n--;
    cv_fate(p, cv_span_of(line.p + line.n, 1), CV_FATE_TRANSPORT);
    return cv_span_trim_right(line);
}

void cv_lines_split(struct cv_parse *p) {
    const char *at = p->text.p, *end = at + p->text.n;
    unsigned no = p->first_line_no;
    if (!p->whole.p) p->whole = p->text;
    while (at < end) {
        const char *from = at;
        struct cv_line *line;
        at = cv_line_end(at, end);
        line = CV_PUSH(p->arena, &p->lines, struct cv_line);
        if (!line) return;
        *line = (struct cv_line){.s = backslash_off(p, cv_span_trim_right(cv_span_range(from, at))), .no = no};
        if (at < end) {
            if (*at != '\f') no++; /* pdftotext puts it in front of a line, not at the end of one */
            at += at + 1 < end && at[0] == '\r' && at[1] == '\n' ? 2 : 1;
        }
    }
}
