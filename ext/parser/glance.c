/* glance.c - what a line may hold, seen in one look over its bytes, so that later stages search only where it may stand.
 * May not: decide anything: all but the numbers of letters are hints that the bytes are asked again for.
 * Facts: sheet 11 ("Lines", "Summary", "Comment", quoted texts). */
#include "text.h"
#ifdef __SSE2__
#include <emmintrin.h>

enum { BLOCK = 16 };

struct sums {
    __m128i letters, lower; /* bytes that are one, summed in two halves; lower: times the bit of a small letter */
    __m128i gaps, dashes, quote, noun; /* a byte set: the hint */
};

static inline __m128i is(__m128i v, char c) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(c)); }
static inline __m128i load(const char *p) { return _mm_loadu_si128((const __m128i *)(const void *)p); }

/* Sixteen bytes; before: those one place in front of them, second: two places. */
static inline void look(struct sums *s, __m128i c, __m128i before, __m128i second) {
    const __m128i small = _mm_set1_epi8('a' - 'A'), zero = _mm_setzero_si128();
    __m128i low = _mm_or_si128(c, small), last = _mm_or_si128(before, small), first = _mm_or_si128(second, small);
    __m128i letter = _mm_cmplt_epi8(_mm_sub_epi8(low, _mm_set1_epi8((char)('a' - 128))), _mm_set1_epi8(26 - 128));
    __m128i twice = _mm_cmpeq_epi8(c, before), gap = _mm_or_si128(_mm_and_si128(twice, is(c, ' ')), is(c, '\t'));
    __m128i begin = _mm_and_si128(_mm_and_si128(is(first, 'b'), is(last, 'e')), is(low, 'g'));
    __m128i quote = _mm_and_si128(_mm_and_si128(is(first, 'q'), is(last, 'u')), is(low, 'o'));
    __m128i noun =
        _mm_and_si128(_mm_or_si128(is(first, 'u'), is(first, 'o')), _mm_or_si128(is(low, 'm'), is(low, 'a')));
    __m128i apart = _mm_and_si128(is(first, ' '), is(low, ' ')); /* " M " of "S U M M A R Y" */
    s->letters = _mm_add_epi64(s->letters, _mm_sad_epu8(_mm_sub_epi8(zero, letter), zero));
    s->lower = _mm_add_epi64(s->lower, _mm_sad_epu8(_mm_and_si128(_mm_and_si128(letter, c), small), zero));
    s->gaps = _mm_or_si128(s->gaps, gap);
    s->dashes = _mm_or_si128(s->dashes, _mm_andnot_si128(letter, twice));
    s->quote = _mm_or_si128(s->quote, _mm_or_si128(begin, quote));
    s->noun = _mm_or_si128(s->noun, _mm_and_si128(_mm_or_si128(noun, apart), is(last, 'm')));
}

/* At least two bytes more than a block, so that all blocks but the first can look back. */
static inline struct sums look_over(struct cv_span s) {
    static const signed char edge[2 * BLOCK] = {0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
                                                -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
    const __m128i zero = _mm_setzero_si128();
    struct sums v = {zero, zero, zero, zero, zero, zero};
    for (size_t i = 0; i < s.n; i += BLOCK) {
        size_t at = i + BLOCK <= s.n ? i : s.n - BLOCK; /* the last ones once more, those that were seen blotted out */
        __m128i fresh = load((const char *)edge + (BLOCK - (i - at))), c = _mm_and_si128(load(s.p + at), fresh);
        __m128i before = at ? load(s.p + at - 1) : _mm_slli_si128(c, 1);
        look(&v, c, before, at ? load(s.p + at - 2) : _mm_slli_si128(c, 2));
    }
    return v;
}

static size_t sum(__m128i v) { return (size_t)(_mm_cvtsi128_si64(v) + _mm_cvtsi128_si64(_mm_srli_si128(v, 8))); }

struct cv_glance cv_glance(struct cv_span s) {
    char padded[] = "\1\2\1\2\1\2\1\2\1\2\1\2\1\2\1\2\1\2\1\2"; /* no two the same: more than a block */
    size_t lower, letters;
    struct sums v;
    if (s.n < BLOCK + 2) {
        if (s.n) memcpy(padded, s.p, s.n);
        s = cv_span_of(padded, sizeof padded - 1);
    }
    v = look_over(s);
    letters = sum(v.letters);
    lower = sum(v.lower) / ('a' - 'A');
    return (struct cv_glance){.upper = letters - lower,
                              .lower = lower,
                              .gaps = _mm_movemask_epi8(v.gaps) != 0,
                              .dashes = _mm_movemask_epi8(v.dashes) != 0,
                              .quote = _mm_movemask_epi8(v.quote) != 0,
                              .noun = _mm_movemask_epi8(v.noun) != 0};
}

#else

struct cv_glance cv_glance(struct cv_span s) {
    struct cv_glance g = {0};
    char first = 0, last = 0; /* the two bytes before, as small letters */
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i], low = cv_to_lower(c);
        g.upper += cv_is_upper(c);
        g.lower += cv_is_lower(c);
        g.gaps |= c == '\t' || (c == ' ' && i && s.p[i - 1] == ' ');
        g.dashes |= i && c == s.p[i - 1] && !cv_is_alpha(c);
        g.quote |= (low == 'g' && last == 'e' && first == 'b') || (low == 'o' && last == 'u' && first == 'q');
        g.noun |= last == 'm' &&
                  (((first == 'u' || first == 'o') && (low == 'm' || low == 'a')) || (first == ' ' && low == ' '));
        first = last;
        last = low;
    }
    return g;
}

#endif
