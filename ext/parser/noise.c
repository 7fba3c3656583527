/* noise.c - noise of the line at a page break: does a row repeat what was sent just before it?
 * May not: change anything; only a problem is made of it. Facts: sheet 11 ("Lines"). */
#include "text.h"

/* Noise of the line at a page break: what was sent last comes again behind a stray capital, or as it was. */
enum { REPEATED = 20 };

/* n bytes at `piece` in s; memmem would prepare more than there is to search. */
static const char *find_piece(struct cv_span s, const char *piece, size_t n) {
    const char *at = s.p, *end = s.p + s.n - (n - 1);
    for (; s.n >= n && at < end && (at = memchr(at, piece[0], (size_t)(end - at))); at++)
        if (memcmp(at, piece, n) == 0) return at;
    return NULL;
}

/* Does `next`, its first letter aside, repeat the end of `before`? */
bool cv_line_repeats(struct cv_span before, struct cv_span next, bool page_break) {
    struct cv_span again = cv_span_from(next, 1), tail;
    const char *hit;
    size_t n;
    if (again.n < REPEATED || before.n < REPEATED || !cv_is_upper(next.p[0])) return false;
    hit = find_piece(before, again.p, REPEATED);
    if (!hit || (hit > before.p && hit[-1] == next.p[0] && !page_break)) return false; /* two lines of a list */
    tail = cv_span_range(hit, before.p + before.n);
    n = tail.n < again.n ? tail.n : again.n;
    return memcmp(tail.p, again.p, n) == 0;
}

/* The same where a publisher joined the lines: "… would no longer QZille has also said that … would no longer". */
bool cv_line_repeats_inside(struct cv_span s) {
    enum { REACH = 200 };
    for (size_t i = REPEATED; i + REPEATED < s.n; i++) {
        const char *hit = memchr(s.p + i, 'Q', s.n - REPEATED - i);
        size_t from;
        if (!hit) return false;
        i = (size_t)(hit - s.p);
        if (!cv_is_blank(s.p[i - 1])) continue;
        from = i > REACH ? i - REACH : 0;
        if (memmem(s.p + from, i - from, s.p + i + 1, REPEATED)) return true;
    }
    return false;
}
