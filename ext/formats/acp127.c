/* acp127.c - telegrams as text, one after the other: where one ends and the next begins. The layout itself is the
 * parser's. Most of a text is passed over a line at a time; only lines whose first letters can begin a telegram are
 * looked at closely.
 * May not: take a telegram that is quoted in another, or a later section of the same one, for a cable of its own.
 * Facts: sheet 2, "Documents in a file". */
#include "formats.h"

enum {
    HISTORY = 64,       /* non-blank lines that are walked back over a header */
    LOOK_AHEAD = 48,    /* lines searched for the DE and classification lines of a header */
    QUOTE_BYTES = 6144, /* how far back an open quotation is looked for */
    SIGNATURE_MAX = 40  /* longest line that can be a signature */
};

/* What is known of the document that is being passed over. */
struct scan {
    struct cv_reader *r;
    const struct cv_starts *starts; /* of the window's first lines; NULL: not known */
    unsigned next_start;
    size_t mark_end; /* offset behind the last end mark; 0: none */
    bool begun;      /* a line of a telegram was seen */
    bool text;       /* … and the classification line or a label after it */
    char ri[16];     /* of the DE line, copied: the window may move */
    int de_serial, de_section, class_serial, page_serial;
    char station[24]; /* of the classification line, capitals without blanks */
};

static void copy_station(char *to, size_t cap, struct cv_span s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n && n + 1 < cap; i++)
        if (cv_is_alnum(s.p[i])) to[n++] = cv_to_upper(s.p[i]);
    to[n] = 0;
}

/* Serials of a DE line have four digits: the Department's longer ones are cut there. */
static bool same_serial(int a, int b, bool de) { return a == b || (de && a % 10000 == b % 10000); }

static int serial_of(const struct scan *s, bool *de) {
    *de = false;
    if (s->class_serial) return s->class_serial;
    if (s->page_serial) return s->page_serial;
    *de = s->de_serial != 0;
    return s->de_serial;
}

/* ---- lines above: only where something seems to begin are they looked at again ------------------------ */

struct above {
    size_t at; /* where the line begins that was reached */
    unsigned lines;
};

/* The line before the one that begins at offset `at`; its own offset. */
static size_t line_before(const struct cv_reader *r, size_t at, struct cv_span *text) {
    size_t end = at - 1, from;
    if (r->p[end] == '\n' && end && r->p[end - 1] == '\r') end--;
    for (from = end; from && !cv_ends_line(r->p[from - 1]);) from--;
    *text = cv_span_trim(cv_span_of(r->p + from, end - from));
    return from;
}

/* Step up to the next line that is not blank; false: there is none, or HISTORY were passed. */
static bool step_up(const struct scan *s, struct above *a, struct cv_span *text) {
    size_t at = a->at;
    struct cv_span line = CV_NONE;
    while (at && !line.n) at = line_before(s->r, at, &line);
    if (!line.n || a->lines == HISTORY) return false;
    *a = (struct above){at, a->lines + 1};
    *text = line;
    return true;
}

static bool blank_above(const struct scan *s, size_t at) {
    struct cv_span line;
    if (!at) return false;
    (void)line_before(s->r, at, &line);
    return !line.n;
}

/* ---- quotations ---------------------------------------------------------------------------------------- */

/* In capitals and by itself: newspapers are quoted in every other cable. */
static bool is_quote_word(struct cv_span s) {
    struct cv_span word = cv_span_first(s, s.n && s.p[0] == 'Q' && s.n > 1 && s.p[1] == 'T' ? 3 : 5);
    return (cv_span_eq(word, CV_LIT("QUOTE")) || cv_span_eq(word, CV_LIT("QTE"))) &&
           (s.n == word.n || !cv_is_alpha(s.p[word.n]));
}

/* An opening QUOTE, or its like, that is not closed in the bytes [from, at) of the window. */
static bool quote_open(const struct scan *s, size_t from, size_t at) {
    static const char *const open[] = {"BEGIN TEXT",    "FOLLOWING REPEAT", "FOLLOWING IS TEXT", "TEXT FOLLOWS",
                                       "FOLLOWING TEL", "FOLLOWING CABLE",  "FOLLOWING MESSAGE", "BEGIN QUOTE",
                                       "BEGIN TEL",     "BEGIN CABLE",      "BEGIN MESSAGE"};
    static const char *const close[] = {"UNQUOTE", "END TEXT", "END QUOTE", "END OF TEXT", "UNQTE"};
    bool is_open = false;
    for (size_t i = from; i < at; i++) {
        struct cv_span rest = cv_span_of(s->r->p + i, at - i);
        if (!strchr("QqBbFfTtUuEe", rest.p[0]) || (i && cv_is_alpha(s->r->p[i - 1]))) continue;
        for (size_t k = 0; k < CV_ARRAY_LEN(open); k++)
            if (cv_span_starts(rest, open[k])) is_open = true;
        if (is_quote_word(rest)) is_open = true;
        for (size_t k = 0; k < CV_ARRAY_LEN(close); k++)
            if (cv_span_starts(rest, close[k])) is_open = false;
    }
    return is_open;
}

static bool in_quotation(const struct scan *s, size_t at) {
    return quote_open(s, at > QUOTE_BYTES ? at - QUOTE_BYTES : 0, at);
}

/* The line above opens a quotation: the whole header of another telegram, from ZCZC on, may stand in one. */
static bool quoted_below(const struct scan *s, size_t at) {
    struct above above = {.at = at};
    struct cv_span text;
    size_t from;
    if (!step_up(s, &above, &text) || above.at < s->mark_end) return false;
    from = (size_t)(text.p - s->r->p);
    return quote_open(s, from, from + text.n);
}

/* ---- starts ------------------------------------------------------------------------------------------ */

/* The DE and the classification line of the header that begins at `from`; *same_ri: the DE line has the routing
 * indicator of the document at hand. Compared at once, since the window may move with the next line. */
static void look_ahead(struct scan *s, size_t from, struct cv_hint_line *de, struct cv_hint_line *class, bool *same_ri,
                       enum cv_status *rc) {
    struct cv_window_line l;
    struct cv_hint_line h;
    *de = *class = (struct cv_hint_line){0};
    *same_ri = false;
    for (int i = 0; i < LOOK_AHEAD && cv_reader_line(s->r, from, &l, rc); i++, from = l.next) {
        struct cv_span text = cv_window_text(s->r, &l);
        if (!text.n) continue;
        cv_hint_of(text, &h);
        if (h.kind == CV_HINT_DE && !de->kind) {
            *de = h;
            *same_ri = cv_span_is(h.station, s->ri);
        }
        if (h.kind == CV_HINT_CLASSLINE) *class = h;
        if (h.kind == CV_HINT_CLASSLINE || h.kind == CV_HINT_SUBJECT || h.kind == CV_HINT_TRANSMISSION) return;
    }
}

static bool transmission_begins_cable(struct scan *s, const struct cv_window_line *l, enum cv_status *rc) {
    struct cv_hint_line de, class;
    bool same_ri, same, section;
    if (quoted_below(s, l->at)) return false;
    look_ahead(s, l->next, &de, &class, &same_ri, rc);
    same = de.kind && s->de_serial && de.serial == s->de_serial && same_ri;
    if (!de.kind && class.kind) same = s->class_serial && class.serial == s->class_serial;
    section = de.section > 1 || class.section > 1;
    if (same && section) return false; /* leads the next section */
    return s->text || !same;           /* without text between: the header printed twice */
}

static bool is_signature(struct cv_span s) {
    unsigned words = 1;
    while (s.n && s.p[s.n - 1] == '#') s.n--;
    if (s.n < 3 || s.n > SIGNATURE_MAX || !cv_is_upper(s.p[0])) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == ' ')
            words++;
        else if (!cv_is_alpha(s.p[i]) && s.p[i] != '-' && s.p[i] != '\'' && s.p[i] != '.')
            return false;
    }
    return words <= 3;
}

/* "… by 2014. MARTINEZ", "… in 2009. LA LIME 2009-12-31": the signature behind the last full stop of joined text, or
 * behind a site's address. */
static bool ends_in_signature(struct cv_span s) {
    size_t n = s.n, letters = 0;
    while (n && (cv_is_digit(s.p[n - 1]) || s.p[n - 1] == '-')) n--;
    n = cv_span_trim_right(cv_span_first(s, n)).n;
    while (n && (cv_is_upper(s.p[n - 1]) || (letters && s.p[n - 1] == ' ' && n > 1 && cv_is_upper(s.p[n - 2]))))
        letters += s.p[--n] != ' ';
    if (letters < 3 || letters > SIGNATURE_MAX || n < 3 || s.p[n - 1] != ' ') return false;
    while (n && s.p[n - 1] == ' ') n--;
    return n && (s.p[n - 1] == '.' || s.p[n - 1] == '"' || cv_span_find(s, "http") != SIZE_MAX);
}

/* A publisher cut the text short here. */
static bool is_cut(struct cv_span s) { return s.n > 3 && cv_span_ends(s, "..."); }

/* What a web page leaves behind a signature, and a point or three. */
static bool is_crumb(struct cv_span s) {
    if (s.n && s.n <= 3 && s.p[0] == '.' && s.p[s.n - 1] == '.') return true;
    return s.n < 160 && (cv_span_starts(s, "Track") || cv_span_starts(s, "ID:") || cv_span_find(s, " @ ") != SIZE_MAX);
}

/* What a publisher of several cables in one file puts between two: a rule, or the next one's id. */
static bool is_divider(struct cv_span s) {
    size_t signs = 0;
    if (cv_format_file_id(s).p) return true;
    for (size_t i = 0; i < s.n; i++) {
        if (!strchr("-=*_~#+ ", s.p[i])) return false;
        signs += s.p[i] != ' ';
    }
    return signs >= 3;
}

static bool envelope_line(enum cv_hint k) {
    return (k >= CV_HINT_TRANSMISSION && k <= CV_HINT_PAGE) || k == CV_HINT_CLASSMARK || k == CV_HINT_EXTRACT ||
           k == CV_HINT_NOTICE;
}

/* Walk back over the header lines above the window's line `at`; *start: where they begin. What stands above them
 * must have ended a cable. */
static bool ended_above(const struct scan *s, size_t at, size_t *start) {
    struct above above = {.at = at};
    struct cv_span text = CV_NONE;
    struct cv_hint_line h;
    size_t below = at;
    bool divided = false;
    *start = at;
    while (step_up(s, &above, &text)) {
        if (above.at < s->mark_end) return true; /* NNNN: all below it belongs to the next */
        cv_hint_of(text, &h);
        if (!envelope_line(h.kind) && !is_divider(text)) break;
        below = above.at;
        divided = !envelope_line(h.kind);                          /* it divides as well as a blank line */
        if (!divided || cv_is_digit(text.p[0])) *start = above.at; /* a rule stays with what it ends */
    }
    if (!s->text || !(divided || blank_above(s, below))) return false;
    while (is_crumb(text) && step_up(s, &above, &text)) continue;
    return (is_signature(text) || ends_in_signature(text) || is_cut(text)) && !in_quotation(s, *start);
}

/* ---- the scan ----------------------------------------------------------------------------------------- */

static void note_line(struct scan *s, const struct cv_hint_line *h) {
    /* A banner or a stamp above a header belongs to it. */
    s->begun |= h->kind > CV_HINT_NONE && h->kind < CV_HINT_EXTRACT && h->kind != CV_HINT_CLASSMARK;
    if (h->kind == CV_HINT_DE && !s->de_serial) {
        s->de_serial = h->serial;
        s->de_section = h->section;
        copy_station(s->ri, sizeof s->ri, h->station);
    }
    if (h->kind == CV_HINT_PAGE && h->page == 1 && !s->page_serial) s->page_serial = h->serial;
    if (h->kind == CV_HINT_CLASSLINE && !s->class_serial) {
        s->class_serial = h->serial;
        copy_station(s->station, sizeof s->station, h->station);
    }
    s->text |=
        h->kind == CV_HINT_CLASSLINE || h->kind == CV_HINT_EO || h->kind == CV_HINT_SUBJECT || h->kind == CV_HINT_TAGS;
}

/* PAGE 01 with another number; the classification mark above it goes with it. */
static bool page_begins_cable(struct scan *s, const struct cv_hint_line *h, size_t at, size_t *start) {
    struct above above = {.at = at};
    struct cv_hint_line mark;
    struct cv_span text;
    bool de;
    int serial = serial_of(s, &de);
    if (h->page != 1 || !h->serial || !serial || same_serial(h->serial, serial, de)) return false;
    *start = at;
    /* of two marks the upper one closes the page before */
    if (step_up(s, &above, &text) && above.at >= s->mark_end) {
        cv_hint_of(text, &mark);
        if (mark.kind == CV_HINT_CLASSMARK) *start = above.at;
    }
    return true; /* a copy has PAGE lines of its own number only, also where it repeats another telegram */
}

static bool class_begins_cable(struct scan *s, const struct cv_hint_line *h, size_t at, size_t *start) {
    char station[sizeof s->station];
    bool de;
    int serial = serial_of(s, &de);
    copy_station(station, sizeof station, h->station);
    if (!h->serial || (serial && same_serial(h->serial, serial, de))) return false;
    if (!serial && !s->text) return false;
    if (h->section > 1 && strcmp(station, s->station) == 0) return false; /* its number is garbled */
    return ended_above(s, at, start);
}

static bool begins_cable(struct scan *s, const struct cv_hint_line *h, const struct cv_window_line *l, size_t *start,
                         enum cv_status *rc) {
    *start = l->at;
    if (!s->begun) return false;
    if (h->kind == CV_HINT_TRANSMISSION) return transmission_begins_cable(s, l, rc);
    if (h->kind == CV_HINT_PAGE) return page_begins_cable(s, h, l->at, start);
    if (h->kind == CV_HINT_CLASSLINE) return class_begins_cable(s, h, l->at, start);
    return h->kind == CV_HINT_EXTRACT && s->text;
}

/* Lines that begin or end a telegram, or name it, by their first two bytes: to a first byte the second ones, in any text
 * and before its text begins. */
enum {
    A = 1,
    C = 2,
    E = 4,
    H = 8,
    I = 16,
    M = 32,
    N = 64,
    O = 128,
    U = 256,
    Z = 512,
    BLANK = 1024,
    POINT = 2048,
    ANGLE = 4096,
    ANY = 8192
};
#define EITHER(upper, bits) [upper] = (bits), [(upper) + 'a' - 'A'] = (bits)
static const unsigned short second_byte[256] = {
    EITHER('A', A), EITHER('C', C), EITHER('E', E), EITHER('H', H), EITHER('I', I), EITHER('M', M), EITHER('N', N),
    EITHER('O', O), EITHER('U', U), EITHER('Z', Z), [' '] = BLANK,  ['.'] = POINT,  ['<'] = ANGLE};
#define IN_ANY_TEXT                                                                                                    \
    EITHER('Z', C), EITHER('V', Z), EITHER('P', A), EITHER('U', N | BLANK), EITHER('C', O | BLANK),                    \
        EITHER('L', I | O | BLANK), EITHER('R', E | BLANK), EITHER('N', N), ['<'] = ANGLE
static const unsigned short in_text[256] = {IN_ANY_TEXT, EITHER('S', E | BLANK), EITHER('T', H | O | BLANK)};
static const unsigned short in_header[256] = {IN_ANY_TEXT,
                                              EITHER('S', E | U | BLANK),
                                              EITHER('T', H | O | A | BLANK),
                                              EITHER('D', E),
                                              EITHER('F', M),
                                              EITHER('O', ANY),
                                              EITHER('E', POINT | O),
                                              ['0'] = ANY,
                                              ['1'] = ANY,
                                              ['2'] = ANY,
                                              ['3'] = ANY,
                                              ['4'] = ANY,
                                              ['5'] = ANY,
                                              ['6'] = ANY,
                                              ['7'] = ANY,
                                              ['8'] = ANY,
                                              ['9'] = ANY};
#undef EITHER

#define FOUR(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

/* By the first four letters; what is left is for cv_hint_of. */
static bool worth_a_look(const struct scan *s, struct cv_span t) {
    unsigned char c[4] = {0};
    memcpy(c, t.p, t.n < sizeof c ? t.n : sizeof c);
    switch (FOUR(c[0], c[1], c[2], c[3]) | FOUR(' ', ' ', ' ', ' ')) {
    case FOUR('z', 'c', 'z', 'c'):
    case FOUR('p', 'a', 'g', 'e'):
    case FOUR('u', 'n', 'c', 'l'):
    case FOUR('c', 'o', 'n', 'f'):
    case FOUR('s', 'e', 'c', 'r'):
    case FOUR('l', 'i', 'm', 'i'):
    case FOUR('r', 'e', 's', 't'):
        return true;
    case FOUR('v', 'z', 'c', 'z'):
        return cv_span_starts(t, "VZCZC");
    case FOUR('u', ' ', 'n', ' '):
        return cv_span_starts(t, "U N C");
    case FOUR('c', ' ', 'o', ' '):
        return cv_span_starts(t, "C O N");
    case FOUR('s', ' ', 'e', ' '):
        return cv_span_starts(t, "S E C");
    case FOUR('l', ' ', 'i', ' '):
        return cv_span_starts(t, "L I M");
    case FOUR('t', ' ', 'o', ' '):
        return cv_span_starts(t, "T O P");
    case FOUR('r', ' ', 'e', ' '):
        return cv_span_starts(t, "R E S");
    case FOUR('t', 'h', 'i', 's'):
        return cv_span_starts(t, "This record is a partial extract");
    case FOUR('s', 'u', 'b', 'j'):
        return !s->text;
    case FOUR('<', '<', ' ', 'e'):
        return cv_span_starts(t, "<< END");
    default:
        break;
    }
    switch (cv_to_upper(t.p[0])) {
    case 'L':
        return cv_span_starts(t, "LOU");
    case 'T':
        return cv_span_starts(t, "TOP") || (!s->text && cv_span_starts(t, "TAG"));
    case 'N':
        return cv_span_starts(t, "NNN");
    case 'D':
        return !s->text && cv_span_starts(t, "DE ");
    case 'F': /* says that a telegram has begun, no more */
        return !s->text && !s->begun && cv_span_starts(t, "FM ");
    case 'E':
        return !s->text && t.n > 2 && (t.p[1] == '.' || t.p[1] == 'O');
    case 'O':
        return !s->text;
    default:
        return !s->text && cv_is_digit(t.p[0]);
    }
}

/* By what stands at p, the first byte of a line, in the window: there may be more of the line than that. */
static inline bool may_open_here(const struct scan *s, const unsigned short *first_byte, const char *p) {
    enum { LONGEST = 40 }; /* what worth_a_look() compares is shorter */
    const char *end = s->r->p + s->r->n;
    unsigned bits = first_byte[(unsigned char)*p];
    if (!bits) return *p == '\xEF'; /* the mark of UTF-8 may stand before it */
    if (end - p < LONGEST) return true;
    return (bits & ANY || bits & second_byte[(unsigned char)p[1]]) && worth_a_look(s, cv_span_range(p, end));
}

/* The next line from offset *at on that may be worth a look, by what stands behind its first byte in the window; *at:
 * where it begins. */
static bool next_opening(struct scan *s, size_t *at, enum cv_status *rc) {
    struct cv_reader *r = s->r;
    const unsigned short *first_byte = s->text ? in_text : in_header;
    size_t i = *at, begin = *at;
    bool inside = false; /* of a line whose first byte is none */
    for (; s->starts && s->next_start < s->starts->n; s->next_start++) {
        const char *p = r->p + s->starts->at[s->next_start];
        if (p < r->p + i) continue;
        if (may_open_here(s, first_byte, p)) {
            while (p > r->p && !cv_ends_line(p[-1])) p--;
            *at = (size_t)(p - r->p);
            s->next_start++;
            return true;
        }
        i = (size_t)(p - r->p);
        inside = true;
    }
    do {
        const char *p = r->p + i, *end = r->p + r->n;
        while (p < end) {
            if (inside && (p = cv_line_end(p, end)) == end) break;
            inside = false;
            for (; p < end && cv_is_space(*p); p++)
                if (cv_ends_line(*p)) begin = (size_t)(p + 1 - r->p);
            if (p == end) break;
            if (may_open_here(s, first_byte, p)) {
                *at = begin;
                return true;
            }
            inside = true;
        }
        i = r->n;
    } while (cv_reader_more(r, rc));
    return false;
}

/* A PAGE line cut at its gap has station and number on the next line. */
static void complete_page(struct scan *s, struct cv_hint_line *h, size_t next, enum cv_status *rc) {
    struct cv_window_line l;
    char joined[64] = "PAGE 01 ";
    for (int i = 0; i < 3 && cv_reader_line(s->r, next, &l, rc); i++, next = l.next) {
        struct cv_span text = cv_window_text(s->r, &l);
        struct cv_hint_line whole;
        if (!text.n) continue;
        if (text.n > 40) return;
        memcpy(joined + 8, text.p, text.n);
        cv_hint_of(cv_span_of(joined, 8 + text.n), &whole);
        if (whole.kind == CV_HINT_PAGE) h->serial = whole.serial;
        return;
    }
}

/* *n: where the document ends. */
static enum cv_status find_end(struct scan *s, size_t *n) {
    struct cv_window_line l = {0};
    enum cv_status rc = CV_OK;
    for (size_t at = 0; next_opening(s, &at, &rc) && cv_reader_line(s->r, at, &l, &rc); at = l.next) {
        struct cv_span text = cv_window_text(s->r, &l);
        struct cv_hint_line h;
        if (!worth_a_look(s, text)) continue;
        cv_hint_of(text, &h);
        if (h.kind == CV_HINT_PAGE && h.page == 1 && !h.serial) complete_page(s, &h, l.next, &rc);
        if (rc != CV_OK) break;
        if (begins_cable(s, &h, &l, n, &rc)) return CV_OK;
        if (rc != CV_OK) break;
        note_line(s, &h);
        if (h.kind == CV_HINT_END && s->begun) s->mark_end = l.next;
    }
    *n = s->r->n;
    return rc;
}

/* The rest of a document that was cut at the window's end is no document of its own. */
static enum cv_status skip_rest(struct cv_reader *r, struct cv_format_state *state) {
    while (state->skipping) {
        struct scan s = {.r = r, .begun = true, .text = true};
        struct cv_document rest = {0};
        size_t n = 0;
        enum cv_status rc = find_end(&s, &n);
        if (rc != CV_OK && rc != CV_LIMIT) return rc;
        if (!n) return CV_DONE;
        cv_reader_take(r, n, &rest);
        state->skipping = rc == CV_LIMIT;
    }
    return CV_OK;
}

static enum cv_status next(struct cv_reader *r, struct cv_document *doc, struct cv_arena *arena) {
    struct cv_format_state *state = r->format_state;
    struct scan s = {.r = r};
    size_t n = 0;
    enum cv_status rc = skip_rest(r, state);
    (void)arena;
    if (rc != CV_OK) return rc;
    if (r->offset == state->starts_offset) s.starts = &state->starts;
    rc = find_end(&s, &n);
    if (rc == CV_LIMIT)
        doc->flags |= CV_DOC_TOO_LARGE;
    else if (rc != CV_OK)
        return rc;
    if (!n || !cv_span_trim_left(cv_span_of(r->p, n)).n) return CV_DONE;
    cv_reader_take(r, n, doc);
    state->skipping = rc == CV_LIMIT;
    return CV_OK;
}

static enum cv_status parse(const struct cv_document *doc, struct cv_span bytes, struct cv_container *container,
                            struct cv_parse *p) {
    (void)doc;
    (void)container;
    return cv_format_run(p, cv_format_text(bytes, p->arena), 1);
}

static unsigned probe(const struct cv_probe *p) { return cv_telegram_evidence(p->head, p->enough); }

const struct cv_format cv_format_acp127 = {"acp127", probe, next, parse};
