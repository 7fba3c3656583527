/* rows.c - the lines of the text as rows: dashes, fillers and captions astray are taken out, what stood around a row
 * (blank lines, dashes, page breaks) becomes its flags; headings that a publisher joined to a line are divided off.
 * May not: know paragraphs. Facts: sheet 2 "A caption astray", 11 "Headings". */
#include "text.h"

enum { SAMPLE = 8192 }; /* letters that tell whether the text is in capitals */

struct build {
    struct cv_parse *p;
    struct cv_rows *rows;
    unsigned pending; /* flags for the next row */
    size_t upper, lower;
};

static struct cv_row *last_row(struct build *b) {
    return b->rows->list.n ? &b->rows->list.v[b->rows->list.n - 1] : NULL;
}

/* A row may begin or end inside of "S U M M A R Y". */
static bool lone_m(struct cv_span s) {
    return (cv_to_upper(s.p[0]) == 'M' && (s.n == 1 || cv_is_blank(s.p[1]))) ||
           (cv_to_upper(s.p[s.n - 1]) == 'M' && cv_is_blank(s.p[s.n - 2]));
}

static void push_row(struct build *b, const struct cv_line *line, struct cv_span s, struct cv_glance seen,
                     unsigned flags) {
    struct cv_row *row;
    unsigned two = 0, three = 0;
    size_t indent = 0;
    while (indent < s.n && cv_is_blank(s.p[indent])) indent++;
    if (indent == s.n) return;
    row = CV_PUSH(b->p->arena, &b->rows->list, struct cv_row);
    if (!row) return;
    s = cv_span_trim_right(s);
    if (seen.gaps) cv_gaps(s, &two, &three);
    if (b->upper + b->lower < SAMPLE) b->upper += seen.upper, b->lower += seen.lower;
    flags |= b->pending | (seen.quote ? CV_ROW_MAY_QUOTE : 0u);
    if (seen.noun || seen.gaps || lone_m(cv_span_from(s, indent))) flags |= CV_ROW_MAY_MARK;
    *row = (struct cv_row){.s = cv_span_from(s, indent),
                           .no = line->no,
                           .flags = (unsigned short)flags,
                           .two = (unsigned short)(two > 999 ? 999 : two),
                           .three = (unsigned short)(three > 999 ? 999 : three),
                           .indent = indent,
                           .number = -1};
    b->pending = 0;
}

/* A blank line, or dashes, behind the row before. */
static void mark_after(struct build *b) {
    struct cv_row *row = last_row(b);
    if (row) row->flags |= CV_ROW_AFTER;
}

/* The rule of a table has several groups of dashes with wide gaps between them. */
static bool is_table_rule(struct cv_span s) {
    unsigned two, three;
    s = cv_span_trim(s);
    (void)three;
    two = 0;
    for (size_t i = 1; i + 1 < s.n; i++) two += cv_is_blank(s.p[i]) && cv_is_blank(s.p[i + 1]);
    return two > 0;
}

static void take_dashes(struct build *b, struct cv_span s) {
    struct cv_row *row = last_row(b);
    size_t signs = 0;
    cv_fate(b->p, s, CV_FATE_TRANSPORT);
    for (size_t i = 0; i < s.n; i++) signs += !cv_is_space(s.p[i]);
    if (signs < 3) { /* a filler */
        mark_after(b);
        b->pending |= CV_ROW_BLANK;
        return;
    }
    if (row && !(b->pending & (CV_ROW_BLANK | CV_ROW_OVER)) && !(is_table_rule(s) && row->two))
        row->flags |= CV_ROW_UNDER;
    mark_after(b);
    b->pending |= CV_ROW_OVER;
}

/* In the text only what is never a heading of its own. */
static size_t astray_caption(struct cv_span s) {
    static const char *const words[] = {"SIPDIS", "NOFORN", "EXDIS", "NODIS", "LIMDIS", "STADIS", "SENSITIVE", "EFTO"};
    char first = s.n > 3 ? cv_to_upper(s.p[0]) : 0;
    if (first != 'S' && first != 'N' && first != 'E' && first != 'L') return 0;
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_starts(s, words[i])) {
            size_t n = strlen(words[i]);
            if (n == s.n) return n;
            if (!i && cv_is_blank(s.p[n]) && cv_is_upper(s.p[1])) return n; /* SIPDIS glued in front of a line */
        }
    return 0;
}

/* A number that opens a paragraph ends no sentence. */
static bool is_number(struct cv_span s) {
    s = cv_span_trim(s);
    if (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ')')) s.n--;
    return s.n < 8 && !cv_has_alpha(s);
}

/* Headings at the end of a piece of joined text that dashes follow: where the heading begins; SIZE_MAX: there is none,
 * the dashes stand above the next one. */
static size_t heading_at_end(struct cv_span s) {
    enum { LONGEST = 160, LINE = 75 };
    size_t i = s.n, from = s.n > LONGEST ? s.n - LONGEST : 0;
    struct cv_marker m;
    if (s.n > LINE && cv_ends_sentence(s)) return SIZE_MAX;
    for (; i > from + 2; i--) {
        struct cv_span before = cv_span_first(s, i - 1);
        if (!cv_is_blank(s.p[i - 1]) || cv_is_blank(s.p[i]) || !cv_ends_sentence(before) || cv_last_sign(before) == ':')
            continue;
        if (is_number(before)) return SIZE_MAX;
        if (cv_marker_match(cv_span_from(s, i), &m) && m.end) return SIZE_MAX; /* "… x. End summary. -----" */
        return cv_is_lower(s.p[i]) ? SIZE_MAX : i;
    }
    return from ? SIZE_MAX : 0;
}

/* A leader in a table: "Total ----- 45". */
static bool is_leader(struct cv_span s, size_t at, size_t n) {
    struct cv_span rest = cv_span_trim(cv_span_from(s, at + n));
    size_t more;
    if (at == 0 || !rest.n || s.n > 90 || n >= 10 || cv_span_chr(rest, '(') < 6) return false; /* "2. (C) …" */
    return cv_dash_run(rest, 0, &more) == SIZE_MAX;
}

/* The part of a line before a run of dashes: text, and the heading that the dashes underline. */
static void take_underlined(struct build *b, const struct cv_line *line, struct cv_span s, unsigned flags, bool over) {
    size_t head;
    s = cv_span_trim_right(s);
    if (!cv_span_trim(s).n) return;
    head = over && cv_span_trim(s).n <= 160 ? 0 : heading_at_end(s);
    if (head == SIZE_MAX) {
        push_row(b, line, s, cv_glance(s), flags);
        mark_after(b);
        return;
    }
    if (head) {
        push_row(b, line, cv_span_first(s, head), cv_glance(cv_span_first(s, head)), flags);
        mark_after(b);
        flags = CV_ROW_PIECE | CV_ROW_BLANK;
    }
    s = cv_span_from(s, head);
    push_row(b, line, s, cv_glance(s), flags);
    if (last_row(b)) last_row(b)->flags |= CV_ROW_UNDER | CV_ROW_AFTER;
}

static void take_text(struct build *b, const struct cv_line *line, struct cv_span s, unsigned flags) {
    struct cv_glance seen = cv_glance(s);
    size_t at, n;
    bool over = false;
    while (seen.dashes && (at = cv_dash_run(s, 0, &n)) != SIZE_MAX && (over || !is_leader(s, at, n))) {
        take_underlined(b, line, cv_span_first(s, at), flags, over);
        cv_fate(b->p, cv_span_range(s.p + at, s.p + at + n), CV_FATE_TRANSPORT);
        s = cv_span_from(s, at + n);
        seen = cv_glance(s);
        b->pending |= CV_ROW_OVER;
        flags = CV_ROW_PIECE;
        over = true;
    }
    push_row(b, line, s, seen, flags);
}

static void take_line(struct build *b, const struct cv_line *line) {
    struct cv_span s = cv_span_trim(line->s);
    unsigned flags = 0;
    size_t n;
    if (line->flags & CV_LINE_CUT) b->pending |= CV_ROW_CUT;
    if (line->flags & CV_LINE_PIECE) flags |= CV_ROW_PIECE;
    if (line->flags & CV_LINE_KEPT) flags |= CV_ROW_KEPT;
    if (line->flags & CV_LINE_CLOSED) flags |= CV_ROW_CLOSED;
    if (!s.n) {
        mark_after(b);
        b->pending |= CV_ROW_BLANK;
        return;
    }
    if (!cv_is_alnum(s.p[0]) && cv_is_dashes(s)) {
        take_dashes(b, s);
        return;
    }
    n = astray_caption(s);
    if (n) {
        cv_fate(b->p, cv_span_first(s, n), CV_FATE_TRANSPORT);
        b->pending |= CV_ROW_CUT;
        if (n == s.n) return;
        s = cv_span_from(s, n);
        push_row(b, line, s, cv_glance(s), flags);
        return;
    }
    take_text(b, line, line->s, flags);
}

/* Three or more neighbours with a gap of two blanks each are lines of a table. */
static void mark_tables(struct cv_rows *rows) {
    enum { NEIGHBOURS = 3 };
    for (size_t i = 0; i < rows->list.n;) {
        size_t end = i;
        while (end < rows->list.n && rows->list.v[end].two && (end == i || !(rows->list.v[end].flags & CV_ROW_BLANK)))
            end++;
        if (end - i >= NEIGHBOURS)
            for (size_t k = i; k < end; k++) rows->list.v[k].flags |= CV_ROW_TABLE;
        i = end > i ? end : i + 1;
    }
}

void cv_rows_build(struct cv_parse *p, struct cv_rows *rows) {
    struct build b = {.p = p, .rows = rows, .pending = CV_ROW_BLANK};
    size_t lines = p->lines.n - (p->at < p->lines.n ? p->at : p->lines.n);
    if (!CV_RESERVE(p->arena, &rows->list, struct cv_row, lines)) return;
    for (size_t i = p->at; i < p->lines.n && !p->arena->failed; i++) take_line(&b, &p->lines.v[i]);
    mark_after(&b);
    mark_tables(rows);
    rows->capitals = b.lower * 20 < b.upper;
}
