/* format_lines.c - what a line of the header is: format lines 1-9, distribution, drafting, transport. envelope.c decides which
 * lines are the header, header_lines.c reads what they say.
 * May not: look at the line before or after (what that was is handed in).
 * Facts: sheet 3 (format lines), NARA sheet 2 (1970s), 5 FAH-2 H-320. */
#include "envelope.h"

/* "RR RUEHFL RUEHKW": precedence twice, then at least one route. */
bool cv_is_line2(struct cv_span s) {
    struct cv_span w = cv_span_word(&s);
    if (w.n != 2 || !cv_precedence_letter(w.p[0]) || !cv_precedence_letter(w.p[1])) return false;
    return cv_routing_indicator(cv_span_word(&s));
}

/* Indicators and nothing else, or line 3 joined to them. */
static bool is_routes(struct cv_span s) {
    struct cv_span rest = s, w = cv_span_word(&rest);
    if (!cv_routing_indicator(w)) return false;
    for (; s.n; s = cv_span_trim_left(rest)) {
        rest = s;
        w = cv_span_word(&rest);
        if (!cv_routing_indicator(w)) return cv_is_de_line(s);
    }
    return true;
}

/* "DE RUEHSK #1060 3621322": behind the indicator a number sign or a digit. */
bool cv_is_de_line(struct cv_span s) {
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
bool cv_is_zn_line(struct cv_span s) {
    struct cv_span w = cv_span_word(&s), c = cv_span_word(&s);
    if (w.n != 3 || !cv_span_starts(w, "ZN") || c.n < 4 || c.n > 6) return false;
    for (size_t i = 1; i < c.n; i++)
        if (cv_to_upper(c.p[i]) != cv_to_upper(c.p[0])) return false;
    return true;
}

/* A label, blanks between its letters allowed, then a blank, a colon or the end; bytes with the colon. In small letters
 * it is a word of a sentence ("to 76 thousand tons") unless a colon or a route stands behind it. */
size_t cv_header_label(struct cv_span s, const char *z) {
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
bool cv_may_be_addressed(struct cv_span s) {
    return cv_routing_prefix(s) != 0 || cv_addressee_word(cv_first_word(s)) || cv_span_starts(s, "ZEN/");
}

size_t cv_info_label(struct cv_span s) {
    size_t n = cv_header_label(s, "INFO");
    struct cv_span w;
    if (n) return n;
    w = cv_first_word(s); /* "INFP", "INFOR" */
    if (w.n < 4 || w.n > 5 || cv_span_distance(w, CV_LIT("INFO")) != 1 || !cv_may_be_addressed(cv_behind_word(s)))
        return 0;
    return (size_t)(cv_behind_word(s).p - s.p);
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
    size_t at = cv_next_word(s, 0);
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
        next = cv_behind_word(s);
        return cv_span_is(cv_first_word(s), "PAGE") && next.n && cv_is_digit(next.p[0]);
    default:
        return is_weekday(s) || cv_span_starts(s, "This record is a part") ||
               cv_span_starts(s, "The full text of the original");
    }
}

static bool is_fm(struct cv_span s) {
    size_t n = cv_header_label(s, "FM");
    if (n) return n < s.n;
    return cv_span_starts(s, "FROM ") && cv_addressee_word(cv_first_word(cv_span_from(s, 5))) &&
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
    if (cv_is_de_line(s)) return CV_KIND_DE;
    drafting = cv_drafting_match(s, &at);
    if (drafting != CV_DRAFTING_NONE) return drafting == CV_DRAFTING_DRAFTED ? CV_KIND_DRAFTED : CV_KIND_APPROVED;
    if (cv_precedence_letter(s.p[0])) {
        if (cv_is_line2(s)) return CV_KIND_LINE2;
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
    size_t n = cv_header_label(s, "TO");
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
        if (cv_is_zn_line(s)) return CV_KIND_ZN;
        break;
    case 'F':
        if (is_fm(s)) return CV_KIND_FM;
        break;
    case 'T':
        if (to_label(s)) return CV_KIND_TO;
        break;
    case 'X':
        if (cv_header_label(s, "XMT")) return CV_KIND_XMT;
        break;
    case 'I':
        if (cv_offices_match(s, false)) return CV_KIND_OFFICES;
        if (cv_info_label(s)) return CV_KIND_INFO;
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
    if (cv_header_label(s, "FM")) return false;
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
