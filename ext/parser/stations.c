/* stations.c - names of posts and of the Department to their canonical form, exact, cut or with one letter wrong.
 * May not: decide what a text means; it only knows names. Works on static sorted tables, needs no allocation but for
 * a name that is in none of them.
 * Facts: sheet 13 (what an id uses, kinds of post that are dropped, abbreviations, cut forms, edit distance 1);
 * NARA sheet 1 (Document Numbers cut to six letters) and 4; the lists in ext/data. */
#include "../data/data.h"
#include "parser.h"

enum {
    KEY_ROOM = 64,    /* longer than the longest name in the list */
    CUT_LETTERS = 6,  /* shortest piece of a name that is taken for a name cut off (NARA sheet 1) */
    NEAR_LETTERS = 4, /* below, one letter wrong makes another word */
    LETTERS_OF_AGENCY = 6,
    NAME_WORDS = 8, /* most words of a name, kind of post included */
    NOT_FOUND = 0xFFFF
};

/* A name in the form of the tables: capitals without accents, blanks, points, hyphens, apostrophes. */
struct key {
    char c[KEY_ROOM];
    size_t n;
};

static const char *const kinds_of_post[] = {/* sorted; words, also several before one name */
                                            "AM",        "AMBASSADE",   "AMCON",      "AMCONGEN",  "AMCONS",
                                            "AMCONSUL",  "AMCONSULATE", "AMEMB",      "AMEMBAS",   "AMEMBASSY",
                                            "AMEMBSSY",  "AMERICAN",    "AMMEMBASSY", "CONGEN",    "CONSUL",
                                            "CONSULATE", "EMB",         "EMBASSY",    "GENERAL",   "MISSION",
                                            "REO",       "US",          "USDEL",      "USEMBASSY", "USINT",
                                            "USLO",      "USMISSION",   "USOFFICE"};

/* z against key, as memcmp orders them; without a call for the few letters that mostly decide. */
static int compare(const char *z, struct cv_span key) {
    size_t i = 0;
    while (i < key.n && z[i] && z[i] == key.p[i]) i++;
    if (i == key.n) return z[i] != 0;
    return (unsigned char)z[i] < (unsigned char)key.p[i] ? -1 : 1;
}

static bool is_kind_of_post(struct cv_span word) {
    size_t lo = 0, hi = CV_ARRAY_LEN(kinds_of_post);
    char upper[12];
    if (word.n >= sizeof upper) return false;
    for (size_t i = 0; i < word.n; i++) upper[i] = cv_to_upper(word.p[i]);
    word.p = upper;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        int c = compare(kinds_of_post[mid], word);
        if (c == 0) return true;
        if (c < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return false;
}

/* ---- letters -------------------------------------------------------------------------------- */

/* A letter at s[i] as a capital without accent (U+00C0..U+00FF by their base letter); *n: its bytes; 0: no letter. */
static char letter_at(struct cv_span s, size_t i, size_t *n) {
    static const char base[65] = "AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO*OUUUUYTY";
    unsigned char c = (unsigned char)s.p[i];
    *n = 1;
    if (cv_is_alpha(s.p[i])) return cv_to_upper(s.p[i]);
    if (c == 0xC3 && i + 1 < s.n && ((unsigned char)s.p[i + 1] & 0xC0) == 0x80) {
        *n = 2;
        c = (unsigned char)base[(unsigned char)s.p[i + 1] & 0x3F];
        return c == '*' ? 0 : (char)c;
    }
    return 0;
}

/* Length of a sign that may stand inside a name and is dropped: blank, point, hyphen, apostrophe, pilcrow. */
static size_t filler_at(struct cv_span s, size_t i) {
    unsigned char c = (unsigned char)s.p[i], d = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
    if (cv_is_space(s.p[i]) || c == '.' || c == '-' || c == '\'') return 1;
    if (c == 0xC2 && (d == 0xB6 || d == 0xA0)) return 2;
    if (c == 0xE2 && d == 0x80 && i + 2 < s.n) {
        unsigned char e = (unsigned char)s.p[i + 2];
        return e == 0x99 || e == 0x98 || e == 0x93 || e == 0x90 ? 3 : 0;
    }
    return 0;
}

static bool key_add(struct key *k, char c) {
    if (k->n >= sizeof k->c) return false;
    k->c[k->n++] = c;
    return true;
}

static struct cv_span key_span(const struct key *k, size_t from) { return cv_span_of(k->c + from, k->n - from); }

/* ---- the tables ----------------------------------------------------------------------------- */

/* First alias not below key. */
static size_t alias_bound(struct cv_span key) {
    size_t lo = 0, hi = cv_station_aliases_n;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (compare(cv_station_aliases[mid].alias, key) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static unsigned alias_exact(struct cv_span key) {
    size_t at = alias_bound(key);
    if (!key.n || at >= cv_station_aliases_n) return NOT_FOUND;
    return compare(cv_station_aliases[at].alias, key) == 0 ? cv_station_aliases[at].station : NOT_FOUND;
}

/* The Department's telegrams carry STATE, wherever WASHDC was typed for it. */
static struct cv_span fact_span(unsigned index) {
    const char *station = cv_station_facts[index].station;
    if (strcmp(station, "WASHDC") == 0) station = "STATE";
    return cv_span_of(station, strlen(station));
}

static bool is_collective(const char *station) {
    return cv_span_ends(cv_span_of(station, strlen(station)), "COLLECTIVE");
}

/* The only station whose canonical name begins with key and is longer: a name cut off. */
static unsigned fact_cut(struct cv_span key) {
    size_t lo = 0, hi = cv_station_facts_n;
    unsigned found = NOT_FOUND;
    if (key.n < CUT_LETTERS) return NOT_FOUND;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (compare(cv_station_facts[mid].station, key) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (; lo < cv_station_facts_n; lo++) {
        const char *s = cv_station_facts[lo].station;
        struct cv_span fact = cv_span_of(s, strlen(s));
        if (!cv_span_eq(cv_span_first(fact, key.n), key)) break;
        if (is_collective(s)) continue;
        if (found != NOT_FOUND) return NOT_FOUND;
        found = (unsigned)lo;
    }
    return found;
}

/* A name that counts when one letter is wrong: the canonical one, or a full other name, never an abbreviation or a
 * cut form (SD, BA, MARTIN would catch ordinary words), nor the letters of an agency (USIA). */
static bool alias_is_name(const struct cv_station_alias *a, size_t n) {
    const struct cv_station_fact *fact = &cv_station_facts[a->station];
    size_t m = strlen(fact->station);
    if (is_collective(fact->station)) return false;
    if (m <= LETTERS_OF_AGENCY && strstr(fact->name, "WASH") && strcmp(fact->station, "STATE") != 0) return false;
    if (m == n) return strcmp(a->alias, fact->station) == 0 || n > CUT_LETTERS;
    return n > CUT_LETTERS && !(n < m && memcmp(a->alias, fact->station, n) == 0);
}

/* IRAN is no ORAN misspelt. */
static bool is_country(struct cv_span key) {
    for (size_t i = 0; i < cv_station_facts_n; i++)
        if (cv_span_is(key, cv_station_facts[i].country_name)) return true;
    return false;
}

/* The one station with a name at distance 1 of key; NOT_FOUND where there is none or a second one (sheet 4, 13). */
static unsigned station_near(struct cv_span key) {
    unsigned found = NOT_FOUND;
    if (key.n < NEAR_LETTERS) return NOT_FOUND;
    for (size_t i = 0; i < cv_station_aliases_n; i++) {
        const struct cv_station_alias *a = &cv_station_aliases[i];
        const char *z = a->alias;
        size_t n;
        /* An edit leaves one of the first two letters in its place, or moves one of them by one. */
        if (z[0] != key.p[0] && z[1] != key.p[1] && z[0] != key.p[1] && z[1] != key.p[0]) continue;
        n = strlen(z);
        if (n + 1 < key.n || n > key.n + 1 || cv_span_distance(cv_span_of(z, n), key) > 1) continue;
        if (!alias_is_name(a, n)) continue;
        if (found != NOT_FOUND && !cv_span_eq(fact_span(found), fact_span(a->station))) return NOT_FOUND;
        found = a->station;
    }
    return found != NOT_FOUND && is_country(key) ? NOT_FOUND : found;
}

/* ---- names in a text ------------------------------------------------------------------------ */

/* Appends the word at s[*at] to k and moves *at behind it; false when it is none or too long. */
static bool read_word(struct cv_span s, size_t *at, struct key *k) {
    size_t i = *at, n = 0, before = k->n;
    while (i < s.n) {
        char c = letter_at(s, i, &n);
        if (!c) break;
        if (!key_add(k, c)) return false;
        i += n;
    }
    *at = i;
    return k->n > before;
}

/* Longest prefix of s that is a name; index of the station or NOT_FOUND; *end: where the name ends. */
static unsigned prefix_of(struct cv_span s, size_t *end) {
    struct key k = {.n = 0};
    size_t at = 0, kinds = 0; /* kinds: letters of k that are kinds of post */
    unsigned found = NOT_FOUND;
    for (int words = 0; words < NAME_WORDS; words++) {
        size_t from = k.n, fill;
        unsigned here;
        if (!read_word(s, &at, &k)) break;
        if (from == kinds && is_kind_of_post(key_span(&k, from))) kinds = k.n;
        here = alias_exact(key_span(&k, 0));
        if (here == NOT_FOUND && kinds && kinds < k.n) here = alias_exact(key_span(&k, kinds));
        if (here != NOT_FOUND) found = here, *end = at;
        while (at < s.n && (fill = filler_at(s, at)) > 0) at += fill;
    }
    return found;
}

struct cv_span cv_station_prefix(struct cv_span s, size_t *n) {
    size_t lead = 0, end = 0;
    unsigned found;
    *n = 0;
    while (lead < s.n && cv_is_space(s.p[lead])) lead++;
    found = prefix_of(cv_span_from(s, lead), &end);
    if (found == NOT_FOUND) return CV_NONE;
    *n = lead + end;
    return fact_span(found);
}

/* The whole name as a key; letters of its kinds of post in *kinds. False: something else than letters in it. */
static bool squeeze(struct cv_span name, struct key *k, size_t *kinds) {
    size_t at = 0, fill;
    *kinds = 0;
    while (at < name.n) {
        size_t from = k->n;
        if ((fill = filler_at(name, at)) > 0) {
            at += fill;
            continue;
        }
        if (!read_word(name, &at, k)) return false;
        if (from == *kinds && is_kind_of_post(key_span(k, from))) *kinds = k->n;
    }
    if (*kinds == k->n) *kinds = 0; /* a kind without a place: the whole is the name */
    return k->n > 0;
}

/* "LA PAZ OR-M": behind the post stands its section (NARA sheet 1). */
static bool is_post_section(struct cv_span rest) {
    rest = cv_span_trim(rest);
    return rest.n >= 3 && rest.n <= 5 && cv_is_upper(rest.p[0]) && cv_is_upper(rest.p[1]) && rest.p[2] == '-';
}

static unsigned station_find(struct cv_span name, struct key *k, size_t *kinds) {
    size_t end = 0;
    unsigned found = prefix_of(name, &end);
    bool letters = squeeze(name, k, kinds);
    if (found != NOT_FOUND && (end == name.n || is_post_section(cv_span_from(name, end)))) return found;
    if (!letters) return NOT_FOUND;
    found = alias_exact(key_span(k, 0));
    if (found == NOT_FOUND) found = alias_exact(key_span(k, *kinds));
    if (found == NOT_FOUND) found = fact_cut(key_span(k, *kinds));
    if (found == NOT_FOUND) found = station_near(key_span(k, *kinds));
    if (found == NOT_FOUND && *kinds) found = station_near(key_span(k, 0));
    return found;
}

/* Capitals without blanks, points, hyphens, apostrophes; all other bytes stay. */
static struct cv_span as_printed(struct cv_span name, struct cv_arena *a) {
    struct cv_buf b = {.arena = a};
    size_t n, fill;
    for (size_t i = 0; i < name.n; i += n) {
        char c = letter_at(name, i, &n);
        if (c)
            cv_buf_addc(&b, c);
        else if ((fill = filler_at(name, i)) > 0)
            n = fill;
        else
            cv_buf_add(&b, cv_span_of(name.p + i, n = 1));
    }
    return cv_buf_span(&b);
}

struct cv_span cv_station_of(struct cv_span name, struct cv_arena *a, bool *known) {
    struct key k = {.n = 0};
    size_t kinds = 0;
    unsigned found;
    *known = false;
    name = cv_span_trim(name);
    if (!name.n) return CV_NONE;
    found = station_find(name, &k, &kinds);
    *known = found != NOT_FOUND;
    if (*known) return fact_span(found);
    if (kinds) { /* AMEMBASSY NOWHERE: the place alone */
        struct cv_span place = name;
        for (size_t letters = 0, n; place.n && letters < kinds; place = cv_span_from(place, n))
            if (letter_at(place, 0, &n)) letters++;
        name = cv_span_trim(place);
    }
    return as_printed(name, a);
}

struct cv_span cv_station_canonical(struct cv_span name) {
    struct key k = {.n = 0};
    size_t kinds = 0;
    unsigned found;
    name = cv_span_trim(name);
    if (!name.n) return CV_NONE;
    found = station_find(name, &k, &kinds);
    return found == NOT_FOUND ? CV_NONE : fact_span(found);
}

struct cv_span cv_station_country(struct cv_span station) {
    struct key k = {.n = 0};
    size_t kinds = 0;
    unsigned found;
    const char *country;
    station = cv_span_trim(station);
    if (!station.n) return CV_NONE;
    found = station_find(station, &k, &kinds);
    if (found == NOT_FOUND) return CV_NONE;
    country = cv_station_facts[found].country_name;
    return *country ? cv_span_of(country, strlen(country)) : CV_NONE;
}
