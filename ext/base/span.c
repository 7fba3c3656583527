/* span.c - pure functions over byte ranges; ASCII case only, since all controlled words of a cable are ASCII. */
#include "base.h"
#ifdef __SSE2__
#include <emmintrin.h>
#endif

struct cv_span cv_span_upto(struct cv_span s, size_t n) {
    if (n >= s.n) return s;
    while (n && ((unsigned char)s.p[n] & 0xC0) == 0x80) n--;
    return cv_span_first(s, n);
}

bool cv_span_eq(struct cv_span a, struct cv_span b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }

bool cv_span_ieq(struct cv_span a, struct cv_span b) {
    if (a.n != b.n) return false;
    for (size_t i = 0; i < a.n; i++)
        if (cv_to_upper(a.p[i]) != cv_to_upper(b.p[i])) return false;
    return true;
}

bool cv_span_is_whole(struct cv_span a, const char *z) {
    for (size_t i = 0; i < a.n; i++)
        if (!z[i] || cv_to_upper(a.p[i]) != cv_to_upper(z[i])) return false;
    return !z[a.n];
}

int cv_span_cmp(struct cv_span a, struct cv_span b) {
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;
    if (c) return c;
    return a.n < b.n ? -1 : a.n > b.n;
}

bool cv_span_starts_whole(struct cv_span s, const char *z) {
    size_t i = 0;
    for (; z[i]; i++)
        if (i >= s.n || cv_to_upper(s.p[i]) != cv_to_upper(z[i])) return false;
    return true;
}

bool cv_span_ends(struct cv_span s, const char *z) {
    size_t n = strlen(z);
    return n <= s.n && cv_span_is(cv_span_from(s, s.n - n), z);
}

/* ---- searching: by the byte of the word that is rarest in a text, with memchr ---- */

/* How common a byte is in a cable, letters from 1 in either case; what is none of these is rare. */
#define LETTER(upper, n) [upper] = (n), [(upper) + 'a' - 'A'] = (n)
static const unsigned char commonness[256] = {
    LETTER('A', 25), LETTER('B', 8),  LETTER('C', 16), LETTER('D', 17), LETTER('E', 26), LETTER('F', 13),
    LETTER('G', 12), LETTER('H', 19), LETTER('I', 23), LETTER('J', 3),  LETTER('K', 5),  LETTER('L', 18),
    LETTER('M', 15), LETTER('N', 22), LETTER('O', 24), LETTER('P', 11), LETTER('Q', 2),  LETTER('R', 20),
    LETTER('S', 21), LETTER('T', 27), LETTER('U', 14), LETTER('V', 7),  LETTER('W', 10), LETTER('X', 4),
    LETTER('Y', 9),  LETTER('Z', 1),  [' '] = 28,      ['0'] = 22,      ['/'] = 15,      ['.'] = 20};
#undef LETTER

static size_t rarest(const char *z, size_t n) {
    size_t best = 0;
    for (size_t i = 1; i < n && commonness[(unsigned char)z[best]]; i++)
        if (commonness[(unsigned char)z[i]] < commonness[(unsigned char)z[best]]) best = i;
    return best;
}

static const char *next_of(const char *p, const char *end, char c) {
    const char *at = p < end ? memchr(p, c, (size_t)(end - p)) : NULL;
    return at ? at : end;
}

struct cv_letter_search cv_letter_search(const char *p, const char *end, char letter) {
    return (struct cv_letter_search){next_of(p, end, cv_to_upper(letter)),
                                     cv_is_alpha(letter) ? next_of(p, end, cv_to_lower(letter)) : end, end, letter};
}

const char *cv_letter_next(struct cv_letter_search *s, const char *p) {
    const char *first;
    if (s->upper < p) s->upper = next_of(p, s->end, cv_to_upper(s->letter));
    if (s->lower < p) s->lower = next_of(p, s->end, cv_to_lower(s->letter));
    first = s->upper < s->lower ? s->upper : s->lower;
    return first < s->end ? first : NULL;
}

size_t cv_span_find(struct cv_span s, const char *z) {
    size_t n = strlen(z), key = n ? rarest(z, n) : 0;
    struct cv_letter_search search;
    const char *at;
    if (n == 0) return 0;
    if (n > s.n) return SIZE_MAX;
    at = s.p + key;
    search = cv_letter_search(at, s.p + s.n - (n - key - 1), z[key]);
    for (; (at = cv_letter_next(&search, at)); at++) {
        struct cv_span here = cv_span_range(at - key, s.p + s.n);
        if (cv_span_starts(here, z)) return (size_t)(here.p - s.p);
    }
    return SIZE_MAX;
}

size_t cv_span_index_of(struct cv_span s, const char *z, size_t n) {
    size_t key = rarest(z, n);
    const char *end, *at;
    if (n == 0) return 0;
    if (n > s.n) return SIZE_MAX;
    end = s.p + s.n - (n - key - 1);
    for (at = s.p + key; (at = next_of(at, end, z[key])) < end; at++)
        if (memcmp(at - key, z, n) == 0) return (size_t)(at - key - s.p);
    return SIZE_MAX;
}

const char *cv_line_end(const char *p, const char *end) {
#ifdef __SSE2__
    const __m128i highest = _mm_set1_epi8('\r'); /* few other bytes are as low as the ends of lines */
    for (; end - p >= 16; p += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
        unsigned low = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(v, highest), v));
        for (; low; low &= low - 1)
            if (cv_ends_line(p[__builtin_ctz(low)])) return p + __builtin_ctz(low);
    }
#endif
    while (p < end && !cv_ends_line(*p)) p++;
    return p;
}

size_t cv_span_chr(struct cv_span s, char c) {
    const char *at = s.n ? memchr(s.p, c, s.n) : NULL;
    return at ? (size_t)(at - s.p) : SIZE_MAX;
}

bool cv_span_to_int(struct cv_span s, int *out) {
    int v = 0;
    if (s.n == 0 || s.n > 9) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (!cv_is_digit(s.p[i])) return false;
        v = v * 10 + (s.p[i] - '0');
    }
    *out = v;
    return true;
}

bool cv_words_have(const char *const *words, size_t n, struct cv_span w) {
    size_t lo = 0;
    if (!w.n) return false;
    while (lo < n) {
        size_t mid = (lo + n) / 2, i = 0;
        const char *z = words[mid];
        while (i < w.n && z[i] && z[i] == cv_to_upper(w.p[i])) i++;
        if (i == w.n && !z[i]) return true;
        if (i == w.n || (z[i] && (unsigned char)z[i] > (unsigned char)cv_to_upper(w.p[i])))
            n = mid;
        else
            lo = mid + 1;
    }
    return false;
}

struct cv_span cv_span_word(struct cv_span *s) {
    struct cv_span w = cv_span_trim_left(*s);
    size_t i = 0;
    if (!w.n) {
        *s = w;
        return CV_NONE;
    }
    while (i < w.n && !cv_is_space(w.p[i])) i++;
    *s = cv_span_from(w, i);
    return cv_span_first(w, i);
}

/* Same up to the first difference; then the rest must agree after one substitution, insertion,
 * deletion, or a swap of neighbours. */
unsigned cv_span_distance(struct cv_span a, struct cv_span b) {
    size_t i = 0;
    if (a.n > b.n) {
        struct cv_span t = a;
        a = b;
        b = t;
    }
    if (b.n - a.n > 1) return 2;
    while (i < a.n && cv_to_upper(a.p[i]) == cv_to_upper(b.p[i])) i++;
    if (i == a.n && a.n == b.n) return 0;
    if (a.n < b.n) return cv_span_ieq(cv_span_from(a, i), cv_span_from(b, i + 1)) ? 1 : 2;
    if (cv_span_ieq(cv_span_from(a, i + 1), cv_span_from(b, i + 1))) return 1;
    if (i + 1 < a.n && cv_to_upper(a.p[i]) == cv_to_upper(b.p[i + 1]) &&
        cv_to_upper(a.p[i + 1]) == cv_to_upper(b.p[i]) && cv_span_ieq(cv_span_from(a, i + 2), cv_span_from(b, i + 2)))
        return 1;
    return 2;
}
