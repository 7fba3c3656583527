/* ids.c - ids of telegrams: made, taken apart, and repaired where a publisher mangled them.
 * May not: know what a REF block is; a single id or reference is all it reads.
 * Facts: sheet 4 (the id, and the wrong ones that were made from a classification line), 9 (airgrams), 13 (stations);
 * NARA sheet 1 (Document Numbers, "1975PORTL00412"). */
#include "refs.h"

enum { LONGEST_ID = 120, REPAIRS = 6 };

struct cv_span cv_id_make(struct cv_arena *a, int year, struct cv_span station, int serial) {
    struct cv_buf id = {.arena = a};
    char text[16];
    unsigned digits = 1;
    if (year <= 0 || serial <= 0 || !station.n) return CV_NONE;
    for (int rest = serial; rest >= 10; rest /= 10) digits++;
    (void)cv_put_digits(text, (unsigned)year % 100, 2);
    (void)cv_put_digits(text + 2, (unsigned)serial, digits);
    cv_buf_add(&id, cv_span_of(text, 2));
    cv_buf_add(&id, station);
    cv_buf_add(&id, cv_span_of(text + 2, digits));
    return cv_buf_span(&id);
}

/* ---- words that publishers took into the id ---------------------------------------------------------- */

/* Markings and kinds of post between year and station, longest first where one begins another. */
static const char *const inserted[] = {
    "UNCLASSIFIED", "UNCLASS", "UNCLAS",    "CONFIDENTIAL", "TOPSECRET", "SECRET",    "SENSITIVE", "NOFORN",
    "SIPDIS",       "LIMDIS",  "EXDIS",     "NODIS",        "STADIS",    "ROGER",     "EFTO",      "FOUO",
    "SBU",          "LOU",     "AMEMBASSY", "AMCONSUL",     "AMEMB",     "USMISSION", "FINAL",     "CORRECTEDCOPY"};

/* SECTION01OF02, also with a letter lost or wrong at its beginning (SCTION02OF02, ECTION03OF05); its bytes. */
static size_t section_words(struct cv_span s) {
    size_t letters = 0, i;
    unsigned near;
    while (letters < s.n && cv_is_alpha(s.p[letters])) letters++;
    near = cv_span_distance(cv_span_first(s, letters), CV_LIT("SECTION"));
    if (near > 1 && cv_span_distance(cv_span_first(s, letters), CV_LIT("SECTIONS")) > 1) return 0;
    for (i = letters; i < s.n && cv_is_digit(s.p[i]);) i++;
    if (i == letters || i - letters > 2 || !cv_span_starts(cv_span_from(s, i), "OF")) return 0;
    letters = i += 2;
    while (i < s.n && cv_is_digit(s.p[i]) && i - letters < 2) i++;
    return i > letters ? i : 0;
}

static size_t inserted_words(struct cv_span s) {
    size_t n = section_words(s), took;
    if (n) return n;
    for (size_t i = 0; i < CV_ARRAY_LEN(inserted); i++) {
        size_t k = strlen(inserted[i]);
        if (!cv_span_starts(s, inserted[i])) continue;
        /* SECRETSANAA, but not what begins a station's own name, nor all there is before the number */
        if (k >= s.n || cv_is_digit(s.p[k])) return 0;
        if (cv_station_prefix(s, &took).p && took > k) return 0;
        return k;
    }
    return 0;
}

/* 06MADRID002583ZFR2585: behind the number stand an operating signal and another number. */
static struct cv_span signal_off(struct cv_span s) {
    size_t i = s.n, letters;
    while (i && cv_is_digit(s.p[i - 1])) i--;
    letters = i;
    while (i && cv_is_alpha(s.p[i - 1])) i--;
    if (letters - i != 3 || cv_to_upper(s.p[i]) != 'Z' || !i || !cv_is_digit(s.p[i - 1])) return s;
    return cv_span_first(s, i);
}

/* The id without what does not belong to it: year and the rest, in the arena where something was taken out. */
static struct cv_span repaired(struct cv_span s, struct cv_arena *a) {
    struct cv_buf b = {.arena = a};
    size_t year = 0, skip = 0, n;
    bool gone = false;
    s = signal_off(s);
    while (year < s.n && cv_is_digit(s.p[year])) year++;
    if (year != 2 && year != 4) return s;
    for (int i = 0; i < REPAIRS && (n = inserted_words(cv_span_from(s, year + skip))) > 0; i++) {
        skip += n;
        gone = true;
    }
    if (!gone) return s;
    cv_buf_add(&b, cv_span_first(s, year));
    cv_buf_add(&b, cv_span_from(s, year + skip));
    return cv_buf_span(&b);
}

/* ---- one reference ------------------------------------------------------------------------------------ */

/* Behind the number only signs and a remark in brackets may follow. */
static bool is_rest(struct cv_span s, size_t pos) {
    struct ref_token t = cv_ref_token(s, pos);
    if (ref_is_sign(t, '(')) {
        size_t end = cv_ref_bracket_end(s, t.at);
        if (!end) return false;
        t = cv_ref_token(s, end);
    }
    while (t.kind == REF_SIGN && strchr(".,;#*", t.sign)) t = cv_ref_token(s, t.end);
    return t.kind == REF_END;
}

static bool match_id(struct cv_span text, struct cv_arena *a, struct ref_match *m) {
    unsigned near_left = 1;
    struct ref_context c = {.arena = a, .near_left = &near_left};
    text = cv_span_trim(text);
    if (!text.n || text.n > LONGEST_ID) return false;
    text = repaired(text, a);
    if (!text.n) return false;
    c.year_after = cv_ref_years_follow(&c, text);
    if (!cv_ref_match(&c, text, 0, m) && !cv_ref_match_number_first(&c, text, 0, m)) {
        if (!cv_ref_match_unknown(&c, text, 0, m) || m->report) return false;
    }
    if (m->by == REF_BY_DEPT) m->by = REF_BY_STATION, m->station = CV_LIT("STATE"), m->station_known = true;
    return m->by == REF_BY_STATION && !m->dtg && !m->unreadable && m->digits[0] && is_rest(text, m->end);
}

bool cv_id_split(struct cv_span id, struct cv_arena *a, int *year, struct cv_span *station, int *serial) {
    struct ref_match m;
    if (!match_id(id, a, &m) || m.series[0] || !m.year) return false;
    *year = m.year;
    *station = m.station;
    return cv_span_to_int(cv_span_of(m.digits, strlen(m.digits)), serial);
}

static struct cv_span canonical(struct cv_span text, int year, struct cv_arena *arena, bool *known) {
    struct ref_match m;
    if (!match_id(text, arena, &m)) return CV_NONE;
    *known = m.station_known;
    if (m.year) year = m.year;
    return year > 0 ? cv_ref_id(arena, year, m.station, m.series, m.digits) : CV_NONE;
}

struct cv_span cv_id_canonical(struct cv_span text, int year, struct cv_arena *arena) {
    bool known = true;
    struct cv_span id = canonical(text, year, arena, &known);
    /* UNCLASSIFIED glued to a station, without a year: only behind one it shows what was taken into the id. */
    for (int i = 0; i < REPAIRS && id.p && !known; i++) {
        struct cv_span again = canonical(id, year, arena, &known);
        if (!again.p || cv_span_eq(again, id)) break;
        id = again;
    }
    return id;
}
