/* addressees.c - TO, INFO and XMT lines: routing indicator, name, precedence, message number, collective.
 * May not: correct a name (what is printed stays, a garbled one gets a problem), look past the piece it is given.
 * Facts: sheet 3 "Addressees", NARA sheet 2 "TO, INFO", 5 ("Action, Info": place and post turned round),
 * 5 FAH-2 H-320 (lines 7-9). */
#include "envelope.h"

enum {
    FULL_LINE = 62,       /* a line this long may have been wrapped */
    FULL_LINE_RI = 55,    /* the same where every addressee has its routing indicator */
    NAME_MAX_BYTES = 160, /* no name goes on over more lines than that */
    JOINED_LINE = 80      /* longer than any line from the wire: a publisher joined several */
};

/* ---- words ----------------------------------------------------------------------------------- */

/* Kinds of post: two of them in one name are two addressees run together. */
static bool post_word(struct cv_span w) {
    static const char *const words[] = {"AMEMBASSY", "AMCONSUL", "AMCONGEN", "AMEMB",    "USMISSION",  "USDEL",
                                        "USINT",     "USLO",     "USOFFICE", "SECSTATE", "AMEMBASSIES"};
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(w, words[i])) return true;
    return w.n >= 8 && (cv_span_distance(w, CV_LIT("AMEMBASSY")) == 1 || cv_span_distance(w, CV_LIT("AMCONSUL")) == 1);
}

bool cv_addressee_word(struct cv_span w) {
    static const char *const words[] = {
        /* sorted */
        "AIT",  "ALL",   "CENTCOM", "CIA",      "CJCS",     "CTF",    "CTG",      "CTU",   "DEA",    "DEPARTMENT",
        "DEPT", "DIA",   "DIRNSA",  "DOC",      "DOD",      "DOE",    "DOJ",      "EPA",   "EUCOM",  "FAA",
        "FBI",  "HQ",    "JCS",     "JOINT",    "JTF",      "NASA",   "NATIONAL", "NATO",  "NSA",    "NSC",
        "OSD",  "PACOM", "SECDEF",  "SOUTHCOM", "TREASURY", "USAID",  "USDA",     "USDAO", "USDOC",  "USEU",
        "USIA", "USICA", "USIS",    "USNATO",   "USOECD",   "USOSCE", "USTR",     "USUN",  "USUNNY", "WHITE"};
    static const char *const starts[] = {"USCINC", "CINC", "CDR", "COMUS", "USCENT", "USEUCOM", "USSOUTH", "USPACOM"};
    size_t slash = cv_span_chr(w, '/');
    if (slash != SIZE_MAX && slash) w = cv_span_first(w, slash); /* "OSD/ISA" */
    if (post_word(w)) return true;
    if (cv_words_have(words, CV_ARRAY_LEN(words), w)) return true;
    for (size_t i = 0; i < CV_ARRAY_LEN(starts); i++)
        if (cv_span_starts(w, starts[i])) return true;
    return false;
}

bool cv_routing_indicator(struct cv_span w) {
    if (w.n < 4 || w.n > 8 || cv_to_upper(w.p[0]) != 'R') return false;
    for (size_t i = 1; i < w.n; i++)
        if (!cv_is_alpha(w.p[i])) return false;
    return true;
}

/* Letters at the start, at most ten. */
static size_t letters(struct cv_span s) {
    size_t i = 0;
    while (i < s.n && i < 10 && cv_is_alpha(s.p[i])) i++;
    return i;
}

size_t cv_routing_prefix(struct cv_span s) {
    size_t i = letters(s), n = i;
    if (n < s.n && cv_is_blank(s.p[n])) n++; /* "RUEHC /SECSTATE" */
    if (n >= s.n || s.p[n] != '/' || !cv_routing_indicator(cv_span_first(s, i))) return 0;
    return n + 1;
}

static struct cv_span first_word(struct cv_span s) { return cv_span_word(&s); }

static struct cv_span last_word(struct cv_span s) {
    size_t i = s.n;
    while (i && !cv_is_space(s.p[i - 1])) i--;
    return cv_span_from(s, i);
}

static enum cv_precedence precedence_word(struct cv_span w) {
    static const struct {
        const char *word;
        enum cv_precedence prec;
    } words[] = {
        {"PRIORITY", CV_PRIORITY},       {"IMMEDIATE", CV_IMMEDIATE},   {"ROUTINE", CV_ROUTINE}, {"FLASH", CV_FLASH},
        {"OVERRIDE", CV_FLASH_OVERRIDE}, {"NIACT", CV_NIACT_IMMEDIATE}, {"IMMED", CV_IMMEDIATE}, {"PRIO", CV_PRIORITY}};
    while (w.n && memchr(".,;", w.p[w.n - 1], 3)) w.n--;
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(w, words[i].word)) return words[i].prec;
    for (size_t i = 0; i < 3; i++) /* the long ones, one letter off */
        if (cv_span_distance(w, cv_span_of(words[i].word, strlen(words[i].word))) == 1) return words[i].prec;
    return CV_PREC_NONE;
}

/* "6764", "7721-7722": three to six digits, or a range of two such. */
static bool number_word(struct cv_span w) {
    size_t run = 0, runs = 1;
    if (!w.n || w.n > 13) return false;
    for (size_t i = 0; i < w.n; i++) {
        if (cv_is_digit(w.p[i])) {
            if (++run > 6) return false;
        } else if ((w.p[i] == '-' || w.p[i] == '/') && run >= 3 && runs == 1) {
            run = 0, runs++;
        } else
            return false;
    }
    return run >= 3 || (runs == 2 && run >= 1); /* "7721-22" */
}

static bool few_digits(struct cv_span w) {
    return w.n >= 1 && w.n <= 2 && cv_is_digit(w.p[0]) && cv_is_digit(w.p[w.n - 1]);
}

/* A three-digit number behind one of these is the unit's. */
static bool unit_word(struct cv_span w) {
    static const char *const words[] = {"AIG", "CTF",   "CTG",      "CTU",    "JTF", "TF",
                                        "DET", "FORCE", "SQUADRON", "DESRON", "WING"};
    for (size_t i = 0; i < CV_ARRAY_LEN(words); i++)
        if (cv_span_is(w, words[i])) return true;
    return false;
}

static struct cv_span strip_separators(struct cv_span s) {
    s = cv_span_trim(s);
    while (s.n && memchr(",;", s.p[s.n - 1], 2)) s = cv_span_trim_right(cv_span_first(s, s.n - 1));
    while (s.n && memchr(",;", s.p[0], 2)) s = cv_span_trim_left(cv_span_from(s, 1));
    return s;
}

/* ---- one entry ------------------------------------------------------------------------------ */

struct tail {
    enum cv_precedence precedence;
    struct cv_span number;
    bool glued;
};

/* "PRIORITY2240": the digits, when what stands before them is a precedence. */
static size_t glued_number(struct cv_span w) {
    size_t i = w.n;
    while (i && cv_is_digit(w.p[i - 1])) i--;
    return i && w.n - i >= 3 && precedence_word(cv_span_first(w, i)) ? i : 0;
}

static bool all_digits(struct cv_span w) { return w.n && cv_digits_at(w, 0) == w.n; }

/* "PRIORITY 8 123", "WASHDC 27 03": noise of copying divided the number; its first piece, absent: it is whole. */
static struct cv_span first_piece(struct cv_span w, struct cv_span before) {
    enum { SHORTEST = 4, LONGEST = 5 };
    struct cv_span piece;
    before = cv_span_trim_right(before);
    piece = last_word(before);
    if (!all_digits(w) || !all_digits(piece) || w.n + piece.n < SHORTEST || w.n + piece.n > LONGEST) return CV_NONE;
    before = last_word(cv_span_trim_right(cv_span_first(before, before.n - piece.n)));
    return precedence_word(before) || cv_span_is(before, "WASHDC") ? piece : CV_NONE;
}

/* The digits of a number that may have blanks in it. */
static struct cv_span whole_number(struct cv_arena *a, struct cv_span number) {
    size_t blank = cv_span_chr(number, ' ');
    if (blank == SIZE_MAX) return number;
    return cv_arena_printf(a, "%.*s%.*s", CV_FMT(cv_span_first(number, blank)),
                           CV_FMT(cv_span_trim(cv_span_from(number, blank))));
}

/* Precedence and number off the end, in either order; *s becomes the name. */
static struct tail take_tail(struct cv_span *s) {
    struct tail t = {CV_PREC_NONE, CV_NONE, false};
    for (;;) {
        struct cv_span w, before, piece;
        enum cv_precedence prec;
        size_t glue;
        *s = strip_separators(*s);
        if (!s->n) return t;
        w = last_word(*s);
        before = cv_span_first(*s, s->n - w.n);
        while (w.n > 1 && w.p[w.n - 1] == '.') w.n--;
        piece = t.number.p ? CV_NONE : first_piece(w, before);
        if (piece.p) {
            t.number = cv_span_range(piece.p, w.p + w.n);
            before = cv_span_range(s->p, piece.p);
        } else if (!t.number.p && number_word(w) &&
                   !((w.n == 3 || cv_span_is(before, "AIG ")) && unit_word(last_word(cv_span_trim_right(before))))) {
            t.number = w;
        } else if (!t.number.p && few_digits(w) && precedence_word(last_word(cv_span_trim_right(before)))) {
            t.number = w; /* the first ones of a year: "PRIORITY 22" */
        } else if ((prec = precedence_word(w)) != CV_PREC_NONE) {
            if (prec > t.precedence) t.precedence = prec;
        } else if (!t.number.p && (glue = glued_number(w))) {
            t.number = cv_span_from(w, glue);
            before = cv_span_first(*s, s->n - t.number.n);
        } else
            return t;
        *s = before;
    }
}

static bool has_word(struct cv_span name, bool (*is)(struct cv_span), bool first_too) {
    struct cv_span w;
    if (!first_too) cv_span_word(&name);
    while ((w = cv_span_word(&name)).n)
        if (is(w)) return true;
    return false;
}

static bool collective_word(struct cv_span w) {
    return cv_span_is(w, "CAPITALS") || cv_span_distance(w, CV_LIT("COLLECTIVE")) <= 1;
}

/* "ALL AMCONSULS ITALY" */
static bool starts_all(struct cv_span name) { return cv_span_starts(name, "ALL "); }

static bool is_collective(struct cv_span name) {
    return has_word(name, collective_word, true) || cv_span_is(last_word(name), "POSTS") || starts_all(name) ||
           cv_span_find(name, "CONSULAR POSTS") != SIZE_MAX || cv_span_find(name, "DIPL POSTS") != SIZE_MAX;
}

/* MAR is left out: Mar del Plata. */
static bool month_word(struct cv_span w) { return (w.n == 3 || w.n > 6) && cv_month_of(w) && !cv_span_is(w, "MAR"); }

/* A month, a second kind of post, or a second station behind an embassy's. */
static bool is_garbled(struct cv_span name) {
    size_t n = 0;
    struct cv_span rest = name, w = cv_span_word(&rest);
    if ((has_word(name, post_word, false) && !starts_all(name)) || has_word(name, month_word, false)) return true;
    if (!cv_span_is(w, "AMEMBASSY") && !cv_span_is(w, "AMCONSUL")) return false;
    rest = cv_span_trim_left(rest);
    if (!cv_station_prefix(rest, &n).p || n >= rest.n) return false;
    rest = cv_span_trim_left(cv_span_from(rest, n));
    return rest.n > 4 && cv_station_prefix(rest, &n).p && n == rest.n;
}

static struct cv_span upper_name(struct cv_arena *a, struct cv_span s) {
    s = cv_single_spaced(a, s);
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_lower(s.p[i])) return cv_arena_upper(a, s);
    return s;
}

static void garbled(struct cv_parse *p, unsigned line_no, struct cv_span text) {
    cv_problem(p, CV_P_ADDRESSEE_GARBLED, line_no, "addressee is garbled: %.*s", CV_FMT(cv_span_first(text, 80)));
}

/* The routing indicator off the front of *s; what is left of a lost one goes. True: something was wrong with it. */
static bool take_routing(struct cv_arena *a, struct cv_span *s, struct cv_span *ri) {
    size_t n, k;
    *ri = CV_NONE;
    if (cv_span_starts(*s, "ZEN/")) {
        *s = cv_span_trim_left(cv_span_from(*s, 4));
        return false;
    }
    if ((n = cv_routing_prefix(*s))) {
        *ri = upper_name(a, cv_span_first(*s, letters(*s)));
        *s = cv_span_trim_left(cv_span_from(*s, n));
        if (s->n > 1 && s->p[0] == '/' && cv_is_alpha(s->p[1])) *s = cv_span_from(*s, 1);
        return false;
    }
    k = letters(*s);
    n = k;
    while (n < s->n && cv_is_blank(s->p[n])) n++;
    if (n < s->n && (s->p[n] == '/' || s->p[n] == ':')) {
        struct cv_span name = cv_span_trim_left(cv_span_from(*s, n + 1));
        if (k > 1 && (!cv_addressee_word(first_word(name)) || cv_addressee_word(cv_span_first(*s, k)))) return false;
        if (cv_routing_indicator(cv_span_first(*s, k))) *ri = upper_name(a, cv_span_first(*s, k));
        *s = name;
        return true;
    }
    /* "RUEHC SECSTATE WASHDC": the slash is lost */
    if (k > 4 && n > k && cv_routing_indicator(cv_span_first(*s, k)) &&
        (cv_to_upper(s->p[1]) == 'U' || cv_to_upper(s->p[1]) == 'H') && post_word(first_word(cv_span_from(*s, n)))) {
        *ri = upper_name(a, cv_span_first(*s, k));
        *s = cv_span_from(*s, n);
        return true;
    }
    return false;
}

static struct cv_addressee *last_addressee(struct cv_parse *p) {
    return p->out->addressees.n ? &p->out->addressees.v[p->out->addressees.n - 1] : NULL;
}

static void attach_tail(struct cv_parse *p, struct tail t) {
    struct cv_addressee *last = last_addressee(p);
    if (!last) return;
    if (t.precedence && !last->precedence && last->role != CV_EXEMPT) last->precedence = t.precedence;
    if (t.number.p && !last->message_number.p) last->message_number = whole_number(p->arena, t.number);
}

static void push_entry(struct cv_parse *p, struct cv_span s, enum cv_addressee_role role, unsigned line_no) {
    struct cv_span whole = s = strip_separators(s), ri;
    bool bad = take_routing(p->arena, &s, &ri);
    struct tail t = take_tail(&s);
    struct cv_addressee *row;
    if (!s.n && !ri.p) { /* precedence or number alone: of the one before */
        attach_tail(p, t);
        return;
    }
    row = CV_PUSH(p->arena, &p->out->addressees, struct cv_addressee);
    if (!row) return;
    row->role = role;
    row->routing_indicator = ri;
    row->name = s.n ? upper_name(p->arena, s) : CV_NONE;
    row->message_number = whole_number(p->arena, t.number);
    row->precedence = role == CV_EXEMPT ? CV_PREC_NONE : t.precedence;
    row->collective = is_collective(row->name);
    if (bad || !s.n || is_garbled(row->name)) garbled(p, line_no, whole);
}

/* ---- a line of entries ---------------------------------------------------------------------- */

/* A comma ends an entry before a routing indicator, XMT or an addressee; between bare names too,
 * but not in "WASHINGTON, DC". */
static bool comma_divides(struct cv_span entry, struct cv_span rest) {
    struct cv_span w = first_word(cv_span_trim_left(rest));
    while (w.n && memchr(",;.", w.p[w.n - 1], 3)) w.n--;
    if (cv_routing_prefix(w) || cv_span_is(w, "XMT") || cv_addressee_word(w)) return true;
    if (w.n < 3 || cv_routing_prefix(entry)) return false;
    return !cv_span_starts(w, "WASH") && !cv_span_is(w, "D.C");
}

/* The entry without label and routing indicator. */
static struct cv_span entry_name(struct cv_span entry) {
    struct cv_span w = first_word(entry);
    if (cv_span_is(w, "INFO") || cv_span_is(w, "XMT")) entry = cv_span_trim_left(cv_span_from(entry, w.n));
    return cv_span_trim(cv_span_from(entry, cv_routing_prefix(entry)));
}

/* The entry names a whole addressee: a post with its place, an office in Washington. */
static bool complete(struct cv_span entry) {
    size_t n = 0;
    struct cv_span rest = entry, w = cv_span_word(&rest), last = last_word(entry);
    if (cv_span_is(last, "WASHDC") || (cv_span_is(last, "DC") && w.n < entry.n)) return true;
    rest = cv_span_trim(rest);
    return post_word(w) && rest.n && cv_station_prefix(rest, &n).p && n == rest.n;
}

/* Does a new entry begin at this word? before: the entry so far. */
static bool begins_entry(struct cv_span before, struct cv_span at, bool joined) {
    struct cv_span w = first_word(at), last;
    char end;
    if (cv_routing_prefix(at) || cv_span_is(w, "XMT") || cv_span_starts(w, "ZEN/")) return true;
    before = cv_span_trim_right(before);
    end = before.n ? before.p[before.n - 1] : 0;
    if (end == ';' || (end == ',' && comma_divides(before, at))) return true;
    if (cv_span_is(w, "INFO") && w.n < at.n) return true;
    if (!cv_addressee_word(w)) return false;
    last = last_word(before);
    if (cv_span_is(last, "TO") || cv_span_is(last, "INFO") || cv_span_is(last, "XMT")) return false;
    if (precedence_word(last) || number_word(last)) return true;
    return joined && ((post_word(w) && first_word(before).n < before.n) || complete(entry_name(before)));
}

/* Bytes of the first entry of s. */
static size_t entry_length(struct cv_span s, bool joined) {
    struct cv_span rest = s, w = cv_span_word(&rest);
    while (w.n) {
        struct cv_span at = cv_span_trim_left(rest);
        if (!at.n) break;
        if (begins_entry(cv_span_range(s.p, at.p), at, joined)) return (size_t)(at.p - s.p);
        w = cv_span_word(&rest);
    }
    return s.n;
}

static bool unclosed(struct cv_span name) {
    unsigned pairs = 0, brackets = 0;
    for (size_t i = 0; i < name.n; i++) {
        if (name.p[i] == '/' && i + 1 < name.n && name.p[i + 1] == '/') pairs++, i++;
        if (name.p[i] == '(') brackets++;
        if (name.p[i] == ')' && brackets) brackets--;
    }
    return pairs % 2 || brackets;
}

/* "USMISSION USUN NEW" / "YORK": together they are one station's name. */
static bool completes_station(struct cv_arena *a, struct cv_span name, struct cv_span line) {
    size_t n = 0;
    struct cv_span both = cv_arena_printf(a, "%.*s %.*s", CV_FMT(name), CV_FMT(line));
    return line.n && both.n && cv_station_prefix(both, &n).p && n == both.n;
}

/* Is the line, which has no label, the rest of the one before it? */
static bool is_wrapped(const struct cv_envelope *e, struct cv_span s) {
    const struct cv_addressee *last = last_addressee(e->p);
    struct cv_span w = first_word(s), name = s;
    struct tail t;
    if (!last || e->gap || last->name.n > NAME_MAX_BYTES) return false;
    if (cv_routing_prefix(s) || cv_addressee_word(w) || cv_span_is(w, "XMT") || cv_span_starts(w, "ZEN/")) return false;
    if (unclosed(last->name) || collective_word(w)) return true;
    if (last->message_number.p || last->role == CV_EXEMPT) return false;
    t = take_tail(&name);
    if (completes_station(e->p->arena, last->name, name)) return true;
    if (cv_span_starts(w, "WASHDC") || cv_span_starts(w, "WASHINGTON") || s.n <= 2) return true;
    if (!e->list_has_ri) return e->last_width >= FULL_LINE;
    if (last->precedence || t.precedence || t.number.p || is_collective(name)) return e->last_width >= FULL_LINE;
    return e->last_width >= FULL_LINE_RI || last->routing_indicator.p;
}

static void append_wrapped(struct cv_envelope *e, struct cv_span s) {
    struct cv_addressee *last = last_addressee(e->p);
    struct cv_buf b = {.arena = e->p->arena};
    struct tail t = take_tail(&s);
    if (s.n) {
        cv_buf_add(&b, last->name);
        cv_buf_addc(&b, ' ');
        cv_buf_add(&b, upper_name(e->p->arena, s));
        last->name = cv_buf_span(&b);
        last->collective = is_collective(last->name);
    }
    attach_tail(e->p, t);
}

/* One entry: its label, if it has one, and the role that it gives. */
static void line_entry(struct cv_envelope *e, struct cv_span s) {
    bool labelled = false;
    struct cv_span w = first_word(s);
    if (cv_span_is(w, "XMT") || cv_span_is(w, "INFO")) {
        if (cv_span_is(w, "INFO"))
            e->role = e->list_role = CV_INFO;
        else
            e->role = CV_EXEMPT;
        s = cv_span_trim_left(cv_span_from(s, w.n));
        labelled = true;
    }
    if (cv_routing_prefix(s)) {
        e->list_has_ri = true;
        if (!labelled && e->role == CV_EXEMPT) e->role = e->list_role;
    }
    if (s.n) push_entry(e->p, s, e->role, e->line_no);
}

void cv_addressees_line(struct cv_envelope *e, struct cv_span line) {
    struct cv_span s = strip_separators(line);
    bool joined = s.n > JOINED_LINE;
    if (e->fill || !s.n || !(e->p->needs & CV_NEED_ADDRESSEES)) return;
    if (e->gap && e->role == CV_EXEMPT) e->role = e->list_role;
    if (e->part == CV_PART_ADDRESSEES && is_wrapped(e, s))
        append_wrapped(e, s);
    else
        while (s.n) {
            size_t n = entry_length(s, joined);
            line_entry(e, cv_span_first(s, n));
            s = cv_span_from(s, n);
        }
    e->last_width = line.n;
}

/* ---- lists outside the envelope -------------------------------------------------------------- */

/* "WASHDC, SECSTATE" -> "SECSTATE WASHDC"; "CIA, WASHINGTON DC" -> "CIA WASHINGTON DC". */
static struct cv_span turn_round(struct cv_arena *a, struct cv_span s) {
    size_t comma = cv_span_chr(s, ','), n = 0;
    struct cv_span first, second;
    struct cv_buf b = {.arena = a};
    bool turn;
    if (comma == SIZE_MAX) return s;
    first = cv_span_trim(cv_span_first(s, comma));
    second = cv_span_trim(cv_span_from(s, comma + 1));
    if (!first.n || !second.n) return first.n ? first : second;
    if (cv_addressee_word(first_word(second)))
        turn = true;
    else if (cv_span_starts(second, "WASH") || cv_addressee_word(first_word(first)))
        turn = false;
    else
        turn = !(cv_station_prefix(second, &n).p && n == second.n);
    cv_buf_add(&b, turn ? second : first);
    cv_buf_addc(&b, ' ');
    cv_buf_add(&b, turn ? first : second);
    return cv_buf_span(&b);
}

static void push_turned(struct cv_parse *p, struct cv_span s, enum cv_addressee_role role) {
    struct tail t;
    size_t before = p->out->addressees.n;
    s = strip_separators(s);
    if (cv_routing_prefix(s)) {
        push_entry(p, s, role, 0);
        return;
    }
    t = take_tail(&s);
    if (s.n) push_entry(p, turn_round(p->arena, cv_single_spaced(p->arena, s)), role, 0);
    if (!s.n || p->out->addressees.n > before) attach_tail(p, t);
}

/* Names of stations with only a blank between ("LIMA STATE"): one row each, if all are known. */
static bool push_stations(struct cv_parse *p, struct cv_span s, enum cv_addressee_role role) {
    for (int round = 0; round < 2; round++) {
        struct cv_span rest = s;
        size_t n = 0, count = 0;
        while (rest.n && cv_station_prefix(rest, &n).p && n) {
            if (round) push_entry(p, cv_span_first(rest, n), role, 0);
            rest = cv_span_trim_left(cv_span_from(rest, n));
            count++;
        }
        if (!round && (rest.n || count < 2)) return false;
    }
    return true;
}

void cv_addressees_parse_list(struct cv_parse *p, struct cv_span value, enum cv_addressee_role role, bool smart) {
    enum cv_addressee_role now = role;
    bool semicolons = cv_span_chr(value, ';') != SIZE_MAX;
    while (value.n) {
        size_t n = 0;
        struct cv_span s;
        /* where entries end with ';', a line end is only a wrapped value */
        while (n < value.n && value.p[n] != ';' && (semicolons || value.p[n] != '\n')) n++;
        s = strip_separators(cv_span_first(value, n));
        value = cv_span_from(value, n + 1);
        if (cv_span_starts(s, "XMT")) {
            now = CV_EXEMPT;
            s = cv_span_trim(cv_span_from(s, 3));
            if (s.n && s.p[0] == ':') s = cv_span_trim(cv_span_from(s, 1));
        }
        if (!s.n) continue;
        if (smart)
            push_turned(p, s, now);
        else if (!push_stations(p, s, now))
            push_entry(p, s, now, 0);
    }
}

void cv_addressees_inherit(struct cv_parse *p) {
    struct cv_cable *c = p->out;
    enum cv_precedence action = p->seen.line5_action, info = p->seen.line5_info;
    if (c->precedence == CV_PREC_NONE)
        for (size_t i = 0; i < c->addressees.n; i++)
            if (c->addressees.v[i].precedence > c->precedence) c->precedence = c->addressees.v[i].precedence;
    if (action == CV_PREC_NONE) action = info = c->precedence;
    for (size_t i = 0; i < c->addressees.n; i++) {
        struct cv_addressee *a = &c->addressees.v[i];
        if (a->role != CV_EXEMPT && a->precedence == CV_PREC_NONE) a->precedence = a->role == CV_INFO ? info : action;
    }
}
