/* span.c - pure functions over byte ranges; ASCII case only, since all controlled words of a cable are ASCII. */
#include "base.h"

bool cv_span_eq(struct cv_span a, struct cv_span b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }

bool cv_span_ieq(struct cv_span a, struct cv_span b) {
    if (a.n != b.n) return false;
    for (size_t i = 0; i < a.n; i++)
        if (cv_to_upper(a.p[i]) != cv_to_upper(b.p[i])) return false;
    return true;
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

size_t cv_span_find(struct cv_span s, const char *z) {
    size_t n = strlen(z), last;
    char upper, lower;
    if (n == 0) return 0;
    if (n > s.n) return SIZE_MAX;
    last = s.n - n;
    upper = cv_to_upper(z[0]);
    lower = cv_to_lower(z[0]);
    for (size_t i = 0; i <= last; i++) {
        if (s.p[i] != upper && s.p[i] != lower) continue;
        if (cv_span_starts_whole(cv_span_of(s.p + i, s.n - i), z)) return i;
    }
    return SIZE_MAX;
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
