/* transport.c - takes page headers, stamps, notices and end marks out of the lines, so that the stages behind it
 * see the telegram as it was written. A line with transport inside is divided in pieces.
 * May not: touch a header field; a classification word elsewhere is text.
 * Facts: sheet 2 "Notices", 11 "Page headers", 12; NARA sheet 1 (stamps), 2 "PAGE line", 5 (FOIA stamps). */
#include "text.h"

/* What a line or a piece of one is. */
enum kind {
    TEXT,
    BLANK,
    PAGE,      /* a page header: the blank lines around it and the page marks beside it go too */
    MARK,      /* a classification alone: goes only beside a page header or the end */
    STAMP,     /* goes with its blank lines; a page mark may stand on the other side of it */
    END,       /* an end mark */
    NOTICE,    /* goes, the blank lines around it stay */
    FIRST = 16 /* flag: PAGE 01, a new section or the telegram's begin */
};

enum { NOTICE_MAX = 160 }; /* bytes of the longest line that is a notice */

struct piece {
    struct cv_line line;
    unsigned char kind;
    bool first;
    bool modern; /* a page header of the 2000s */
};

struct pieces {
    struct cv_parse *p;
    CV_LIST(struct piece) list;
    signed char released;         /* the text bears stamps of a release (FOIA): 0 not asked yet, 1 yes, -1 no */
    bool stamps, pages, sections; /* such a thing stands somewhere in the text: lines are searched for it */
    bool angles;                  /* a sign "<" does: an end mark may stand inside a line */
};

static struct piece *push(struct pieces *w, const struct cv_line *line, struct cv_span s, enum kind kind) {
    struct piece *x = CV_PUSH(w->p->arena, &w->list, struct piece);
    if (!x) return NULL;
    x->line = *line;
    x->line.s = s;
    x->kind = (unsigned char)kind;
    if (s.p != line->s.p) x->line.flags |= CV_LINE_PIECE;
    return x;
}

static void note_first_page(struct cv_parse *p, const struct cv_page_line *page) {
    if (p->seen.page_serial || !page->station.p || page->smart) return;
    p->seen.page_station = page->station;
    p->seen.page_serial = page->serial;
}

/* ---- pass 1: what each line is ---- */

/* A piece without transport inside; blank ones between two pieces are dropped. */
static void push_text(struct pieces *w, const struct cv_line *line, struct cv_span s) {
    if (cv_span_trim(s).n) push(w, line, cv_span_trim_right(s), TEXT);
}

/* The next of each kind inside a line; each is looked for again only where the last one was passed: a line of one
 * megabyte with a thousand of them is read once for each kind. */
struct finder {
    bool (*find)(struct cv_span line, size_t *at, size_t *n);
    enum kind kind;
    bool on;
    size_t at, n; /* from the line's start */
};

static void find_from(struct finder *f, struct cv_span line, size_t from) {
    if (!f->on || f->at >= from) return;
    if (f->find(cv_span_from(line, from), &f->at, &f->n))
        f->at += from;
    else
        f->on = false;
}

static void divide(struct pieces *w, const struct cv_line *line) {
    struct finder finders[] = {{cv_page_header_find, PAGE, true, 0, 0},
                               {cv_stamp_find, STAMP, w->stamps, 0, 0},
                               {cv_page_line_find, PAGE, w->pages, 0, 0},
                               {cv_section_line_find, TEXT, w->sections, 0, 0}};
    size_t from = 0, at, n;
    if (!w->stamps && !w->pages && !w->sections && !cv_page_header_find(line->s, &at, &n)) {
        push_text(w, line, line->s);
        return;
    }
    for (size_t i = 0; i < CV_ARRAY_LEN(finders); i++)
        if (finders[i].on) finders[i].on = finders[i].find(line->s, &finders[i].at, &finders[i].n);
    for (;;) {
        const struct finder *first = NULL;
        struct piece *x;
        for (size_t i = 0; i < CV_ARRAY_LEN(finders); i++) {
            find_from(&finders[i], line->s, from);
            if (finders[i].on && (!first || finders[i].at < first->at)) first = &finders[i];
        }
        if (!first) break;
        push_text(w, line, cv_span_range(line->s.p + from, line->s.p + first->at));
        x = push(w, line, cv_span_range(line->s.p + first->at, line->s.p + first->at + first->n), first->kind);
        if (!x) return;
        x->modern = first->find == cv_page_header_find;
        from = first->at + first->n;
    }
    push_text(w, line, cv_span_from(line->s, from));
}

/* The lines that follow PAGE and its number where the line was cut at its gap (NARA sheet 1). */
static size_t page_rest(struct pieces *w, size_t i, struct cv_page_line *page) {
    const struct cv_parse *p = w->p;
    size_t k = i + 1;
    struct cv_page_line more = {0};
    while (k < p->lines.n && k <= i + 2 && !cv_span_trim(p->lines.v[k].s).n) k++;
    if (k >= p->lines.n || !cv_page_groups_match(p->lines.v[k].s, &more)) return i;
    page->station = more.station;
    page->serial = more.serial;
    return k;
}

/* Name, Department and date below "Released in Full". */
static size_t release_rest(const struct cv_parse *p, size_t i) {
    size_t last = i;
    bool department = false;
    for (size_t k = i + 1, seen = 0; k < p->lines.n && seen < 4 && k < i + 9; k++) {
        struct cv_span s = cv_span_trim(p->lines.v[k].s);
        if (!s.n) continue;
        seen++;
        if (cv_span_is(s, "US Department of State") || cv_span_is(s, "U.S. Department of State"))
            department = true;
        else if (cv_stamp_date(s))
            return department ? k : last;
        else if (department || s.n > 50 || seen > 2)
            break;
        if (department) last = k;
    }
    return last;
}

/* The rest of a broken stamp or a notice's block. */
static size_t block_rest(const struct cv_parse *p, size_t i) {
    size_t k = i + 1;
    while (k < p->lines.n && k < i + 6) {
        struct cv_span s = cv_span_trim(p->lines.v[k].s);
        size_t at;
        if (!s.n || cv_label_match(s, &at) != CV_LABEL_NONE || cv_pilcrow(s) ||
            (cv_is_digit(s.p[0]) && cv_item_mark(s)))
            break;
        /* The signature may stand right below it. */
        if (s.n < 30 && cv_span_chr(s, ' ') == SIZE_MAX && cv_span_chr(s, '/') == SIZE_MAX && !cv_is_dashes(s) &&
            !cv_quote_sign(s))
            break;
        k++;
    }
    return k - 1;
}

static size_t stamp_rest(const struct cv_parse *p, size_t i) {
    size_t last = i;
    unsigned parts = 1;
    for (size_t k = i + 1; k < p->lines.n && k < i + 12; k++) {
        struct cv_span s = cv_span_trim(p->lines.v[k].s);
        if (!s.n) continue;
        if (!cv_stamp_part(s) && !cv_stamp_date(s)) break;
        last = k;
        parts++;
        if (cv_stamp_date(s)) break;
    }
    return parts >= 3 ? last : SIZE_MAX;
}

static size_t push_through(struct pieces *w, size_t from, size_t to, enum kind kind) {
    for (size_t k = from; k <= to; k++) {
        const struct cv_line *line = &w->p->lines.v[k];
        push(w, line, line->s, cv_span_trim(line->s).n ? kind : BLANK);
    }
    return to;
}

static bool try_page(struct pieces *w, size_t i, struct cv_span s, size_t *last) {
    const struct cv_line *line = &w->p->lines.v[i];
    struct cv_page_line page;
    struct piece *x;
    if (cv_to_upper(s.p[0]) != 'P' || !cv_page_line_match(line->s, &page)) return false;
    if (page.alone) {
        *last = page_rest(w, i, &page);
        if (*last == i && page.page < 2) return false;
    }
    if (page.page == 1) note_first_page(w->p, &page);
    x = push(w, line, cv_span_first(line->s, page.n), PAGE);
    if (!x) return true;
    x->first = page.page == 1 && !page.smart;
    if (*last > i) push_through(w, i + 1, *last, PAGE);
    if (!page.whole) push_text(w, line, cv_span_from(line->s, page.n));
    return true;
}

/* Asked once, and only where a line looks like an exemption code. */
static bool was_released(struct pieces *w) {
    const struct cv_parse *p = w->p;
    if (!w->released)
        w->released = p->container->kind == CV_CONTAINER_SMART || memmem(p->whole.p, p->whole.n, "RELEASE", 7) ||
                              memmem(p->whole.p, p->whole.n, "Case No", 7)
                          ? 1
                          : -1;
    return w->released > 0;
}

static bool try_notice(struct pieces *w, size_t i, size_t *last) {
    const struct cv_parse *p = w->p;
    struct cv_span s = p->lines.v[i].s, before = i ? p->lines.v[i - 1].s : CV_NONE;
    enum cv_notice notice = cv_notice_match(s);
    /* A site's notice opens a block or a sentence; codes stand in the margin of what was released. */
    if (notice == CV_NOTICE_BLOCK && before.n && !cv_ends_sentence(before) && !cv_is_dashes(before)) return false;
    if (notice == CV_NOTICE_CODE && !was_released(w)) return false;
    switch (notice) {
    case CV_NOTICE_NONE:
        return false;
    case CV_NOTICE_LINE:
        *last = push_through(w, i, i, NOTICE);
        break;
    case CV_NOTICE_BLOCK:
        *last = push_through(w, i, block_rest(p, i), NOTICE);
        break;
    case CV_NOTICE_RELEASE:
        *last = push_through(w, i, release_rest(p, i), STAMP);
        break;
    case CV_NOTICE_REDACTION:
    case CV_NOTICE_CODE:
        cv_problem(w->p, CV_P_REDACTION, p->lines.v[i].no, "something was taken out here on release: %.*s",
                   CV_FMT(cv_span_trim(s)));
        *last = push_through(w, i, release_rest(p, i), STAMP);
        break;
    }
    return true;
}

/* "REF: A. MINSK 1059, B. TBILISI" / "#2071": the number of a reference, no end mark. */
static bool is_wrapped_number(const struct cv_parse *p, size_t i, struct cv_span s) {
    enum { STATION_MAX = 24 };
    struct cv_span before = i ? cv_span_trim(p->lines.v[i - 1].s) : CV_NONE;
    if (s.p[0] != '#' || !cv_has_digit(before)) return false;
    for (size_t at = before.n; at && before.n - at < STATION_MAX; at--) {
        struct cv_span name = cv_span_from(before, at);
        size_t n = 0;
        if (name.n && cv_is_blank(before.p[at - 1]) && cv_station_prefix(name, &n).p && n == name.n) return true;
    }
    return false;
}

/* A code in the margin beside a line of a released message is taken off it. */
static void cut_margin_code(struct cv_parse *p, struct cv_line *line) {
    size_t n = cv_margin_code(line->s);
    struct cv_span code = cv_span_trim(cv_span_from(line->s, n));
    if (!code.n || !n) return;
    cv_problem(p, CV_P_REDACTION, line->no, "something was taken out here on release: %.*s", CV_FMT(code));
    cv_fate(p, code, CV_FATE_TRANSPORT);
    line->s = cv_span_first(line->s, n);
}

/* Takes line i, and those that belong to it; the last of them. */
static size_t take(struct pieces *w, size_t i) {
    const struct cv_parse *p = w->p;
    const struct cv_line *line = &p->lines.v[i];
    struct cv_span s;
    size_t last = i, at, n;
    if (p->container->kind == CV_CONTAINER_SMART) cut_margin_code(w->p, &w->p->lines.v[i]);
    s = cv_span_trim(line->s);
    if (!s.n) return push_through(w, i, i, BLANK);
    if (try_page(w, i, s, &last)) return last;
    if (w->stamps && cv_stamp_part(s)) {
        size_t to = stamp_rest(p, i);
        if (to != SIZE_MAX) return push_through(w, i, to, STAMP);
    }
    if (w->stamps && cv_stamp_find(s, &at, &n) && n == s.n) return push_through(w, i, i, STAMP);
    if (cv_page_mark_match(s) != CV_CLASS_NONE) return push_through(w, i, i, MARK);
    if (cv_is_end_mark(s) && !is_wrapped_number(p, i, s)) return push_through(w, i, i, END);
    if (s.n <= NOTICE_MAX && try_notice(w, i, &last)) return last;
    if (cv_to_upper(s.p[0]) >= 'F' && (n = cv_weekday_before(s))) {
        struct cv_line rest = *line;
        push(w, line, cv_span_first(s, n), NOTICE);
        rest.s = cv_span_from(s, n);
        divide(w, &rest);
        return i;
    }
    divide(w, line);
    return i;
}

/* ---- most lines are plain text ---- */

/* What a line may be by its first byte; nothing: plain text, unless transport stands inside it. */
enum { MAY_BE_PAGE = 1, MAY_BE_MARK = 2, MAY_BE_END = 4, MAY_BE_NOTICE = 8 };
#define EITHER(upper, what) [upper] = (what), [(upper) + 'a' - 'A'] = (what)
static const unsigned char openings[256] = {EITHER('P', MAY_BE_PAGE | MAY_BE_NOTICE),
                                            EITHER('U', MAY_BE_MARK | MAY_BE_NOTICE),
                                            EITHER('C', MAY_BE_MARK | MAY_BE_NOTICE),
                                            EITHER('S', MAY_BE_MARK | MAY_BE_NOTICE),
                                            EITHER('R', MAY_BE_MARK | MAY_BE_NOTICE),
                                            EITHER('T', MAY_BE_MARK | MAY_BE_NOTICE),
                                            EITHER('L', MAY_BE_MARK),
                                            EITHER('D', MAY_BE_NOTICE),
                                            EITHER('M', MAY_BE_NOTICE),
                                            EITHER('W', MAY_BE_NOTICE),
                                            EITHER('F', MAY_BE_NOTICE),
                                            EITHER('V', MAY_BE_NOTICE),
                                            ['N'] = MAY_BE_END,
                                            ['B'] = MAY_BE_END | MAY_BE_NOTICE,
                                            ['='] = MAY_BE_END,
                                            ['<'] = MAY_BE_END,
                                            ['#'] = MAY_BE_END,
                                            ['1'] = MAY_BE_NOTICE,
                                            ['2'] = MAY_BE_NOTICE,
                                            ['-'] = MAY_BE_END,
                                            ['*'] = MAY_BE_END | MAY_BE_NOTICE,
                                            ['"'] = MAY_BE_NOTICE,
                                            ['\''] = MAY_BE_NOTICE};
#undef EITHER

/* take() would give the line back as it is, blank or text; a faster way to know for almost all. */
static bool is_plain(const struct pieces *w, const struct cv_line *line) {
    struct cv_span s = cv_span_trim_left(line->s);
    struct cv_page_line page;
    unsigned may;
    size_t at, n;
    if (!s.n) return true;
    may = openings[(unsigned char)s.p[0]];
    if (may & MAY_BE_PAGE && cv_page_line_match(line->s, &page)) return false;
    if (may & MAY_BE_MARK && cv_page_mark_match(s) != CV_CLASS_NONE) return false;
    if ((may & MAY_BE_END || w->angles) && cv_is_end_mark(s)) return false;
    if (may & MAY_BE_NOTICE && s.n <= NOTICE_MAX && cv_notice_match(s) != CV_NOTICE_NONE) return false;
    if (may & MAY_BE_NOTICE && cv_to_upper(s.p[0]) >= 'F' && cv_weekday_before(s)) return false;
    if (cv_page_header_find(line->s, &at, &n)) return false;
    if (w->pages && cv_page_line_find(line->s, &at, &n)) return false;
    return !w->sections || !cv_section_line_find(line->s, &at, &n);
}

/* How many lines are plain before the first that is not. */
static size_t plain_lines(const struct pieces *w) {
    const struct cv_parse *p = w->p;
    size_t i = 0;
    if (w->stamps || p->container->kind == CV_CONTAINER_SMART)
        return 0; /* where a line may be another's or lose a part */
    while (i < p->lines.n && is_plain(w, &p->lines.v[i])) i++;
    return i;
}

/* All are plain: what is left to do is what emit() does of blank lines, one for several and none at the end. */
static void collapse_blanks(struct cv_parse *p) {
    size_t n = 0;
    const struct cv_line *blank = NULL;
    for (size_t i = 0; i < p->lines.n; i++) {
        struct cv_line *line = &p->lines.v[i];
        if (!line->s.n) {
            if (!blank) blank = line;
            continue;
        }
        if (blank) p->lines.v[n++] = (struct cv_line){.s = cv_span_first(blank->s, 0), .no = blank->no};
        blank = NULL;
        if (&p->lines.v[n] != line) p->lines.v[n] = *line;
        n++;
    }
    p->lines.n = n;
}

/* ---- pass 2: which page marks go ---- */

/* A form feed before the line: the head of a printed page (SMART). */
static bool after_form_feed(const struct cv_parse *p, const struct cv_line *line) {
    return line->s.p > p->text.p && line->s.p[-1] == '\f';
}

static bool near_page(const struct cv_parse *p, const struct piece *x, bool near, bool backwards) {
    switch (x->kind) {
    case PAGE:
        return true;
    case BLANK:
    case STAMP:
        return near;
    case MARK:
        return near || after_form_feed(p, &x->line);
    case END:
        return backwards;
    default:
        return false;
    }
}

static void settle_marks(struct pieces *w) {
    bool near = false;
    for (size_t i = 0; i < w->list.n; i++) {
        struct piece *x = &w->list.v[i];
        near = near_page(w->p, x, near, false);
        if (x->kind == MARK && near) x->kind = STAMP, x->first = true;
    }
    near = !w->p->partial; /* the end of the telegram */
    for (size_t i = w->list.n; i-- > 0;) {
        struct piece *x = &w->list.v[i];
        /* What the other way took stays a mark beside which further ones stand. */
        bool taken = x->kind == STAMP && x->first;
        if (x->kind == MARK && after_form_feed(w->p, &x->line)) near = true;
        near = taken ? near : near_page(w->p, x, near, true);
        if (x->kind == MARK && near) x->kind = STAMP, x->first = true;
        if ((x->kind == MARK || taken) && after_form_feed(w->p, &x->line)) near = true;
    }
}

/* ---- pass 3: the lines that are left ---- */

struct gap { /* what was taken out since the last line that was kept */
    bool cut, section, ended, modern, page, stamp;
    bool ends;              /* the line before it ends a sentence */
    unsigned before, after; /* blank lines on either side */
    const struct cv_line *blank;
};

static void keep(struct cv_parse *p, struct cv_line line, struct gap *gap, size_t *n) {
    if (gap->cut) line.flags |= CV_LINE_CUT;
    if (gap->section) line.flags |= CV_LINE_SECTION;
    if (gap->ended) line.flags |= CV_LINE_ENDED;
    p->lines.v[(*n)++] = line;
    *gap = (struct gap){.ends = cv_ends_sentence(line.s)};
}

/* A page break is one blank line before the header and two behind it, or (1970s) none: one more is the text's own. */
static bool gap_is_blank(const struct gap *gap) {
    if (!gap->blank) return false;
    if (!gap->cut) return true;
    if (gap->modern) return gap->before > 1 || gap->after > 2;
    /* of the 1970s too, but only where a sentence ended: there are copies with blank lines around every header */
    return gap->page && gap->before > 0 && gap->ends;
}

static void emit(struct pieces *w, struct cv_line *lines) {
    struct cv_parse *p = w->p;
    struct gap gap = {0};
    size_t n = 0;
    p->lines.v = lines;
    for (size_t i = 0; i < w->list.n; i++) {
        struct piece *x = &w->list.v[i];
        if (x->kind == MARK) x->kind = TEXT;
        switch (x->kind) {
        case BLANK:
            if (!gap.blank) gap.blank = &x->line;
            if (gap.cut)
                gap.after++;
            else
                gap.before++;
            break;
        case TEXT:
            if (gap_is_blank(&gap))
                lines[n++] = (struct cv_line){.s = cv_span_first(gap.blank->s, 0), .no = gap.blank->no};
            keep(p, x->line, &gap, &n);
            break;
        default:
            cv_fate(p, x->line.s, CV_FATE_TRANSPORT);
            if (x->kind == NOTICE) {
                /* the blank lines around a notice stay */
                if (gap.blank) lines[n++] = (struct cv_line){.s = cv_span_first(gap.blank->s, 0), .no = gap.blank->no};
                gap.blank = NULL;
                gap.cut = true;
                break;
            }
            gap.cut = true;
            gap.after = 0;
            if (x->kind == PAGE) gap.page = true, gap.modern |= x->modern, gap.section |= x->first;
            if (x->kind == END) gap.ended = true;
            if (x->kind == STAMP && x->first) {
                if (p->seen.page_mark == CV_CLASS_NONE) p->seen.page_mark = cv_page_mark_match(x->line.s);
            }
            break;
        }
    }
    p->lines.n = n;
}

/* The foot mark glued to the text line before a page break with `marks` marks of its own, the last of them `mark`: where
 * it begins. *closed: pdftotext took it for the second half of a word divided at the line's end, and dropped the hyphen. */
static size_t glued_mark(struct cv_span s, unsigned marks, struct cv_span mark, bool *closed) {
    enum { LEAST = 40, JOINED = 80 }; /* a line longer than the wire's was joined by a publisher */
    size_t at = cv_page_mark_tail(s);
    *closed = false;
    if (marks > 1) return SIZE_MAX;
    if (at == SIZE_MAX) {
        at = cv_page_mark_glued(s);
        *closed = at != SIZE_MAX;
    } else if (at < LEAST || (marks && s.n <= JOINED)) {
        return SIZE_MAX;
    }
    return at != SIZE_MAX && marks && !cv_span_eq(cv_span_from(s, at), cv_span_trim(mark)) ? SIZE_MAX : at;
}

/* The text goes on behind the break with the other half of a word. */
static void close_word(struct pieces *w, size_t page) {
    for (size_t i = page + 1; i < w->list.n; i++)
        if (w->list.v[i].kind == TEXT) {
            w->list.v[i].line.flags |= CV_LINE_CLOSED;
            return;
        }
}

/* The page mark may be glued to the text line before the PAGE line, in joined text and behind a divided word: it goes
 * where this break lacks one of the two marks. */
static void cut_glued_marks(struct pieces *w) {
    size_t text = SIZE_MAX, npieces = w->list.n;
    unsigned marks = 0;
    struct cv_span mark = CV_NONE;
    for (size_t i = 0; i < npieces; i++) {
        struct piece *x = &w->list.v[i];
        struct cv_span *s;
        bool closed;
        size_t at;
        if (x->kind == TEXT) text = i, marks = 0;
        if (x->kind == STAMP && x->first) marks++, mark = x->line.s;
        if (x->kind != PAGE || x->first || x->modern || text == SIZE_MAX) continue;
        s = &w->list.v[text].line.s;
        at = glued_mark(*s, marks, mark, &closed);
        if (at == SIZE_MAX) continue;
        cv_fate(w->p, cv_span_from(*s, at), CV_FATE_TRANSPORT);
        *s = cv_span_trim_right(cv_span_first(*s, at));
        if (closed) close_word(w, i);
        text = SIZE_MAX;
    }
}

void cv_transport_strip(struct cv_parse *p) {
    struct pieces w = {.p = p};
    struct cv_line *lines;
    size_t plain;
    w.stamps = cv_span_has(p->text, "Declassified/Released");
    w.sections = cv_span_has(p->text, " SECTION 0");
    w.pages = cv_span_has(p->text, "PAGE 0");
    w.angles = cv_span_chr(p->text, '<') != SIZE_MAX;
    plain = plain_lines(&w);
    if (plain == p->lines.n) {
        collapse_blanks(p);
        return;
    }
    for (size_t i = 0; i < plain; i++) push_through(&w, i, i, TEXT);
    for (size_t i = plain; i < p->lines.n && !p->arena->failed; i++) i = take(&w, i);
    settle_marks(&w);
    cut_glued_marks(&w);
    if (p->arena->failed) return;
    /* A blank line may be kept before each piece. */
    lines = cv_arena_room(p->arena, (w.list.n * 2 + 1) * sizeof *lines);
    if (lines) emit(&w, lines);
}
