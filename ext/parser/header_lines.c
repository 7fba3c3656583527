/* header_lines.c - what a line of the header says, piece by piece where a publisher joined lines.
 * May not: look at the line before or after (what that was is handed in). Facts: sheet 3, NARA sheet 2. */
#include "envelope.h"

enum { COPY_DASHES = 10 /* inside a line, fewer are no dashes line */ };

/* ---- lines that a publisher joined ---------------------------------------------------------- */

/* Does a part of the header begin at this word, in mid-line? Stricter than at a line's start. */
static bool begins_piece(struct cv_span s, struct cv_arena *a) {
    struct cv_span w = cv_first_word(s), next = cv_behind_word(s);
    struct cv_dtg d;
    switch (cv_to_upper(s.p[0])) {
    case 'F':
        return cv_span_is(w, "FM") && next.n;
    case 'T':
        return cv_span_is(w, "TO") && cv_may_be_addressed(next);
    case 'B':
        return cv_span_is(w, "BT");
    case 'G':
        return cv_span_is(w, "GRNC");
    case 'X':
        return cv_span_is(w, "XMT");
    case 'I':
        return cv_span_is(w, "INFO") && (cv_may_be_addressed(next) || cv_offices_match(s, false));
    case 'A':
        return cv_span_starts(s, "APPROVED BY") || (cv_span_is(w, "ACTION") && cv_offices_match(s, false));
    case 'D':
        return cv_span_starts(s, "DRAFTED BY") ||
               (cv_routing_indicator(cv_first_word(next)) && cv_is_de_line(s)); /* RIO DE JANEIRO */
    case '-':
        for (size_t i = 0; i < COPY_DASHES; i++)
            if (i >= w.n || w.p[i] != '-') return false;
        return true;
    default:
        break;
    }
    if (cv_span_starts(w, "ZN") && cv_is_zn_line(s)) return true;
    if (cv_span_is(w, "ORIGIN") && cv_offices_match(s, false)) return true;
    if (w.n == 2 && cv_is_line2(s)) return true;
    if (w.n > 2 || !next.n || !cv_precedence_letter(w.p[0])) /* a DTG: letters, or six digits and Z */
        return w.n == 7 && cv_is_digit(w.p[0]) && cv_to_upper(w.p[6]) == 'Z' && cv_dtg_match(s, a, &d);
    return next.n > 8 && (cv_is_digit(next.p[0]) || next.p[1] == ' ') && cv_dtg_match(s, a, &d);
}

/* Precedence written out in front of the DTG. */
static bool precedence_word(struct cv_span w) {
    static const char *const words[] = {"NIACT", "IMMEDIATE", "FLASH", "OVERRIDE", "PRIORITY", "ROUTINE"};
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(w, words[i])) return true;
    return false;
}

/* First letters of the words at which begins_piece() finds anything; the word itself is looked at only there. */
static bool may_begin_piece(struct cv_span s) {
    char next = s.n > 1 ? cv_to_upper(s.p[1]) : ' ';
    bool two = s.n <= 2 || cv_is_space(next) || cv_is_space(s.p[2]); /* letters at most */
    switch (cv_to_upper(s.p[0])) {
    case 'F':
    case 'X':
        return next == 'M';
    case 'T':
        return next == 'O';
    case 'B':
        return next == 'T';
    case 'G':
        return next == 'R';
    case 'I':
        return next == 'N';
    case 'A':
        return next == 'P' || next == 'C';
    case 'D':
        return next == 'R' || next == 'E';
    case '-':
        return next == '-';
    case 'Z':
        return next == 'N' || two;
    case 'O':
        return next == 'R' || two;
    case 'P':
    case 'R':
    case 'Y':
        return two;
    default:
        return cv_is_digit(s.p[0]);
    }
}

/* Where the next part of the header begins inside the line; its length if it is one part. s begins with a word. */
static size_t piece_length(struct cv_span s, struct cv_arena *a, bool dtg) {
    size_t i = 0;
    for (; dtg && i < s.n; i = cv_next_word(s, i)) { /* the DTG's own letters and group are no new one */
        struct cv_span w = cv_first_word(cv_span_from(s, i));
        if (!(w.n <= 2 && cv_precedence_letter(w.p[0])) && !precedence_word(w)) break;
    }
    while ((i = cv_next_word(s, i)) < s.n)
        if (may_begin_piece(cv_span_from(s, i)) && begins_piece(cv_span_from(s, i), a)) return i;
    return s.n;
}

/* ---- what does it say? ----------------------------------------------------------------------- */

static struct cv_span upper(struct cv_arena *a, struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_lower(s.p[i])) return cv_arena_upper(a, s);
    return s;
}

static size_t take_transmission(struct cv_envelope *e, struct cv_span s) {
    struct cv_span w = cv_first_word(s);
    if (!e->fill && !e->p->out->transmission_id.p) e->p->out->transmission_id = upper(e->p->arena, w);
    e->part = CV_PART_OTHER;
    return w.n;
}

static size_t take_routes(struct cv_envelope *e, struct cv_span s, bool letters) {
    struct cv_span rest = s, w;
    const char *end = s.p;
    if (letters) {
        w = cv_span_word(&rest);
        for (size_t i = 0; i < w.n; i++)
            if (cv_precedence_letter(w.p[i]) > e->seen.line2_precedence)
                e->seen.line2_precedence = cv_precedence_letter(w.p[i]);
        end = w.p + w.n;
    }
    while ((w = cv_span_word(&rest)).n && cv_routing_indicator(w)) {
        if (!e->fill) cv_spans_push(e->p->arena, &e->p->out->routes, upper(e->p->arena, w));
        end = w.p + w.n;
    }
    e->part = CV_PART_ROUTES;
    return (size_t)(end - s.p);
}

/* Digits from *s, at most n, blanks between them allowed; -1: fewer. */
static int digits(struct cv_span *s, size_t n) {
    int v = 0;
    size_t i = 0, got = 0;
    for (; i < s->n && got < n; i++) {
        char c = s->p[i];
        if (cv_is_blank(c)) continue;
        if (!cv_is_digit(c) && cv_to_upper(c) != 'O') break;
        v = v * 10 + (cv_is_digit(c) ? c - '0' : 0);
        got++;
    }
    *s = cv_span_from(*s, i);
    return got == n ? v : -1;
}

static void take_de(struct cv_envelope *e, struct cv_span s) {
    struct cv_observed *o = &e->seen;
    struct cv_span rest = cv_behind_word(s), ri = cv_span_word(&rest), serial;
    size_t n = 0;
    int day, time, v;
    e->part = CV_PART_OTHER;
    if (o->de_line) return;
    o->de_line = e->line_no;
    if (!e->fill && !e->p->out->originator_ri.p) e->p->out->originator_ri = upper(e->p->arena, ri);
    while (rest.n && (cv_is_blank(rest.p[0]) || rest.p[0] == '#')) rest = cv_span_from(rest, 1);
    while (n < rest.n && n < 7 && cv_is_digit(rest.p[n])) n++;
    serial = cv_span_first(rest, n);
    if (cv_span_to_int(serial, &v)) o->de_serial = v;
    rest = cv_span_from(rest, n);
    if (rest.n && rest.p[0] == '/') {
        rest = cv_span_from(rest, 1);
        for (n = 0; n < rest.n && n < 3 && cv_is_digit(rest.p[n]);) n++;
        if (cv_span_to_int(cv_span_first(rest, n), &v)) o->de_section = v;
        while (n < rest.n && !cv_is_blank(rest.p[n])) n++; /* "/01-02" */
        rest = cv_span_from(rest, n);
    }
    day = digits(&rest, 3);
    time = digits(&rest, 4);
    if (day < 1 || day > 366 || time < 0 || time / 100 > 23 || time % 100 > 59) return;
    if (rest.n && cv_is_digit(rest.p[0])) return; /* eight digits: doubtful */
    o->filed_julian = day;
    o->filed_minute = time / 100 * 60 + time % 100;
}

static void take_zn(struct cv_envelope *e, struct cv_span s) {
    struct cv_span c = cv_first_word(cv_behind_word(s));
    e->part = CV_PART_OTHER;
    if (e->seen.zny != CV_CLASS_NONE) return;
    switch (cv_to_upper(c.p[0])) {
    case 'U':
    case 'E':
        e->seen.zny = CV_UNCLASSIFIED;
        break;
    case 'R':
        e->seen.zny = CV_RESTRICTED;
        break;
    case 'C':
        e->seen.zny = CV_CONFIDENTIAL;
        break;
    case 'S':
        e->seen.zny = CV_SECRET;
        break;
    case 'T':
        e->seen.zny = CV_TOP_SECRET;
        break;
    default:
        break;
    }
}

/* Z and two letters, a digit behind them now and then ("ZFF4", "ZFF-6"). */
static bool is_signal(struct cv_span w) {
    if (w.n < 3 || cv_to_upper(w.p[0]) != 'Z' || !cv_is_alpha(w.p[1]) || !cv_is_alpha(w.p[2])) return false;
    if (w.n == 5 && w.p[3] == '-') return cv_is_digit(w.p[4]);
    return w.n == 3 || (w.n == 4 && cv_is_digit(w.p[3]));
}

static void take_signals(struct cv_envelope *e, struct cv_span rest) {
    struct cv_span w;
    while ((w = cv_span_word(&rest)).n) {
        while (w.n && memchr(".,;", w.p[w.n - 1], 3)) w.n--;
        if (!is_signal(w)) continue;
        w = upper(e->p->arena, w);
        if (!e->fill && !cv_spans_has(&e->p->out->operating_signals, w))
            cv_spans_push(e->p->arena, &e->p->out->operating_signals, w);
    }
}

static void take_dtg(struct cv_envelope *e, struct cv_span s, bool readable) {
    struct cv_observed *o = &e->seen;
    struct cv_dtg d;
    e->part = CV_PART_OTHER;
    if (o->has_dtg) return;
    readable = readable && cv_dtg_match(s, e->p->arena, &d);
    if (!readable) (void)cv_dtg_resembles(s, &d);
    o->line5_action = d.action;
    o->line5_info = d.info;
    o->dtg_text = cv_single_spaced(e->p->arena, s);
    o->dtg_line = e->line_no;
    if (!readable) {
        if (!e->fill)
            cv_problem(e->p, CV_P_BAD_DATE, e->line_no, "no date-time group: %.*s", CV_FMT(cv_span_first(s, 60)));
        return;
    }
    o->has_dtg = true;
    o->dtg_year = d.year, o->dtg_month = d.month, o->dtg_day = d.day, o->dtg_minute = d.minute;
    o->dtg = d.dtg;
    take_signals(e, d.rest);
}

static void take_fm(struct cv_envelope *e, struct cv_span s) {
    struct cv_span name = cv_span_trim(cv_span_from(s, cv_header_label(s, "FM") ? cv_header_label(s, "FM") : 5));
    name = cv_span_trim(cv_span_from(name, cv_routing_prefix(name)));
    if (!e->seen.fm.p) e->seen.fm = upper(e->p->arena, cv_single_spaced(e->p->arena, name));
    e->part = CV_PART_FROM;
}

/* TO is lost: an indicator, or a second post where the name has one. */
static bool addressed_at_last(const struct cv_envelope *e, struct cv_span s) {
    return cv_routing_prefix(s) || (cv_may_be_addressed(s) && cv_span_chr(e->seen.fm, ' ') != SIZE_MAX);
}

/* A line between FM and TO belongs to the name. */
static void append_fm(struct cv_envelope *e, struct cv_span s) {
    if (e->gap) return;
    e->seen.fm =
        upper(e->p->arena,
              cv_single_spaced(e->p->arena, cv_arena_printf(e->p->arena, "%.*s %.*s", CV_FMT(e->seen.fm), CV_FMT(s))));
    e->part = CV_PART_OTHER;
}

static void take_list(struct cv_envelope *e, struct cv_span s, enum cv_addressee_role role, size_t label_n) {
    e->role = role;
    if (role != CV_EXEMPT) e->list_role = role;
    e->part = CV_PART_NONE; /* what follows the label continues nothing */
    e->gap = false;
    cv_addressees_line(e, cv_span_from(s, label_n));
    e->last_width = s.n;
    e->part = CV_PART_ADDRESSEES;
}

static void take_drafting(struct cv_envelope *e, struct cv_span s) {
    size_t at = 0;
    bool drafted = cv_drafting_match(s, &at) == CV_DRAFTING_DRAFTED;
    e->part = drafted ? CV_PART_DRAFTED : CV_PART_APPROVED;
    cv_drafting_add(drafted ? &e->drafted : &e->approved, cv_span_from(s, at));
}

/* A line without a label: what the part before it makes of it. False: nothing. */
static bool continue_part(struct cv_envelope *e, struct cv_span s) {
    switch (e->part) {
    case CV_PART_ADDRESSEES:
        cv_addressees_line(e, s);
        return true;
    case CV_PART_DRAFTED:
        cv_drafting_add(&e->drafted, s);
        return true;
    case CV_PART_APPROVED:
        cv_drafting_add(&e->approved, s);
        return true;
    case CV_PART_FROM:
        if (addressed_at_last(e, s))
            take_list(e, s, CV_ACTION, 0);
        else
            append_fm(e, s);
        return true;
    default:
        return false;
    }
}

/* Lines 3-9 and drafting take the whole piece. False: none of them. */
static bool take_whole(struct cv_envelope *e, struct cv_span s, enum cv_kind kind) {
    switch (kind) {
    case CV_KIND_DE:
        take_de(e, s);
        return true;
    case CV_KIND_ZN:
        take_zn(e, s);
        return true;
    case CV_KIND_DTG:
    case CV_KIND_BAD_DTG:
        take_dtg(e, s, kind == CV_KIND_DTG);
        return true;
    case CV_KIND_FM:
        take_fm(e, s);
        return true;
    case CV_KIND_TO:
        take_list(e, s, CV_ACTION, cv_header_label(s, "TO"));
        return true;
    case CV_KIND_INFO:
        take_list(e, s, CV_INFO, cv_info_label(s));
        return true;
    case CV_KIND_XMT:
        take_list(e, s, CV_EXEMPT, cv_header_label(s, "XMT"));
        return true;
    case CV_KIND_DRAFTED:
    case CV_KIND_APPROVED:
        take_drafting(e, s);
        return true;
    default:
        return kind == CV_KIND_UNKNOWN && continue_part(e, s);
    }
}

/* Takes a piece; how many of its bytes. *fate: what they are. */
static size_t take_piece(struct cv_envelope *e, struct cv_span s, enum cv_kind kind, enum cv_fate *fate) {
    size_t n = s.n;
    *fate = CV_FATE_FIELD;
    switch (kind) {
    case CV_KIND_TRANSMISSION:
        return take_transmission(e, s);
    case CV_KIND_LINE2:
    case CV_KIND_ROUTES:
        return take_routes(e, s, kind == CV_KIND_LINE2);
    case CV_KIND_OFFICES:
        n = cv_offices_parse(e, s);
        e->part = CV_PART_OFFICES;
        break;
    case CV_KIND_DASHES:
        n = cv_dashes_parse(e, s);
        e->part = CV_PART_OTHER;
        break;
    default:
        if (!take_whole(e, s, kind)) *fate = CV_FATE_TRANSPORT;
    }
    return n ? n : s.n;
}

void cv_header_line(struct cv_envelope *e, struct cv_span s, enum cv_kind kind) {
    while (s.n) {
        bool dtg = kind == CV_KIND_DTG || kind == CV_KIND_BAD_DTG;
        enum cv_fate fate;
        size_t n = take_piece(e, cv_span_trim_right(cv_span_first(s, piece_length(s, e->p->arena, dtg))), kind, &fate);
        if (!e->fill) cv_fate(e->p, cv_span_first(s, n), fate);
        s = cv_span_trim_left(cv_span_from(s, n));
        e->gap = false;
        kind = cv_line_kind(s, e->part, e->p->arena);
    }
}
