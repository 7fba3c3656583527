/* taglist.c - looks words up in the list of TAGS: meaning in a year, parts of glued ones, the nearest one.
 * May not: know lines; change the word it was asked about.
 * Facts: ext/data/README.md (which row holds in which year); sheet 7 (glued, one letter wrong). */
#include "../data/data.h"
#include "head.h"

static int compare(const struct cv_tag_fact *fact, struct cv_span tag) {
    return cv_span_cmp(cv_span_of(fact->tag, strlen(fact->tag)), tag);
}

/* The first row of the tag; tag in capitals. */
static const struct cv_tag_fact *first_row(struct cv_span tag) {
    size_t low = 0, high = cv_tag_facts_n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (compare(&cv_tag_facts[mid], tag) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low < cv_tag_facts_n && compare(&cv_tag_facts[low], tag) == 0 ? &cv_tag_facts[low] : NULL;
}

enum { LONGEST_TAG = 24 };

static const struct cv_tag_fact *rows_of(struct cv_span tag, char upper[LONGEST_TAG]) {
    CV_SPAN_KNOWN(tag);
    if (!tag.n || tag.n > LONGEST_TAG) return NULL;
    for (size_t i = 0; i < tag.n; i++) upper[i] = cv_to_upper(tag.p[i]);
    return first_row(cv_span_of(upper, tag.n));
}

static bool same_tag(const struct cv_tag_fact *fact, const struct cv_tag_fact *first) {
    return fact < cv_tag_facts + cv_tag_facts_n && strcmp(fact->tag, first->tag) == 0;
}

/* Of two rows that both hold: the official one, the later one; of two letters the geographic one. */
static bool better(const struct cv_tag_fact *a, const struct cv_tag_fact *b) {
    if (!b) return true;
    if ((a->kind == CV_TAG_UNKNOWN) != (b->kind == CV_TAG_UNKNOWN)) return a->kind != CV_TAG_UNKNOWN;
    if (strlen(a->tag) == 2 && (a->kind == CV_TAG_GEOGRAPHIC) != (b->kind == CV_TAG_GEOGRAPHIC))
        return a->kind == CV_TAG_GEOGRAPHIC;
    return a->from_year >= b->from_year;
}

const struct cv_tag_fact *cv_tag_fact_of(struct cv_span tag, int year) {
    char upper[LONGEST_TAG];
    const struct cv_tag_fact *first = rows_of(tag, upper), *best = NULL;
    if (!first) return NULL;
    for (const struct cv_tag_fact *f = first; same_tag(f, first); f++) {
        if (year && f->from_year > year) continue;
        if (year && f->to_year && f->to_year < year) continue;
        if (better(f, best)) best = f;
    }
    return best;
}

bool cv_tag_known(struct cv_span word) {
    char upper[LONGEST_TAG];
    return rows_of(word, upper) != NULL;
}

bool cv_tag_official(struct cv_span word) {
    char upper[LONGEST_TAG];
    const struct cv_tag_fact *first = rows_of(word, upper);
    if (!first) return false;
    for (const struct cv_tag_fact *f = first; same_tag(f, first); f++)
        if (f->kind != CV_TAG_UNKNOWN) return true;
    return false;
}

struct cv_span cv_tag_fact_name(const struct cv_tag_fact *fact) {
    static const char *const remarks[] = {" (in place of the official",
                                          " (misspelling of ",
                                          " (nonstandard",
                                          " (abbreviation used as a TAG",
                                          " (probable)",
                                          " (variant",
                                          " (official TAG"};
    struct cv_span name;
    if (!fact || !fact->name[0]) return CV_NONE;
    name = cv_span_of(fact->name, strlen(fact->name));
    for (size_t k = 0; k < CV_ARRAY_LEN(remarks); k++) {
        size_t at = cv_span_find(name, remarks[k]);
        if (at != SIZE_MAX) return cv_span_first(name, at);
    }
    return name;
}

struct cv_span cv_tag_meaning(struct cv_span tag, int year) {
    return cv_tag_fact_name(cv_tag_fact_of(cv_span_trim(tag), year));
}

static bool all_fours(struct cv_span word) {
    for (size_t i = 0; i < word.n; i += 4)
        if (!cv_tag_official(cv_span_of(word.p + i, 4))) return false;
    return true;
}

/* Four letters each, and at most one of two or three, first or last; the usual order puts the country last. */
size_t cv_tag_split(struct cv_span word, unsigned char parts[16]) {
    size_t odd = word.n % 4, n = 0, fours = word.n / 4;
    bool last;
    if (word.n < 6 || odd == 1 || fours == 0 || fours > 15 || (fours == 1 && !odd)) return 0;
    last = cv_tag_official(cv_span_from(word, fours * 4)) && all_fours(cv_span_first(word, fours * 4));
    if (odd == 0 ? !all_fours(word)
                 : !last && !(cv_tag_official(cv_span_first(word, odd)) && all_fours(cv_span_from(word, odd))))
        return 0;
    if (odd && !last) parts[n++] = (unsigned char)odd;
    for (size_t k = 0; k < fours; k++) parts[n++] = 4;
    if (odd && last) parts[n++] = (unsigned char)odd;
    return n;
}

/* IRAN, MALI, CHAD: written out where a TAG should stand. */
static bool is_country(struct cv_span word) {
    for (size_t k = 0; k < cv_country_names_n; k++)
        if (cv_span_is(word, cv_country_names[k])) return true;
    return false;
}

/* Short names of organizations are a letter apart from each other and from words (OIC, OPIC; AIDS, AID). */
static bool is_short_organization(const struct cv_tag_fact *f, struct cv_span word) {
    return f->kind == CV_TAG_ORGANIZATION && word.n < 6;
}

static bool may_be_meant(const struct cv_tag_fact *f, struct cv_span word) {
    size_t n = strlen(f->tag);
    if (f->kind == CV_TAG_UNKNOWN || f->unofficial || n < 3) return false;
    if (f->kind == CV_TAG_PROGRAM && f->tag[0] != word.p[0]) return false; /* CTBT, KTBT */
    return word.n > 3 || n < word.n; /* of three letters one makes another word, and one more too (HIV, KHIV) */
}

struct cv_span cv_tag_near(struct cv_span word, int year) {
    const struct cv_tag_fact *found = NULL;
    if (word.n < 3 || word.n > 8 || is_country(word)) return CV_NONE;
    for (size_t i = 0; i < cv_tag_facts_n; i++) {
        const struct cv_tag_fact *f = &cv_tag_facts[i];
        size_t n = strlen(f->tag);
        if (!may_be_meant(f, word)) continue;
        if (n + 1 < word.n || n > word.n + 1 || (found && strcmp(found->tag, f->tag) == 0)) continue;
        if (year && ((f->from_year > year) || (f->to_year && f->to_year < year))) continue;
        if (cv_span_distance(word, cv_span_of(f->tag, n)) != 1) continue;
        if (found) return CV_NONE;
        found = f;
    }
    if (!found || is_short_organization(found, word)) return CV_NONE;
    return cv_span_of(found->tag, strlen(found->tag));
}
