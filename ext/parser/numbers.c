/* numbers.c - paragraph numbers: which numbers at a line's start (or inside joined text) begin a paragraph, and which
 * are dates, amounts, list items or a quoted document's.
 * May not: join lines. Facts: 5 FAH-1 H-246.2; sheet 11 "Numbers and marks", 16. */
#include "text.h"

enum { NUMBER_DIGITS = 3, NUMBER_MAX = 1000, JOINED_LINE = 110, SHORTEST_JOINED = 40 };

/* ---- one number ---- */

/* "12." or "12)", with what may follow it: the end of it, or i. *sign: there was one. */
static size_t plain_number(struct cv_span s, size_t i, int *number, bool *sign) {
    size_t end = i;
    *sign = false;
    while (end < s.n && end - i <= NUMBER_DIGITS && cv_is_digit(s.p[end])) end++;
    if (end == i || end - i > NUMBER_DIGITS || !cv_span_to_int(cv_span_range(s.p + i, s.p + end), number)) return i;
    if (end + 2 < s.n && s.p[end] == ' ' && s.p[end + 1] == '.' && s.p[end + 2] == ' ') end++; /* noise of copying */
    if (end < s.n && (s.p[end] == '.' || s.p[end] == ')')) {
        *sign = true;
        end++;
        if (end < s.n && s.p[end] == '.' && end + 1 < s.n && cv_is_blank(s.p[end + 1])) end++; /* "4.. " */
        if (end < s.n && s.p[end] == '-' && (end + 1 == s.n || cv_is_blank(s.p[end + 1]))) end++;
    }
    return end;
}

static bool read_mark(struct cv_span s, size_t *i, struct cv_arena *a, struct cv_number *out) {
    size_t n = 0;
    if (out->mark.p || !cv_may_be_mark(cv_span_from(s, *i)) ||
        !cv_mark_read(cv_span_from(s, *i), a, &n, &out->portion, &out->meaning, &out->garbled))
        return false;
    out->mark = cv_span_trim(cv_span_range(s.p + *i, s.p + *i + n));
    *i += n;
    return true;
}

/* "U) text", "(SBU text": a bracket of the mark is lost; only in capitals, behind a number with its point. */
static void half_mark(struct cv_span s, size_t *i, struct cv_arena *a, struct cv_number *out) {
    enum { LONGEST = 9, REACH = 60 };
    char whole[LONGEST + 2];
    size_t from = cv_skip_blanks(s, *i), end, n = 0;
    bool open = from < s.n && s.p[from] == '(', closed;
    struct cv_span word;
    from += open;
    for (end = from; end < s.n && end - from < LONGEST && (cv_is_upper(s.p[end]) || s.p[end] == '/'); end++) {
    }
    word = cv_span_range(s.p + from, s.p + end);
    closed = end < s.n && s.p[end] == ')';
    end += closed;
    if (open == closed || !word.n || end + 1 >= s.n || !cv_is_blank(s.p[end])) return;
    /* no marks: "(U Thant", "(LOU - ENTIRE TEXT)" */
    if (open && (word.n < 3 || cv_span_chr(cv_span_from(s, end), ')') < REACH)) return;
    whole[0] = '(';
    memcpy(whole + 1, word.p, word.n);
    whole[word.n + 1] = ')';
    if (!cv_mark_read(cv_span_of(whole, word.n + 2), a, &n, &out->portion, &out->meaning, &out->garbled) ||
        out->garbled)
        return;
    out->garbled = true;
    out->mark = cv_span_range(word.p - open, s.p + end);
    *i = end;
}

/* "1. 1. Summary", "¶7. 6. The …": what the sender's system doubled. */
static size_t doubled(struct cv_span s, size_t i, struct cv_number *out) {
    int again = 0;
    bool sign;
    size_t from = cv_skip_blanks(s, i), end = plain_number(s, from, &again, &sign);
    if (end == from || !sign || s.p[end - 1] != '.' || again > out->number || again + 3 < out->number) return i;
    if (end < s.n && !cv_is_blank(s.p[end])) return i;
    out->digits[1] = cv_span_range(s.p + from, s.p + end);
    return end;
}

/* A digit, a mark's bracket, the first byte of a pilcrow, or PARA: most lines begin otherwise. */
static bool may_be_number(struct cv_span s) {
    char c = s.p[0];
    return cv_is_digit(c) || c == '(' || c == '{' || c == '[' || c == '\xC2' ||
           (c == 'P' && cv_span_starts(s, "PARA "));
}

bool cv_number_match(struct cv_span s, struct cv_arena *a, struct cv_number *out) {
    size_t at, i, end, digits;
    bool sign = false, before;
    i = cv_skip_blanks(s, 0);
    if (i == s.n || !may_be_number(cv_span_from(s, i))) return false;
    *out = (struct cv_number){.number = -1};
    at = cv_pilcrow(s);
    if (at) out->pilcrow = cv_span_trim(cv_span_first(s, at));
    i = cv_skip_blanks(s, at);
    before = i < s.n && !cv_is_digit(s.p[i]) && read_mark(s, &i, a, out);
    i = cv_skip_blanks(s, i);
    digits = cv_span_starts(cv_span_from(s, i), "PARA ") ? cv_skip_blanks(s, i + 5) : i + (i < s.n && s.p[i] == '(');
    end = plain_number(s, digits, &out->number, &sign);
    if (end == digits) return false;
    if (digits == i + 1 && s.p[end - 1] != ')') return false;
    if (digits > i) sign = false; /* "PARA 5. (C)", "(5) (C)" */
    if (!sign && end + 1 < s.n && (s.p[end] == ',' || s.p[end] == ':') && cv_is_blank(s.p[end + 1]))
        end++; /* "2, (C)" */
    out->digits[0] = cv_span_range(s.p + i, s.p + end);
    i = end;
    if (!sign && before) return false; /* "(C) 5 percent" */
    if (i < s.n && sign && !cv_is_blank(s.p[i]) && s.p[i] != '(' && s.p[i] != '{' && s.p[i] != '[' && s.p[i] != '~' &&
        !(cv_is_upper(s.p[i]) && s.p[i - 1] == '.'))
        return false;
    end = cv_skip_blanks(s, i);
    out->wide = end - i >= 2;
    i = end;
    if (!before && !read_mark(s, &i, a, out) && sign) half_mark(s, &i, a, out);
    if (!sign && !out->mark.p && !(out->pilcrow.p && i == s.n)) return false; /* "8 (C)" needs its mark */
    if (!sign && out->garbled) return false;
    end = doubled(s, i, out);
    if (end != i) {
        i = cv_skip_blanks(s, end);
        read_mark(s, &i, a, out);
    }
    out->n = cv_skip_blanks(s, i);
    return true;
}

/* ---- which numbers count ---- */

struct candidate {
    size_t row;
    int number;
    const struct cv_number *match;
    bool mark, strong; /* strong: a mark, two blanks, or a blank line before it */
    bool blank;
};

struct settle {
    struct cv_parse *p;
    struct cv_rows *rows;
    struct cv_rows out; /* the rows anew, once one is divided */
    bool divided;
    CV_LIST(struct candidate) list;
    size_t *last_marked, *last_strong; /* by number: 1 + the last candidate that has it */
    size_t next;                       /* candidate of the list that is looked at */
    int last;                          /* number of the paragraph before; -1: none yet */
    int expected_gap;                  /* a misprinted number stood where `last` says */
    int item;                          /* last number of an open list; 0: none */
    bool points;                       /* the paragraph before has a point behind its number */
    unsigned marked, unmarked;         /* paragraphs so far */
    bool *used;                        /* by number: a paragraph has it */
    int numbers;                       /* 1 + the highest number of a candidate, at most NUMBER_MAX */
    bool quotes, quoted;               /* a quotation begins somewhere; is open */
    size_t quote_end;                  /* 1 + the last row that ends a quotation */
};

/* Quotation marks in words: where a quoted document begins and ends. The word, or one of the words behind `lead`. */
static bool mentions(struct cv_span s, const char *lead, const char *const *words, size_t n, const char *alone) {
    size_t skip = strlen(lead);
    for (size_t i = 0; i + 4 < s.n; i++) {
        char c = cv_to_upper(s.p[i]);
        struct cv_span rest;
        if ((c != lead[0] && c != alone[0]) || (i && cv_is_alpha(s.p[i - 1]))) continue;
        rest = cv_span_from(s, i);
        if (cv_span_starts(rest, alone) && (alone[0] == 'U' || (rest.n > 5 && (rest.p[5] == ':' || rest.p[5] == '.'))))
            return true;
        if (!cv_span_starts(rest, lead)) continue;
        rest = cv_span_from(rest, skip);
        for (size_t k = 0; k < n; k++)
            if (cv_span_starts(rest, words[k])) return true;
    }
    return false;
}

static bool begins_quote(struct cv_span s) {
    static const char *const words[] = {"TEXT",        "QUOTE",     "UNOFFICIAL", "INFORMAL",  "OFFICIAL",
                                        "TRANSLATION", "NON-PAPER", "NONPAPER",   "POINTS",    "TALKING",
                                        "LETTER",      "VERBATIM",  "EMBASSY",    "STATEMENT", "DRAFT"};
    return mentions(s, "BEGIN ", words, CV_ARRAY_LEN(words), "QUOTE") ||
           (s.n >= 5 && cv_span_ends(s, "QUOTE") && !cv_span_ends(s, "UNQUOTE"));
}

static bool ends_quote(struct cv_span s) {
    static const char *const words[] = {"TEXT",        "OF TEXT",   "QUOTE",     "UNOFFICIAL", "INFORMAL", "OFFICIAL",
                                        "TRANSLATION", "NON-PAPER", "NONPAPER",  "POINTS",     "TALKING",  "LETTER",
                                        "VERBATIM",    "EMBASSY",   "STATEMENT", "DRAFT"};
    return mentions(s, "END ", words, CV_ARRAY_LEN(words), "UNQUOTE");
}

/* In joined text every line is a block. */
static bool stands_free(const struct cv_row *row, const struct cv_row *before) {
    return !before || row->flags & (CV_ROW_BLANK | CV_ROW_OVER | CV_ROW_CUT) || row->s.n > JOINED_LINE ||
           before->s.n > JOINED_LINE;
}

/* Which candidate has a number last: tables as long as the highest number. */
static bool index_numbers(struct settle *w) {
    size_t n = (size_t)w->numbers + 1;
    w->last_marked = cv_arena_alloc(w->p->arena, n * sizeof *w->last_marked);
    w->last_strong = cv_arena_alloc(w->p->arena, n * sizeof *w->last_strong);
    w->used = cv_arena_alloc(w->p->arena, n * sizeof *w->used);
    if (!w->last_marked || !w->last_strong || !w->used) return false;
    for (size_t k = 0; k < w->list.n; k++) {
        const struct candidate *c = &w->list.v[k];
        if (c->number >= w->numbers) continue;
        if (c->mark) w->last_marked[c->number] = k + 1;
        if (c->strong) w->last_strong[c->number] = k + 1;
    }
    return true;
}

/* The numbers go up without blank lines before them. */
static bool is_dense(const struct settle *w) {
    unsigned free = 0, dense = 0;
    int last = -1;
    for (size_t k = 0; k < w->list.n; k++) {
        const struct candidate *c = &w->list.v[k];
        if (last < 0 || c->number == last + 1) {
            if (last >= 0 && w->rows->list.v[c->row].flags & (CV_ROW_BLANK | CV_ROW_OVER))
                free++;
            else if (last >= 0)
                dense++;
            last = c->number;
        }
    }
    return dense > 3 * free;
}

/* There a full stop before the number does what else a blank line does. */
static void free_dense(struct settle *w) {
    for (size_t k = 0; k < w->list.n; k++) {
        struct candidate *c = &w->list.v[k];
        if (c->blank || !c->row || !cv_ends_sentence(w->rows->list.v[c->row - 1].s) ||
            cv_last_sign(w->rows->list.v[c->row - 1].s) == ':')
            continue;
        c->blank = c->strong = true;
        if (c->number < w->numbers && w->last_strong[c->number] < k + 1) w->last_strong[c->number] = k + 1;
    }
}

static void collect(struct settle *w) {
    for (size_t i = 0; i < w->rows->list.n && !w->p->arena->failed; i++) {
        const struct cv_row *row = &w->rows->list.v[i];
        struct cv_number number, *match;
        struct candidate *c;
        if (row->flags & CV_ROW_MAY_QUOTE && begins_quote(row->s)) w->quotes = true;
        if (!may_be_number(row->s) || !cv_number_match(row->s, w->p->arena, &number) ||
            row->flags & (CV_ROW_TAIL | CV_ROW_APART))
            continue;
        c = CV_PUSH(w->p->arena, &w->list, struct candidate);
        match = cv_arena_room(w->p->arena, sizeof *match);
        if (!c || !match) return;
        *match = number;
        *c = (struct candidate){.row = i,
                                .match = match,
                                .number = number.number,
                                .mark = number.mark.p != NULL,
                                .blank = stands_free(row, i ? row - 1 : NULL)};
        c->strong = c->mark || c->blank || number.wide;
        if (c->number < NUMBER_MAX && c->number >= w->numbers) w->numbers = c->number + 1;
    }
}

/* Only where a quotation begins does it matter what ends one. */
static void find_quote_end(struct settle *w) {
    size_t i = w->quotes ? w->rows->list.n : 0;
    while (i && !ends_quote(w->rows->list.v[i - 1].s)) i--;
    w->quote_end = i;
}

/* The line before cannot end a paragraph: "… paragraphs 3 and" / "4. …", "January" / "15. …"; "… since January."
 * can: a point behind the whole name of a month ends a sentence. */
static bool line_goes_on(const struct cv_row *before) {
    struct cv_span word = cv_last_word(before->s);
    char last = before->s.p[before->s.n - 1];
    return last == ',' || cv_is_connecting(word) || (cv_month_of(word) && (last != '.' || word.n <= 4)) ||
           cv_span_is(word, "para") || cv_span_is(word, "paras") || cv_span_is(word, "paragraph") ||
           cv_span_is(word, "paragraphs") || cv_span_is(word, "page");
}

/* Most paragraphs so far have a mark. */
static bool marks_are_usual(const struct settle *w) { return w->marked > 1 && w->marked > 3 * w->unmarked; }

static bool later_marked(const struct settle *w, int number) {
    return number < w->numbers && w->last_marked[number] > w->next + 1;
}
static bool later_strong(const struct settle *w, int number) {
    return number < w->numbers && w->last_strong[number] > w->next + 1;
}

static int number_after(const struct settle *w) { return w->next + 1 < w->list.n ? w->list.v[w->next + 1].number : -1; }

/* "1) (S) …" below "4. (S)": another numbering than the paragraphs', though its items have marks. */
static bool other_sign(const struct settle *w, const struct candidate *c) {
    struct cv_span digits = c->match->digits[0];
    return w->points && digits.n && digits.p[digits.n - 1] == ')';
}

/* An item of a list in another numbering. */
static bool marked_item(const struct settle *w, const struct candidate *c) {
    return w->item && c->number == w->item + 1 && other_sign(w, c);
}

static bool next_in_sequence(const struct settle *w, const struct candidate *c, const struct cv_row *before) {
    bool list = w->item && c->number == w->item + 1;
    if (c->mark && marked_item(w, c) && later_marked(w, c->number)) return false;
    if (c->mark) return !w->quoted || !later_marked(w, c->number); /* of a quoted telegram: it comes again behind it */
    if (list && (w->quoted || marks_are_usual(w) || later_strong(w, c->number))) return false;
    if (later_marked(w, c->number) && (w->marked || list)) return false;
    return c->blank || !before || !line_goes_on(before);
}

static bool jumps(const struct settle *w, const struct candidate *c) {
    if (c->mark) return !marked_item(w, c);
    if (w->item && c->number == w->item + 1) return false;
    if (!c->strong || w->quoted || c->number > w->last + 40) return false;
    return !later_marked(w, w->last + 1);
}

/* All numbers begin anew (a table of contents before the text): no list below a line that announces one, and the old
 * sequence does not go on behind it. */
static bool restarts(const struct settle *w, const struct cv_row *before) {
    const struct candidate *c = &w->list.v[w->next];
    if (w->last < 2 || w->marked || !before || cv_last_sign(before->s) == ':' || later_strong(w, w->last + 1))
        return false;
    return w->next + 1 < w->list.n && c[1].number == 2 && c[1].blank;
}

static bool repeats(const struct settle *w, const struct candidate *c, const struct cv_row *before) {
    if (w->quoted || (w->item && c->number == w->item + 1 && !c->mark)) return false;
    if (c->mark) return !other_sign(w, c) && (c->blank || marks_are_usual(w));
    if (!c->blank || marks_are_usual(w)) return false;
    if (c->number == 1 && number_after(w) != w->last + 2) return restarts(w, before);
    /* a misprint: the sequence goes on behind it; or out of order */
    return c->number == w->last || number_after(w) == w->last + 2 ||
           (!w->item && c->number < w->numbers && !w->used[c->number]);
}

static bool counts(const struct settle *w, const struct candidate *c, const struct cv_row *before) {
    if (w->last < 0) return c->number < 100 || c->mark;
    if (c->number == w->last + 1) return next_in_sequence(w, c, before);
    if (c->number > w->last) return jumps(w, c);
    return repeats(w, c, before);
}

static void report(struct settle *w, int number, unsigned line_no) {
    if (w->last < 0) return;
    if (number > w->last + 1)
        cv_problem(w->p, CV_P_PARAGRAPH_GAP, line_no, "paragraph %d follows %d", number, w->last);
    else if (number <= w->last)
        cv_problem(w->p, CV_P_PARAGRAPH_REPEAT, line_no, "paragraph %d follows %d", number, w->last);
}

static void accept(struct settle *w, int number, bool mark, unsigned line_no) {
    bool misprint = number <= w->last && number_after(w) == w->last + 2;
    report(w, number, line_no);
    w->last = misprint ? w->last + 1 : number;
    if (number < w->numbers) w->used[number] = true;
    w->item = 0;
    if (mark)
        w->marked++;
    else
        w->unmarked++;
}

/* ---- joined text ---- */

static size_t joined_heading(struct cv_span s);

/* Where a number may begin in mid-line: behind the end of a sentence, or of a heading that was joined to one. */
static bool may_stand(struct cv_span before, bool joined) {
    char c = cv_last_sign(before);
    if (c == '.' || c == '?' || c == '!') return true;
    return joined && (c == ':' || joined_heading(before) != SIZE_MAX);
}

/* The next number with a mark behind it: where it begins, with a pilcrow before it; SIZE_MAX: none. */
static size_t find_inside(const struct settle *w, struct cv_span s, size_t from, struct cv_number *number) {
    for (size_t i = from; i + 2 < s.n; i++) {
        const char *hit = memchr(s.p + i, '(', s.n - i);
        size_t at, end;
        if (!hit) return SIZE_MAX;
        end = i = (size_t)(hit - s.p);
        while (end && cv_is_blank(s.p[end - 1])) end--;
        at = end;
        if (at && (s.p[at - 1] == '.' || s.p[at - 1] == ')')) at--;
        while (at && end - at < 6 && cv_is_digit(s.p[at - 1])) at--;
        if (at == end || !cv_is_digit(s.p[at]) || at < 3 || at < from) continue;
        if (at > 2 && memcmp(s.p + at - 2, "\xC2\xB6", 2) == 0) at -= 2;
        if (!cv_is_blank(s.p[at - 1])) continue;
        if (!cv_number_match(cv_span_from(s, at), w->p->arena, number) || !number->mark.p || number->garbled) continue;
        if (w->quoted && number->number < w->numbers && w->last_marked[number->number] > w->next)
            continue; /* of a quoted telegram: it comes again behind it */
        if (number->number == w->last + 1 && may_stand(cv_span_first(s, at), s.n > JOINED_LINE)) return at;
    }
    return SIZE_MAX;
}

/* "Background": no abbreviation. */
static bool is_word(struct cv_span s) {
    enum { SHORTEST = 5 };
    for (size_t i = 0; i < s.n; i++)
        if (!cv_is_alpha(s.p[i])) return false;
    return s.n >= SHORTEST;
}

/* The heading that a publisher joined to the end of the paragraph before: where it begins; s.n: none. */
static size_t joined_heading(struct cv_span s) {
    size_t i;
    s = cv_span_trim_right(s);
    if (cv_ends_sentence(s)) return SIZE_MAX;
    for (i = s.n; i > 2 && s.n - i < 76; i--) {
        struct cv_span tail;
        if (!cv_is_blank(s.p[i - 1]) || !cv_ends_sentence(cv_span_first(s, i - 1))) continue;
        tail = cv_span_trim(cv_span_from(s, i));
        if (cv_last_sign(cv_span_first(s, i - 1)) == ':') continue;
        if (cv_heading_shape(tail) && cv_heading_case(tail) && !cv_ends_block(tail) &&
            (cv_span_chr(tail, ' ') != SIZE_MAX || is_word(tail) || cv_heading_role(tail) != CV_ROLE_NONE))
            return i;
        return SIZE_MAX;
    }
    return SIZE_MAX;
}

static struct cv_row *push_row(struct settle *w, const struct cv_row *row, size_t from, size_t to) {
    struct cv_row *copy = CV_PUSH(w->p->arena, &w->out.list, struct cv_row);
    if (!copy) return NULL;
    *copy = *row;
    if (w->quoted) copy->flags |= CV_ROW_QUOTED;
    copy->s = cv_span_trim(cv_span_range(row->s.p + from, row->s.p + to));
    copy->match = NULL;
    if (from) {
        copy->flags = (unsigned short)((row->flags & (CV_ROW_AFTER | CV_ROW_UNDER | CV_ROW_MAY_MARK)) | CV_ROW_PIECE);
        copy->indent = 0;
    }
    if (to < row->s.n) copy->flags &= (unsigned short)~(CV_ROW_AFTER | CV_ROW_UNDER);
    return copy;
}

/* Joined text by its length, or by the page header that was taken out of its line. */
static bool is_joined(const struct cv_row *row, struct cv_span s) {
    return s.n > JOINED_LINE || row->flags & CV_ROW_PIECE;
}

/* Text, and the heading at its end when a marked number follows. */
static void push_text(struct settle *w, const struct cv_row *row, size_t from, size_t to, bool number_follows) {
    struct cv_span s = cv_span_range(row->s.p + from, row->s.p + to);
    size_t head = number_follows && is_joined(row, s) ? joined_heading(s) : SIZE_MAX;
    struct cv_row *copy;
    if (head == SIZE_MAX) {
        copy = push_row(w, row, from, to);
        if (copy && number_follows) copy->flags |= CV_ROW_AFTER;
        return;
    }
    copy = push_row(w, row, from, from + head);
    if (copy) copy->flags |= CV_ROW_AFTER;
    copy = push_row(w, row, from + head, to);
    if (copy) {
        copy->flags |= CV_ROW_AFTER | CV_ROW_UNDER | CV_ROW_BLANK;
        cv_problem(w->p, CV_P_HEADING_JOINED, row->no, "heading joined to a paragraph: %.*s", CV_FMT(copy->s));
    }
}

/* A row that is not divided. Rows stay where they are until the first one is. */
static void keep_row(struct settle *w, size_t i, const struct candidate *start, bool number_follows) {
    struct cv_row *row = &w->rows->list.v[i];
    if (w->divided) {
        struct cv_row *copy = CV_PUSH(w->p->arena, &w->out.list, struct cv_row);
        if (!copy) return;
        *copy = *row;
        row = copy;
    }
    if (w->quoted) row->flags |= CV_ROW_QUOTED;
    if (number_follows) row->flags |= CV_ROW_AFTER;
    row->s = cv_span_trim(row->s);
    if (!start) return;
    row->flags |= CV_ROW_STARTS;
    row->number = start->number;
    row->match = start->match;
}

static bool copy_rows_before(struct settle *w, size_t i) {
    if (w->divided) return true;
    if (!CV_RESERVE(w->p->arena, &w->out.list, struct cv_row, w->rows->list.n + 1)) return false;
    w->divided = true;
    if (i) memcpy(w->out.list.v, w->rows->list.v, i * sizeof *w->out.list.v);
    w->out.list.n = i;
    return true;
}

/* A row, divided where paragraphs begin in mid-line. start: its own first number, if that counts. */
static void divide(struct settle *w, size_t i, const struct candidate *start, bool number_follows) {
    const struct cv_row *row = &w->rows->list.v[i];
    bool starts = start != NULL, joined = number_follows && is_joined(row, row->s), more;
    int number = start ? start->number : -1;
    size_t from = 0, at = 0, n;
    struct cv_number inside;
    more = (row->s.n > SHORTEST_JOINED || row->flags & CV_ROW_PIECE) &&
           find_inside(w, row->s, starts ? 6 : 0, &inside) != SIZE_MAX;
    if (!more && !joined) {
        keep_row(w, i, start, number_follows);
        return;
    }
    if (!copy_rows_before(w, i)) return;
    n = w->out.list.n;
    while (more && (at = find_inside(w, row->s, from + (from || starts ? 6 : 0), &inside)) != SIZE_MAX) {
        push_text(w, row, from, at, true);
        if (starts && n < w->out.list.n) {
            w->out.list.v[n].flags |= CV_ROW_STARTS;
            w->out.list.v[n].number = number;
        }
        accept(w, inside.number, true, row->no);
        from = at;
        starts = true;
        number = inside.number;
        n = w->out.list.n;
    }
    push_text(w, row, from, row->s.n, number_follows);
    if (starts && n < w->out.list.n) {
        w->out.list.v[n].flags |= CV_ROW_STARTS;
        w->out.list.v[n].number = number;
    }
}

static void settle_row(struct settle *w, size_t i) {
    const struct cv_row *row = &w->rows->list.v[i];
    const struct candidate *c = w->next < w->list.n && w->list.v[w->next].row == i ? &w->list.v[w->next] : NULL;
    const struct candidate *follows;
    bool starts = false;
    if (c) {
        starts = counts(w, c, i ? &w->rows->list.v[i - 1] : NULL);
        if (starts) {
            struct cv_span digits = c->match->digits[0];
            accept(w, c->number, c->mark, row->no);
            w->points = digits.n && digits.p[digits.n - 1] == '.';
        } else if (c->number == 1 || c->number == w->item + 1)
            w->item = c->number;
        w->next++;
    }
    follows = w->next < w->list.n && w->list.v[w->next].row == i + 1 ? &w->list.v[w->next] : NULL;
    divide(w, i, starts ? c : NULL, follows && follows->mark);
    if (!w->quotes) return;
    if (!w->quoted && i < w->quote_end && row->flags & CV_ROW_MAY_QUOTE && begins_quote(row->s)) w->quoted = true;
    if (w->quoted && ends_quote(row->s)) {
        w->quoted = false;
        w->item = 0;
    }
}

void cv_numbers_settle(struct cv_parse *p, struct cv_rows *rows) {
    struct settle w = {.p = p, .rows = rows, .last = -1};
    collect(&w);
    find_quote_end(&w);
    if (!index_numbers(&w)) return;
    if (is_dense(&w)) free_dense(&w);
    for (size_t i = 0; i < rows->list.n && !p->arena->failed; i++) settle_row(&w, i);
    if (!w.divided) return;
    rows->list.v = w.out.list.v;
    rows->list.n = w.out.list.n;
    rows->list.cap = w.out.list.cap;
}
