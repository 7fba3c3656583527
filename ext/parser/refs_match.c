/* refs_match.c - one reference at a place of the block: years, station, number, and what stands between them.
 * May not: make rows, or look back; what the list carries on is refs.c's.
 * Facts: sheet 9 ("Station", "Year before, after", "Numbers have one to six digits"), NARA sheet 3 (letters and blanks
 * in numbers, airgrams, senders with a date, EMBTEL and the like). */
#include "refs.h"

enum {
    MOST_DIGITS = 6,   /* of a telegram's number */
    LINKS = 6,         /* most signs and words between station and number */
    UNKNOWN_WORDS = 4, /* most words of a station (sheet 9) */
    UNKNOWN_LETTERS = 24,
    UNKNOWN_SHORTEST = 3, /* PL 480, HR 1234 are no posts' */
    NEAR_YEARS = 2,       /* how far back a year of four digits between station and number may lie */
    PROSE_WORDS = 10      /* how far a title with a year in it is followed: "2008 NATO SUMMIT REPORT" */
};

/* ---- small pieces ------------------------------------------------------------------------------ */

static bool is_year_here(const struct ref_context *c, int year) {
    return year >= 1966 && year <= (c->year ? c->year : 2030);
}

/* O and l as digits; leading zeros off. False: nothing is left, or more than a number can have. */
static bool take_digits(struct cv_span s, struct ref_token t, char out[8]) {
    size_t n = strlen(out), room = MOST_DIGITS;
    for (size_t i = t.at; i < t.end; i++) {
        char d = s.p[i];
        if (d == 'O' || d == 'o') d = '0';
        if (d == 'l' || d == 'I') d = '1';
        if (d == '0' && n == 0) continue;
        if (n >= room) {
            out[0] = 0;
            return false;
        }
        out[n++] = d;
        out[n] = 0;
    }
    return n > 0;
}

/* "MOSCOW'S", "MOSCOW' S", "EMBASSYS" is a word of its own. */
static size_t skip_possessive(struct cv_span s, size_t pos) {
    struct ref_token q = cv_ref_token(s, pos), t;
    if (!ref_is_sign(q, '\'') || q.gap > REF_BLANK) return pos;
    t = cv_ref_token(s, q.end);
    if (t.kind == REF_WORD && t.gap <= REF_LINE && cv_span_is(ref_text(s, t), "S")) return t.end;
    if (t.kind == REF_NUMBER && t.gap == REF_GLUED) return pos; /* '74 */
    return q.end;
}

/* A year in front: 06, 2006, '06, (06), 06-; the end of it, or pos. */
static size_t year_front(struct cv_span s, size_t pos, int *year) {
    struct ref_token t = cv_ref_token(s, pos), close;
    bool bracket = ref_is_sign(t, '(') || ref_is_sign(t, '[');
    *year = 0;
    if (bracket) t = cv_ref_token(s, t.end);
    if (ref_is_sign(t, '\'')) t = cv_ref_token(s, t.end);
    if (t.kind != REF_NUMBER) return pos;
    *year = cv_ref_year(ref_text(s, t));
    if (!*year) return pos;
    close = cv_ref_token(s, t.end);
    if (bracket) {
        if (ref_is_sign(close, ')') || ref_is_sign(close, ']')) return close.end;
        return *year = 0, pos;
    }
    return (ref_is_sign(close, '-') || ref_is_sign(close, '/')) && close.gap == REF_GLUED ? close.end : t.end;
}

bool cv_ref_boundary(struct cv_span s, size_t pos) {
    struct ref_token t = cv_ref_token(s, pos);
    unsigned w = cv_ref_token_word(s, t);
    if (t.kind == REF_END || t.gap >= REF_LINE) return true;
    if (t.kind == REF_SIGN) return strchr(",;:/&()[].#-'\"*>", t.sign) != NULL;
    if (t.kind == REF_NUMBER) return t.gap != REF_GLUED;
    return t.end - t.at == 1 || (w & (REF_W_AND | REF_W_REMARK | REF_W_LEAD | REF_W_CAPTION | REF_W_REF)) != 0;
}

/* A number that is no telegram's: 41.53, 5TH, 14 MAY, 12/21/73, 1200 ZULU, 02 OF 03 (sheet 9). */
static bool number_is_other(const struct ref_context *c, struct cv_span s, struct ref_token t) {
    struct ref_token a = cv_ref_token(s, t.end), b = cv_ref_token(s, a.end);
    struct ref_date date;
    struct cv_span w = ref_text(s, a);
    if (a.gap == REF_GLUED && ref_is_sign(a, '.') && b.kind == REF_NUMBER && b.gap == REF_GLUED) return true;
    if (ref_is_sign(a, '%')) return true;
    if (a.kind == REF_WORD) {
        if (a.gap == REF_GLUED &&
            (cv_span_is(w, "ST") || cv_span_is(w, "ND") || cv_span_is(w, "RD") || cv_span_is(w, "TH")))
            return true;
        if (cv_span_is(w, "ZULU") || cv_span_is(w, "HOURS") || cv_span_is(w, "HRS")) return true;
        if (cv_span_is(w, "OF") && b.kind == REF_NUMBER && b.end - b.at <= 3 && t.end - t.at <= 3)
            return !cv_ref_date(s, b.at, &date);
        if (cv_span_is(w, "OF") && b.kind == REF_WORD && cv_month_of(ref_text(s, b)))
            return false; /* "A-22 OF FEB 3" */
    }
    if (t.end - t.at > 2 || !cv_ref_date(s, t.at, &date)) return false;
    return !date.year || !c->year || date.year <= c->year; /* else "SKOPJE 12/13/14" is a list */
}

/* A title that has a year in it, "NATO 2008 SUMMIT REPORT": the number of no telegram. */
static bool year_in_title(struct cv_span s, struct ref_token number) {
    struct ref_token t = cv_ref_token(s, number.end);
    if (number.end - number.at != 4 || !cv_ref_year(ref_text(s, number))) return false;
    if (t.kind != REF_WORD || t.gap > REF_LINE) return false;
    if (cv_ref_token_word(s, t) & (REF_W_AND | REF_W_REMARK | REF_W_LEAD)) return false;
    for (int i = 0; i < PROSE_WORDS && t.kind == REF_WORD; i++, t = cv_ref_token(s, t.end))
        if (cv_ref_token_word(s, t) & (REF_W_REPORT | REF_W_OTHER | REF_W_LETTER)) return true;
    return false;
}

/* ---- the number -------------------------------------------------------------------------------- */

/* Noise of copying puts blanks into numbers ("1 O1684"): the next token when both together are a number of the
 * length that this station's have, and the list reading is the less likely one. */
static bool number_goes_on(const struct ref_context *c, struct cv_span s, const struct ref_match *m, struct ref_token a,
                           struct ref_token b) {
    size_t n = a.end - a.at, k = b.end - b.at, all = n + k;
    bool state = cv_span_is(m->station, "STATE") || cv_span_is(m->station, "TOSEC") || m->by == REF_BY_DEPT;
    struct ref_token next = cv_ref_token(s, b.end);
    size_t took;
    if (m->by == REF_BY_NONE || b.kind != REF_NUMBER || b.gap != REF_BLANK || n >= 4 || all > MOST_DIGITS) return false;
    if (next.kind == REF_WORD && cv_station_prefix(cv_span_from(s, next.at), &took).p) return false; /* its year */
    if (number_is_other(c, s, b)) return false;
    if (c->year_after && k == 2) return false;
    if (s.p[b.at] == 'O' || s.p[b.at] == '0') return true;
    if (state) return all >= 5;
    if (n == k && n > 1 && s.p[a.at] != '0' && !(c->year && c->year < 1980 && n == 2)) return false;
    return all == 4 || all == 5;
}

/* "/08", "-03", " 99" behind a number (sheet 9). */
static void year_trailing(const struct ref_context *c, struct cv_span s, struct ref_token number, struct ref_match *m) {
    struct ref_token sign = cv_ref_token(s, number.end), t = sign, next;
    bool joined = (ref_is_sign(sign, '/') || ref_is_sign(sign, '-')) && sign.gap == REF_GLUED;
    int year;
    if (m->year) return;
    if (joined) t = cv_ref_token(s, sign.end);
    if (t.kind != REF_NUMBER || t.gap != (joined ? REF_GLUED : REF_BLANK)) return;
    if (!joined && (!c->year_after || t.end - t.at != 2)) return;
    year = cv_ref_year(ref_text(s, t));
    if (t.end - t.at == 4) { /* KABUL 2001/2003 is a list */
        int before = 0, after = 0;
        if (cv_span_to_int(ref_text(s, number), &before) && cv_span_to_int(ref_text(s, t), &after) &&
            (before - after < 20 && after - before < 20))
            return;
    }
    /* KABUL 53/54 are two; but a number has no single zero in front: ZAGREB 12/06 */
    if (t.end - t.at == 2 && number.end - number.at <= 2 && s.p[t.at] != '0') return;
    if (!year || !(is_year_here(c, year) || (c->year && year == c->year + 1))) return;
    next = cv_ref_token(s, t.end);
    if (joined && ref_is_sign(next, sign.sign) && next.gap == REF_GLUED) return; /* 12/05/08 */
    m->year = year;
    m->year_trailing = true;
    m->end = t.end;
}

/* "LA PAZ 2004/1", "STATE 12345-47": a section, or the last digits of another number; neither is a number itself. */
static size_t skip_short_tail(struct cv_span s, struct ref_token number, size_t pos) {
    struct ref_token sign = cv_ref_token(s, pos), t = cv_ref_token(s, sign.end);
    if ((!ref_is_sign(sign, '/') && !ref_is_sign(sign, '-')) || sign.gap != REF_GLUED) return pos;
    if (t.kind != REF_NUMBER || t.gap != REF_GLUED || t.end - t.at > 2 || number.end - number.at < 3) return pos;
    return cv_ref_token(s, t.end).kind == REF_WORD && cv_ref_token(s, t.end).gap == REF_GLUED ? pos : t.end;
}

/* "STATE 1234 (2005)", "('78)": a year in brackets. */
static size_t year_bracket(struct cv_span s, size_t pos, int *year) {
    struct ref_token t = cv_ref_token(s, pos);
    if (!ref_is_sign(t, '(') && !ref_is_sign(t, '[')) return pos;
    return year_front(s, pos, year);
}

static bool is_digit_alone(struct ref_token t) {
    return t.kind == REF_NUMBER && t.end - t.at == 1 && t.gap == REF_BLANK;
}

/* Four digits and more, each by itself: one number, with the noise of copying in it. */
static bool is_spaced_out(struct cv_span s, struct ref_token t) {
    unsigned more = 0;
    if (t.end - t.at != 1) return false;
    while (more < 3 && is_digit_alone(t = cv_ref_token(s, t.end))) more++;
    return more == 3;
}

/* A telegram's number, or a group of date and time, at pos. */
static bool match_number(const struct ref_context *c, struct cv_span s, size_t pos, struct ref_match *m) {
    struct ref_token t = cv_ref_token(s, pos), next;
    struct ref_date date;
    int year = 0;
    size_t end;
    if (t.kind != REF_NUMBER) return false;
    if (cv_ref_dtg(s, pos, &date)) {
        m->dtg = true;
        m->end = date.end;
        return true;
    }
    if (number_is_other(c, s, t) || year_in_title(s, t)) return false;
    m->unreadable = !take_digits(s, t, m->digits);
    m->end = t.end;
    if (m->by != REF_BY_NONE && is_spaced_out(s, t)) { /* "1 7 9 0 0 1" */
        while (next = cv_ref_token(s, t.end), is_digit_alone(next)) {
            m->unreadable = !take_digits(s, next, m->digits);
            if (m->unreadable) break;
            m->end = next.end;
            t = next;
        }
    }
    while (next = cv_ref_token(s, t.end), number_goes_on(c, s, m, t, next)) {
        m->unreadable = !take_digits(s, next, m->digits);
        m->end = next.end;
        t = next;
        if (strlen(m->digits) >= 4) break;
    }
    year_trailing(c, s, t, m);
    if (!m->year_trailing) m->end = skip_short_tail(s, t, m->end);
    end = year_bracket(s, m->end, &year);
    if (year && !m->year) m->year = year, m->end = end;
    return true;
}

/* A-123, A123, CA-3400; after the word AIRGRAM the letter may be missing or apart. */
static bool match_airgram(const struct ref_context *c, struct cv_span s, size_t pos, bool said, struct ref_match *m) {
    struct ref_token a = cv_ref_token(s, pos), sign, t;
    if (a.kind == REF_NUMBER && said) {
        memcpy(m->series, "A", 2);
        return match_number(c, s, pos, m) && !m->dtg;
    }
    if (!(cv_ref_token_word(s, a) & REF_W_CIRCULAR)) return false;
    sign = cv_ref_token(s, a.end);
    t = ref_is_sign(sign, '-') ? cv_ref_token(s, sign.end) : sign;
    if (t.kind != REF_NUMBER || t.gap > REF_BLANK || sign.gap > REF_BLANK) return false;
    if (t.at == sign.at && t.gap == REF_BLANK && !said && a.end - a.at == 1) return false;
    if (t.at != sign.at && m->by == REF_BY_NONE && sign.gap == REF_BLANK && t.gap == REF_BLANK)
        return false; /* a label */
    for (size_t i = 0; i < a.end - a.at && i < 3; i++) m->series[i] = cv_to_upper(s.p[a.at + i]);
    return match_number(c, s, t.at, m) && !m->dtg;
}

/* ---- between station and number ---------------------------------------------------------------- */

/* Whether a station with a number begins at pos: then a number before it was its year. */
static bool station_follows(struct cv_span s, size_t pos) {
    struct ref_token t = cv_ref_token(s, pos);
    size_t n;
    if (t.kind != REF_WORD || !cv_station_prefix(cv_span_from(s, t.at), &n).p) return false;
    t = cv_ref_token(s, t.at + n);
    if (t.kind == REF_SIGN && strchr("#,:-", t.sign)) t = cv_ref_token(s, t.end);
    return t.kind == REF_NUMBER;
}

/* "… REPORT FOR BELIZE (B) 06 LIMA 26": the letter is the next label, no mark of what stands before it. */
static bool is_label(struct cv_span s, struct ref_token letter, size_t behind) {
    struct ref_token t, hyphen;
    if (letter.kind != REF_WORD || letter.end - letter.at != 1) return false;
    if (!strchr("CSU", cv_to_upper(s.p[letter.at]))) return true;
    t = cv_ref_token(s, behind);
    if (t.kind != REF_NUMBER) return false;
    hyphen = cv_ref_token(s, t.end); /* "08-STATE-53886" */
    return station_follows(s, ref_is_sign(hyphen, '-') && hyphen.gap == REF_GLUED ? hyphen.end : t.end);
}

/* (89) is a year, (C), (SBU), (S/NF) are marks; the end, or pos for other brackets. */
static size_t skip_bracket(struct cv_span s, size_t pos, struct ref_match *m) {
    struct ref_token t = cv_ref_token(s, pos), first;
    int year = 0;
    size_t end = year_bracket(s, pos, &year);
    if (year) {
        if (!m->year) m->year = year;
        return end;
    }
    first = t = cv_ref_token(s, t.end);
    for (int i = 0; i < 4 && (t.kind == REF_WORD || ref_is_sign(t, '/')); i++) {
        if (t.kind == REF_WORD && t.end - t.at > 3 && !(cv_ref_token_word(s, t) & REF_W_LINK)) return pos;
        t = cv_ref_token(s, t.end);
    }
    if (t.at == first.end && is_label(s, first, t.end)) return pos;
    return ref_is_sign(t, ')') || ref_is_sign(t, ']') ? t.end : pos;
}

/* "STATE 89 401177": two digits that together with the next ones are no number. "ROME 74-1234" says it openly. */
static bool year_between(const struct ref_context *c, struct cv_span s, struct ref_token t, int *year, bool *doubtful) {
    struct ref_token next = cv_ref_token(s, t.end);
    bool hyphen = ref_is_sign(next, '-') && next.gap == REF_GLUED;
    *year = cv_ref_year(ref_text(s, t));
    *doubtful = !hyphen;
    if (!is_year_here(c, *year)) return false;
    if (t.end - t.at == 4 && (hyphen || !c->year || *year + NEAR_YEARS < c->year)) return false; /* VILNIUS 2007 1030 */
    if (hyphen) next = cv_ref_token(s, next.end);
    if (next.kind != REF_NUMBER || number_is_other(c, s, next)) return false;
    if (t.end - t.at == 4) return next.gap == REF_BLANK && next.end - next.at >= 3 && cv_ref_boundary(s, next.end);
    return hyphen ? next.gap == REF_GLUED && next.end - next.at >= 3 : next.gap == REF_BLANK && next.end - next.at >= 5;
}

/* X or x only, twice or more: a number still to be filled in. */
static bool is_placeholder(struct cv_span s, struct ref_token t) {
    if (t.kind != REF_WORD || t.end - t.at < 2) return false;
    for (size_t i = t.at; i < t.end; i++)
        if (cv_to_upper(s.p[i]) != 'X') return false;
    return true;
}

struct links {
    bool airgram, comma; /* the word AIRGRAM, a comma or colon were among them */
};

/* A word or sign that may stand between station and number; the end behind it, or pos. */
static size_t skip_link(struct cv_span s, size_t pos, struct ref_match *m, struct links *seen) {
    struct ref_token t = cv_ref_token(s, pos);
    int year;
    if (cv_ref_token_word(s, t) & REF_W_LINK) {
        seen->airgram |= cv_span_starts(ref_text(s, t), "AIRGRAM");
        return t.end;
    }
    if (t.kind != REF_SIGN) return pos;
    if (strchr("#,:=-./", t.sign)) {
        if (t.gap > REF_BLANK && !(t.sign == '#' && t.gap == REF_LINE)) return pos;
        seen->comma |= t.sign == ',' || t.sign == ':';
        return t.end;
    }
    if (t.sign == '(' || t.sign == '[') return seen->comma ? pos : skip_bracket(s, pos, m); /* "GUATEMALA, (D) 9 FAM" */
    if (t.sign != '\'' || m->year) return pos;
    t.end = year_front(s, pos, &year);
    m->year = year;
    return year ? t.end : pos;
}

/* All that may stand between a station and its number, and then the number. */
static bool match_tail(const struct ref_context *c, struct cv_span s, size_t pos, struct ref_match *m) {
    struct links seen = {0};
    for (int i = 0; i < LINKS; i++) {
        struct ref_token t = cv_ref_token(s, pos);
        bool doubtful;
        int year;
        size_t end;
        if (match_airgram(c, s, pos, seen.airgram, m)) return true;
        m->series[0] = m->digits[0] = 0;
        m->dtg = false;
        if (is_placeholder(s, t)) {
            m->unreadable = true;
            m->end = t.end;
            return true;
        }
        if (t.kind == REF_NUMBER) {
            if (seen.comma && cv_ref_year(ref_text(s, t)) && station_follows(s, t.end)) return false;
            if (m->year || !year_between(c, s, t, &year, &doubtful)) return match_number(c, s, pos, m);
            m->year = year;
            m->year_doubtful = doubtful;
            pos = t.end;
            continue;
        }
        end = skip_link(s, pos, m, &seen);
        if (end == pos) return false;
        pos = end;
    }
    return false;
}

/* ---- whole references --------------------------------------------------------------------------- */

static void match_begin(struct cv_span s, size_t pos, struct ref_match *m) {
    *m = (struct ref_match){.from = cv_ref_token(s, pos).at};
}

/* A station of the list or a word that stands for one, behind an optional year. */
static size_t match_sender(struct cv_span s, size_t pos, struct ref_match *m) {
    struct ref_token t = cv_ref_token(s, pos);
    unsigned w = cv_ref_token_word(s, t);
    size_t n;
    if (t.kind != REF_WORD) return pos;
    m->station = cv_station_prefix(cv_span_from(s, t.at), &n);
    if (m->station.p) {
        m->by = REF_BY_STATION;
        m->station_known = true;
        return t.at + n;
    }
    m->by = w & REF_W_OWN    ? REF_BY_OWN
            : w & REF_W_OUR  ? REF_BY_OUR
            : w & REF_W_DEPT ? REF_BY_DEPT
            : w & REF_W_YOUR ? REF_BY_YOUR
                             : REF_BY_NONE;
    return m->by == REF_BY_NONE ? pos : t.end;
}

static bool match_at(const struct ref_context *c, struct cv_span s, size_t pos, bool with_year, struct ref_match *m) {
    int year = 0;
    size_t from = with_year ? year_front(s, pos, &year) : pos, end;
    if (with_year && !year) return false;
    match_begin(s, pos, m);
    m->year = year;
    end = match_sender(s, from, m);
    if (m->by == REF_BY_NONE) return false;
    return match_tail(c, s, skip_possessive(s, end), m);
}

bool cv_ref_match(const struct ref_context *c, struct cv_span s, size_t pos, struct ref_match *m) {
    return match_at(c, s, pos, true, m) || match_at(c, s, pos, false, m);
}

/* ---- names that no list has ---------------------------------------------------------------------- */

/* One to four words that could be a station's name; the end behind them, or pos. */
static size_t unknown_name(const struct ref_context *c, struct cv_span s, size_t pos, size_t *from) {
    struct ref_token t = cv_ref_token(s, pos);
    size_t end = pos, letters = 0;
    *from = t.at;
    if (t.kind != REF_WORD || cv_is_lower(s.p[t.at])) return pos;
    for (int words = 0; t.kind == REF_WORD; words++) {
        unsigned w = cv_ref_token_word(s, t);
        struct ref_match strong;
        struct ref_token sign;
        if (w & REF_W_STOP) {
            if (words == 0 && w & REF_W_OWN)
                words = -1; /* EMBASSY NOWHERE */
            else if (words > 0 && w & (REF_W_LINK | REF_W_CIRCULAR))
                return end;
            else
                return pos;
        }
        letters += t.end - t.at;
        if (words >= UNKNOWN_WORDS || letters > UNKNOWN_LETTERS || t.end - t.at < 2) return pos;
        /* WASHDC behind an agency's name belongs to it */
        if (words > 0 && cv_ref_match(c, s, t.at, &strong) && !strong.dtg && !cv_span_is(ref_text(s, t), "WASHDC"))
            return pos;
        end = t.end;
        sign = cv_ref_token(s, t.end);
        if (sign.kind == REF_SIGN && sign.gap == REF_GLUED && strchr("-.'", sign.sign)) {
            struct ref_token next = cv_ref_token(s, sign.end);
            if (next.kind != REF_WORD) return end;
            t = next;
        } else if (sign.gap > REF_LINE)
            return end;
        else
            t = sign;
    }
    return end;
}

/* Letters with number and year (OSC, TD, MTCR), or a name with a year for its number: a series of documents. */
static bool is_series(const struct ref_context *c, struct cv_span s, size_t from, size_t to, bool year_in_front,
                      const struct ref_match *m) {
    struct cv_span digits = cv_span_of(m->digits, strlen(m->digits));
    if (m->series[0] || m->dtg) return false;
    if (!m->year && is_year_here(c, cv_ref_year(digits)) && digits.n == 4) return true;
    for (size_t i = from; i < to; i++)
        if (!cv_is_upper(s.p[i])) return false;
    return !year_in_front && m->year && to - from <= 5;
}

/* "SMITH-JONES 5/12": behind a name that is no station's, month and day rather than two numbers. */
static bool is_day(struct cv_span s, size_t end) {
    struct ref_token sign = cv_ref_token(s, end), t = cv_ref_token(s, sign.end);
    return ref_is_sign(sign, '/') && sign.gap == REF_GLUED && t.kind == REF_NUMBER && t.gap == REF_GLUED &&
           t.end - t.at <= 2 && end >= 2 && !(end >= 3 && cv_is_digit(s.p[end - 3]) && cv_is_digit(s.p[end - 2]));
}

bool cv_ref_match_unknown(const struct ref_context *c, struct cv_span s, size_t pos, struct ref_match *m) {
    int year = 0;
    size_t begin = year_front(s, pos, &year), from, end;
    match_begin(s, pos, m);
    m->year = year;
    end = unknown_name(c, s, begin, &from);
    if (end == begin || end - from < UNKNOWN_SHORTEST || !*c->near_left) return false;
    if (ref_is_sign(cv_ref_token(s, end), '/')) return false; /* CD/1840: a document's number */
    m->by = REF_BY_STATION;
    if (!match_tail(c, s, skip_possessive(s, end), m) || is_day(s, m->end)) return false;
    if (!cv_ref_boundary(s, m->end)) {
        struct ref_match next;
        if (!cv_ref_match(c, s, m->end, &next)) return false;
    }
    --*c->near_left;
    m->station = cv_span_of(s.p + from, end - from);
    if (!c->arena) return true; /* refs_block.c only asks whether there is one */
    m->station = cv_station_of(m->station, c->arena, &m->station_known);
    if (!m->station_known) m->report = is_series(c, s, from, end, year != 0, m);
    return m->station.p != NULL;
}

bool cv_ref_match_number_first(const struct ref_context *c, struct cv_span s, size_t pos, struct ref_match *m) {
    struct ref_token t = cv_ref_token(s, pos), next;
    size_t n;
    match_begin(s, pos, m);
    if (t.kind != REF_NUMBER || number_is_other(c, s, t) || !take_digits(s, t, m->digits)) return false;
    next = cv_ref_token(s, t.end);
    if (next.kind != REF_WORD || next.gap > REF_BLANK) return false;
    m->station = cv_station_prefix(cv_span_from(s, next.at), &n);
    if (!m->station.p || !cv_ref_boundary(s, next.at + n)) return false;
    m->by = REF_BY_STATION;
    m->station_known = m->number_first = true;
    m->end = next.at + n;
    next = cv_ref_token(s, m->end);
    return next.kind != REF_NUMBER;
}

bool cv_ref_match_bare(const struct ref_context *c, struct cv_span s, size_t pos, struct ref_match *m) {
    struct ref_token t = cv_ref_token(s, pos);
    struct ref_match next;
    struct ref_date date;
    bool said = t.kind == REF_WORD && cv_span_starts(ref_text(s, t), "AIRGRAM");
    match_begin(s, pos, m);
    if (!match_airgram(c, s, said ? t.end : pos, said, m)) {
        match_begin(s, pos, m);
        if (!match_number(c, s, pos, m)) return false;
    }
    t = cv_ref_token(s, m->end);
    if (t.gap == REF_LINE && cv_span_is(ref_text(s, t), "FAM")) return false;         /* "9" / "FAM 41.12" */
    if (cv_ref_boundary(s, m->end) || cv_ref_match(c, s, m->end, &next)) return true; /* else "A-280 OF 12/21/73" */
    return (cv_span_is(ref_text(s, t), "OF") || cv_span_is(ref_text(s, t), "ON")) && cv_ref_date(s, t.end, &date);
}

bool cv_ref_years_follow(const struct ref_context *c, struct cv_span s) {
    struct ref_context with = *c;
    struct ref_match m;
    struct ref_token t;
    bool any = false;
    with.year_after = true;
    for (size_t pos = 0; (t = cv_ref_token(s, pos)).kind != REF_END;) {
        pos = t.end;
        if (t.kind == REF_SIGN || !cv_ref_match(&with, s, t.at, &m)) continue;
        if (!m.year_trailing) return false;
        any = true;
        pos = m.end;
    }
    return any;
}
