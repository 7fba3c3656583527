/* starts.c - where the lines of a text begin, blank ones aside: found once, in one pass, for the probes and for the search
 * for the next cable, which look for lines by their first letters.
 * May not: know what those letters mean. */
#include "formats.h"
#ifdef __SSE2__
#include <emmintrin.h>
#endif

static const char *skip_blanks(const char *p, const char *end) {
    while (p < end && cv_is_space(*p) && !cv_ends_line(*p)) p++;
    return p;
}

/* The line that begins at p; false: there is no room for it. */
static inline bool add(struct cv_starts *s, const char *text, const char *p, const char *end) {
    p = skip_blanks(p, end);
    if (end - p >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0) p = skip_blanks(p + 3, end); /* as cv_window_text() */
    if (p == end || cv_ends_line(*p)) return true;
    if (s->n == CV_STARTS) return false;
    s->at[s->n++] = (uint32_t)(p - text);
    return true;
}

void cv_starts_find(struct cv_starts *s, struct cv_span text) {
    const char *p = text.p, *end = p + text.n;
    s->n = 0;
    s->all = false;
    if (!text.n || !add(s, text.p, p, end)) return;
#ifdef __SSE2__
    const __m128i highest = _mm_set1_epi8('\r'); /* few other bytes are as low as the ends of lines */
    for (; end - p > 16; p += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
        unsigned low = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(v, highest), v));
        for (; low; low &= low - 1) {
            const char *at = p + __builtin_ctz(low);
            if (cv_ends_line(*at) && !add(s, text.p, at + 1, end)) return;
        }
    }
#endif
    for (; p < end; p++)
        if (cv_ends_line(*p) && !add(s, text.p, p + 1, end)) return;
    s->all = true;
}
