/* joining.c - how the lines of one paragraph are put together again.
 * May not: change a byte of a line. Facts: sheet 11 "Lines". */
#include "text.h"

enum { SHORT_LINE = 45, FULL_LINE = 55 };

static bool is_tabular(const struct cv_row *row) { return row->three > 0; }

/* Three blanks inside one of them, or two in several neighbouring lines. */
static bool tabular_pair(const struct cv_row *a, const struct cv_row *b) {
    return is_tabular(a) || is_tabular(b) || (a->flags & b->flags & CV_ROW_TABLE);
}

/* A letter or number that heads a line need not be an item's: "J. Smith", "15. March". */
/* "a. Ward A" / "b. Ward B": the next letter in the same dress. */
static bool next_item(struct cv_span before, struct cv_span s) {
    if (before.n < 4 || s.n < 4) return false;
    if (before.p[0] == '(' && s.p[0] == '(') before = cv_span_from(before, 1), s = cv_span_from(s, 1);
    return cv_is_alpha(before.p[0]) && s.p[0] == before.p[0] + 1 && s.p[1] == before.p[1] &&
           (s.p[1] == '.' || s.p[1] == ')') && cv_is_blank(before.p[2]) && cv_is_blank(s.p[2]);
}

static bool plausible_item(const struct cv_row *before, const struct cv_row *row) {
    struct cv_span word;
    char last;
    bool bracket = row->s.p[0] == '(' && row->s.n > 1 && cv_is_upper(row->s.p[1]); /* "(C)" may be a mark */
    if (!bracket && (!cv_is_alnum(row->s.p[0]) || (row->s.n > 1 && row->s.p[1] == ' '))) return true;
    if (next_item(before->s, row->s)) return true;
    last = cv_last_sign(before->s);
    word = cv_last_word(before->s);
    if (last == '.' || last == ':' || last == ';' || last == ',' || last == '?' || last == '!')
        return !cv_month_of(word);
    if (cv_span_is(word, "and") || cv_span_is(word, "or")) return true;
    if (cv_month_of(word) && cv_is_digit(row->s.p[0])) return false;
    return before->s.n < SHORT_LINE && !cv_is_connecting(word);
}

static bool joins_closely(struct cv_span before, struct cv_span row) {
    char last = before.p[before.n - 1];
    if ((last == '-' || last == '/') && before.n > 1 && cv_is_alpha(before.p[before.n - 2]) && cv_is_alpha(row.p[0]))
        return true;
    /* an apostrophe before a lone s */
    if ((row.p[0] == 's' || row.p[0] == 'S') && (row.n == 1 || cv_is_blank(row.p[1]))) {
        if (last == '\'') return true;
        if (before.n >= 3 && memcmp(before.p + before.n - 3, "\xE2\x80\x99", 3) == 0) return true;
    }
    return false;
}

static bool begins_anew(struct cv_span s) { return cv_is_upper(s.p[0]) || cv_is_digit(s.p[0]); }

/* Short lines that are lists: names, addresses, verse. */
static bool is_short_line(const struct cv_row *before, const struct cv_row *row) {
    char last = before->s.p[before->s.n - 1];
    if (cv_is_digit(row->s.p[0]) && !cv_item_mark(row->s) && cv_month_of(cv_last_word(before->s)))
        return false; /* "ON SEPTEMBER" / "5 AND 8" */
    return before->s.n < SHORT_LINE && last != ',' && last != '-' && !cv_is_connecting(cv_last_word(before->s));
}

/* A word that would have a small letter where there are small letters. */
static bool begins_connecting(struct cv_span s) {
    struct cv_span word = cv_span_word(&s);
    return cv_is_connecting(word) && word.n > 1 && !cv_span_is(word, "THE") && !cv_span_is(word, "AN");
}

static bool same_first_word(struct cv_span a, struct cv_span b) {
    for (size_t n; (n = cv_item_mark(a));) a = cv_span_from(a, n); /* "4. (C) TO …" */
    return cv_span_eq(cv_span_word(&a), cv_span_word(&b));
}

/* The sentence that the row ends began on a full line above it. */
static bool began_above(const struct cv_rows *rows, const struct cv_row *row) {
    return row > rows->list.v && !(row->flags & (CV_ROW_BLANK | CV_ROW_OVER | CV_ROW_STARTS)) &&
           row[-1].s.n >= FULL_LINE && !cv_ends_sentence(row[-1].s);
}

/* In capitals a short line is no list's where the sentence began on a full line before it, or goes on with a word that
 * begins none. */
static bool runs_on(const struct cv_rows *rows, const struct cv_row *before, const struct cv_row *row) {
    enum { LONG_ENOUGH = 30 };
    if (!rows->capitals) return false;
    if (begins_connecting(row->s)) return !same_first_word(before->s, row->s); /* "TO A: 4" / "TO B: 5" */
    return began_above(rows, before) && row->s.n >= LONG_ENOUGH && !cv_ends_sentence(before->s);
}

bool cv_row_continues(const struct cv_rows *rows, const struct cv_row *before, const struct cv_row *row) {
    struct cv_span word = cv_last_word(before->s);
    char last = cv_last_sign(before->s);
    if (cv_ends_sentence(before->s) || last == ';' || cv_item_mark(row->s)) return false;
    if (cv_ends_block(before->s)) return false;
    if (row->flags & CV_ROW_STARTS || before->flags & CV_ROW_UNDER || row->flags & CV_ROW_OVER) return false;
    if (tabular_pair(before, row)) return false;
    if (cv_is_lower(row->s.p[0])) return true;
    if (rows->capitals && begins_connecting(row->s) &&
        (before->s.n >= SHORT_LINE || row->flags & CV_ROW_CUT || began_above(rows, before)))
        return true; /* but "DEAR MR. PRESIDENT," / / "IT WAS …", "4. THE GUNS" / / "HE WANTS …" */
    if (row->flags & CV_ROW_CUT && (before->s.n >= SHORT_LINE || (rows->capitals && began_above(rows, before))))
        return true;
    /* Capitals only: there is no small letter to tell by, but a full line without a full stop. */
    return rows->capitals && (last == ',' || cv_is_connecting(word) || before->s.n >= FULL_LINE) &&
           (before->s.n >= SHORT_LINE || row->flags & CV_ROW_CUT);
}

/* "2006." alone: the year that closes a sentence. */
static bool is_year(struct cv_span s) {
    if (s.n != 5 || s.p[4] != '.' || (s.p[0] != '1' && s.p[0] != '2')) return false;
    return cv_is_digit(s.p[1]) && cv_is_digit(s.p[2]) && cv_is_digit(s.p[3]);
}

char cv_rows_join(const struct cv_rows *rows, const struct cv_row *before, const struct cv_row *row) {
    bool closely = joins_closely(before->s, row->s);
    if (row->flags & CV_ROW_CLOSED) return 0;
    if (row->flags & CV_ROW_BLANK || row->flags & CV_ROW_OVER) {
        if (!cv_row_continues(rows, before, row)) return '\n';
        return closely ? 0 : ' ';
    }
    if (cv_item_mark(row->s) && plausible_item(before, row)) return '\n';
    if (closely) return 0;
    if (row->flags & CV_ROW_PIECE || is_year(row->s)) return ' ';
    if (tabular_pair(before, row)) return '\n';
    return is_short_line(before, row) && begins_anew(row->s) && !runs_on(rows, before, row) ? '\n' : ' ';
}
