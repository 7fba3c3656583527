/* titles.c - which words of a Classified By value are title, office or place, and which may be a name.
 * May not: know more than one word; classified.c looks at what stands around it.
 * Facts: sheet 10; ext/data/titles.txt. */
#include "../data/data.h"
#include "head.h"

enum { LONGEST_WORD = 40 };

/* Offices, regions and other words of titles that the list of titles lacks. Lower case, sorted. */
static const char *const office_words[] = {
    "ad",
    "adm",
    "af",
    "affair",
    "affairs",
    "agency",
    "agriculture",
    "aids",
    "amembassy",
    "analyst",
    "area",
    "arms",
    "assistance",
    "board",
    "branch",
    "bureau",
    "business",
    "center",
    "chairman",
    "civil",
    "coalition",
    "commerce",
    "commission",
    "committee",
    "community",
    "competitiveness",
    "conference",
    "congressional",
    "consulate",
    "control",
    "council",
    "counter",
    "crime",
    "crisis",
    "cultural",
    "defence",
    "department",
    "dept",
    "development",
    "disarmament",
    "division",
    "dod",
    "domestic",
    "dos",
    "drl",
    "drug",
    "eap",
    "economics",
    "eeb",
    "emboff",
    "enterprise",
    "exec",
    "external",
    "fao",
    "federal",
    "finance",
    "forces",
    "foreign",
    "fsn",
    "functional",
    "g/tip",
    "government",
    "group",
    "homeland",
    "hq",
    "humanitarian",
    "iaea",
    "intelligence",
    "international",
    "investment",
    "io",
    "joint",
    "justice",
    "kfor",
    "liaison",
    "media",
    "member",
    "middle-east",
    "missions",
    "monetary",
    "multilateral",
    "narcotics",
    "national",
    "nations",
    "nato",
    "nonproliferation",
    "nuclear",
    "oas",
    "oecd",
    "oes",
    "office",
    "operations",
    "organization",
    "planning",
    "plans",
    "pm",
    "population",
    "post",
    "president",
    "prevention",
    "private",
    "prm",
    "programs",
    "proliferation",
    "protection",
    "radio",
    "relations",
    "research",
    "sca",
    "service",
    "special",
    "stability",
    "strategic",
    "strategy",
    "support",
    "tactical",
    "task",
    "terrorism",
    "threat",
    "trafficking",
    "training",
    "treaty",
    "un",
    "unesco",
    "union",
    "university",
    "unvie",
    "usau",
    "usdel",
    "useu",
    "usg",
    "usmission",
    "usnato",
    "usosce",
    "usun",
    "verification",
    "washington",
    "weapons",
    "wha",
};

/* Parts of the world: of an office, or a surname ("West") where a given name stands before it. */
static const char *const region_words[] = {
    "africa",   "african",      "american", "americas",   "andean",         "asia",      "asian",    "atlantic",
    "balkan",   "baltic",       "canadian", "caribbean",  "caucasus",       "central",   "east",     "eastern",
    "europe",   "european",     "far",      "hemisphere", "inter-american", "iranian",   "iraqi",    "islamic",
    "italian",  "latin",        "levant",   "middle",     "near",           "north",     "northern", "pacific",
    "republic", "scandinavian", "south",    "southeast",  "southern",       "southwest", "states",   "sub-saharan",
    "turkish",  "united",       "west",     "western",    "world",
};

static const char *const link_words[] = {"a",  "an", "and", "as", "at",  "by", "for",  "from",
                                         "in", "of", "on",  "or", "the", "to", "with", "&"};
static const char *const particles[] = {"abu", "al",  "ap",  "ben", "bin", "da",  "das", "de",  "del", "della",
                                        "den", "der", "des", "di",  "do",  "dos", "du",  "el",  "ibn", "la",
                                        "le",  "lo",  "mac", "mc",  "o",   "st",  "ter", "van", "von", "y"};
static const char *const suffixes[] = {"ii", "iii", "iv", "jr", "sr", "ph.d", "phd", "esq", "md"};

static bool in_list(const char *const *list, size_t n, struct cv_span w) {
    for (size_t k = 0; k < n; k++)
        if (cv_span_is(w, list[k])) return true;
    return false;
}

/* The word in the lists' spelling: lower case, letter O for a zero among letters, plain apostrophe. */
static struct cv_span fold(struct cv_span w, char out[LONGEST_WORD]) {
    size_t n = 0;
    for (size_t i = 0; i < w.n && n < LONGEST_WORD; i++) {
        unsigned char c = (unsigned char)w.p[i];
        if (c == 0xE2 && i + 2 < w.n && (unsigned char)w.p[i + 1] == 0x80) { /* U+2018, U+2019 */
            out[n++] = '\'';
            i += 2;
        } else if (c == '`' || c == ',') {
            out[n++] = '\'';
        } else if (c == '0') {
            out[n++] = 'o';
        } else {
            out[n++] = cv_to_lower((char)c);
        }
    }
    return cv_span_of(out, n);
}

static bool in_sorted(const char *const *list, size_t n, struct cv_span w) {
    size_t low = 0, high = n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int c = cv_span_cmp(cv_span_of(list[mid], strlen(list[mid])), w);
        if (c == 0) return true;
        if (c < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return false;
}

static bool in_titles(struct cv_span w) { return in_sorted(cv_title_words, cv_title_words_n, w); }

/* AMBASSDOR, Counselour, Affairs with a letter lost: long enough that no name is meant. */
static bool near_title(struct cv_span w) {
    if (w.n < 7) return false;
    for (size_t k = 0; k < cv_title_words_n; k++) {
        size_t n = strlen(cv_title_words[k]);
        if (n < 7 || n + 1 < w.n || n > w.n + 1) continue;
        if (cv_span_distance(w, cv_span_of(cv_title_words[k], n)) == 1) return true;
    }
    return false;
}

/* Pieces that no name has: Polcounselor, EconChief, Vice-Consul. */
static bool title_piece(struct cv_span w) {
    static const char *const pieces[] = {"couns",  "chief",    "director", "secretary", "officer", "attach",
                                         "affair", "ambass",   "charg",    "minister",  "consul",  "poloff",
                                         "econof", "advisor",  "adviser",  "coordinat", "ecouns",  "politic",
                                         "econom", "diplomat", "securit",  "represent", "embassy"};
    for (size_t k = 0; k < CV_ARRAY_LEN(pieces); k++)
        if (cv_span_find(w, pieces[k]) != SIZE_MAX) return true;
    return false;
}

/* POL/ECON, EUR/CE, a.i.: signs that stand in no name. */
static bool office_shape(struct cv_span w) {
    if (cv_span_chr(w, '/') != SIZE_MAX) return true;
    return w.n == 3 && w.p[1] == '.';
}

static bool is_place(struct cv_span w) {
    size_t n = 0;
    if (in_sorted(region_words, CV_ARRAY_LEN(region_words), w)) return true;
    if (w.n < 4) return false;
    if (in_sorted(cv_country_names, cv_country_names_n, w)) return true;
    return cv_station_prefix(w, &n).n && n == w.n;
}

static bool begins_as_name(struct cv_span w) {
    unsigned char c = (unsigned char)w.p[0];
    return cv_is_upper(w.p[0]) || c >= 0xC3;
}

enum cv_title_class cv_title_class_of(struct cv_span word) {
    char buf[LONGEST_WORD];
    struct cv_span w, printed = word;
    while (word.n && strchr(".,;:\"'?!", word.p[word.n - 1])) word.n--;
    while (word.n && strchr("\"'", word.p[0])) word = cv_span_from(word, 1);
    if (!word.n || word.n >= LONGEST_WORD) return CV_WORD_OTHER;
    w = fold(word, buf);
    if (in_list(suffixes, CV_ARRAY_LEN(suffixes), w)) return CV_WORD_SUFFIX;
    if (w.n == 1 && cv_is_alpha(w.p[0])) {
        if (printed.n > 1 && printed.p[1] == '.') return CV_WORD_INITIAL;
        if (word.p[0] == 'y' || word.p[0] == 'e') return CV_WORD_PARTICLE; /* Ortega y Gasset, Costa e Silva */
        return cv_is_upper(word.p[0]) ? CV_WORD_INITIAL : CV_WORD_LINK;
    }
    if (in_list(link_words, CV_ARRAY_LEN(link_words), w)) return CV_WORD_LINK;
    if (in_list(particles, CV_ARRAY_LEN(particles), w)) return CV_WORD_PARTICLE;
    if (in_sorted(region_words, CV_ARRAY_LEN(region_words), w)) return CV_WORD_PLACE;
    if (in_titles(w) || in_sorted(office_words, CV_ARRAY_LEN(office_words), w) || office_shape(w)) return CV_WORD_TITLE;
    if (near_title(w) || title_piece(w)) return CV_WORD_TITLE;
    for (size_t i = 0; i < w.n; i++)
        if (cv_is_digit(w.p[i])) return CV_WORD_OTHER;
    if (!begins_as_name(word)) return CV_WORD_OTHER;
    return is_place(w) ? CV_WORD_PLACE : CV_WORD_NAME;
}

bool cv_title_known(struct cv_span word) {
    char buf[LONGEST_WORD];
    struct cv_span w;
    while (word.n && strchr(".,;:", word.p[word.n - 1])) word.n--;
    if (word.n < 3 || word.n >= LONGEST_WORD) return false;
    w = fold(word, buf);
    return in_titles(w) || in_sorted(office_words, CV_ARRAY_LEN(office_words), w) || is_place(w);
}

size_t cv_place_prefix(struct cv_span s) {
    size_t best = 0, n = 0;
    for (size_t k = 0; k < cv_country_names_n; k++) {
        const char *name = cv_country_names[k];
        n = strlen(name);
        if (n > best && cv_span_starts(s, name) && (n == s.n || !cv_is_alnum(s.p[n]))) best = n;
    }
    if (cv_station_prefix(s, &n).n && n > best) best = n;
    return best;
}
