/* envelope.c - finds the header of a telegram and its classification line, has the lines between read
 * (format_lines.c), and settles what depends on several of them: precedence, filing time, sections, origin.
 * May not: decide id, date, station (resolve.c); take a line of the text for one of the header.
 * Facts: sheet 3, 4; NARA sheet 2; 5 FAH-2 H-320. */
#include "envelope.h"

enum {
    UNKNOWN_MAX = 40,  /* lines that are nothing of a header, in which one is still looked for */
    AHEAD_MAX = 40,    /* lines in which a header must show behind a page mark */
    AHEAD_UNKNOWN = 6, /* of them, lines that are nothing */
    MARK_AHEAD = 14,   /* lines in which the classification line follows a page mark in the header */
    JOINED_LINE = 80,  /* longer than a line from the wire */
    LATE_DTG = 8,      /* lines behind the classification line in which a DTG alone is looked for */
    ASK_LINES = 256,   /* between two questions whether the query still wants this */
    DAYS_APART = 2,    /* line 3 and DTG may differ by so much (sheet 3) */
    NO_LINE = -1
};

/* ---- where the header ends ------------------------------------------------------------------ */

struct walk {
    struct cv_parse *p;
    struct cv_arena *a;
    enum cv_part part;
    bool gap, header, addressed; /* a header line was seen; one of DTG, FM, TO, INFO */
    size_t last;                 /* behind the last line that is the header's */
    unsigned unknown;
};

static bool is_label(struct cv_span s, enum cv_part part) {
    size_t at;
    enum cv_label l;
    if (cv_routing_prefix(s) && cv_to_upper(s.p[1]) != 'E') return false; /* most lines; no label begins like them */
    l = cv_label_match(s, &at);
    if (l == CV_LABEL_NONE) return false;
    /* clearances may look like lesser labels ("REF:JDOE") */
    if (part == CV_PART_DRAFTED || part == CV_PART_APPROVED)
        return l == CV_LABEL_EO || l == CV_LABEL_TAGS || l == CV_LABEL_SUBJECT;
    return true;
}

/* "1. ", "(U) 2.": the text has begun. */
static bool is_numbered(struct cv_span s) {
    size_t i = 0;
    s = cv_span_trim_left(s);
    if (cv_span_starts(s, "\xC2\xB6")) s = cv_span_from(s, 2);
    while (i < s.n && i < 3 && cv_is_digit(s.p[i])) i++;
    return i && i < 3 && i + 1 < s.n && (s.p[i] == '.' || s.p[i] == ')') && cv_is_blank(s.p[i + 1]);
}

static bool any_lower(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_lower(s.p[i])) return true;
    return false;
}

static struct cv_span line_at(const struct cv_parse *p, size_t i) {
    return i < p->lines.n ? cv_span_trim(p->lines.v[i].s) : CV_NONE;
}

static enum cv_part part_of(enum cv_kind kind, enum cv_part part) {
    switch (kind) {
    case CV_KIND_UNKNOWN:
    case CV_KIND_TRANSPORT:
        return part;
    case CV_KIND_LINE2:
    case CV_KIND_ROUTES:
        return CV_PART_ROUTES;
    case CV_KIND_FM:
        return CV_PART_FROM;
    case CV_KIND_TO:
    case CV_KIND_INFO:
    case CV_KIND_XMT:
        return CV_PART_ADDRESSEES;
    case CV_KIND_OFFICES:
        return CV_PART_OFFICES;
    case CV_KIND_DRAFTED:
        return CV_PART_DRAFTED;
    case CV_KIND_APPROVED:
        return CV_PART_APPROVED;
    default:
        return CV_PART_OTHER;
    }
}

/* Does a header begin in the next lines? A DTG alone is none: it may stand in an extract; one with an address is. */
static bool header_ahead(const struct walk *w, size_t i) {
    unsigned lines = 0, unknown = 0;
    bool dtg = false;
    for (; i < w->p->lines.n && lines < AHEAD_MAX; i++) {
        struct cv_span s = line_at(w->p, i);
        if (!s.n) continue;
        lines++;
        if (is_label(s, CV_PART_NONE) || is_numbered(s)) return false;
        switch (cv_line_kind_at(w->p, i, CV_PART_NONE)) {
        case CV_KIND_UNKNOWN:
            if (++unknown > AHEAD_UNKNOWN) return false;
            break;
        case CV_KIND_TRANSMISSION:
        case CV_KIND_LINE2:
        case CV_KIND_DE:
        case CV_KIND_ZN:
        case CV_KIND_FM:
        case CV_KIND_OFFICES:
        case CV_KIND_DASHES:
        case CV_KIND_DRAFTED:
            return true;
        case CV_KIND_DTG:
            if (cv_span_find(s, " FM ") != SIZE_MAX) return true; /* joined */
            dtg = true;
            break;
        case CV_KIND_TO:
        case CV_KIND_INFO:
            if (dtg) return true;
            break;
        default:
            break;
        }
    }
    return false;
}

/* "000617": a number as long as serials are printed, alone on its line. */
static bool is_serial(struct cv_span s) {
    int v;
    s = cv_span_trim(s);
    return (s.n == 5 || s.n == 6) && cv_span_to_int(s, &v) && v > 0;
}

/* The line, or the line and the next where station or number were wrapped. *lines: 1 or 2. */
static bool class_line(const struct walk *w, size_t i, struct cv_classline_parts *out, size_t *lines) {
    struct cv_span s = line_at(w->p, i), next = line_at(w->p, i + 1), joined;
    struct cv_classline_parts both;
    size_t n;
    bool alone;
    *lines = 1;
    alone = cv_classline_read(w->p, s, out);
    if (out->line.classification == CV_CLASS_NONE) return false;
    if (alone && (out->line.serial || out->rest.n)) return true;
    if (!next.n || next.n > JOINED_LINE || s.n > JOINED_LINE || is_label(next, CV_PART_NONE) || is_numbered(next) ||
        (cv_line_kind_at(w->p, i + 1, CV_PART_NONE) != CV_KIND_UNKNOWN && !is_serial(next)) ||
        cv_classification_match(next, &n) || cv_pass_line(next))
        return alone;
    joined = cv_arena_printf(w->a, "%.*s %.*s", CV_FMT(s), CV_FMT(next));
    if (!joined.p || !cv_classline_parts(joined, w->a, &both) || !both.line.serial || !both.line.station.p ||
        both.rest.n >= next.n)
        return alone;
    *out = both;
    *lines = 2;
    return true;
}

/* A classification alone inside the address part: the real line, with station or number, follows. */
static bool mark_in_header(const struct walk *w, size_t i) {
    unsigned lines = 0;
    for (i++; i < w->p->lines.n && lines < MARK_AHEAD; i++) {
        struct cv_classline_parts c;
        struct cv_span s = line_at(w->p, i);
        size_t n;
        if (!s.n) continue;
        lines++;
        if (is_label(s, CV_PART_NONE) || is_numbered(s)) return false;
        if (class_line(w, i, &c, &n) && (c.line.serial || c.line.section_no)) return true;
    }
    return false;
}

/* A classification line inside a header that a publisher joined: where it begins, 0: nowhere. */
static size_t class_inside(const struct walk *w, struct cv_span s) {
    struct cv_span rest = s;
    struct cv_classline_parts c;
    (void)cv_span_word(&rest);
    while (rest.n) {
        struct cv_span at = cv_span_trim_left(rest);
        if (at.n && memchr("CULSTR", cv_to_upper(at.p[0]), 6) && cv_classline_parts(at, w->a, &c) &&
            (c.line.serial || c.line.section_of))
            return (size_t)(at.p - s.p);
        (void)cv_span_word(&rest);
    }
    return 0;
}

/* The line i becomes two: the second begins at byte `at`. */
static void split_line(struct cv_parse *p, size_t i, const char *at) {
    struct cv_line *l, *next;
    if (!CV_PUSH(p->arena, &p->lines, struct cv_line)) return;
    l = &p->lines.v[i];
    next = l + 1;
    memmove(next + 1, next, (p->lines.n - i - 2) * sizeof *l);
    *next = (struct cv_line){.s = cv_span_range(at, l->s.p + l->s.n), .no = l->no, .flags = CV_LINE_PIECE};
    l->s = cv_span_trim_right(cv_span_range(l->s.p, at));
    l->form = 0;
}

/* "CINCPAC FOR POLAD" among the addressees: a command or post, and whom in it; Washington's offices are passed to. */
static bool addressed_for(struct cv_span s) {
    static const char *const starts[] = {"CINC", "USCINC", "COMUS", "AMEMB", "AMCON", "USMISSION", "JCS", "SECDEF"};
    struct cv_span word = cv_span_word(&s);
    size_t k = 0;
    while (k < CV_ARRAY_LEN(starts) && !cv_span_starts(word, starts[k])) k++;
    return k < CV_ARRAY_LEN(starts) && cv_span_find(s, "PASS ") == SIZE_MAX;
}

/* Nothing of the header by itself: does it continue the list before it? */
static bool continues(struct walk *w, struct cv_span s) {
    struct cv_span word = s;
    if (w->part == CV_PART_DRAFTED || w->part == CV_PART_APPROVED) return true;
    if (w->part != CV_PART_ADDRESSEES && w->part != CV_PART_FROM) return false;
    if (cv_routing_prefix(s)) return true;
    if (!w->gap && addressed_for(s)) return true;
    if (cv_pass_line(s)) return false;
    if (cv_addressee_word(cv_span_word(&word))) return true;
    return !w->gap && !cv_caption_line(w->p, s, false) && (!any_lower(s) || s.n < JOINED_LINE / 2);
}

/* One line of the walk. True: the walk ends; *body is the classification line, or NO_LINE. */
static bool walk_line(struct walk *w, size_t i, long *body) {
    struct cv_span s = line_at(w->p, i);
    struct cv_classline_parts c;
    size_t lines, at = 0;
    enum cv_kind kind = cv_line_kind_at(w->p, i, w->part);
    if (s.n > JOINED_LINE && cv_classification_match(s, &lines) == CV_CLASS_NONE) at = class_inside(w, s);
    if (kind != CV_KIND_UNKNOWN || at) {
        if (kind != CV_KIND_TRANSPORT) w->header = true;
        if (kind == CV_KIND_DTG || kind == CV_KIND_FM || kind == CV_KIND_TO || kind == CV_KIND_INFO)
            w->addressed = true;
        w->part = part_of(kind, w->part);
        w->last = i + 1;
        if (!at) return false;
        split_line(w->p, i, s.p + at);
        *body = (long)i + 1;
        return true;
    }
    if (class_line(w, i, &c, &lines)) {
        bool strong = c.line.serial || c.line.section_no;
        bool mark = w->addressed ? !strong && mark_in_header(w, i) : header_ahead(w, i + 1);
        if (!mark && (strong || w->header || !w->unknown)) {
            *body = (long)i;
            return true;
        }
        if (mark) w->last = i + 1;
        return false;
    }
    if (is_label(s, w->part) || (is_numbered(s) && w->part != CV_PART_DRAFTED && w->part != CV_PART_APPROVED))
        return true;
    if (continues(w, s)) {
        w->last = i + 1;
        return false;
    }
    w->part = CV_PART_OTHER;
    return ++w->unknown > UNKNOWN_MAX;
}

/* The classification line's index, or NO_LINE; *end: behind the last line of the header. */
static long find_body(struct cv_parse *p, size_t *end) {
    struct walk w = {.p = p, .a = p->arena};
    long body = NO_LINE;
    for (size_t i = 0; i < p->lines.n; i++) {
        if (i % ASK_LINES == 0 && cv_arena_stopped(p->arena)) break;
        if (!line_at(p, i).n) {
            w.gap = true;
            continue;
        }
        if (walk_line(&w, i, &body)) break;
        w.gap = false;
    }
    if (body != NO_LINE)
        *end = (size_t)body;
    else
        *end = w.header ? w.last : 0;
    return body;
}

/* ---- reading it ------------------------------------------------------------------------------ */

static void take_class(struct cv_envelope *e, const struct cv_classline *c, unsigned line_no) {
    struct cv_observed *o = &e->seen;
    o->classification = c->classification;
    o->class_line = line_no;
    if (c->station.p) o->class_station = c->station;
    if (c->serial) o->class_serial = c->serial;
    if (c->section_no) o->section_no = c->section_no, o->section_of = c->section_of;
}

/* A page mark before the header: what it says counts as long as the classification line says nothing else. Its bytes;
 * line 5 may be joined to it. */
static size_t take_mark(struct cv_envelope *e, struct cv_span s) {
    struct cv_classline_parts c;
    if (e->part == CV_PART_DRAFTED || e->part == CV_PART_APPROVED || !cv_classline_read(e->p, s, &c)) return 0;
    if (c.line.serial) take_class(e, &c.line, e->line_no);
    if (e->seen.page_mark == CV_CLASS_NONE) e->seen.page_mark = c.line.classification;
    return cv_line_kind(c.rest, CV_PART_NONE, e->p->arena) == CV_KIND_DTG ? (size_t)(c.rest.p - s.p) : s.n;
}

/* A caption or a pass line that stands before the classification line; behind a blank line, what can be no addressee. */
static bool take_foreign(struct cv_envelope *e, size_t i, struct cv_span s) {
    struct cv_span rest = s;
    bool pass, caption = false;
    if ((e->part != CV_PART_ADDRESSEES && e->part != CV_PART_OTHER) || cv_routing_prefix(s) ||
        cv_line_kind_at(e->p, i, e->part) != CV_KIND_UNKNOWN)
        return false;
    pass = !(e->part == CV_PART_ADDRESSEES && !e->gap && addressed_for(s)) && cv_pass_line(s);
    if (!pass && e->part == CV_PART_ADDRESSEES && cv_addressee_word(cv_span_word(&rest)))
        return false; /* also where it is a caption */
    if (!pass) caption = cv_caption_line(e->p, s, !e->fill);
    if (!pass && !caption && (!e->gap || e->part != CV_PART_ADDRESSEES || cv_span_find(s, "COLLECTIVE") != SIZE_MAX))
        return false;
    e->part = CV_PART_OTHER;
    if (e->fill) return true;
    if (pass) cv_spans_push(e->p->arena, &e->p->out->pass_to, cv_single_spaced(e->p->arena, s));
    cv_fate(e->p, s, pass || caption ? CV_FATE_FIELD : CV_FATE_TRANSPORT);
    return true;
}

static void read_header(struct cv_envelope *e, size_t from, size_t to) {
    bool dashes = false; /* the line before is the dashes of the dashes line, cut at its gap */
    for (size_t i = from; i < to && i < e->p->lines.n; i++) {
        struct cv_span s = line_at(e->p, i);
        size_t mark;
        if (i % ASK_LINES == 0 && cv_arena_stopped(e->p->arena)) return;
        e->line_no = e->p->lines.v[i].no;
        if (!s.n) {
            e->gap = true;
            continue;
        }
        if (dashes && cv_dashes_rest(e, s)) {
            if (!e->fill) cv_fate(e->p, s, CV_FATE_FIELD);
            dashes = false;
            continue;
        }
        dashes = cv_dashes_alone(s);
        if (dashes) e->part = CV_PART_OTHER;
        mark = take_mark(e, s);
        if (mark) {
            if (!e->fill) cv_fate(e->p, cv_span_first(s, mark), CV_FATE_TRANSPORT);
            if (mark < s.n) cv_header_line(e, cv_span_from(s, mark), CV_KIND_DTG);
            continue;
        }
        if (!take_foreign(e, i, s)) cv_header_line(e, s, cv_line_kind_at(e->p, i, e->part));
    }
}

/* The classification line itself: p->at behind it, what is no part of it on a line of its own. */
static void read_class_line(struct cv_envelope *e, size_t body) {
    struct cv_parse *p = e->p;
    struct walk w = {.p = p, .a = p->arena};
    struct cv_classline_parts c;
    size_t lines = 1, last;
    p->body_at = body;
    p->at = body + 1;
    if (!class_line(&w, body, &c, &lines)) return;
    last = body + lines - 1;
    if (c.rest.n && c.rest.n <= p->lines.v[last].s.n)
        split_line(p, last, p->lines.v[last].s.p + p->lines.v[last].s.n - c.rest.n);
    for (size_t i = body; i <= last; i++) cv_fate(p, p->lines.v[i].s, CV_FATE_FIELD);
    p->at = last + 1;
    take_class(e, &c.line, p->lines.v[body].no);
    for (size_t i = 0; i < c.captions.n; i++)
        if (!cv_spans_has(&p->out->captions, c.captions.v[i]))
            cv_spans_push(p->arena, &p->out->captions, c.captions.v[i]);
}

/* A DTG alone behind the classification line of an extract. */
static void late_dtg(struct cv_envelope *e) {
    struct cv_parse *p = e->p;
    unsigned lines = 0;
    if (e->seen.has_dtg) return;
    for (size_t i = p->at; i < p->lines.n && lines < LATE_DTG; i++) {
        struct cv_span s = line_at(p, i);
        if (!s.n) continue;
        lines++;
        if (is_label(s, CV_PART_NONE) || is_numbered(s)) return;
        if (cv_line_kind_at(p, i, CV_PART_NONE) != CV_KIND_DTG) continue;
        e->line_no = p->lines.v[i].no;
        cv_header_line(e, s, CV_KIND_DTG);
        memmove(&p->lines.v[i], &p->lines.v[i + 1], (p->lines.n - i - 1) * sizeof p->lines.v[0]);
        p->lines.n--;
        return;
    }
}

/* ---- what several lines decide ---------------------------------------------------------------- */

/* Lay what `from` has over `to`; with keep, only where `to` has nothing. */
static void lay_over(struct cv_observed *to, const struct cv_observed *from, bool keep) {
    if (from->fm.p && !(keep && to->fm.p)) to->fm = from->fm;
    if (from->has_dtg && !(keep && to->has_dtg)) {
        to->has_dtg = true;
        to->dtg_year = from->dtg_year, to->dtg_month = from->dtg_month;
        to->dtg_day = from->dtg_day, to->dtg_minute = from->dtg_minute;
        to->dtg = from->dtg, to->dtg_line = from->dtg_line, to->dtg_text = from->dtg_text;
    }
    if (from->dtg_text.p && !to->dtg_text.p) to->dtg_text = from->dtg_text, to->dtg_line = from->dtg_line;
    if (from->line5_action && !(keep && to->line5_action))
        to->line5_action = from->line5_action, to->line5_info = from->line5_info;
    if (from->line2_precedence && !(keep && to->line2_precedence)) to->line2_precedence = from->line2_precedence;
    if (from->de_line && !(keep && to->de_line)) {
        to->de_line = from->de_line, to->de_serial = from->de_serial;
        if (!keep) to->de_section = from->de_section; /* a later section's number is not this one's */
    }
    if (from->filed_julian && !(keep && (to->filed_julian || to->filed_day)))
        to->filed_julian = from->filed_julian, to->filed_minute = from->filed_minute;
    if (from->filed_day && !(keep && (to->filed_julian || to->filed_day))) {
        to->filed_day = from->filed_day;
        if (!from->filed_julian) to->filed_minute = from->filed_minute;
    }
    if (from->zny && !(keep && to->zny)) to->zny = from->zny;
    if (from->classification && !(keep && to->classification))
        to->classification = from->classification, to->class_line = from->class_line;
    if (from->class_station.p && !(keep && to->class_station.p)) to->class_station = from->class_station;
    if (from->class_serial && !(keep && to->class_serial)) to->class_serial = from->class_serial;
    if (from->page_mark && !to->page_mark) to->page_mark = from->page_mark;
    if (!keep && from->section_no) to->section_no = from->section_no, to->section_of = from->section_of;
}

/* Line 3's day of the year with the DTG's year; about New Year the neighbour's (sheet 3). */
static bool filed_by_julian(const struct cv_observed *o, int *days) {
    int year = o->dtg_year, julian = o->filed_julian;
    if (julian <= 10 && o->dtg_month == 12) year++;
    if (julian >= 355 && o->dtg_month == 1) year--;
    if (julian == 366 && !cv_date_valid(year, 2, 29)) return false;
    *days = cv_date_days(year, 1, 1) + julian - 1;
    return true;
}

/* The dashes line's day with the DTG's month, the next one where it is far lower (NARA sheet 2). */
static bool filed_by_day(const struct cv_observed *o, int *days) {
    int year = o->dtg_year, month = o->dtg_month;
    if (o->dtg_day - o->filed_day > 15 && ++month > 12) month = 1, year++;
    if (o->filed_day - o->dtg_day > 15 && --month < 1) month = 12, year--;
    if (!cv_date_valid(year, month, o->filed_day)) return false;
    *days = cv_date_days(year, month, o->filed_day);
    return true;
}

static void settle_filed(struct cv_parse *p) {
    const struct cv_observed *o = &p->seen;
    int days, apart;
    if (!o->has_dtg || o->filed_minute < 0) return;
    if (!(o->filed_julian ? filed_by_julian(o, &days) : o->filed_day && filed_by_day(o, &days))) return;
    p->out->filed = cv_datetime_iso(p->arena, days, o->filed_minute);
    apart = days - cv_date_days(o->dtg_year, o->dtg_month, o->dtg_day);
    if (o->filed_julian && (apart > DAYS_APART || apart < -DAYS_APART))
        cv_problem(p, CV_P_DATE_DIFFERS, o->de_line, "line 3 says day %03d, the date-time group %.*s", o->filed_julian,
                   CV_FMT(o->dtg));
}

/* A section holds about 5,000 characters. A DE line with "/01" over less than this is one section, counted: of the
 * real cables with a section in that line, none is shorter (fixture: two-cables-in-one, sheet 11 "Sections"). */
enum { SECTIONED_BYTES = 3000 };

static bool long_enough_for_sections(const struct cv_parse *p) {
    const char *from = p->body_at < p->lines.n ? p->lines.v[p->body_at].s.p : p->text.p;
    return (size_t)(p->whole.p + p->whole.n - from) >= SECTIONED_BYTES;
}

static void settle_sections(struct cv_parse *p) {
    const struct cv_observed *o = &p->seen;
    p->out->sections = 1;
    if (o->section_of) {
        p->out->sections = o->section_of;
    } else if (o->section_no > 1 || o->de_section > 1 ||
               ((o->section_no || o->de_section) && long_enough_for_sections(p))) {
        p->out->sections = 0;
        cv_problem(p, CV_P_SECTION_MISSING, o->section_no ? o->class_line : o->de_line,
                   "sent in several sections, their number is not told");
    }
}

/* The distribution's offices stand before the printed attributes. */
static void settle_attributes(struct cv_envelope *e) {
    struct cv_cable *c = e->p->out;
    if (!e->attributes.n) return;
    for (size_t i = 0; i < c->attributes.n; i++) {
        struct cv_attribute *row = CV_PUSH(e->p->arena, &e->attributes, struct cv_attribute);
        if (row) *row = c->attributes.v[i];
    }
    c->attributes.v = e->attributes.v;
    c->attributes.n = e->attributes.n;
    c->attributes.cap = e->attributes.cap;
}

static bool same_addressee(const struct cv_addressee *a, const struct cv_addressee *b) {
    return a->role == b->role && cv_span_eq(a->name, b->name) &&
           cv_span_eq(a->routing_indicator, b->routing_indicator) && cv_span_eq(a->message_number, b->message_number);
}

/* The same header printed twice, with no text between: each addressee once, each route once. */
static void settle_repeated(struct cv_cable *c) {
    size_t half = c->addressees.n / 2, routes = c->routes.n / 2;
    if (!half || c->addressees.n % 2) return;
    for (size_t i = 0; i < half; i++)
        if (!same_addressee(&c->addressees.v[i], &c->addressees.v[half + i])) return;
    c->addressees.n = half;
    if (c->routes.n % 2) return;
    for (size_t i = 0; i < routes; i++)
        if (!cv_span_eq(c->routes.v[i], c->routes.v[routes + i])) return;
    c->routes.n = routes;
}

static void settle(struct cv_envelope *e) {
    struct cv_parse *p = e->p;
    struct cv_cable *c = p->out;
    lay_over(&p->seen, &e->seen, false);
    c->origin = p->seen.fm;
    c->precedence = p->seen.line5_action > p->seen.line5_info ? p->seen.line5_action : p->seen.line5_info;
    if (c->precedence == CV_PREC_NONE) c->precedence = p->seen.line2_precedence;
    settle_repeated(c);
    cv_addressees_inherit(p);
    settle_filed(p);
    settle_sections(p);
    settle_attributes(e);
    c->drafted_by = cv_buf_span(&e->drafted);
    c->approved_by = cv_buf_span(&e->approved);
    if (!c->drafted_by.p && !c->approved_by.p) cv_drafting_at_end(p);
}

static struct cv_envelope envelope_of(struct cv_parse *p, bool fill) {
    return (struct cv_envelope){.p = p,
                                .fill = fill,
                                .seen = {.filed_minute = -1},
                                .drafted = {.arena = p->arena},
                                .approved = {.arena = p->arena}};
}

void cv_envelope_parse(struct cv_parse *p) {
    struct cv_envelope e = envelope_of(p, false);
    size_t end;
    long body = find_body(p, &end);
    read_header(&e, 0, end);
    if (body != NO_LINE) {
        read_class_line(&e, (size_t)body);
        late_dtg(&e);
    } else {
        while (end < p->lines.n && !line_at(p, end).n) end++;
        p->body_at = p->at = end;
    }
    settle(&e);
}

void cv_envelope_fill(struct cv_parse *p, size_t from, size_t to) {
    struct cv_envelope e = envelope_of(p, true);
    struct walk w = {.p = p, .a = p->arena};
    struct cv_classline_parts c;
    size_t lines;
    read_header(&e, from, to);
    for (size_t i = from; i < to && i < p->lines.n; i++)
        if (class_line(&w, i, &c, &lines) && c.line.serial) take_class(&e, &c.line, p->lines.v[i].no);
    lay_over(&p->seen, &e.seen, true);
}
