/* paragraphs.c - the text of a telegram as paragraphs: number, portion mark, heading, text, each byte exactly once.
 * May not: drop a byte without a fate. Facts: 5 FAH-1 H-246; sheet 11; NARA sheet 2. */
#include "walk.h"

static struct cv_paragraph *current(struct cv_walk *w) { return &w->p->out->paragraphs.v[w->p->out->paragraphs.n - 1]; }

/* ---- paragraphs ---- */

static void finish(struct cv_walk *w) {
    if (!w->open) return;
    if (w->p->out->paragraphs.n && w->text.n > w->from)
        current(w)->text = cv_span_range(w->text.p + w->from, w->text.p + w->text.n);
    w->open = false;
}

static void begin(struct cv_walk *w, int number, unsigned line_no) {
    struct cv_paragraph *para;
    struct cv_text_block *block;
    finish(w);
    para = CV_PUSH(w->p->arena, &w->p->out->paragraphs, struct cv_paragraph);
    block = CV_PUSH(w->p->arena, &w->blocks, struct cv_text_block);
    if (!para || !block) return;
    *para = (struct cv_paragraph){.number = number, .heading = w->heading, .line_no = line_no};
    *block = (struct cv_text_block){.heading = w->heading, .heading_no = w->heading_no, .numbered = number >= 0};
    w->from = w->text.n;
    w->before = NULL;
    w->open = true;
}

/* The dash of a line that goes on an item of "--": no part of the text. */
static struct cv_span without_dash(struct cv_walk *w, struct cv_span s) {
    size_t n;
    if (s.n < 4 || s.p[0] != '-' || !cv_is_blank(s.p[1]) || !cv_is_blank(s.p[2])) return s;
    if (!w->before || w->before->s.n < 2 || w->text.n == w->from) return s;
    n = w->text.n; /* the line of text that is being written must have begun with "--" */
    while (n > w->from && w->text.p[n - 1] != '\n') n--;
    if (w->text.n - n < 2 || w->text.p[n] != '-' || w->text.p[n + 1] != '-') return s;
    cv_fate(w->p, cv_span_first(s, 1), CV_FATE_TRANSPORT);
    return cv_span_trim_left(cv_span_from(s, 1));
}

/* Tables keep their indentation. */
static void add_indent(struct cv_walk *w, const struct cv_row *row) {
    bool tabular = row->three || (row->two && w->before && w->before->three); /* "      1500  CALL" */
    if (!tabular || w->text.n == w->from || w->text.p[w->text.n - 1] != '\n') return;
    for (size_t i = 0; i < row->indent; i++) cv_buf_addc(&w->text, row->s.p[-1] == '\t' ? '\t' : ' ');
}

static void add_text(struct cv_walk *w, const struct cv_row *row, struct cv_span s) {
    size_t pilcrow = cv_pilcrow(s);
    struct cv_row rest = *row;
    struct cv_span dashless;
    char join;
    if (pilcrow) {
        cv_fate(w->p, cv_span_first(s, pilcrow), CV_FATE_TRANSPORT);
        s = cv_span_from(s, pilcrow);
    }
    if (!s.n) return;
    dashless = without_dash(w, s);
    rest.s = dashless;
    if (w->before && w->text.n > w->from) {
        join = dashless.p != s.p ? ' ' : cv_rows_join(&w->rows, w->before, &rest);
        if (join) cv_buf_addc(&w->text, join);
    } else if (w->text.n > w->from) /* a heading stood between */
        cv_buf_addc(&w->text, '\n');
    add_indent(w, row);
    cv_buf_add(&w->text, dashless);
    if (row->flags & (CV_ROW_MAY_MARK | CV_ROW_CLOSED)) w->blocks.v[w->blocks.n - 1].may_mark = true;
    cv_fate(w->p, dashless, CV_FATE_TEXT);
    w->before = row;
}

/* A portion mark at the start of a paragraph that has no number. */
static struct cv_span take_mark(struct cv_walk *w, struct cv_span s, unsigned line_no) {
    struct cv_span portion, meaning;
    bool garbled = false;
    size_t n = 0;
    if (!cv_mark_read(s, w->p->arena, &n, &portion, &meaning, &garbled)) return s;
    if (garbled) {
        struct cv_span mark = cv_span_trim(cv_span_first(s, n)); /* a bracket is wrong, not a letter */
        if (cv_span_starts(mark, "(") && cv_span_chr(mark, '}') == SIZE_MAX && cv_span_chr(mark, ']') == SIZE_MAX)
            return s;
        cv_problem(w->p, CV_P_MARK_GARBLED, line_no, "portion mark is printed %.*s", CV_FMT(mark));
    }
    cv_fate(w->p, cv_span_first(s, n), CV_FATE_MARK);
    current(w)->portion = portion;
    current(w)->classification = meaning;
    return cv_span_trim_left(cv_span_from(s, n));
}

static bool closes_words(char c) { return c == '.' || c == ')' || c == ':'; }

/* "(C - ENTIRE TEXT)  SUMMARY: …": a mark, and a text of its own behind it. */
static bool entire_and_text(struct cv_walk *w, const struct cv_row *row, struct cv_span s, size_t n) {
    struct cv_span mark = cv_span_trim_right(cv_span_first(s, n)), rest = cv_span_trim_left(cv_span_from(s, n));
    if (!rest.n || !mark.n || !closes_words(mark.p[mark.n - 1])) return false;
    cv_fate(w->p, mark, CV_FATE_MARK);
    current(w)->role = CV_ROLE_NONE;
    add_text(w, row, rest);
    return true;
}

/* "1. (S - ENTIRE TEXT).": one mark for the whole telegram. */
static bool take_entire(struct cv_walk *w, const struct cv_row *row, struct cv_span s) {
    struct cv_span portion, meaning, entire;
    struct cv_paragraph *para = current(w);
    size_t n = 0;
    if (para->portion.p) { /* "(C) ENTIRE TEXT." behind a number */
        if (!cv_span_starts(s, "ENTIRE TEXT") && !cv_span_starts(s, "- ENTIRE TEXT") &&
            !cv_span_starts(s, "ENTIRE CABLE"))
            return false;
        w->p->entire_text = para->classification;
        para->role = CV_ROLE_NOTE;
        n = s.p[0] == '-' ? 2 : 0;
        for (size_t end = n + 6; end < s.n; end++) /* behind "ENTIRE TEXT." */
            if (closes_words(s.p[end])) {
                if (cv_span_chr(cv_span_range(s.p + n + 7, s.p + end), ' ') == SIZE_MAX &&
                    entire_and_text(w, row, s, end + 1))
                    return true;
                break;
            }
        cv_fate(w->p, cv_span_first(s, n), CV_FATE_MARK);
        s = cv_span_from(s, n);
        n = s.n;
        while (n && (s.p[n - 1] == '.' || s.p[n - 1] == ')')) n--;
        cv_fate(w->p, cv_span_from(s, n), CV_FATE_MARK);
        add_text(w, row, cv_span_first(s, n));
        return true;
    }
    if (!cv_entire_text_match(s, w->p->arena, &n, &portion, &meaning, &entire)) return false;
    if (n < s.n && entire.p - s.p > 18) { /* a sentence: "Sensitive but unclassified - entire text. Please protect …" */
        para->classification = w->p->entire_text = meaning;
        para->role = CV_ROLE_NOTE;
        add_text(w, row, s);
        return true;
    }
    para->portion = portion;
    para->classification = meaning;
    para->role = CV_ROLE_NOTE;
    w->p->entire_text = meaning;
    if (entire_and_text(w, row, s, n)) return true;
    cv_fate(w->p, cv_span_range(s.p, entire.p), CV_FATE_MARK);
    if (n == s.n) {
        cv_fate(w->p, cv_span_range(entire.p + entire.n, s.p + s.n), CV_FATE_MARK);
        add_text(w, row, entire);
    } else
        add_text(w, row, cv_span_range(entire.p, s.p + s.n));
    return true;
}

static bool read_number(struct cv_walk *w, const struct cv_row *row, struct cv_number *out) {
    if (!row->match) return cv_number_match(row->s, w->p->arena, out);
    *out = *row->match;
    return true;
}

static void take_numbered(struct cv_walk *w, const struct cv_row *row) {
    struct cv_number number;
    struct cv_paragraph *para;
    struct cv_span s;
    if (!read_number(w, row, &number)) return; /* cannot be: the row was found by it */
    begin(w, number.number, row->no);
    if (w->p->arena->failed) return;
    para = current(w);
    cv_fate(w->p, number.pilcrow, CV_FATE_TRANSPORT);
    cv_fate(w->p, number.digits[0], CV_FATE_NUMBER);
    cv_fate(w->p, number.digits[1], CV_FATE_NUMBER);
    if (number.mark.p) {
        cv_fate(w->p, number.mark, CV_FATE_MARK);
        para->portion = number.portion;
        para->classification = number.meaning;
        if (number.garbled)
            cv_problem(w->p, CV_P_MARK_GARBLED, row->no, "portion mark is printed %.*s", CV_FMT(number.mark));
    }
    s = cv_span_from(row->s, number.n);
    if (!take_entire(w, row, s)) add_text(w, row, s);
}

/* ---- blocks ---- */

/* "(C) COMMENT: …" */
static struct cv_span without_mark(struct cv_walk *w, struct cv_span s) {
    struct cv_span portion, meaning;
    size_t n = 0;
    return s.n && (s.p[0] == '(' || s.p[0] == '{') && cv_mark_match(s, w->p->arena, &n, &portion, &meaning)
               ? cv_span_from(s, n)
               : s;
}

/* Nothing stands behind the number yet: "2." alone on its line. */
static bool number_only(struct cv_walk *w) {
    return w->open && w->text.n == w->from && w->blocks.n && w->blocks.v[w->blocks.n - 1].numbered &&
           w->blocks.v[w->blocks.n - 1].heading_no == w->heading_no;
}

/* "END COMMENT" at the end is a block of the paragraph that it closes. */
static bool ends_alone(struct cv_span s) {
    struct cv_marker m;
    return cv_to_upper(s.p[0]) == 'E' && cv_marker_match(s, &m) && m.end && m.alone;
}

/* Does a block without number have a row of its own? */
static bool begins_row(struct cv_walk *w, size_t i) {
    const struct cv_row *row = cv_walk_row(w, i);
    struct cv_marker m;
    bool block = row->flags & (CV_ROW_BLANK | CV_ROW_OVER) || !w->before;
    if (row->flags & CV_ROW_TAIL) return !(i && cv_walk_row(w, i - 1)->flags & CV_ROW_TAIL);
    if (!w->open) return true;
    if (row->flags & CV_ROW_APART) w->tail = true;
    if (!block || number_only(w)) return false;
    if (w->before && cv_row_continues(&w->rows, w->before, row)) return false;
    if (w->text.n > w->from && ends_alone(row->s)) return false;
    if (!w->last_number) return true; /* no numbers at all */
    if (!w->p->out->paragraphs.n || w->blocks.v[w->blocks.n - 1].numbered == false)
        if (i < w->last_number) return true; /* before the first number */
    if (i < w->last_number) return false;
    if (w->tail) return true;
    if (cv_marker_match(without_mark(w, row->s), &m) && !m.end && (m.closed || m.alone))
        w->tail = true;
    else if (!w->before && w->heading_no != w->blocks.v[w->blocks.n - 1].heading_no &&
             cv_heading_role(w->heading) != CV_ROLE_NONE)
        w->tail = true;
    return w->tail;
}

static void take_row(struct cv_walk *w) {
    const struct cv_row *row = cv_walk_row(w, w->at);
    struct cv_span s = row->s;
    if (row->flags & CV_ROW_STARTS) {
        take_numbered(w, row);
        return;
    }
    if (begins_row(w, w->at)) {
        if (row->flags & CV_ROW_TAIL || (row->flags & CV_ROW_APART && w->at && !(row[-1].flags & CV_ROW_APART))) {
            w->heading = CV_NONE;
            w->heading_no = 0;
        }
        begin(w, -1, row->no);
        if (w->p->arena->failed) return;
        if (row->flags & CV_ROW_TAIL) current(w)->role = CV_ROLE_NOTE;
        if (take_entire(w, row, s)) return;
        s = take_mark(w, s, row->no);
    } else if (number_only(w) && !current(w)->portion.p)
        s = take_mark(w, s, row->no);
    add_text(w, row, s);
}

/* "2. (C) Background" underlined: the paragraph's own heading. */
static bool numbered_heading(struct cv_walk *w) {
    const struct cv_row *row = cv_walk_row(w, w->at);
    struct cv_number number;
    struct cv_span s;
    if (!(row->flags & CV_ROW_STARTS) || !(row->flags & CV_ROW_UNDER) || row->s.n > 90) return false;
    if (!read_number(w, row, &number)) return false;
    s = cv_span_from(row->s, number.n);
    if (!cv_heading_shape(s) || cv_walk_number_follows(w, w->at + 1) || w->at + 1 >= w->rows.list.n) return false;
    w->heading = cv_heading_trim(s);
    w->heading_no = ++w->headings;
    begin(w, number.number, row->no);
    if (w->p->arena->failed) return true;
    cv_fate(w->p, number.pilcrow, CV_FATE_TRANSPORT);
    cv_fate(w->p, number.digits[0], CV_FATE_NUMBER);
    cv_fate(w->p, number.digits[1], CV_FATE_NUMBER);
    cv_fate(w->p, number.mark, CV_FATE_MARK);
    current(w)->portion = number.portion;
    current(w)->classification = number.meaning;
    cv_fate(w->p, cv_span_range(s.p, w->heading.p), CV_FATE_TRANSPORT);
    cv_fate(w->p, w->heading, CV_FATE_HEADING);
    cv_fate(w->p, cv_span_range(w->heading.p + w->heading.n, s.p + s.n), CV_FATE_TRANSPORT);
    return true;
}

static void note_noise(struct cv_walk *w, const struct cv_row *row) {
    bool again = w->before && !(row->flags & CV_ROW_STARTS) &&
                 cv_line_repeats(w->before->s, row->s, (row->flags & CV_ROW_CUT) != 0);
    if (again || cv_line_repeats_inside(row->s))
        cv_problem(w->p, CV_P_LINE_NOISE, row->no, "the line repeats the one before it");
}

static void walk(struct cv_walk *w) {
    bool noise = cv_wants_problems(w->p);
    size_t plain_after = 0; /* rows before this one belong to a block that was looked at */
    for (w->at = 0; w->at < w->rows.list.n && !w->p->arena->failed; w->at++) {
        const struct cv_row *row = cv_walk_row(w, w->at);
        size_t end = w->at;
        bool block = row->flags & (CV_ROW_BLANK | CV_ROW_OVER) ||
                     (row->flags & CV_ROW_CUT && !cv_walk_page_in_sentence(w, w->at)) || !w->at;
        if (!(row->flags & (CV_ROW_STARTS | CV_ROW_TAIL))) {
            if (block || row->flags & CV_ROW_UNDER) end = cv_heading_underlined(w, w->at);
            if (end == w->at && (block || row->flags & CV_ROW_AFTER || cv_walk_number_follows(w, w->at + 1)) &&
                w->at >= plain_after)
                end = cv_heading_plain(w, w->at);
        } else if (numbered_heading(w))
            continue;
        if (end > w->at) {
            end = cv_heading_stacked(w, w->at, end);
            cv_heading_take(w, w->at, end);
            w->at = end - 1;
            continue;
        }
        if (noise) note_noise(w, row);
        take_row(w);
    }
    finish(w);
}

/* Paragraphs without a mark have the classification of the ENTIRE TEXT. */
static void spread_entire_text(struct cv_parse *p) {
    if (!p->entire_text.p) return;
    for (size_t i = 0; i < p->out->paragraphs.n; i++) {
        struct cv_paragraph *para = &p->out->paragraphs.v[i];
        if (!para->portion.p) para->classification = p->entire_text;
    }
}

/* Classified By behind the text, where the head had none: a field, no paragraph (sheet 10). */
static void take_classified(struct cv_parse *p, struct cv_rows *rows) {
    enum { REACH = 12 };
    size_t n = rows->list.n, at = n, end, value = 0;
    struct cv_buf b = {.arena = p->arena};
    if (p->needs & CV_NEED_FIELDS && (p->out->classified_by.p || p->out->reasons.n)) return;
    while (at && n - at < REACH) {
        const struct cv_row *row = &rows->list.v[--at];
        if (row->flags & CV_ROW_BLANK && cv_label_match(row->s, &value) == CV_LABEL_CLASSIFIED_BY) break;
        if (!at || n - at == REACH) return;
    }
    if (!n) return;
    cv_classified_settle(p);
    if (p->out->classified_by.p || p->out->reasons.n) return;
    for (end = at; end < n && (end == at || !(rows->list.v[end].flags & CV_ROW_BLANK)); end++) {
        struct cv_row *row = &rows->list.v[end];
        cv_fate(p, row->s, CV_FATE_FIELD);
        if (end > at) cv_buf_addc(&b, '\n');
        cv_buf_add(&b, end == at ? cv_span_from(row->s, value) : row->s);
    }
    if (p->needs & CV_NEED_FIELDS) cv_classified_parse(p, cv_buf_span(&b), rows->list.v[at].no);
    memmove(&rows->list.v[at], &rows->list.v[end], (n - end) * sizeof rows->list.v[0]);
    rows->list.n -= end - at;
    if (at < rows->list.n) rows->list.v[at].flags |= CV_ROW_BLANK;
}

/* Room for all that will be written, so that nothing is copied twice; the last numbered row. */
static bool prepare(struct cv_walk *w) {
    size_t bytes = 1;
    for (size_t i = 0; i < w->rows.list.n; i++) {
        const struct cv_row *row = &w->rows.list.v[i];
        bytes += row->s.n + 1 + (row->three ? row->indent : 0);
        if (row->flags & CV_ROW_STARTS) w->last_number = i + 1;
    }
    return cv_buf_room(&w->text, bytes);
}

void cv_text_parse(struct cv_parse *p) {
    struct cv_walk w = {.p = p};
    cv_rows_build(p, &w.rows);
    if (p->arena->failed) return;
    w.text.arena = p->arena;
    take_classified(p, &w.rows);
    cv_signature_take(p, &w.rows);
    cv_numbers_settle(p, &w.rows);
    if (p->arena->failed) return;
    if (!prepare(&w)) return;
    walk(&w);
    if (p->arena->failed) return;
    spread_entire_text(p);
    cv_roles_assign(p, w.blocks.v);
}
