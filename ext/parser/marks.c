/* marks.c - portion marks: "(S/NF)", "(C }", "{SBU)", and ENTIRE TEXT, which is one for the whole telegram.
 * May not: know where in a text they stand. Facts: 5 FAH-1 H-246.2; sheet 11 "Marks", "Entire text". */
#include "text.h"

enum { MARK_MAX = 64 };

#define MARK(mark, meaning)                                                                                            \
    { mark, sizeof(mark) - 1, meaning, sizeof(meaning) - 1 }
static const struct {
    const char *mark;
    size_t n;
    const char *meaning;
    size_t meaning_n;
} marks[] = {
    MARK("U", "UNCLASSIFIED"),
    MARK("UNCLASSIFIED", "UNCLASSIFIED"),
    MARK("UNCLAS", "UNCLASSIFIED"),
    MARK("SBU", "SENSITIVE BUT UNCLASSIFIED"),
    MARK("SENSITIVEBUTUNCLASSIFIED", "SENSITIVE BUT UNCLASSIFIED"),
    MARK("FOUO", "FOR OFFICIAL USE ONLY"),
    MARK("FOROFFICIALUSEONLY", "FOR OFFICIAL USE ONLY"),
    MARK("LOU", "LIMITED OFFICIAL USE"),
    MARK("LIMITEDOFFICIALUSE", "LIMITED OFFICIAL USE"),
    MARK("C", "CONFIDENTIAL"),
    MARK("CONF", "CONFIDENTIAL"),
    MARK("CONFIDENTIAL", "CONFIDENTIAL"),
    MARK("S", "SECRET"),
    MARK("SECRET", "SECRET"),
    MARK("TS", "TOP SECRET"),
    MARK("TOPSECRET", "TOP SECRET"),
};

static struct cv_span meaning_of(struct cv_span mark) {
    for (size_t i = 0; i < CV_ARRAY_LEN(marks); i++)
        if (mark.n == marks[i].n && cv_span_is(mark, marks[i].mark))
            return cv_span_of(marks[i].meaning, marks[i].meaning_n);
    return CV_NONE;
}

/* What follows the slash: "NF", "/NOFORN", "RELTOUSA,GBR": capitals, slashes, commas. */
static bool suffix_ok(struct cv_span s) {
    bool letters = false;
    for (size_t i = 0; i < s.n; i++) {
        if (cv_is_alpha(s.p[i]))
            letters = true;
        else if (s.p[i] != '/' && s.p[i] != ',' && s.p[i] != '-')
            return false;
    }
    return letters;
}

/* A letter is wrong: "(SBI)", "(SUB)", "(CF)" are taken for a mark only behind a number, and with a problem. */
static struct cv_span meaning_near(struct cv_span mark) {
    if (cv_span_is(mark, "SUB") || cv_span_is(mark, "SB") || cv_span_is(mark, "BU") || cv_span_is(mark, "SBUU") ||
        cv_span_is(mark, "SSBU") || cv_span_is(mark, "SBY") || cv_span_is(mark, "SBI") || cv_span_is(mark, "DBU"))
        return CV_LIT("SENSITIVE BUT UNCLASSIFIED");
    return CV_NONE;
}

static bool opens(char c) { return c == '(' || c == '{' || c == '['; }
static bool closes(char c) { return c == ')' || c == '}' || c == ']'; }

/* The bracket's content without blanks, in capitals; *end: the byte after the bracket. */
static struct cv_span content(struct cv_span s, char *out, size_t *end) {
    size_t n = 0, i = 1;
    for (; i < s.n && i < MARK_MAX && !closes(s.p[i]); i++)
        if (!cv_is_space(s.p[i])) out[n++] = cv_to_upper(s.p[i]);
    *end = i < s.n && closes(s.p[i]) ? i + 1 : 0;
    return cv_span_of(out, n);
}

/* "(C-NF)", "(S-NOFORN)": where the dash stands that takes the place of a slash; SIZE_MAX: there is none. */
static size_t handling_dash(struct cv_span mark) {
    size_t dash = cv_span_chr(mark, '-');
    struct cv_span tail;
    if (dash == SIZE_MAX) return SIZE_MAX;
    tail = cv_span_from(mark, dash + 1);
    return cv_span_is(tail, "NF") || cv_span_is(tail, "NOFORN") || cv_span_starts(tail, "REL") ? dash : SIZE_MAX;
}

bool cv_mark_read(struct cv_span s, struct cv_arena *a, size_t *n, struct cv_span *portion, struct cv_span *meaning,
                  bool *garbled) {
    char text[MARK_MAX];
    size_t end, slash, skip = 0;
    struct cv_span all, base;
    while (skip < s.n && cv_is_blank(s.p[skip])) skip++;
    s = cv_span_from(s, skip);
    if (s.n < 3 || !opens(s.p[0])) return false;
    all = content(s, text, &end);
    if (!end || !all.n) return false;
    *garbled = s.p[0] != '(' || s.p[end - 1] != ')';
    slash = cv_span_chr(all, '/');
    if (slash == SIZE_MAX) slash = handling_dash(all);
    base = slash == SIZE_MAX ? all : cv_span_first(all, slash);
    if (slash != SIZE_MAX && !suffix_ok(cv_span_from(all, slash))) return false;
    *meaning = meaning_of(base);
    if (!meaning->p && slash == SIZE_MAX) {
        *meaning = meaning_near(base);
        *garbled = true;
    }
    if (!meaning->p) return false;
    /* A point or colon right behind belongs to the mark; so does a second closing bracket. */
    if (end < s.n && closes(s.p[end])) end++, *garbled = true;
    if (end < s.n && memchr(".:;-", s.p[end], 4) && (end + 1 == s.n || cv_is_space(s.p[end + 1]))) end++;
    *n = skip + end;
    *portion = cv_arena_copy(a, all);
    return true;
}

bool cv_mark_match(struct cv_span s, struct cv_arena *a, size_t *n, struct cv_span *portion, struct cv_span *meaning) {
    bool garbled = false;
    struct cv_span mark = CV_NONE, sense = CV_NONE;
    size_t len = 0;
    if (!cv_may_be_mark(s) || !cv_mark_read(s, a, &len, &mark, &sense, &garbled)) return false;
    *n = len;
    *portion = mark;
    *meaning = sense;
    return true;
}

/* ---- ENTIRE TEXT ---- */

static size_t skip_signs(struct cv_span s, size_t i, const char *signs) {
    while (i < s.n && (cv_is_space(s.p[i]) || strchr(signs, s.p[i]))) i++;
    return i;
}

/* A classification word or letter at i: its end, or i. */
static size_t class_word(struct cv_span s, size_t i, struct cv_span *meaning) {
    size_t end = i, n = 0;
    enum cv_classification c;
    const char *name;
    while (end < s.n && cv_is_alpha(s.p[end])) end++;
    if (end == i) return i;
    if (cv_span_starts(cv_span_from(s, i), "SENSITIVE BUT UNCLASSIFIED")) {
        *meaning = CV_LIT("SENSITIVE BUT UNCLASSIFIED");
        return i + meaning->n;
    }
    *meaning = meaning_of(cv_span_range(s.p + i, s.p + end));
    if (meaning->p) {
        if (end + 2 < s.n && s.p[end] == '/' && cv_is_alpha(s.p[end + 1]))
            for (end++; end < s.n && (cv_is_alpha(s.p[end]) || s.p[end] == '/');) end++;
        return end;
    }
    c = cv_classification_match(cv_span_from(s, i), &n);
    name = cv_classification_name(c);
    if (c == CV_CLASS_NONE || !name) return i;
    *meaning = cv_span_of(name, strlen(name));
    return i + n;
}

/* "ENTIRE TEXT", "ENTIRE CABLE", "ENTIRE MESSAGE" at i: its end, or i. */
static size_t entire_words(struct cv_span s, size_t i) {
    static const char *const nouns[] = {"TEXT", "CABLE", "MESSAGE", "TELEGRAM"};
    struct cv_span rest = cv_span_from(s, i);
    size_t k = 6;
    if (!cv_span_starts(rest, "ENTIRE")) return i;
    while (k < rest.n && cv_is_space(rest.p[k])) k++;
    for (size_t w = 0; w < CV_ARRAY_LEN(nouns); w++) {
        size_t n = strlen(nouns[w]);
        if (k > 6 && cv_span_starts(cv_span_from(rest, k), nouns[w]) &&
            (k + n == rest.n || !cv_is_alpha(rest.p[k + n])))
            return i + k + n;
    }
    return i;
}

bool cv_entire_text_match(struct cv_span s, struct cv_arena *a, size_t *n, struct cv_span *portion,
                          struct cv_span *meaning, struct cv_span *entire) {
    size_t at = skip_signs(s, 0, "("), from = at, end, words;
    struct cv_span mark, sense = CV_NONE;
    end = class_word(s, at, &sense);
    if (end != at) { /* "S - ENTIRE TEXT", "(C) ENTIRE TEXT" */
        mark = cv_span_range(s.p + at, s.p + end);
        from = skip_signs(s, end, ")-:.,/");
        words = entire_words(s, from);
        if (words == from) return false;
    } else { /* "ENTIRE TEXT CONFIDENTIAL" */
        words = entire_words(s, from);
        if (words == from) return false;
        at = skip_signs(s, words, "(-:.,");
        if (cv_span_starts(cv_span_from(s, at), "IS ")) at += 3;
        end = class_word(s, at, &sense);
        if (end == at) return false;
        mark = cv_span_range(s.p + at, s.p + end);
    }
    *entire = cv_span_range(s.p + from, s.p + words);
    *n = words > end ? words : end;
    *n = skip_signs(s, *n, ").:");
    *meaning = sense;
    *portion = cv_arena_upper(a, mark);
    return true;
}
