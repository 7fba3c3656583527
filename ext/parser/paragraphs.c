/* paragraphs.c - the text of a telegram as paragraphs: number, portion mark, heading, text, each byte exactly once.
 * May not: drop a byte without a fate. Facts: 5 FAH-1 H-246; sheet 11; NARA sheet 2. */
#include "text.h"

enum { HEADING_ROWS = 3, BOXED_ROWS = 6 };

struct work {
    struct cv_parse *p;
    struct cv_rows rows;
    size_t at;          /* the row that is looked at */
    size_t last_number; /* 1 + the last row that begins a numbered paragraph; 0: none */
    struct cv_span heading;
    unsigned heading_no, headings;
    bool open;                   /* a paragraph is being written */
    bool tail;                   /* behind the last number, blocks have rows of their own */
    struct cv_buf text;          /* of all paragraphs, one behind the other */
    size_t from;                 /* where the one that is being written begins in it */
    const struct cv_row *before; /* the row that was written last */
    CV_LIST(struct cv_text_block) blocks;
};

static struct cv_row *row_at(struct work *w, size_t i) { return &w->rows.list.v[i]; }
static struct cv_paragraph *current(struct work *w) { return &w->p->out->paragraphs.v[w->p->out->paragraphs.n - 1]; }

/* ---- paragraphs ---- */

static void finish(struct work *w) {
    if (!w->open) return;
    if (w->p->out->paragraphs.n && w->text.n > w->from)
        current(w)->text = cv_span_range(w->text.p + w->from, w->text.p + w->text.n);
    w->open = false;
}

static void begin(struct work *w, int number, unsigned line_no) {
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
static struct cv_span without_dash(struct work *w, struct cv_span s) {
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
static void add_indent(struct work *w, const struct cv_row *row) {
    bool tabular = row->three || (row->two && w->before && w->before->three); /* "      1500  CALL" */
    if (!tabular || w->text.n == w->from || w->text.p[w->text.n - 1] != '\n') return;
    for (size_t i = 0; i < row->indent; i++) cv_buf_addc(&w->text, row->s.p[-1] == '\t' ? '\t' : ' ');
}

static void add_text(struct work *w, const struct cv_row *row, struct cv_span s) {
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
static struct cv_span take_mark(struct work *w, struct cv_span s, unsigned line_no) {
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

static bool is_entire_text(struct work *w, struct cv_span s) {
    struct cv_span portion, meaning, entire;
    size_t n = 0;
    return s.n < 60 && cv_span_find(s, "ENTIRE ") != SIZE_MAX &&
           cv_entire_text_match(s, w->p->arena, &n, &portion, &meaning, &entire) && n == s.n;
}

static bool closes_words(char c) { return c == '.' || c == ')' || c == ':'; }

/* "(C - ENTIRE TEXT)  SUMMARY: …": a mark, and a text of its own behind it. */
static bool entire_and_text(struct work *w, const struct cv_row *row, struct cv_span s, size_t n) {
    struct cv_span mark = cv_span_trim_right(cv_span_first(s, n)), rest = cv_span_trim_left(cv_span_from(s, n));
    if (!rest.n || !mark.n || !closes_words(mark.p[mark.n - 1])) return false;
    cv_fate(w->p, mark, CV_FATE_MARK);
    current(w)->role = CV_ROLE_NONE;
    add_text(w, row, rest);
    return true;
}

/* "1. (S - ENTIRE TEXT).": one mark for the whole telegram. */
static bool take_entire(struct work *w, const struct cv_row *row, struct cv_span s) {
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

static bool read_number(struct work *w, const struct cv_row *row, struct cv_number *out) {
    if (!row->match) return cv_number_match(row->s, w->p->arena, out);
    *out = *row->match;
    return true;
}

static void take_numbered(struct work *w, const struct cv_row *row) {
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

/* ---- headings ---- */

/* 1 + the last row of the block that begins at `from`: no blank line, dashes or number inside. */
static size_t block_end(struct work *w, size_t from, size_t limit) {
    size_t i = from + 1;
    while (i < w->rows.list.n && i - from <= limit &&
           !(row_at(w, i)->flags & (CV_ROW_BLANK | CV_ROW_OVER | CV_ROW_STARTS | CV_ROW_TAIL)) &&
           !(row_at(w, i - 1)->flags & CV_ROW_UNDER))
        i++;
    return i;
}

static bool number_follows(struct work *w, size_t i) {
    return i < w->rows.list.n && row_at(w, i)->flags & CV_ROW_STARTS;
}

/* Rows between two lines of dashes, or above one: 1 + the last; `from`: they are no heading. */
static size_t underlined(struct work *w, size_t from) {
    size_t end = block_end(w, from, BOXED_ROWS);
    const struct cv_row *last = row_at(w, end - 1);
    bool over = row_at(w, from)->flags & CV_ROW_OVER;
    size_t bytes = 0;
    if (!(last->flags & CV_ROW_UNDER)) return from;
    if (row_at(w, from)->three && from && row_at(w, from - 1)->three) return from; /* the last row of a table */
    for (size_t i = from; i < end; i++) {
        if (row_at(w, i)->three && (!over || end >= w->rows.list.n || row_at(w, end)->three)) return from;
        if (!over && i + 1 < end && cv_last_sign(row_at(w, i)->s) == '.') return from; /* text above the heading */
        if (cv_has_figures(row_at(w, i)->s)) return from;                              /* a table's, its gaps lost */
        bytes += row_at(w, i)->s.n;
    }
    if (end - from > (over ? BOXED_ROWS : HEADING_ROWS)) return from;
    if (bytes > (over ? 400u : 240u)) return from;
    /* The dashes below may be the line above the next heading: "… of the text." / "-------" / "COMMENT" / "-------" */
    if (!over && end < w->rows.list.n && row_at(w, end)->flags & CV_ROW_OVER &&
        !(row_at(w, end)->flags & CV_ROW_BLANK)) {
        size_t next = block_end(w, end, BOXED_ROWS);
        if (row_at(w, next - 1)->flags & CV_ROW_UNDER &&
            (end - from > 1 || last->s.n > 75 || cv_last_sign(last->s) == '.' || cv_ends_block(last->s)))
            return from;
    }
    return end;
}

/* "Col Ilin" / "Ms. Evarovskaya (Int)": of a list of those who were there. */
static bool is_person(struct cv_span s) {
    static const char *const ranks[] = {/* sorted */
                                        "ADM", "AMB", "BGEN", "BRIG", "CAPT", "CDR", "COL", "DR", "GEN",
                                        "LT",  "LTC", "LTG",  "MAJ",  "MG",   "MR",  "MRS", "MS", "RADM"};
    struct cv_span w = cv_span_word(&s);
    if (w.n && w.p[w.n - 1] == '.') w.n--;
    return cv_words_have(ranks, CV_ARRAY_LEN(ranks), w) && cv_span_trim(s).n;
}

/* The first line of a heading may have a mark; the last has no full stop; those between may end in a comma. */
static bool short_block(struct work *w, size_t from, size_t end) {
    for (size_t i = from; i < end; i++) {
        struct cv_span s = row_at(w, i)->s, portion, meaning;
        size_t n;
        if (cv_span_chr(s, ':') != SIZE_MAX && cv_label_match(s, &n) != CV_LABEL_NONE) return false; /* of a repeat */
        bool mark = cv_mark_match(s, w->p->arena, &n, &portion, &meaning);
        if (mark && i > from) return false;
        if (end - from > 1 && is_person(s)) return false;
        if (mark) s = cv_span_from(s, n);
        if (i > from && s.n && cv_is_lower(s.p[0])) { /* the second line goes on */
            char last = cv_last_sign(s);
            if (s.n > 75 || row_at(w, i)->three || last == '.' || last == ';' || last == ':') return false;
        } else if (end - from > 1 && s.n && s.p[s.n - 1] == ':')
            return false;
        else if (!cv_heading_shape(s) && !(i + 1 < end && s.n <= 75 && cv_last_sign(s) == ','))
            return false;
    }
    return true;
}

static bool block_case(struct work *w, size_t from, size_t end) {
    for (size_t i = from; i < end; i++) {
        struct cv_span s = row_at(w, i)->s, portion, meaning;
        size_t n;
        if (i == from && cv_mark_match(s, w->p->arena, &n, &portion, &meaning)) s = cv_span_from(s, n);
        if (!cv_heading_case(s)) return false;
    }
    return true;
}

/* What stands before does not go on: the text ended, or nothing was written since a heading. */
static bool text_closed(struct work *w, size_t from) {
    struct cv_span s;
    char c;
    if (!from || !w->before || !w->open) return true;
    s = row_at(w, from - 1)->s;
    c = cv_last_sign(s);
    if (c == '.' || c == '?' || c == '!' || c == '"' || row_at(w, from - 1)->three) return true;
    if (!w->rows.capitals) return c != ',' && (s.n < 75 || c == ':');
    return cv_ends_block(s);
}

/* Several lines are a heading only where nothing stands before that they could go on: no list. */
static bool sentence_before(struct work *w, size_t from) {
    char c;
    if (!from || !w->before || !w->open) return true;
    c = cv_last_sign(row_at(w, from - 1)->s);
    return c == '.' || c == '?' || c == '!' || c == '"';
}

/* Capitals tell nothing where all is in capitals: a few words without signs and numbers. */
static bool plain_words(struct cv_span s) {
    size_t words = 1;
    for (size_t i = 0; i < s.n; i++) {
        if (cv_is_digit(s.p[i]) || s.p[i] == ':') return false;
        if (cv_is_blank(s.p[i])) words++;
        if (s.p[i] == '.' && i + 1 < s.n && cv_is_blank(s.p[i + 1]) && i > 3) return false;
    }
    return words <= 8;
}

/* A block of one line that could be a heading: 1 + its row; `from`: it is none. */
static size_t short_line(struct work *w, size_t from) {
    size_t end;
    if (from >= w->rows.list.n || row_at(w, from)->flags & (CV_ROW_STARTS | CV_ROW_TAIL)) return from;
    end = block_end(w, from, 1);
    return end - from == 1 && short_block(w, from, end) ? end : from;
}

/* Three and more blocks of one short line are a list of names, though each looks like a heading. */
static bool is_list(struct work *w, size_t from, size_t end) {
    size_t next;
    if (from && w->before == row_at(w, from - 1) && w->before->flags & CV_ROW_BLANK &&
        !(w->before->flags & CV_ROW_STARTS) && cv_heading_shape(w->before->s))
        return true;
    next = short_line(w, end);
    return next > end && !number_follows(w, next) && short_line(w, next) > next;
}

/* The row before a line that begins with an item's letter is the item before it; not so "C. …" before "A. …". */
static bool goes_on_list(const struct cv_row *before, char letter) {
    char c = before->s.p[0];
    if (before->flags & CV_ROW_STARTS || !cv_item_mark(before->s)) return false;
    return !cv_is_upper(c) || c + 1 == letter;
}

/* "Participants:", "A. The Economy" alone before a number are headings, though with other neighbours they are text. */
static bool before_number(struct work *w, size_t from) {
    const struct cv_row *row = row_at(w, from);
    struct cv_span s = cv_heading_trim(row->s);
    bool filler = row->s.n > 1 && row->s.p[0] == '-' && cv_is_blank(row->s.p[1]) &&
                  s.p != row->s.p; /* "- BACKGROUND" between two fillers */
    size_t item = cv_item_mark(s);
    char last = cv_last_sign(s);
    if (s.n < 3 || s.n > 75 || row->three || cv_is_lower(s.p[0]) || !cv_heading_case(cv_span_from(s, item)))
        return false;
    if (cv_span_starts(s, "BEGIN ") || cv_span_starts(s, "END ") || last == '.' || last == ';' || last == ',')
        return false;
    if (!item && !filler) return last == ':' && !w->rows.capitals;
    return cv_is_upper(s.p[0]) && !(from && goes_on_list(row_at(w, from - 1), s.p[0]));
}

/* "III. COMMENT": a Roman numeral divides a telegram, though blank lines around it were lost. */
static bool is_roman(struct cv_span s) {
    size_t n = 0;
    while (n < s.n && (s.p[n] == 'I' || s.p[n] == 'V' || s.p[n] == 'X')) n++;
    return n && n <= 5 && n + 2 < s.n && s.p[n] == '.' && cv_is_blank(s.p[n + 1]);
}

/* A page break fell into the sentence: a whole line stands before it, and no blank line but the page's own. */
static bool page_in_sentence(struct work *w, size_t from) {
    enum { WHOLE_LINE = 45 };
    struct cv_span s;
    if (!from || !w->before || !w->open || row_at(w, from)->flags & (CV_ROW_BLANK | CV_ROW_OVER)) return false;
    s = row_at(w, from - 1)->s;
    return row_at(w, from)->flags & CV_ROW_CUT && s.n >= WHOLE_LINE && !cv_ends_sentence(s);
}

/* "B. PROGRAMS" where the heading that holds is "A. ENFORCEMENT". */
static bool is_next_letter(struct cv_span heading, struct cv_span s) {
    return heading.n > 2 && s.n > 2 && cv_is_upper(heading.p[0]) && heading.p[1] == '.' && s.p[1] == '.' &&
           s.p[0] == heading.p[0] + 1;
}

/* "… MILLION TONS." / "IMPORTS" / "2. …" where all blank lines were lost: a few words between a sentence's end and the
 * next number; with no blank line of its own, and no end of a list or of an abbreviation before it. */
static bool between_numbers(struct work *w, size_t from) {
    enum { LONGEST = 48 };
    const struct cv_row *row = row_at(w, from), *above = from ? row - 1 : NULL;
    struct cv_span word;
    if (!above || row->s.n > LONGEST || !plain_words(row->s) || row->flags & CV_ROW_AFTER) return false;
    if (above->flags & CV_ROW_CUT || !w->open || above->s.n <= row->s.n) return false;
    if (cv_ends_block(above->s)) return true;
    if (cv_last_sign(above->s) != '.' || (!(above->flags & CV_ROW_STARTS) && cv_item_mark(above->s))) return false;
    word = cv_last_word(above->s);
    while (word.n && !cv_is_alnum(word.p[word.n - 1])) word.n--;
    return !cv_has_alpha(word) || (word.n > 3 && cv_span_chr(word, '.') == SIZE_MAX);
}

/* The last line of a block, before a number. */
static bool heads_from_block(struct work *w, size_t from) {
    struct cv_marker m;
    if (cv_marker_match(row_at(w, from)->s, &m)) return m.alone && !m.end && !m.closed && sentence_before(w, from);
    return w->rows.capitals ? between_numbers(w, from) : sentence_before(w, from);
}

/* "SUMMARY" above its text without a blank line between. */
static bool marker_above(struct work *w, size_t from, size_t end) {
    struct cv_marker m;
    return end - from > 1 && !(row_at(w, from + 1)->flags & CV_ROW_PIECE) && cv_marker_match(row_at(w, from)->s, &m) &&
           m.alone && !m.closed && !m.end && m.capital && m.role != CV_ROLE_NOTE;
}

/* A list that a page break divides: its next line stands as far in as the one before it. */
static bool list_over_page(const struct work *w, const struct cv_row *row) {
    return row->flags & CV_ROW_CUT && w->before && row->indent > 1 && row->indent == w->before->indent &&
           !cv_ends_sentence(w->before->s);
}

/* "Participants:" with names below: what stands over some of them is a country, no heading of the cable. */
static bool names_listed(const struct work *w) {
    static const char *const words[] = {"PARTICIPANTS", "ATTENDEES", "MEETING PARTICIPANTS", "THE PARTICIPANTS"};
    struct cv_span s = cv_span_of(w->text.p + w->from, w->text.n - w->from);
    if (!w->open || !s.n) return false;
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_starts(s, words[i])) return true;
    return false;
}

/* Short lines alone, in capitals or title case, or before a number: 1 + the last; `from`: no heading. */
static size_t plain_block(struct work *w, size_t from) {
    const struct cv_row *row = row_at(w, from);
    size_t end = block_end(w, from, HEADING_ROWS);
    bool before = row->flags & (CV_ROW_BLANK | CV_ROW_OVER | CV_ROW_CUT) || !from;
    bool number = number_follows(w, end), after;
    struct cv_marker m;
    bool divides = row->flags & (CV_ROW_BLANK | CV_ROW_OVER) || is_roman(row->s) || is_next_letter(w->heading, row->s);
    if (row->flags & (CV_ROW_KEPT | CV_ROW_QUOTED) || page_in_sentence(w, from) || list_over_page(w, row)) return from;
    if (!divides && number && from && w->rows.capitals) divides = between_numbers(w, from);
    if (end - from == 1 && number && divides && text_closed(w, from) && before_number(w, from)) return end;
    if (before && marker_above(w, from, end)) return from + 1;
    after = row_at(w, end - 1)->flags & CV_ROW_AFTER || number;
    if (!after || end - from > HEADING_ROWS) return from;
    if (end == w->rows.list.n) return from; /* nothing stands under it */
    if (!short_block(w, from, end)) return from;
    if (end - from == 1 && before && cv_marker_match(cv_heading_trim(row->s), &m) && m.alone && m.role != CV_ROLE_NOTE)
        return end;
    if (!number && names_listed(w)) return from;
    if (before && number && !w->rows.capitals && end - from == 1 && block_case(w, from, end) && !is_list(w, from, end))
        return end;
    if (!text_closed(w, from)) return from;
    if (before && number && (end - from == 1 ? !is_list(w, from, end) : sentence_before(w, from))) return end;
    if (w->rows.capitals && !plain_words(row->s)) return from;
    if (end - from > 1 || !block_case(w, from, end)) return from;
    if (!before) return number && from && heads_from_block(w, from) ? end : from;
    return is_list(w, from, end) || (w->before && cv_last_sign(w->before->s) == ':') ? from : end;
}

static size_t plain_heading(struct work *w, size_t from) {
    size_t end = plain_block(w, from);
    return end > from && is_entire_text(w, row_at(w, from)->s) ? from : end;
}

/* A heading of two lines each of which is underlined: "Minister of Foreign and" / "-----" / "Trade - A. Name" / "-----". */
static size_t stacked(struct work *w, size_t from, size_t end) {
    enum { BROKEN_LINE = 30 }; /* a shorter one is a heading of its own, unless it ends in a word that cannot end one */
    struct cv_span first = row_at(w, end - 1)->s;
    size_t next;
    if (!(row_at(w, end - 1)->flags & CV_ROW_UNDER) || row_at(w, from)->flags & CV_ROW_OVER) return end;
    if (end >= w->rows.list.n || row_at(w, end)->flags & (CV_ROW_BLANK | CV_ROW_STARTS | CV_ROW_TAIL)) return end;
    if (first.n < BROKEN_LINE && !cv_is_connecting(cv_last_word(first)) && cv_last_sign(first) != ',') return end;
    next = underlined(w, end);
    return next > end ? next : end;
}

static void take_heading(struct work *w, size_t from, size_t end) {
    struct cv_buf b = {.arena = w->p->arena};
    struct cv_span one = CV_NONE;
    struct cv_marker m;
    for (size_t i = from; i < end; i++) {
        struct cv_span s = row_at(w, i)->s, portion, meaning, bare;
        size_t n = cv_pilcrow(s);
        cv_fate(w->p, cv_span_first(s, n), CV_FATE_TRANSPORT);
        s = cv_span_from(s, n);
        if (i == from && cv_mark_match(s, w->p->arena, &n, &portion, &meaning)) {
            cv_fate(w->p, cv_span_first(s, n), CV_FATE_MARK);
            s = cv_span_trim_left(cv_span_from(s, n));
        }
        bare = cv_heading_trim(s);
        cv_fate(w->p, cv_span_range(s.p, bare.p), CV_FATE_TRANSPORT);
        cv_fate(w->p, bare, CV_FATE_HEADING);
        cv_fate(w->p, cv_span_range(bare.p + bare.n, s.p + s.n), CV_FATE_TRANSPORT);
        if (b.n && bare.n) cv_buf_addc(&b, ' ');
        cv_buf_add(&b, bare);
        one = bare;
    }
    w->heading = end - from == 1 ? one : cv_buf_span(&b);
    w->heading = cv_single_spaced(w->p->arena, w->heading);
    w->heading_no = ++w->headings;
    if (cv_marker_match(w->heading, &m) && m.end) { /* END SUMMARY: what follows stands under no heading */
        w->heading = CV_NONE;
        w->heading_no = 0;
        if (w->blocks.n) w->blocks.v[w->blocks.n - 1].ended = m.role;
    }
    w->before = NULL;
}

/* ---- blocks ---- */

/* "(C) COMMENT: …" */
static struct cv_span without_mark(struct work *w, struct cv_span s) {
    struct cv_span portion, meaning;
    size_t n = 0;
    return s.n && (s.p[0] == '(' || s.p[0] == '{') && cv_mark_match(s, w->p->arena, &n, &portion, &meaning)
               ? cv_span_from(s, n)
               : s;
}

/* Nothing stands behind the number yet: "2." alone on its line. */
static bool number_only(struct work *w) {
    return w->open && w->text.n == w->from && w->blocks.n && w->blocks.v[w->blocks.n - 1].numbered &&
           w->blocks.v[w->blocks.n - 1].heading_no == w->heading_no;
}

/* "END COMMENT" at the end is a block of the paragraph that it closes. */
static bool ends_alone(struct cv_span s) {
    struct cv_marker m;
    return cv_to_upper(s.p[0]) == 'E' && cv_marker_match(s, &m) && m.end && m.alone;
}

/* Does a block without number have a row of its own? */
static bool begins_row(struct work *w, size_t i) {
    const struct cv_row *row = row_at(w, i);
    struct cv_marker m;
    bool block = row->flags & (CV_ROW_BLANK | CV_ROW_OVER) || !w->before;
    if (row->flags & CV_ROW_TAIL) return !(i && row_at(w, i - 1)->flags & CV_ROW_TAIL);
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

static void take_row(struct work *w) {
    const struct cv_row *row = row_at(w, w->at);
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
static bool numbered_heading(struct work *w) {
    const struct cv_row *row = row_at(w, w->at);
    struct cv_number number;
    struct cv_span s;
    if (!(row->flags & CV_ROW_STARTS) || !(row->flags & CV_ROW_UNDER) || row->s.n > 90) return false;
    if (!read_number(w, row, &number)) return false;
    s = cv_span_from(row->s, number.n);
    if (!cv_heading_shape(s) || number_follows(w, w->at + 1) || w->at + 1 >= w->rows.list.n) return false;
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

static void note_noise(struct work *w, const struct cv_row *row) {
    bool again = w->before && !(row->flags & CV_ROW_STARTS) &&
                 cv_line_repeats(w->before->s, row->s, (row->flags & CV_ROW_CUT) != 0);
    if (again || cv_line_repeats_inside(row->s))
        cv_problem(w->p, CV_P_LINE_NOISE, row->no, "the line repeats the one before it");
}

static void walk(struct work *w) {
    bool noise = cv_wants_problems(w->p);
    size_t plain_after = 0; /* rows before this one belong to a block that was looked at */
    for (w->at = 0; w->at < w->rows.list.n && !w->p->arena->failed; w->at++) {
        const struct cv_row *row = row_at(w, w->at);
        size_t end = w->at;
        bool block = row->flags & (CV_ROW_BLANK | CV_ROW_OVER) ||
                     (row->flags & CV_ROW_CUT && !page_in_sentence(w, w->at)) || !w->at;
        if (!(row->flags & (CV_ROW_STARTS | CV_ROW_TAIL))) {
            if (block || row->flags & CV_ROW_UNDER) end = underlined(w, w->at);
            if (end == w->at && (block || row->flags & CV_ROW_AFTER || number_follows(w, w->at + 1)) &&
                w->at >= plain_after)
                end = plain_heading(w, w->at);
        } else if (numbered_heading(w))
            continue;
        if (end > w->at) {
            end = stacked(w, w->at, end);
            take_heading(w, w->at, end);
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
static bool prepare(struct work *w) {
    size_t bytes = 1;
    for (size_t i = 0; i < w->rows.list.n; i++) {
        const struct cv_row *row = &w->rows.list.v[i];
        bytes += row->s.n + 1 + (row->three ? row->indent : 0);
        if (row->flags & CV_ROW_STARTS) w->last_number = i + 1;
    }
    return cv_buf_room(&w->text, bytes);
}

void cv_text_parse(struct cv_parse *p) {
    struct work w = {.p = p};
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
