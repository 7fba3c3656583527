/* captions.c - handling words and pass lines between the classification line and the text.
 * May not: decide whether a line that is neither is text (head.c).
 * Facts: sheet 5, 4 (what follows the classification is a caption); NARA sheet 2 "Handling words". */
#include "head.h"

enum strength {
    STRONG, /* stands in no sentence: in any case of letters, one letter wrong allowed */
    WEAK    /* also a word of the language: only in capitals and alone with its like */
};
struct caption {
    const char *words; /* as it stands in captions; a blank is any number of blanks, hyphens, points */
    enum strength strength;
};

/* Longer phrases before the words they begin with. */
static const struct caption captions[] = {
    {"SENSITIVE BUT UNCLASSIFIED", WEAK},
    {"NOT FOR INTERNET DISTRIBUTION", WEAK},
    {"COUNTRY TEAM MESSAGE", WEAK},
    {"INFORM CONSULS", WEAK},
    {"FOR OFFICIAL USE ONLY", WEAK},
    {"LIMITED DISTRIBUTION", WEAK},
    {"EYES ONLY", WEAK},
    {"ROGER CHANNEL", STRONG},
    {"DIRGEN CHANNEL", STRONG},
    {"DISSENT CHANNEL", STRONG},
    {"VIENNA CHANNEL", STRONG},
    {"MED CHANNEL", STRONG},
    {"SY CHANNEL", STRONG},
    {"DS CHANNEL", STRONG},
    {"DSX CHANNEL", STRONG},
    {"HR CHANNEL", STRONG},
    {"OIG CHANNEL", STRONG},
    {"LEGAL CHANNEL", STRONG},
    {"SIPDIS", STRONG}, /* before the rarer one, which is two letters away */
    {"STADIS", STRONG},
    {"NOFORN", STRONG},
    {"EXDIS", STRONG},
    {"NODIS", STRONG},
    {"LIMDIS", STRONG},
    {"EFTO", STRONG},
    {"NIACT IMMEDIATE", STRONG},
    {"NIACT", STRONG},
    {"AIDAC", STRONG},
    {"USIAC", STRONG},
    {"FODAG", STRONG},
    {"TERREP", STRONG},
    {"ORCON", STRONG},
    {"NOCONTRACT", STRONG},
    {"PROPIN", STRONG},
    {"RODCA", STRONG},
    {"FOUO", STRONG},
    {"CHEROKEE", STRONG},
    {"SENSITIVE", STRONG},
    {"NESCO", STRONG},
    {"TOSEC", WEAK},
    {"CODEL", WEAK},
    {"VISAS", WEAK},
    {"GREEN", WEAK},
    {"DONKEY", WEAK},
    {"EAGLE", WEAK},
    {"MANTIS", WEAK},
    {"CONDOR", WEAK},
    {"BEAR", WEAK},
    {"BEARS", WEAK},
    {"PEGASUS", WEAK},
    {"VIPER", WEAK},
    {"LOU", WEAK},
    {"SBU", WEAK},
    {"ONLY", WEAK},
    {"PERSONAL", WEAK},
    {"SALT", WEAK},
    {"SPECAT EXCLUSIVE", WEAK},
    {"SPECAT", WEAK},
    {"USIAEA", WEAK},
    {"USOECD", WEAK},
    {"USEEC", WEAK},
    {"USMTN", WEAK},
};

static bool is_gap(char c) { return cv_is_blank(c) || strchr("/,;.-:*\"()", c) != NULL; }
static bool is_inner_gap(char c) { return cv_is_blank(c) || c == '-' || c == '.'; }

/* Bytes of s that spell the phrase, its letters possibly apart ("E F T O"); 0: none. It must end at a word's end. */
static size_t spelled(struct cv_span s, const char *words, bool apart) {
    size_t i = 0;
    for (; *words; words++) {
        size_t start = i;
        if (*words == ' ') {
            while (i < s.n && is_inner_gap(s.p[i])) i++;
            if (i == start) return 0;
            continue;
        }
        if (apart)
            while (i && i < s.n && cv_is_blank(s.p[i])) i++;
        if (i >= s.n || cv_to_upper(s.p[i]) != *words) return 0;
        i++;
    }
    return i < s.n && cv_is_alnum(s.p[i]) ? 0 : i;
}

static bool has_lower(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_lower(s.p[i])) return true;
    return false;
}

static struct cv_span first_word(struct cv_span s) {
    size_t n = 0;
    while (n < s.n && cv_is_alnum(s.p[n])) n++;
    return cv_span_first(s, n);
}

/* One letter wrong, lost, doubled or changed round with its neighbour leaves one of these. */
static bool alike(struct cv_span word, const char *caption) {
    char first = cv_to_upper(word.p[0]), second = cv_to_upper(word.p[1]);
    return first == caption[0] || second == caption[0] || second == caption[1] || first == caption[1];
}

/* SIDPIS, SIPDS: one letter wrong in a word that is long enough to be sure. */
static const struct caption *garbled(struct cv_span word) {
    if (word.n < 5 || word.n > 11) return NULL;
    for (size_t k = 0; k < CV_ARRAY_LEN(captions); k++) {
        struct cv_span c;
        if (captions[k].strength != STRONG || !alike(word, captions[k].words)) continue;
        c = cv_span_of(captions[k].words, strlen(captions[k].words));
        if (c.n < 6 || cv_span_chr(c, ' ') != SIZE_MAX) continue;
        if (cv_span_distance(word, c) == 1) return &captions[k];
    }
    return NULL;
}

static bool is_whole(struct cv_span s) { return cv_span_chr(s, ' ') == SIZE_MAX; }

/* One caption at the start of s; *n: its bytes. */
static const struct caption *caption_at(struct cv_span s, size_t *n) {
    const struct caption *c;
    struct cv_span word;
    for (size_t k = 0; k < CV_ARRAY_LEN(captions); k++) {
        c = &captions[k];
        if (cv_to_upper(s.p[0]) != c->words[0]) continue;
        *n = spelled(s, c->words, false);
        if (!*n && c->strength == STRONG && s.n > 1) *n = spelled(s, c->words, true);
        if (*n && c->strength == STRONG && !is_whole(cv_span_first(s, *n)) && has_lower(cv_span_first(s, *n))) *n = 0;
        if (*n && c->strength == WEAK && has_lower(cv_span_first(s, *n))) *n = 0;
        if (*n) return c;
    }
    word = first_word(s);
    *n = word.n;
    c = garbled(word);
    if (c) return c;
    word = cv_span_word(&s); /* SIP#IS */
    while (word.n && is_gap(word.p[word.n - 1])) word.n--;
    *n = word.n;
    return garbled(word);
}

bool cv_caption_strong(struct cv_span word) {
    size_t n = 0;
    const struct caption *c = word.n ? caption_at(word, &n) : NULL;
    return c && c->strength == STRONG && n == word.n;
}

static void add_caption(struct cv_parse *p, struct cv_span words) {
    if (!cv_spans_has(&p->out->captions, words)) cv_spans_push(p->arena, &p->out->captions, words);
}

/* FOR OFFICIAL USE ONLY is FOUO (sheet 4). */
static struct cv_span caption_value(const struct caption *c) {
    if (strcmp(c->words, "FOR OFFICIAL USE ONLY") == 0) return CV_LIT("FOUO");
    return cv_span_of(c->words, strlen(c->words));
}

/* "TOSEC 345", "TOSEC 116/CAHTO 12": the number among those to a delegation that travels. */
static bool is_trip_number(struct cv_span s) {
    static const char *const series[] = {"TOSEC", "SECTO", "CAHTO", "TOCAH", "HAKTO", "TOHAK"};
    size_t k = 0;
    while (k < CV_ARRAY_LEN(series) && !cv_span_starts(s, series[k])) k++;
    if (k == CV_ARRAY_LEN(series) || s.n < 7 || s.n > 30 || !cv_is_blank(s.p[5])) return false;
    for (size_t i = 5; i < s.n; i++)
        if (!cv_is_digit(s.p[i]) && !cv_is_blank(s.p[i]) && s.p[i] != '/' && !cv_is_upper(s.p[i])) return false;
    return cv_is_digit(s.p[6]);
}

/* "CORRECTED COPY (TEXT)", "C O R R E C T E D  C O P Y": sent once more; what was put right may stand behind it. */
static bool is_corrected_copy(struct cv_span s) {
    size_t n = spelled(s, "CORRECTED COPY", true);
    s = cv_span_trim(cv_span_from(s, n));
    return n && s.n < 50 && !has_lower(s) && (!s.n || strchr("(-,/:*", s.p[0]) || cv_span_starts(s, "FOR "));
}

/* A caption with words of its own behind it that takes the rest of the line. */
static bool caption_phrase(struct cv_span s) {
    size_t n = first_word(s).n;
    if (s.n > 100 || has_lower(s)) return false;
    if (cv_span_starts(s, "REL TO ") || cv_span_starts(s, "USE BY DIPLOMATIC")) return true;
    if (cv_span_starts(s, "MILITARY ") && cv_span_find(s, "SPECAT") != SIZE_MAX) return true; /* HANDLE AS SPECAT … */
    if (cv_span_starts(s, "NOT FOR ") || cv_span_is(s, "PLEASE PROTECT ACCORDINGLY")) return true;
    if (cv_span_starts(s, "JOINT ") && cv_span_ends(s, " MESSAGE")) return s.n < 50; /* JOINT STATE/DEFENSE MESSAGE */
    if (cv_span_starts(s, "CODEL ") || cv_span_starts(s, "STAFFDEL ")) return s.n < 40;
    if (is_trip_number(s)) return true;
    /* "INL CHANNEL": any channel that is named by one word */
    return n && n + 8 == s.n && cv_span_is(cv_span_from(s, n), " CHANNEL");
}

bool cv_caption_sentence(struct cv_span line) {
    line = cv_span_trim(line);
    if (!cv_span_starts(line, "SENSITIVE BUT UNCLASS") || line.n > 160) return false;
    if (cv_span_find(line, "ENTIRE TEXT") != SIZE_MAX) return false;
    return cv_span_find(line, "ACCORDINGLY") != SIZE_MAX || cv_span_find(line, "INTERNET") != SIZE_MAX ||
           cv_span_find(line, "NOT FOR ") != SIZE_MAX || cv_span_find(line, "HANDLE") != SIZE_MAX;
}

static void add_printed(struct cv_parse *p, struct cv_span s) {
    s = cv_span_trim(s);
    while (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == '"')) s.n--;
    if (s.n && s.p[0] == '"') s = cv_span_from(s, 1);
    add_caption(p, cv_arena_upper(p->arena, cv_single_spaced(p->arena, s)));
}

size_t cv_caption_prefix(struct cv_parse *p, struct cv_span line, bool add) {
    size_t i = 0, taken = 0, n;
    for (;;) {
        const struct caption *c;
        while (i < line.n && is_gap(line.p[i])) i++;
        if (i >= line.n) return i;
        c = caption_at(cv_span_from(line, i), &n);
        if (!c || c->strength != STRONG) return taken ? i : 0;
        if (add) add_caption(p, caption_value(c));
        i += n;
        taken = i;
    }
}

/* Walks over the line's captions; with add, pushes them. */
static bool walk(struct cv_parse *p, struct cv_span line, bool add) {
    bool any = false;
    size_t i = 0, n;
    for (;;) {
        const struct caption *c;
        while (i < line.n && is_gap(line.p[i])) i++;
        if (i >= line.n) return any;
        if (is_corrected_copy(cv_span_from(line, i))) {
            if (add) add_caption(p, CV_LIT("CORRECTED COPY"));
            return true;
        }
        if (caption_phrase(cv_span_from(line, i))) {
            if (add) add_printed(p, cv_span_from(line, i));
            return true;
        }
        c = caption_at(cv_span_from(line, i), &n);
        if (!c) return false;
        if (add) add_caption(p, caption_value(c));
        any = true;
        i += n;
    }
}

bool cv_caption_line(struct cv_parse *p, struct cv_span line, bool add) {
    line = cv_span_trim(line);
    if (!line.n || line.n > 160) return false;
    if (cv_caption_sentence(line)) {
        if (add) add_printed(p, line);
        return true;
    }
    if (!walk(p, line, false)) return false;
    return add ? walk(p, line, true) : true;
}

/* ---- pass lines ------------------------------------------------------------------------------- */

enum { LONGEST_PASS = 1200 }; /* bytes of as many as publishers joined into one line */

/* Who is asked to hand on; before FOR or PASS, or before an office without either ("STATE EEB/CIP - SFLYNN"). */
static const char *const senders[] = {
    "STATE",    "DEPT",      "DEPARTMENT", "SECSTATE", "NSC",         "TREASURY", "USTR",      "USDOC",   "COMMERCE",
    "DOC",      "OSD",       "SECDEF",     "JCS",      "CENTCOM",     "USAID",    "AID",       "USDA",    "DOE",
    "DOJ",      "JUSTICE",   "HHS",        "DHS",      "FBI",         "CIA",      "DOL",       "LABOR",   "EPA",
    "USIA",     "WHITE",     "ENERGY",     "INTERIOR", "AGRICULTURE", "NAVY",     "AIRFORCE",  "DTRA",    "WINPAC",
    "NRC",      "FAA",       "NASA",       "NOAA",     "DEA",         "DIA",      "TSA",       "CDC",     "EXIM",
    "OPIC",     "PACOM",     "EUCOM",      "USEUCOM",  "AFRICOM",     "SOUTHCOM", "USCINCPAC", "CINCPAC", "CINCEUR",
    "CINCLANT", "USCINCEUR", "USCINCSO",   "STR",      "HEW",         "ACDA",     "FEA",       "USNATO",
};

static bool is_sender(struct cv_span word) {
    while (word.n && !cv_is_alnum(word.p[word.n - 1])) word.n--;
    for (size_t k = 0; k < CV_ARRAY_LEN(senders); k++)
        if (cv_span_is(word, senders[k])) return true;
    return false;
}

static bool is_office(struct cv_span word) {
    size_t slash = cv_span_chr(word, '/');
    return slash != SIZE_MAX && slash > 0 && !has_lower(word);
}

static bool hands_on(struct cv_span word) {
    while (word.n && strchr(":,;-", word.p[word.n - 1])) word.n--;
    return cv_span_is(word, "FOR") || cv_span_is(word, "PASS") || cv_span_is(word, "PASSED") ||
           cv_span_is(word, "PASSES") || cv_span_is(word, "REPASS");
}

/* "SECRETARY ROE FROM AMBASSADOR DOE": whom from whom. */
static bool from_chief(struct cv_span rest) {
    static const char *const chiefs[] = {"AMBASSADOR", "CHARGE", "AMB", "AMB.", "DCM"};
    struct cv_span word;
    unsigned count = 0;
    while ((word = cv_span_word(&rest)).n && count++ < 8) {
        if (!cv_span_is(word, "FROM")) continue;
        word = cv_span_word(&rest);
        if (cv_span_is(word, "THE")) word = cv_span_word(&rest);
        for (size_t k = 0; k < CV_ARRAY_LEN(chiefs); k++)
            if (cv_span_is(word, chiefs[k])) return true;
        return false;
    }
    return false;
}

bool cv_repeat_begins(struct cv_span line) {
    static const char *const words[] = {"FOLLOWING", "FOLLG", "FOLL", "FOLG", "FOL"};
    struct cv_span rest = line, first = cv_span_word(&rest);
    size_t k = 0;
    if (cv_span_is(first, "THE")) return cv_span_is(cv_span_word(&rest), words[0]);
    while (k < CV_ARRAY_LEN(words) && !cv_span_is(first, words[k])) k++;
    if (k == CV_ARRAY_LEN(words)) return false;
    rest = cv_span_word(&rest);
    return !cv_span_is(rest, "FROM") && !cv_span_is(rest, "FOR");
}

bool cv_pass_line(struct cv_span line) {
    struct cv_span rest = cv_span_trim(line), first = cv_span_word(&rest), word, s = rest;
    unsigned count = 0;
    if (cv_span_is(first, "NOT")) return false; /* NOT FOR DISTRIBUTION … is a caption */
    if (!first.n || line.n > LONGEST_PASS || (cv_is_digit(first.p[0]) && strchr(".)", first.p[first.n - 1])))
        return false;
    if (hands_on(first) || cv_span_is(first, "FROM") || cv_span_is(first, "ALSO")) return rest.n > 0;
    if (cv_span_starts(first, "ATTN") || cv_span_is(first, "ATTENTION")) return rest.n > 0;
    if (first.n >= 5 && cv_span_starts(first, "FOR/")) return true;
    while ((word = cv_span_word(&s)).n && count++ < 8)
        if (hands_on(word)) return true;
    if (!has_lower(first) && from_chief(rest)) return true;
    if (!is_sender(first) || has_lower(first)) return false;
    s = rest;
    word = cv_span_word(&s);
    return is_office(word) || is_sender(word);
}

/* "CA/OCS/ACS/EUR;": an office by its slash, two letters at least on its left. */
static bool is_office_alone(struct cv_span word) {
    while (word.n && strchr(",;", word.p[word.n - 1])) word.n--;
    for (size_t i = 0; i < word.n; i++)
        if (!cv_is_upper(word.p[i]) && word.p[i] != '/') return false;
    return is_office(word) && word.p[word.n - 1] != '/';
}

bool cv_pass_names(struct cv_span line) {
    struct cv_span word;
    bool any = false;
    while ((word = cv_span_word(&line)).n) {
        if ((!is_sender(word) && !is_office_alone(word)) || has_lower(word)) return false;
        any = true;
    }
    return any;
}

bool cv_is_cut_mark(struct cv_span line) {
    line = cv_span_trim(line);
    return cv_span_is(line, "...") || cv_span_is(line, "\xE2\x80\xA6");
}

bool cv_pass_alone(struct cv_span line) {
    static const char *const begins[] = {"EYES ONLY FOR ", "PERSONAL FOR ", "EXCLUSIVE FOR ", "FOR "};
    static const char *const chiefs[] = {"AMBASSADOR", "CHARGE", "SECRETARY", "ASSISTANT", "DCM", "ADMINISTRATOR"};
    struct cv_span rest = cv_span_trim(line), word;
    size_t k = 0;
    if (!rest.n || rest.n > 76 || has_lower(rest) || strchr(".;?", rest.p[rest.n - 1])) return false;
    if (cv_span_starts(rest, "FROM AMBASSADOR ") || cv_span_starts(rest, "FROM CHARGE ")) return true;
    while (k < CV_ARRAY_LEN(begins) && !cv_span_starts(rest, begins[k])) k++;
    if (k == CV_ARRAY_LEN(begins)) return false;
    rest = cv_span_from(rest, strlen(begins[k]));
    if (k + 1 < CV_ARRAY_LEN(begins)) return true;
    if (cv_span_starts(rest, "THE ")) rest = cv_span_from(rest, 4);
    word = cv_span_word(&rest);
    for (k = 0; k < CV_ARRAY_LEN(chiefs); k++)
        if (cv_span_is(word, chiefs[k])) return true;
    while ((word = cv_span_word(&rest)).n)
        if (cv_span_is(word, "FROM")) return cv_span_trim(rest).n > 0;
    return false;
}

/* A sender or post, "LONDON AND PARIS" too, with FOR or PASS behind it. */
static bool pass_begins(struct cv_span s) {
    for (;;) {
        struct cv_span rest = s, word = cv_span_word(&rest);
        size_t n;
        if (!word.n || has_lower(word)) return false;
        if (!is_sender(word)) {
            if (word.n < 4 || !cv_station_prefix(s, &n).p || n < word.n) return false;
            rest = cv_span_from(s, n);
        }
        word = cv_span_word(&rest);
        if (cv_span_is(word, "ALSO") || cv_span_is(word, "PLEASE") || cv_span_is(word, "PLS"))
            word = cv_span_word(&rest);
        if (hands_on(word)) return true;
        if (!cv_span_is(word, "AND")) return false;
        s = cv_span_trim_left(rest);
    }
}

size_t cv_pass_length(struct cv_span line, bool joined) {
    enum { LONGEST_LINE = 78 }; /* from the wire */
    if ((line.n <= LONGEST_LINE && !joined) || line.n > LONGEST_PASS) return line.n;
    for (size_t i = 1; i < line.n; i++) {
        struct cv_span before = cv_span_trim_right(cv_span_first(line, i));
        if (!cv_is_blank(line.p[i - 1]) || !cv_is_upper(line.p[i]) || !before.n ||
            strchr(",;&/", before.p[before.n - 1]))
            continue;
        if (cv_span_ends(before, " AND") || cv_span_ends(before, " FOR") || cv_span_ends(before, " PASS") ||
            cv_span_ends(before, " TO"))
            continue;
        if (pass_begins(cv_span_from(line, i))) return i;
    }
    return line.n;
}

bool cv_pass_line_strict(struct cv_span line) {
    struct cv_span rest = cv_span_trim(line), first = cv_span_word(&rest), word;
    unsigned count = 0;
    if (!first.n || line.n > 160) return false;
    if (cv_span_is(first, "PLEASE")) first = cv_span_word(&rest);
    if (hands_on(first) && cv_span_starts(first, "PASS")) return cv_span_starts(cv_span_trim_left(rest), "TO ");
    if (!is_sender(first) && !is_office(first)) return false;
    while ((word = cv_span_word(&rest)).n && count++ < 3)
        if (hands_on(word) && !has_lower(word)) return cv_span_trim(rest).n > 0;
    return false;
}
