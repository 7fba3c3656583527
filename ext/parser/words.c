/* words.c - what a word or a line of text is made of: sentence ends, connecting words, item marks, gaps, title case.
 * May not: change anything. Facts: sheet 11 ("Lines", "Headings"). */
#include "text.h"

size_t cv_pilcrow_bytes(struct cv_span s) {
    size_t i = 0;
    while (i < s.n && cv_is_blank(s.p[i])) i++;
    if (i + 1 >= s.n || (unsigned char)s.p[i] != 0xC2 || (unsigned char)s.p[i + 1] != 0xB6) return 0;
    i += 2;
    while (i < s.n && cv_is_blank(s.p[i])) i++;
    return i;
}

bool cv_has_lower(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_lower(s.p[i])) return true;
    return false;
}

bool cv_has_digit(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_digit(s.p[i])) return true;
    return false;
}

bool cv_has_alpha(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if (cv_is_alpha(s.p[i])) return true;
    return false;
}

size_t cv_quote_sign(struct cv_span s) {
    if (!s.n) return 0;
    if (s.p[0] == '"' || s.p[0] == '\'' || s.p[0] == '`') return 1;
    /* U+2018..U+201F */
    if (s.n >= 3 && (unsigned char)s.p[0] == 0xE2 && (unsigned char)s.p[1] == 0x80 && (unsigned char)s.p[2] >= 0x98 &&
        (unsigned char)s.p[2] <= 0x9F)
        return 3;
    return 0;
}

char cv_last_sign(struct cv_span s) {
    size_t n = s.n;
    while (n) {
        unsigned char c = (unsigned char)s.p[n - 1];
        if (c == '"' || c == '\'' || c == ')' || c == ']' || c == ' ' || c == '\t' || c == '\n')
            n--;
        else if (n >= 3 && (unsigned char)s.p[n - 3] == 0xE2 && (unsigned char)s.p[n - 2] == 0x80 && c >= 0x98 &&
                 c <= 0x9F)
            n -= 3;
        else
            return (char)c;
    }
    return 0;
}

bool cv_ends_sentence(struct cv_span s) {
    char c = cv_last_sign(s);
    return c == '.' || c == '?' || c == '!' || c == ':';
}

struct cv_span cv_last_word(struct cv_span s) {
    size_t n;
    s = cv_span_trim_right(s);
    n = s.n;
    while (n && !cv_is_space(s.p[n - 1])) n--;
    return cv_span_from(s, n);
}

bool cv_is_connecting(struct cv_span word) {
    static const char *const words[] = {
        "a",     "about",  "after", "against", "all",     "although", "among",   "an",    "and",   "any",  "are",
        "as",    "at",     "be",    "because", "been",    "before",   "between", "but",   "by",    "can",  "could",
        "de",    "did",    "do",    "during",  "each",    "for",      "from",    "had",   "has",   "have", "he",
        "her",   "his",    "if",    "in",      "into",    "is",       "it",      "its",   "may",   "more", "most",
        "my",    "no",     "nor",   "not",     "of",      "on",       "only",    "or",    "our",   "over", "per",
        "she",   "should", "since", "so",      "such",    "than",     "that",    "the",   "their", "them", "then",
        "there", "these",  "they",  "this",    "those",   "through",  "to",      "under", "until", "up",   "upon",
        "very",  "was",    "we",    "were",    "when",    "where",    "whether", "which", "while", "who",  "whom",
        "whose", "will",   "with",  "within",  "without", "would",
    };
    size_t lo = 0, hi = CV_ARRAY_LEN(words);
    char low[12];
    if (!word.n || word.n >= sizeof low) return false;
    for (size_t i = 0; i < word.n; i++) low[i] = cv_to_lower(word.p[i]);
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        int c = cv_span_cmp(cv_span_of(low, word.n), cv_span_of(words[mid], strlen(words[mid])));
        if (!c) return true;
        if (c < 0)
            hi = mid;
        else
            lo = mid + 1;
    }
    return false;
}

static size_t blanks_at(struct cv_span s, size_t i) {
    size_t n = 0;
    while (i + n < s.n && cv_is_blank(s.p[i + n])) n++;
    return n;
}

/* "(1)", "(a)", "(iv)" */
static size_t bracket_item(struct cv_span s) {
    size_t i = 1;
    if (!s.n || s.p[0] != '(') return 0;
    while (i < s.n && i < 5 && cv_is_alnum(s.p[i])) i++;
    if (i == 1 || i >= s.n || s.p[i] != ')') return 0;
    if (i > 3 || (i == 3 && !cv_is_digit(s.p[1]) && !cv_is_lower(s.p[1]))) return 0;
    i++;
    return i + blanks_at(s, i);
}

/* "II", "iv", "VIII": letters of small Roman numbers; their bytes, 0: none. */
static size_t roman(struct cv_span s) {
    size_t n = 0;
    while (n < s.n && n < 5 && memchr(cv_is_upper(s.p[0]) ? "IVX" : "ivx", s.p[n], 3)) n++;
    return n < 5 ? n : 0;
}

/* "a.", "A.", "III.", "1.", "12)" with a blank behind it */
static size_t point_item(struct cv_span s) {
    size_t i = 0;
    if (s.n && cv_is_alpha(s.p[0]))
        i = (i = roman(s)) ? i : 1;
    else
        while (i < s.n && i < 3 && cv_is_digit(s.p[i])) i++;
    if (!i || i >= s.n || (s.p[i] != '.' && s.p[i] != ')')) return 0;
    i++;
    return i < s.n && cv_is_blank(s.p[i]) ? i + blanks_at(s, i) : 0;
}

size_t cv_item_bytes(struct cv_span s) {
    size_t i = 0, n;
    while (i < s.n && cv_is_blank(s.p[i])) i++;
    s = cv_span_from(s, i);
    if (!s.n) return 0;
    if (s.p[0] == '-' || s.p[0] == '*') {
        for (n = 1; n < s.n && n < 3 && s.p[n] == s.p[0]; n++) {
        }
        if (n < s.n && (cv_is_blank(s.p[n]) || n > 1 || cv_is_alpha(s.p[n]))) return i + n + blanks_at(s, n);
        return 0;
    }
    if (s.p[0] == 'o' && s.n > 1 && cv_is_blank(s.p[1])) return i + 1 + blanks_at(s, 1);
    if (s.n >= 3 && memcmp(s.p, "\xE2\x80\xA2", 3) == 0) return i + 3 + blanks_at(s, 3); /* a bullet */
    if (s.n >= 2 && memcmp(s.p, "\xC2\xB7", 2) == 0) return i + 2 + blanks_at(s, 2);     /* a middle dot */
    n = bracket_item(s);
    if (!n) n = point_item(s);
    return n ? i + n : 0;
}

/* A gap of two blanks behind a sign, and any behind the end of a sentence, is how one typed. */
static bool typed_gap(struct cv_span before, size_t width) {
    char last = before.p[before.n - 1];
    if (last == ':') return width < 3;
    return cv_ends_sentence(before) || (width < 3 && (last == '-' || last == ';' || last == ','));
}

void cv_gaps(struct cv_span s, unsigned *two, unsigned *three) {
    bool tabs;
    *two = *three = 0;
    s = cv_span_trim(s);
    s = cv_span_from(s, cv_item_mark(s)); /* "--    first": a bullet, and no column */
    if (!s.n) return;
    tabs = memchr(s.p, '\t', s.n) != NULL;
    /* Of two blanks one stands at an even place: without tabs only those are looked at. */
    for (size_t i = tabs ? 1 : 2; i + 1 < s.n; i += tabs ? 1 : 2) {
        size_t from = i, end, width = 0;
        if (!cv_is_blank(s.p[i]) || (!tabs && s.p[i - 1] != ' ' && s.p[i + 1] != ' ')) continue;
        while (cv_is_blank(s.p[from - 1])) from--;
        end = from + blanks_at(s, from);
        for (size_t k = from; k < end; k++) width += s.p[k] == '\t' ? 8 : 1;
        if (width >= 2 && !typed_gap(cv_span_first(s, from), width)) {
            ++*two;
            if (width >= 3) ++*three;
        }
        i = tabs ? end : (end | 1) - 1;
    }
}

bool cv_is_title_case(struct cv_span s) {
    unsigned high = 0, low = 0;
    struct cv_span word;
    while ((word = cv_span_word(&s)).p) {
        size_t i = 0;
        while (i < word.n && !cv_is_alnum(word.p[i]) && !((unsigned char)word.p[i] & 0x80)) i++;
        if (i >= word.n || cv_is_digit(word.p[i])) continue;
        if (cv_is_lower(word.p[i])) {
            if (!cv_is_connecting(cv_span_from(word, i)) && word.n > 3) low++;
        } else
            high++;
    }
    return high > 0 && low * 4 <= high;
}

bool cv_is_redaction(struct cv_span s) {
    size_t letters = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (cv_to_upper(s.p[i]) == 'X')
            letters++;
        else if (!cv_is_space(s.p[i]) && s.p[i] != '.')
            return false;
    }
    return letters > 2;
}
