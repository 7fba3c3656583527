/* heading_rows.c - which rows of a text are a heading: underlined, boxed, or short and alone before a number or a block.
 * May not: write paragraphs. Facts: sheet 11 "Headings"; headings.c knows what one line must look like. */
#include "walk.h"

enum { HEADING_ROWS = 3, BOXED_ROWS = 6 };

bool cv_walk_entire_text(struct cv_walk *w, struct cv_span s) {
    struct cv_span portion, meaning, entire;
    size_t n = 0;
    return s.n < 60 && cv_span_find(s, "ENTIRE ") != SIZE_MAX &&
           cv_entire_text_match(s, w->p->arena, &n, &portion, &meaning, &entire) && n == s.n;
}

/* 1 + the last row of the block that begins at `from`: no blank line, dashes or number inside. */
static size_t block_end(struct cv_walk *w, size_t from, size_t limit) {
    size_t i = from + 1;
    while (i < w->rows.list.n && i - from <= limit &&
           !(cv_walk_row(w, i)->flags & (CV_ROW_BLANK | CV_ROW_OVER | CV_ROW_STARTS | CV_ROW_TAIL)) &&
           !(cv_walk_row(w, i - 1)->flags & CV_ROW_UNDER))
        i++;
    return i;
}

bool cv_walk_number_follows(struct cv_walk *w, size_t i) {
    return i < w->rows.list.n && cv_walk_row(w, i)->flags & CV_ROW_STARTS;
}

/* Rows between two lines of dashes, or above one: 1 + the last; `from`: they are no heading. */
size_t cv_heading_underlined(struct cv_walk *w, size_t from) {
    size_t end = block_end(w, from, BOXED_ROWS);
    const struct cv_row *last = cv_walk_row(w, end - 1);
    bool over = cv_walk_row(w, from)->flags & CV_ROW_OVER;
    size_t bytes = 0;
    if (!(last->flags & CV_ROW_UNDER)) return from;
    if (cv_walk_row(w, from)->three && from && cv_walk_row(w, from - 1)->three)
        return from; /* the last row of a table */
    for (size_t i = from; i < end; i++) {
        if (cv_walk_row(w, i)->three && (!over || end >= w->rows.list.n || cv_walk_row(w, end)->three)) return from;
        if (!over && i + 1 < end && cv_last_sign(cv_walk_row(w, i)->s) == '.') return from; /* text above the heading */
        if (cv_has_figures(cv_walk_row(w, i)->s)) return from; /* a table's, its gaps lost */
        bytes += cv_walk_row(w, i)->s.n;
    }
    if (end - from > (over ? BOXED_ROWS : HEADING_ROWS)) return from;
    if (bytes > (over ? 400u : 240u)) return from;
    /* The dashes below may be the line above the next heading: "… of the text." / "-------" / "COMMENT" / "-------" */
    if (!over && end < w->rows.list.n && cv_walk_row(w, end)->flags & CV_ROW_OVER &&
        !(cv_walk_row(w, end)->flags & CV_ROW_BLANK)) {
        size_t next = block_end(w, end, BOXED_ROWS);
        if (cv_walk_row(w, next - 1)->flags & CV_ROW_UNDER &&
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
static bool short_block(struct cv_walk *w, size_t from, size_t end) {
    for (size_t i = from; i < end; i++) {
        struct cv_span s = cv_walk_row(w, i)->s, portion, meaning;
        size_t n;
        if (cv_span_chr(s, ':') != SIZE_MAX && cv_label_match(s, &n) != CV_LABEL_NONE) return false; /* of a repeat */
        bool mark = cv_mark_match(s, w->p->arena, &n, &portion, &meaning);
        if (mark && i > from) return false;
        if (end - from > 1 && is_person(s)) return false;
        if (mark) s = cv_span_from(s, n);
        if (i > from && s.n && cv_is_lower(s.p[0])) { /* the second line goes on */
            char last = cv_last_sign(s);
            if (s.n > 75 || cv_walk_row(w, i)->three || last == '.' || last == ';' || last == ':') return false;
        } else if (end - from > 1 && s.n && s.p[s.n - 1] == ':')
            return false;
        else if (!cv_heading_shape(s) && !(i + 1 < end && s.n <= 75 && cv_last_sign(s) == ','))
            return false;
    }
    return true;
}

static bool block_case(struct cv_walk *w, size_t from, size_t end) {
    for (size_t i = from; i < end; i++) {
        struct cv_span s = cv_walk_row(w, i)->s, portion, meaning;
        size_t n;
        if (i == from && cv_mark_match(s, w->p->arena, &n, &portion, &meaning)) s = cv_span_from(s, n);
        if (!cv_heading_case(s)) return false;
    }
    return true;
}

/* What stands before does not go on: the text ended, or nothing was written since a heading. */
static bool text_closed(struct cv_walk *w, size_t from) {
    struct cv_span s;
    char c;
    if (!from || !w->before || !w->open) return true;
    s = cv_walk_row(w, from - 1)->s;
    c = cv_last_sign(s);
    if (c == '.' || c == '?' || c == '!' || c == '"' || cv_walk_row(w, from - 1)->three) return true;
    if (!w->rows.capitals) return c != ',' && (s.n < 75 || c == ':');
    return cv_ends_block(s);
}

/* Several lines are a heading only where nothing stands before that they could go on: no list. */
static bool sentence_before(struct cv_walk *w, size_t from) {
    char c;
    if (!from || !w->before || !w->open) return true;
    c = cv_last_sign(cv_walk_row(w, from - 1)->s);
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
static size_t short_line(struct cv_walk *w, size_t from) {
    size_t end;
    if (from >= w->rows.list.n || cv_walk_row(w, from)->flags & (CV_ROW_STARTS | CV_ROW_TAIL)) return from;
    end = block_end(w, from, 1);
    return end - from == 1 && short_block(w, from, end) ? end : from;
}

/* Three and more blocks of one short line are a list of names, though each looks like a heading. */
static bool is_list(struct cv_walk *w, size_t from, size_t end) {
    size_t next;
    if (from && w->before == cv_walk_row(w, from - 1) && w->before->flags & CV_ROW_BLANK &&
        !(w->before->flags & CV_ROW_STARTS) && cv_heading_shape(w->before->s))
        return true;
    next = short_line(w, end);
    return next > end && !cv_walk_number_follows(w, next) && short_line(w, next) > next;
}

/* The row before a line that begins with an item's letter is the item before it; not so "C. …" before "A. …". */
static bool goes_on_list(const struct cv_row *before, char letter) {
    char c = before->s.p[0];
    if (before->flags & CV_ROW_STARTS || !cv_item_mark(before->s)) return false;
    return !cv_is_upper(c) || c + 1 == letter;
}

/* "Participants:", "A. The Economy" alone before a number are headings, though with other neighbours they are text. */
static bool before_number(struct cv_walk *w, size_t from) {
    const struct cv_row *row = cv_walk_row(w, from);
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
    return cv_is_upper(s.p[0]) && !(from && goes_on_list(cv_walk_row(w, from - 1), s.p[0]));
}

/* "III. COMMENT": a Roman numeral divides a telegram, though blank lines around it were lost. */
static bool is_roman(struct cv_span s) {
    size_t n = 0;
    while (n < s.n && (s.p[n] == 'I' || s.p[n] == 'V' || s.p[n] == 'X')) n++;
    return n && n <= 5 && n + 2 < s.n && s.p[n] == '.' && cv_is_blank(s.p[n + 1]);
}

/* A page break fell into the sentence: a whole line stands before it, and no blank line but the page's own. */
bool cv_walk_page_in_sentence(struct cv_walk *w, size_t from) {
    enum { WHOLE_LINE = 45 };
    struct cv_span s;
    if (!from || !w->before || !w->open || cv_walk_row(w, from)->flags & (CV_ROW_BLANK | CV_ROW_OVER)) return false;
    s = cv_walk_row(w, from - 1)->s;
    return cv_walk_row(w, from)->flags & CV_ROW_CUT && s.n >= WHOLE_LINE && !cv_ends_sentence(s);
}

/* "B. PROGRAMS" where the heading that holds is "A. ENFORCEMENT". */
static bool is_next_letter(struct cv_span heading, struct cv_span s) {
    return heading.n > 2 && s.n > 2 && cv_is_upper(heading.p[0]) && heading.p[1] == '.' && s.p[1] == '.' &&
           s.p[0] == heading.p[0] + 1;
}

/* "… MILLION TONS." / "IMPORTS" / "2. …" where all blank lines were lost: a few words between a sentence's end and the
 * next number; with no blank line of its own, and no end of a list or of an abbreviation before it. */
static bool between_numbers(struct cv_walk *w, size_t from) {
    enum { LONGEST = 48 };
    const struct cv_row *row = cv_walk_row(w, from), *above = from ? row - 1 : NULL;
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
static bool heads_from_block(struct cv_walk *w, size_t from) {
    struct cv_marker m;
    if (cv_marker_match(cv_heading_trim(cv_walk_row(w, from)->s), &m)) /* "//COMMENT//" */
        return m.alone && !m.end && !m.closed && sentence_before(w, from);
    return w->rows.capitals ? between_numbers(w, from) : sentence_before(w, from);
}

/* "SUMMARY" above its text without a blank line between. */
static bool marker_above(struct cv_walk *w, size_t from, size_t end) {
    struct cv_marker m;
    return end - from > 1 && !(cv_walk_row(w, from + 1)->flags & CV_ROW_PIECE) &&
           cv_marker_match(cv_walk_row(w, from)->s, &m) && m.alone && !m.closed && !m.end && m.capital &&
           m.role != CV_ROLE_NOTE;
}

/* A list that a page break divides: its next line stands as far in as the one before it. */
static bool list_over_page(const struct cv_walk *w, const struct cv_row *row) {
    return row->flags & CV_ROW_CUT && w->before && row->indent > 1 && row->indent == w->before->indent &&
           !cv_ends_sentence(w->before->s);
}

/* "Participants:" with names below: what stands over some of them is a country, no heading of the cable. */
static bool names_listed(const struct cv_walk *w) {
    static const char *const words[] = {"PARTICIPANTS", "ATTENDEES", "MEETING PARTICIPANTS", "THE PARTICIPANTS"};
    struct cv_span s = cv_span_of(w->text.p + w->from, w->text.n - w->from);
    if (!w->open || !s.n) return false;
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_starts(s, words[i])) return true;
    return false;
}

/* Short lines alone, in capitals or title case, or before a number: 1 + the last; `from`: no heading. */
static size_t plain_block(struct cv_walk *w, size_t from) {
    const struct cv_row *row = cv_walk_row(w, from);
    size_t end = block_end(w, from, HEADING_ROWS);
    bool before = row->flags & (CV_ROW_BLANK | CV_ROW_OVER | CV_ROW_CUT) || !from;
    bool number = cv_walk_number_follows(w, end), after;
    struct cv_marker m;
    bool divides = row->flags & (CV_ROW_BLANK | CV_ROW_OVER) || is_roman(row->s) || is_next_letter(w->heading, row->s);
    if (row->flags & (CV_ROW_KEPT | CV_ROW_QUOTED) || cv_walk_page_in_sentence(w, from) || list_over_page(w, row))
        return from;
    if (!divides && number && from && w->rows.capitals) divides = between_numbers(w, from);
    if (end - from == 1 && number && divides && text_closed(w, from) && before_number(w, from)) return end;
    if (before && marker_above(w, from, end)) return from + 1;
    after = cv_walk_row(w, end - 1)->flags & CV_ROW_AFTER || number;
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

size_t cv_heading_plain(struct cv_walk *w, size_t from) {
    size_t end = plain_block(w, from);
    return end > from && cv_walk_entire_text(w, cv_walk_row(w, from)->s) ? from : end;
}

/* A heading of two lines each of which is underlined: "Minister of Foreign and" / "-----" / "Trade - A. Name" / "-----". */
size_t cv_heading_stacked(struct cv_walk *w, size_t from, size_t end) {
    enum { BROKEN_LINE = 30 }; /* a shorter one is a heading of its own, unless it ends in a word that cannot end one */
    struct cv_span first = cv_walk_row(w, end - 1)->s;
    size_t next;
    if (!(cv_walk_row(w, end - 1)->flags & CV_ROW_UNDER) || cv_walk_row(w, from)->flags & CV_ROW_OVER) return end;
    if (end >= w->rows.list.n || cv_walk_row(w, end)->flags & (CV_ROW_BLANK | CV_ROW_STARTS | CV_ROW_TAIL)) return end;
    if (first.n < BROKEN_LINE && !cv_is_connecting(cv_last_word(first)) && cv_last_sign(first) != ',') return end;
    next = cv_heading_underlined(w, end);
    return next > end ? next : end;
}

void cv_heading_take(struct cv_walk *w, size_t from, size_t end) {
    struct cv_buf b = {.arena = w->p->arena};
    struct cv_span one = CV_NONE;
    struct cv_marker m;
    for (size_t i = from; i < end; i++) {
        struct cv_span s = cv_walk_row(w, i)->s, portion, meaning, bare;
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
