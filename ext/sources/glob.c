/* glob.c - does a path fit a pattern? * and ? within one component, [a-z] and [!a-z], ** for any number of components.
 * May not: read a folder (folder.c walks), recurse, use the host's locale as fnmatch does.
 * As in a shell, a name that begins with a point is matched only by a pattern that says the point. Only files match: a
 * folder that fits is not read, unless the pattern goes on below it. */
#include "places.h"

size_t cv_glob_start(const char *path) {
    const char *wild = strpbrk(path, "*?[");
    if (!wild) return SIZE_MAX;
    while (wild > path && wild[-1] != '/') wild--;
    return (size_t)(wild - path);
}

/* Cut the next component off *rest; absent at the end. Doubled slashes count once. */
static struct cv_span component(struct cv_span *rest) {
    size_t n;
    struct cv_span c;
    while (rest->n && rest->p[0] == '/') *rest = cv_span_from(*rest, 1);
    if (!rest->n) return CV_NONE;
    n = cv_span_chr(*rest, '/');
    c = cv_span_first(*rest, n == SIZE_MAX ? rest->n : n);
    *rest = cv_span_from(*rest, c.n);
    return c;
}

static size_t char_bytes(struct cv_span s, size_t at) {
    size_t n = 1;
    while (at + n < s.n && ((unsigned char)s.p[at + n] & 0xC0) == 0x80) n++;
    return n;
}

/* A set at pattern[at] == '['. Sets *end behind its ']'; SIZE_MAX: it is not closed, so it stands for itself. */
static bool set_has(struct cv_span pattern, size_t at, unsigned char c, size_t *end) {
    size_t i = at + 1;
    bool not_in = i < pattern.n && (pattern.p[i] == '!' || pattern.p[i] == '^'), found = false;
    size_t first = i += not_in;
    for (; i < pattern.n && (pattern.p[i] != ']' || i == first); i++) {
        unsigned char lo = (unsigned char)pattern.p[i], hi = lo;
        if (i + 2 < pattern.n && pattern.p[i + 1] == '-' && pattern.p[i + 2] != ']') {
            hi = (unsigned char)pattern.p[i + 2];
            i += 2;
        }
        if (lo <= c && c <= hi) found = true;
    }
    *end = i < pattern.n ? i + 1 : SIZE_MAX;
    return found != not_in;
}

/* One step of both; false: they differ here. */
static bool step(struct cv_span pattern, size_t *p, struct cv_span name, size_t *n) {
    size_t end;
    if (*p >= pattern.n || *n >= name.n) return false;
    if (pattern.p[*p] == '?') {
        *p += 1;
        *n += char_bytes(name, *n);
        return true;
    }
    if (pattern.p[*p] == '[') {
        bool in = set_has(pattern, *p, (unsigned char)name.p[*n], &end);
        if (end != SIZE_MAX) {
            *p = end;
            *n += 1;
            return in;
        }
    }
    return pattern.p[(*p)++] == name.p[(*n)++];
}

static bool component_match(struct cv_span pattern, struct cv_span name) {
    size_t p = 0, n = 0, star = SIZE_MAX, resume = 0;
    if (name.n && name.p[0] == '.' && !(pattern.n && pattern.p[0] == '.')) return false;
    while (n < name.n || p < pattern.n) {
        size_t p2 = p, n2 = n;
        if (p < pattern.n && pattern.p[p] == '*') {
            star = ++p;
            resume = n;
        } else if (step(pattern, &p2, name, &n2)) {
            p = p2;
            n = n2;
        } else if (star != SIZE_MAX && resume < name.n) {
            p = star;
            n = ++resume;
        } else {
            return false;
        }
    }
    return true;
}

static bool is_any_depth(struct cv_span c) { return c.n == 2 && c.p[0] == '*' && c.p[1] == '*'; }

bool cv_glob_match(struct cv_span pattern, struct cv_span path) {
    struct cv_span after = CV_NONE, resume = CV_NONE; /* what follows the last **, and where it began to take */
    for (;;) {
        struct cv_span p = pattern, n = path, pc = component(&p), nc = component(&n);
        if (!pc.p && !nc.p) return true;
        if (pc.p && is_any_depth(pc)) {
            after = pattern = p;
            resume = path;
            if (!component(&p).p && !nc.p) return false; /* ** alone stands for files below, not for nothing */
            continue;
        }
        if (pc.p && nc.p && component_match(pc, nc)) {
            pattern = p;
            path = n;
            continue;
        }
        nc = after.p ? component(&resume) : CV_NONE;
        if (!nc.p || nc.p[0] == '.') return false;
        pattern = after;
        path = resume;
    }
}

bool cv_glob_below(struct cv_span pattern, struct cv_span folder) {
    for (;;) {
        struct cv_span pc = component(&pattern), fc = component(&folder);
        if (!pc.p) return false;
        if (!fc.p) return true;
        if (is_any_depth(pc)) {
            struct cv_span next = pattern, nc = component(&next);
            for (; fc.p; fc = component(&folder)) /* a folder with a point only where the pattern names it */
                if (fc.p[0] == '.' && !(nc.p && nc.p[0] == '.')) return false;
            return true;
        }
        if (!component_match(pc, fc)) return false;
    }
}
