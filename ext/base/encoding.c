/* encoding.c - tells the encodings of cables apart and turns them into UTF-8 (sheet 2).
 * The telling apart and the check of UTF-8 are ours, the conversion tables are iconv's.
 * May not: stop at a byte that has no meaning; it becomes U+FFFD and is counted. */
#include "base.h"
#include <iconv.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

static const char *const iconv_names[] = {
    [CV_CP1252] = "CP1252", [CV_LATIN1] = "ISO-8859-1", [CV_UTF16LE] = "UTF-16LE", [CV_UTF16BE] = "UTF-16BE"};
static const char replacement[] = "\xEF\xBF\xBD";

/* Length of the valid UTF-8 sequence at p (RFC 3629: no overlong forms, no surrogates), or 0. */
static size_t utf8_sequence(const unsigned char *p, size_t n) {
    unsigned c = p[0];
    size_t len = c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
    if (len == 0 || len > n) return 0;
    for (size_t i = 1; i < len; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    if ((c == 0xE0 && p[1] < 0xA0) || (c == 0xED && p[1] > 0x9F) || (c == 0xF0 && p[1] < 0x90) ||
        (c == 0xF4 && p[1] > 0x8F))
        return 0;
    return len;
}

/* First byte from i on that is over 7F or NUL; many at a time while nothing is there. */
static size_t skip_plain(const unsigned char *p, size_t i, size_t n) {
#ifdef __SSE2__
    const __m128i zero = _mm_setzero_si128();
    for (; i + 64 <= n; i += 64) {
        const __m128i *at = (const __m128i *)(const void *)(p + i);
        __m128i a = _mm_loadu_si128(at), b = _mm_loadu_si128(at + 1), c = _mm_loadu_si128(at + 2),
                d = _mm_loadu_si128(at + 3);
        __m128i least = _mm_min_epu8(_mm_min_epu8(a, b), _mm_min_epu8(c, d)); /* 0 where a NUL stands */
        __m128i high = _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d));
        if (_mm_movemask_epi8(_mm_or_si128(high, _mm_cmpeq_epi8(least, zero)))) break;
    }
#endif
    const uint64_t high = 0x8080808080808080u, ones = 0x0101010101010101u;
    for (; i + 8 <= n; i += 8) {
        uint64_t w;
        memcpy(&w, p + i, 8);
        if ((w | (w - ones)) & high) break;
    }
    while (i < n && p[i] < 0x80 && p[i]) i++;
    return i;
}

static bool has_utf8_mark(struct cv_span s) { return s.n >= 3 && memcmp(s.p, "\xEF\xBB\xBF", 3) == 0; }

/* By the bytes themselves, none of which is a mark. may_be_cut: their end may lie in mid-character. */
static enum cv_encoding detect_unmarked(struct cv_span s, bool may_be_cut) {
    const unsigned char *p = (const unsigned char *)s.p;
    bool high = false, c1 = false, utf8 = true;
    for (size_t i = skip_plain(p, 0, s.n); i < s.n; i = skip_plain(p, i, s.n)) {
        size_t len = p[i] ? utf8_sequence(p + i, s.n - i) : 1;
        high |= p[i] >= 0x80;
        if (len == 0 || !utf8) {
            /* A sequence cut off by the end of the bytes does not speak against UTF-8. */
            if (!(may_be_cut && utf8 && high && s.n - i < 4 && p[i] >= 0xC2 && p[i] < 0xF5)) utf8 = false;
            c1 |= p[i] >= 0x80 && p[i] < 0xA0;
            len = 1;
        }
        i += len;
    }
    if (!high) return CV_ASCII;
    if (utf8) return CV_UTF8;
    for (size_t i = 0; i < s.n && !c1; i++) c1 = p[i] >= 0x80 && p[i] < 0xA0;
    return c1 ? CV_CP1252 : CV_LATIN1;
}

enum cv_encoding cv_encoding_detect(struct cv_span s) {
    const unsigned char *p = (const unsigned char *)s.p;
    if (s.n >= 2 && p[0] == 0xFF && p[1] == 0xFE) return CV_UTF16LE;
    if (s.n >= 2 && p[0] == 0xFE && p[1] == 0xFF) return CV_UTF16BE;
    return has_utf8_mark(s) ? CV_UTF8 : detect_unmarked(s, true); /* a mark decides, whatever else is damaged */
}

/* Keeps valid UTF-8 and replaces the rest. */
static struct cv_span repair_utf8(struct cv_span s, struct cv_arena *a, size_t *nbad) {
    struct cv_buf b = {.arena = a};
    const unsigned char *p = (const unsigned char *)s.p;
    size_t from = 0;
    for (size_t i = skip_plain(p, 0, s.n); i < s.n; i = skip_plain(p, i, s.n)) {
        size_t len = p[i] ? utf8_sequence(p + i, s.n - i) : 0;
        if (len) {
            i += len;
            continue;
        }
        cv_buf_add(&b, cv_span_of(s.p + from, i - from));
        cv_buf_addz(&b, replacement);
        ++*nbad;
        from = ++i;
    }
    if (!b.n) return s;
    cv_buf_add(&b, cv_span_of(s.p + from, s.n - from));
    return cv_buf_span(&b);
}

static struct cv_span convert(struct cv_span s, enum cv_encoding e, struct cv_arena *a, size_t *nbad) {
    iconv_t cd = iconv_open("UTF-8", iconv_names[e]);
    struct cv_buf b = {.arena = a};
    char *in = (char *)(uintptr_t)s.p; /* iconv's prototype lacks the const it keeps */
    size_t unit = e == CV_UTF16LE || e == CV_UTF16BE ? 2 : 1, left = s.n;
    char out[4096];
    if (cd == (iconv_t)-1) return repair_utf8(s, a, nbad);
    while (left) {
        char *o = out;
        size_t room = sizeof out;
        size_t rc = iconv(cd, &in, &left, &o, &room);
        cv_buf_add(&b, cv_span_range(out, o));
        if (rc == (size_t)-1 && left && o == out) {
            size_t skip = left < unit ? left : unit;
            cv_buf_addz(&b, replacement);
            ++*nbad;
            in += skip;
            left -= skip;
        }
    }
    (void)iconv_close(cd);
    return b.n ? cv_buf_span(&b) : cv_span_of(s.p, 0);
}

struct cv_span cv_encoding_to_utf8(struct cv_span s, struct cv_arena *a, size_t *nbad) {
    enum cv_encoding e;
    *nbad = 0;
    if (skip_plain((const unsigned char *)s.p, 0, s.n) == s.n) return s; /* ASCII: most cables */
    e = cv_encoding_detect(s);
    if (e == CV_UTF16LE || e == CV_UTF16BE) return repair_utf8(convert(cv_span_from(s, 2), e, a, nbad), a, nbad);
    if (e == CV_CP1252 || e == CV_LATIN1) s = convert(s, e, a, nbad);
    return repair_utf8(has_utf8_mark(s) ? cv_span_from(s, 3) : s, a, nbad);
}

struct cv_span cv_encoding_name_to_utf8(struct cv_span s, struct cv_arena *a) {
    size_t nbad = 0;
    enum cv_encoding e;
    if (skip_plain((const unsigned char *)s.p, 0, s.n) == s.n) return s;
    e = detect_unmarked(s, false);
    if (e == CV_CP1252 || e == CV_LATIN1) s = convert(s, e, a, &nbad);
    return repair_utf8(s, a, &nbad);
}

void cv_encoding_mask(char *z) {
    for (size_t i = 0, len, n = strlen(z); i < n; i += len ? len : 1) {
        len = utf8_sequence((const unsigned char *)z + i, n - i);
        if (!len) z[i] = '?';
    }
}
