/* records.c - rows and values of comma- or tab-separated text: quotes, both ways of escaping them, and what to do when
 * one is never closed.
 * May not: know what a column means, or swallow the rows behind an open quote.
 * Facts: NARA sheet 6; RFC 4180 section 2 for doubled quotes. */
#include "csv.h"

enum {
    CLOSE_WITHIN = 4 << 20 /* a quoted value longer than this is not closed: no cable comes near it */
};

static bool ends_line(char c) { return c == '\n' || c == '\r'; }

bool cv_csv_dump_row(struct cv_span s) {
    size_t i = 1, digits = 0, slashes = 0;
    if (s.n < 8 || s.p[0] != '"') return false;
    while (i < s.n && i < 12 && cv_is_digit(s.p[i])) i++;
    if (i == 1 || i + 3 >= s.n || s.p[i] != '"' || s.p[i + 1] != ',' || s.p[i + 2] != '"') return false;
    for (i += 3; i < s.n && (cv_is_digit(s.p[i]) || s.p[i] == '/'); i++) {
        digits += s.p[i] != '/';
        slashes += s.p[i] == '/';
    }
    return slashes == 2 && digits >= 6 && digits <= 8;
}

/* ---- rows ------------------------------------------------------------------------------------------------- */

struct cut {
    struct cv_reader *r;
    struct cv_csv_dialect *d;
    size_t at, open, resume; /* offset; of the opening quote; of the first line begin inside the value */
    bool resumed;            /* resume is the beginning of a row of the dump */
    enum cv_status rc;
};

/* The byte at offset i; -1 at the end of the stream or in trouble (c->rc). */
static int byte_at(struct cut *c, size_t i) {
    while (i >= c->r->n)
        if (!cv_reader_more(c->r, &c->rc)) return -1;
    return (unsigned char)c->r->p[i];
}

/* The quote at c->at inside a value: does it close it? Moves behind it. */
static bool closing_quote(struct cut *c) {
    int after = byte_at(c, c->at + 1);
    if (after == '"' && c->d->escape != CV_CSV_BACKSLASH) { /* doubled */
        c->d->escape = CV_CSV_DOUBLED;
        c->at += 2;
        return false;
    }
    c->at++;
    return true;
}

/* A backslash inside a value. Undecided, one before a quote that ends the value is a plain sign of it. */
static void backslash(struct cut *c) {
    int next = byte_at(c, c->at + 1), after;
    if (c->d->escape == CV_CSV_DOUBLED) {
        c->at++;
        return;
    }
    if (next == '"' && c->d->escape == CV_CSV_UNDECIDED) {
        after = byte_at(c, c->at + 2);
        if (!c->d->dump && (after == c->d->delimiter || after == '\n' || after == '\r' || after < 0)) {
            c->at++;
            return;
        }
        c->d->escape = CV_CSV_BACKSLASH;
    }
    c->at += next == '"' || next == '\\' ? 2 : 1;
}

/* Passes over a quoted value; false where it does not end. */
static bool pass_quoted(struct cut *c) {
    c->open = c->at++;
    c->resume = 0;
    for (;;) {
        int b = byte_at(c, c->at);
        if (b < 0 || c->at - c->open > CLOSE_WITHIN) return false;
        if (b == '"') {
            if (closing_quote(c)) return true;
        } else if (b == '\\') {
            backslash(c);
        } else if (ends_line((char)b)) {
            c->at++;
            if (!c->resume) c->resume = c->at;
            (void)byte_at(c, c->at + 40);
            if (c->at < c->r->n && c->r->p[c->at] == '"' &&
                cv_csv_dump_row(cv_span_of(c->r->p + c->at, c->r->n - c->at))) {
                c->resume = c->at;
                c->resumed = true;
                return false;
            }
        } else {
            /* To the next byte that means something. */
            const char *p = c->r->p + c->at, *end = c->r->p + c->r->n;
            while (p < end && *p != '"' && *p != '\\' && !ends_line(*p)) p++;
            c->at = (size_t)(p - c->r->p);
        }
    }
}

enum cv_status cv_csv_row(struct cv_reader *r, struct cv_csv_dialect *d, size_t *n, bool *unclosed) {
    struct cut c = {.r = r, .d = d};
    bool start = true; /* at the start of a value: only there does a quote open one */
    *unclosed = false;
    for (;;) {
        int b = byte_at(&c, c.at);
        if (b < 0) break;
        if (b == '"' && start) {
            if (!pass_quoted(&c)) {
                if (c.rc != CV_OK && c.rc != CV_LIMIT) return c.rc;
                *unclosed = true;
                /* In the dump the next row shows itself; of other tables the next line is taken for it. */
                *n = c.resume && (!d->dump || c.resumed) ? c.resume : c.at;
                return CV_OK;
            }
            start = false;
            continue;
        }
        c.at++;
        if (b == '\n' || b == '\r') {
            if (b == '\r' && byte_at(&c, c.at) == '\n') c.at++;
            break;
        }
        start = b == d->delimiter || (start && b == ' ');
    }
    *n = c.at;
    return c.rc;
}

/* ---- values ------------------------------------------------------------------------------------------------- */

/* A quoted value from its opening quote on; *n: its bytes with both quotes. */
static struct cv_span unquote(struct cv_span s, enum cv_csv_escape escape, struct cv_arena *a, size_t *n) {
    struct cv_buf b = {.arena = a};
    size_t from = 1, i = 1;
    bool plain = true;
    for (; i < s.n; i++) {
        char next = (char)(i + 1 < s.n ? s.p[i + 1] : 0);
        bool escaped =
            escape == CV_CSV_BACKSLASH ? s.p[i] == '\\' && (next == '"' || next == '\\') : s.p[i] == '"' && next == '"';
        if (escaped) {
            cv_buf_add(&b, cv_span_of(s.p + from, i - from));
            from = ++i; /* the escaped sign itself begins the next piece */
            plain = false;
        } else if (s.p[i] == '"') {
            break;
        }
    }
    if (i > s.n) i = s.n;
    *n = i < s.n ? i + 1 : s.n;
    if (plain) return cv_span_of(s.p + 1, i - 1);
    cv_buf_add(&b, cv_span_of(s.p + from, i - from));
    return b.n ? cv_buf_span(&b) : cv_span_of(s.p, 0);
}

static unsigned count_newlines(struct cv_span s) {
    unsigned n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == '\n' || (s.p[i] == '\r' && (i + 1 == s.n || s.p[i + 1] != '\n'));
    return n;
}

size_t cv_csv_values(struct cv_span row, const struct cv_csv_dialect *d, struct cv_arena *a, struct cv_span *value,
                     unsigned *line) {
    size_t count = 0, at = 0, counted = 0;
    unsigned no = 0;
    /* The dump's own way holds until a quote is seen doubled. */
    enum cv_csv_escape escape = d->dump && d->escape == CV_CSV_UNDECIDED ? CV_CSV_BACKSLASH : d->escape;
    while (row.n && ends_line(row.p[row.n - 1])) row.n--;
    while (count < CV_CSV_COLUMNS) {
        struct cv_span rest;
        size_t n, blanks = at;
        while (blanks < row.n && row.p[blanks] == ' ') blanks++;
        if (blanks < row.n && row.p[blanks] == '"') at = blanks;
        rest = cv_span_from(row, at);
        no += count_newlines(cv_span_of(row.p + counted, at - counted));
        counted = at;
        line[count] = no;
        if (rest.n && rest.p[0] == '"') {
            value[count] = unquote(rest, escape, a, &n);
            while (n < rest.n && rest.p[n] != d->delimiter) n++; /* blanks behind the quote */
        } else {
            n = cv_span_chr(rest, d->delimiter);
            if (n == SIZE_MAX) n = rest.n;
            value[count] = cv_span_first(rest, n);
        }
        count++;
        at += n;
        if (at >= row.n) break;
        at++;
    }
    return count;
}
