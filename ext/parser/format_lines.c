/* format_lines.c - the lines of the header one by one: what a line is (format lines 1-9, distribution, drafting,
 * transport), and what it says. envelope.c decides which lines are the header.
 * May not: look at the line before or after (what that was is handed in).
 * Facts: sheet 3 (format lines), NARA sheet 2 (1970s), 5 FAH-2 H-320. */
#include "envelope.h"

enum { COPY_DASHES = 10 /* inside a line, fewer are no dashes line */ };

static struct cv_span first_word(struct cv_span s) { return cv_span_word(&s); }

/* What stands behind the first word. */
static struct cv_span behind_word(struct cv_span s) {
    (void)cv_span_word(&s);
    return cv_span_trim_left(s);
}

/* Where the word behind the one at s[i] begins; s.n: there is none. */
static size_t next_word(struct cv_span s, size_t i) {
    while (i < s.n && !cv_is_space(s.p[i])) i++;
    while (i < s.n && cv_is_space(s.p[i])) i++;
    return i;
}

/* ---- what is it? ---------------------------------------------------------------------------- */

/* "RR RUEHFL RUEHKW": precedence twice, then at least one route. */
static bool is_line2(struct cv_span s) {
    struct cv_span w = cv_span_word(&s);
    if (w.n != 2 || !cv_precedence_letter(w.p[0]) || !cv_precedence_letter(w.p[1])) return false;
    return cv_routing_indicator(cv_span_word(&s));
}

static bool is_de(struct cv_span s);

/* Indicators and nothing else, or line 3 joined to them. */
static bool is_routes(struct cv_span s) {
    struct cv_span rest = s, w = cv_span_word(&rest);
    if (!cv_routing_indicator(w)) return false;
    for (; s.n; s = cv_span_trim_left(rest)) {
        rest = s;
        w = cv_span_word(&rest);
        if (!cv_routing_indicator(w)) return is_de(s);
    }
    return true;
}

/* "DE RUEHSK #1060 3621322": behind the indicator a number sign or a digit. */
static bool is_de(struct cv_span s) {
    struct cv_span w, ri;
    if (!cv_span_starts(s, "DE")) return false;
    w = cv_span_word(&s);
    if (w.n != 2) return false;
    ri = cv_span_word(&s);
    s = cv_span_trim_left(s);
    if (ri.n < 4 || ri.n > 9 || !s.n) return false;
    for (size_t i = 0; i < ri.n; i++)
        if (!cv_is_alnum(ri.p[i])) return false;
    return s.p[0] == '#' || cv_is_digit(s.p[0]);
}

/* "ZNR UUUUU", "ZNY CCCCC": one letter five times, one of them may be lost. */
static bool is_zn(struct cv_span s) {
    struct cv_span w = cv_span_word(&s), c = cv_span_word(&s);
    if (w.n != 3 || !cv_span_starts(w, "ZN") || c.n < 4 || c.n > 6) return false;
    for (size_t i = 1; i < c.n; i++)
        if (cv_to_upper(c.p[i]) != cv_to_upper(c.p[0])) return false;
    return true;
}

/* A label, blanks between its letters allowed, then a blank, a colon or the end; bytes with the colon. In small letters
 * it is a word of a sentence ("to 76 thousand tons") unless a colon or a route stands behind it. */
static size_t label(struct cv_span s, const char *z) {
    size_t i = 0;
    bool first = true, colon = false;
    for (; *z; z++, i++, first = false) {
        while (!first && i < s.n && cv_is_blank(s.p[i])) i++;
        if (i >= s.n || cv_to_upper(s.p[i]) != *z) return 0;
    }
    if (i < s.n && !cv_is_blank(s.p[i]) && s.p[i] != ':') return 0;
    for (; i < s.n && (cv_is_blank(s.p[i]) || s.p[i] == ':'); i++) colon |= s.p[i] == ':';
    return cv_is_lower(s.p[0]) && !colon && !cv_routing_prefix(cv_span_from(s, i)) ? 0 : i;
}

/* Something that may be addressed. */
static bool is_addressee(struct cv_span s) {
    return cv_routing_prefix(s) != 0 || cv_addressee_word(first_word(s)) || cv_span_starts(s, "ZEN/");
}

static size_t info_label(struct cv_span s) {
    size_t n = label(s, "INFO");
    struct cv_span w;
    if (n) return n;
    w = first_word(s); /* "INFP", "INFOR" */
    if (w.n < 4 || w.n > 5 || cv_span_distance(w, CV_LIT("INFO")) != 1 || !is_addressee(behind_word(s))) return 0;
    return (size_t)(behind_word(s).p - s.p);
}

static bool is_weekday(struct cv_span s) {
    static const char *const days[] = {"Monday,", "Tuesday,",  "Wednesday,", "Thursday,",
                                       "Friday,", "Saturday,", "Sunday,"};
    for (size_t i = 0; i < CV_ARRAY_LEN(days); i++)
        if (cv_span_starts(s, days[i])) return s.n < 50;
    return false;
}

/* "GRNC", "GR 123", "STATE GRNC": ends the address list. */
static bool is_group_count(struct cv_span s) {
    size_t at = next_word(s, 0);
    struct cv_span w, next;
    int n;
    if (cv_to_upper(s.p[0]) != 'G' && (at == s.n || cv_to_upper(s.p[at]) != 'G')) return false;
    w = cv_span_word(&s);
    next = cv_span_word(&s);
    if (cv_span_is(next, "GRNC") && !cv_span_trim(s).n) return true;
    if (cv_span_is(w, "GRNC")) return !next.n || cv_span_to_int(next, &n);
    if (cv_span_starts(w, "GR") && cv_span_to_int(cv_span_from(w, 2), &n)) return !next.n;
    return cv_span_is(w, "GR") && cv_span_to_int(next, &n) && !cv_span_trim(s).n;
}

static bool is_transport(struct cv_span s, enum cv_part part) {
    struct cv_span next;
    bool list = part == CV_PART_ADDRESSEES || part == CV_PART_DRAFTED || part == CV_PART_APPROVED;
    if (is_group_count(s)) return true;
    if (!cv_is_alpha(s.p[0])) return cv_is_dashes(s) || (!list && cv_distribution_number(s));
    switch (cv_to_upper(s.p[0])) {
    case 'B':
        return cv_span_is(s, "BT");
    case 'P':
        if (!cv_span_starts(s, "PAGE")) return false;
        next = behind_word(s);
        return cv_span_is(first_word(s), "PAGE") && next.n && cv_is_digit(next.p[0]);
    default:
        return is_weekday(s) || cv_span_starts(s, "This record is a part") ||
               cv_span_starts(s, "The full text of the original");
    }
}

static bool is_fm(struct cv_span s) {
    size_t n = label(s, "FM");
    if (n) return n < s.n;
    return cv_span_starts(s, "FROM ") && cv_addressee_word(first_word(cv_span_from(s, 5))) &&
           cv_span_find(s, " FOR ") == SIZE_MAX;
}

static enum cv_kind dtg_kind(struct cv_span s, struct cv_arena *a) {
    struct cv_dtg d;
    if (cv_dtg_match(s, a, &d)) return CV_KIND_DTG;
    return cv_dtg_resembles(s, &d) ? CV_KIND_BAD_DTG : CV_KIND_UNKNOWN;
}

/* What no first letter tells: line 3, drafting, and the lines that a precedence or a number opens. */
static enum cv_kind kind_by_form(struct cv_span s, struct cv_arena *a) {
    size_t at;
    enum cv_drafting drafting;
    if (is_de(s)) return CV_KIND_DE;
    drafting = cv_drafting_match(s, &at);
    if (drafting != CV_DRAFTING_NONE) return drafting == CV_DRAFTING_DRAFTED ? CV_KIND_DRAFTED : CV_KIND_APPROVED;
    if (cv_precedence_letter(s.p[0])) {
        if (is_line2(s)) return CV_KIND_LINE2;
        if (s.n > 1 && !cv_is_alpha(s.p[1])) return dtg_kind(s, a);
        if (s.n > 2 && cv_is_blank(s.p[2])) return dtg_kind(s, a); /* "PP 281322Z" */
    }
    if (cv_is_digit(s.p[0]) || cv_span_starts(s, "NIACT") || cv_span_starts(s, "IMM") || cv_span_starts(s, "PRI") ||
        cv_span_starts(s, "ROUT") || cv_span_starts(s, "FLASH"))
        return dtg_kind(s, a);
    return CV_KIND_UNKNOWN;
}

/* "to the border is open", "To the north …": a sentence goes on, nobody is addressed. */
static size_t to_label(struct cv_span s) {
    size_t n = label(s, "TO");
    struct cv_span name = cv_span_trim_left(cv_span_from(s, n));
    return n && name.n && cv_is_lower(name.p[0]) ? 0 : n;
}

static enum cv_kind kind_by_letter(struct cv_span s, struct cv_arena *a) {
    switch (cv_to_upper(s.p[0])) {
    case 'R':
        if (cv_routing_prefix(s) && cv_to_upper(s.p[1]) != 'O') return CV_KIND_UNKNOWN; /* most lines; no ROUTINE */
        break;
    case 'V':
    case 'Z':
        if (cv_span_starts(s, "VZCZC") || cv_span_starts(s, "ZCZC")) return CV_KIND_TRANSMISSION;
        if (is_zn(s)) return CV_KIND_ZN;
        break;
    case 'F':
        if (is_fm(s)) return CV_KIND_FM;
        break;
    case 'T':
        if (to_label(s)) return CV_KIND_TO;
        break;
    case 'X':
        if (label(s, "XMT")) return CV_KIND_XMT;
        break;
    case 'I':
        if (cv_offices_match(s, false)) return CV_KIND_OFFICES;
        if (info_label(s)) return CV_KIND_INFO;
        break;
    case '-':
    case '_':
        return !cv_is_dashes(s) && (cv_span_starts(s, "---") || cv_span_starts(s, "___")) ? CV_KIND_DASHES
                                                                                          : CV_KIND_UNKNOWN;
    case 'A':
    case 'O':
        if (cv_offices_match(s, false)) return CV_KIND_OFFICES;
        break;
    default:
        break;
    }
    return kind_by_form(s, a);
}

/* What the line before it has to say in the matter: kind is what the form says. */
static enum cv_kind kind_in(struct cv_span s, enum cv_kind kind, enum cv_part part) {
    if (kind != CV_KIND_UNKNOWN) return kind;
    if (part == CV_PART_ROUTES && is_routes(s)) return CV_KIND_ROUTES;
    if (part == CV_PART_OFFICES && cv_offices_match(s, true)) return CV_KIND_OFFICES;
    return is_transport(s, part) ? CV_KIND_TRANSPORT : CV_KIND_UNKNOWN;
}

enum cv_kind cv_line_kind(struct cv_span line, enum cv_part part, struct cv_arena *a) {
    struct cv_span s = cv_span_trim(line);
    return s.n ? kind_in(s, kind_by_letter(s, a), part) : CV_KIND_UNKNOWN;
}

/* "FROM AMEMBASSY MINSK" is an FM line where the next one is TO; else it tells whose words these are. */
static bool from_alone(const struct cv_parse *p, size_t i, struct cv_span s) {
    if (label(s, "FM")) return false;
    while (++i < p->lines.n) {
        s = cv_span_trim(p->lines.v[i].s);
        if (s.n) return !to_label(s);
    }
    return true;
}

enum cv_kind cv_line_kind_at(struct cv_parse *p, size_t i, enum cv_part part) {
    struct cv_line *line = i < p->lines.n ? &p->lines.v[i] : NULL;
    struct cv_span s = line ? cv_span_trim(line->s) : CV_NONE;
    if (!s.n) return CV_KIND_UNKNOWN;
    if (!line->form) {
        enum cv_kind kind = kind_by_letter(s, p->arena);
        if (kind == CV_KIND_FM && from_alone(p, i, s)) kind = CV_KIND_UNKNOWN;
        line->form = (unsigned char)(1 + kind);
    }
    return kind_in(s, (enum cv_kind)(line->form - 1), part);
}

/* ---- lines that a publisher joined ---------------------------------------------------------- */

/* Does a part of the header begin at this word, in mid-line? Stricter than at a line's start. */
static bool begins_piece(struct cv_span s, struct cv_arena *a) {
    struct cv_span w = first_word(s), next = behind_word(s);
    struct cv_dtg d;
    switch (cv_to_upper(s.p[0])) {
    case 'F':
        return cv_span_is(w, "FM") && next.n;
    case 'T':
        return cv_span_is(w, "TO") && is_addressee(next);
    case 'B':
        return cv_span_is(w, "BT");
    case 'G':
        return cv_span_is(w, "GRNC");
    case 'X':
        return cv_span_is(w, "XMT");
    case 'I':
        return cv_span_is(w, "INFO") && (is_addressee(next) || cv_offices_match(s, false));
    case 'A':
        return cv_span_starts(s, "APPROVED BY") || (cv_span_is(w, "ACTION") && cv_offices_match(s, false));
    case 'D':
        return cv_span_starts(s, "DRAFTED BY") ||
               (cv_routing_indicator(first_word(next)) && is_de(s)); /* RIO DE JANEIRO */
    case '-':
        for (size_t i = 0; i < COPY_DASHES; i++)
            if (i >= w.n || w.p[i] != '-') return false;
        return true;
    default:
        break;
    }
    if (cv_span_starts(w, "ZN") && is_zn(s)) return true;
    if (cv_span_is(w, "ORIGIN") && cv_offices_match(s, false)) return true;
    if (w.n == 2 && is_line2(s)) return true;
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
    for (; dtg && i < s.n; i = next_word(s, i)) { /* the DTG's own letters and group are no new one */
        struct cv_span w = first_word(cv_span_from(s, i));
        if (!(w.n <= 2 && cv_precedence_letter(w.p[0])) && !precedence_word(w)) break;
    }
    while ((i = next_word(s, i)) < s.n)
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
    struct cv_span w = first_word(s);
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
    struct cv_span rest = behind_word(s), ri = cv_span_word(&rest), serial;
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
    struct cv_span c = first_word(behind_word(s));
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
    struct cv_span name = cv_span_trim(cv_span_from(s, label(s, "FM") ? label(s, "FM") : 5));
    name = cv_span_trim(cv_span_from(name, cv_routing_prefix(name)));
    if (!e->seen.fm.p) e->seen.fm = upper(e->p->arena, cv_single_spaced(e->p->arena, name));
    e->part = CV_PART_FROM;
}

/* TO is lost: an indicator, or a second post where the name has one. */
static bool addressed_at_last(const struct cv_envelope *e, struct cv_span s) {
    return cv_routing_prefix(s) || (is_addressee(s) && cv_span_chr(e->seen.fm, ' ') != SIZE_MAX);
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
        take_list(e, s, CV_ACTION, label(s, "TO"));
        return true;
    case CV_KIND_INFO:
        take_list(e, s, CV_INFO, info_label(s));
        return true;
    case CV_KIND_XMT:
        take_list(e, s, CV_EXEMPT, label(s, "XMT"));
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
