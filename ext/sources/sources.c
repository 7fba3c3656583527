/* sources.c - the array of kinds of source: finds out what a name stands for, confines it to the roots, opens it, and
 * holds what all kinds share: filter, shards, problems.
 * May not: know what a cable is, open anything for writing, change folder or locale of the process.
 * Facts: the contract's "Three ways to name an archive", "shard, shards", "Errors and safety". */
#include "places.h"
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- small things --------------------------------------------------------------------------- */

enum cv_status cv_error_set(struct cv_error *err, enum cv_status status, const char *fmt, ...) {
    va_list ap;
    if (!err) return status;
    err->status = status;
    err->line = 0;
    va_start(ap, fmt);
    (void)vsnprintf(err->message, sizeof err->message, fmt, ap);
    va_end(ap);
    return status;
}

void cv_entry_fault(struct cv_source *s, struct cv_entry *e, enum cv_problem_code code, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(s->message, sizeof s->message, fmt, ap);
    va_end(ap);
    e->problem = (int)code;
    e->message = cv_span_of(s->message, strlen(s->message));
}

bool cv_source_interrupted(const struct cv_source_env *env) {
    return env->interrupted && env->interrupted(env->interrupted_ctx);
}

void cv_source_count(uint64_t *counter, uint64_t n) { (void)__atomic_fetch_add(counter, n, __ATOMIC_RELAXED); }

struct cv_source *cv_source_new(const struct cv_source_kind *kind, size_t size, const struct cv_path_filter *filter,
                                const struct cv_source_env *env) {
    struct cv_source *s = env->allocator->resize(env->allocator->ctx, NULL, 0, size);
    if (!s) return NULL;
    memset(s, 0, size);
    s->kind = kind;
    s->size = size;
    s->filter = filter;
    s->env = env;
    cv_arena_init(&s->arena, env->allocator, 0);
    return s;
}

/* ---- filter and shards ---------------------------------------------------------------------- */

static bool starts(struct cv_span s, struct cv_span prefix) {
    return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

/* The first wanted path that is not below `path`. */
static size_t lower_bound(const struct cv_path_filter *f, struct cv_span path) {
    size_t lo = 0, hi = f->npaths;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (cv_span_cmp(f->paths[mid], path) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

bool cv_filter_wants(const struct cv_path_filter *f, struct cv_span path) {
    if (f->low.p && cv_span_cmp(path, f->low) < 0) return false;
    if (f->high.p && cv_span_cmp(path, f->high) >= 0) return false;
    if (f->paths) {
        size_t i = lower_bound(f, path);
        return i < f->npaths && cv_span_cmp(f->paths[i], path) == 0;
    }
    return true;
}

bool cv_filter_wants_below(const struct cv_path_filter *f, struct cv_span prefix) {
    if (f->low.p && cv_span_cmp(prefix, f->low) < 0 && !starts(f->low, prefix)) return false;
    if (f->high.p && cv_span_cmp(prefix, f->high) >= 0) return false;
    if (f->paths) {
        size_t i = lower_bound(f, prefix);
        return i < f->npaths && starts(f->paths[i], prefix);
    }
    return true;
}

static uint32_t fnv1a(struct cv_span s) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 16777619u;
    return h;
}

unsigned cv_shard_of(struct cv_span path, unsigned shards) { return shards ? fnv1a(path) % shards : 0; }

unsigned cv_shard_of_row(struct cv_span path, unsigned doc, unsigned shards) {
    return shards ? (unsigned)(((uint64_t)fnv1a(path) + doc) % shards) : 0;
}

/* ---- opening -------------------------------------------------------------------------------- */

/* Is `path` root itself or below it? */
static bool lies_in(const char *path, struct cv_span root) {
    while (root.n > 1 && root.p[root.n - 1] == '/') root.n--;
    if (strncmp(path, root.p, root.n) != 0) return false;
    return root.n == 1 || path[root.n] == '/' || path[root.n] == 0;
}

static bool confined(const struct cv_spans *roots, const char *real) {
    for (size_t i = 0; i < roots->n; i++)
        if (roots->v[i].n && lies_in(real, roots->v[i])) return true;
    return roots->n == 0;
}

/* The real path of the longest part of `path` that exists; so a missing name outside of the roots is told apart
 * from nothing: what lies outside must not be found out by asking. Cuts `path`. */
static char *real_ancestor(char *path) {
    for (;;) {
        char *real = realpath(path, NULL), *slash;
        if (real || errno == ENOMEM) return real;
        slash = strrchr(path, '/');
        if (!slash) return realpath(".", NULL);
        if (slash == path) return realpath("/", NULL);
        *slash = 0;
    }
}

static enum cv_status missing(const struct cv_place *at, const struct cv_source_env *env, char *path,
                              struct cv_error *err) {
    if (env->limits->roots.n) {
        char *real = real_ancestor(path);
        bool inside = real && confined(&env->limits->roots, real);
        free(real);
        if (!inside) return cv_error_set(err, CV_MISUSE, "source '%.*s' lies outside of the roots", CV_FMT(at->uri));
    }
    return cv_error_set(err, CV_NOTFOUND, "no such source '%.*s'", CV_FMT(at->uri));
}

/* Follow the name to what it stands for. `scratch` is a copy of the path that may be cut. */
static enum cv_status resolve(struct cv_place *at, struct cv_arena *a, char *scratch, const struct cv_source_env *env,
                              struct cv_error *err) {
    size_t wild;
    char *real = realpath(at->path, NULL);
    if (!real && (wild = cv_glob_start(at->path)) != SIZE_MAX) {
        at->pattern = at->path + wild;
        scratch[wild] = 0;
        real = realpath(wild ? scratch : ".", NULL);
    }
    if (!real) return missing(at, env, scratch, err);
    at->real = cv_arena_copy(a, cv_span_of(real, strlen(real))).p;
    free(real);
    if (!at->real) return CV_NOMEM;
    if (!confined(&env->limits->roots, at->real))
        return cv_error_set(err, CV_MISUSE, "source '%.*s' lies outside of the roots", CV_FMT(at->uri));
    if (lstat(at->real, &at->st)) return missing(at, env, scratch, err);
    if (at->pattern && !S_ISDIR(at->st.st_mode)) return missing(at, env, scratch, err);
    return CV_OK;
}

static enum cv_status choose(struct cv_place *at, struct cv_arena *a, struct cv_span uri,
                             const struct cv_source_env *env, struct cv_error *err) {
    struct cv_span copy, path = uri;
    at->uri = uri;
    while (path.n > 1 && path.p[path.n - 1] == '/') path.n--;
    if (!path.n || path.n >= PATH_MAX || memchr(path.p, 0, path.n))
        return cv_error_set(err, CV_NOTFOUND, "no such source '%.*s'", CV_FMT(cv_span_first(uri, 256)));
    at->path = cv_arena_copy(a, path).p;
    copy = cv_arena_copy(a, path);
    if (!copy.p) return CV_NOMEM;
    return resolve(at, a, (char *)copy.p, env, err);
}

enum cv_status cv_source_open(struct cv_span uri, const struct cv_path_filter *filter, const struct cv_source_env *env,
                              struct cv_error *err, struct cv_source **out) {
    struct cv_place at = {0};
    struct cv_arena scratch;
    struct cv_source *s = NULL;
    enum cv_status rc;
    *out = NULL;
    cv_arena_init(&scratch, env->allocator, 0);
    rc = choose(&at, &scratch, uri, env, err);
    if (rc) goto done;
    rc = CV_NOMEM;
    if (S_ISDIR(at.st.st_mode)) {
        s = cv_source_new(&cv_folder_kind, cv_folder_size, filter, env);
        if (s) rc = cv_folder_source(&at, s, err);
    } else {
        s = cv_source_new(&cv_file_kind, cv_file_size, filter, env);
        if (s) rc = cv_file_source(&at, s, err);
    }
    if (!rc) {
        *out = s;
        s = NULL;
    }
done:
    if (rc == CV_NOMEM) cv_error_set(err, CV_NOMEM, "out of memory");
    cv_source_close(s);
    cv_arena_free(&scratch);
    return rc;
}

enum cv_status cv_source_next(struct cv_source *s, struct cv_entry *out, struct cv_error *err) {
    enum cv_status rc;
    *out = (struct cv_entry){.problem = -1, .size = UINT64_MAX, .mtime = INT64_MIN};
    if (cv_source_interrupted(s->env)) return CV_INTERRUPTED;
    rc = s->kind->next(s, out, err);
    if (rc == CV_NOMEM) cv_error_set(err, CV_NOMEM, "out of memory");
    return rc;
}

enum cv_status cv_entry_open(struct cv_source *s, struct cv_entry *e, struct cv_window *w, struct cv_reader *out) {
    enum cv_status rc;
    w->env = s->env;
    w->fd = -1;
    w->members = NULL;
    w->taken = 0;
    w->problem = -1;
    w->message[0] = 0;
    rc = s->kind->open(s, e, w, out);
    if (w->problem >= 0) {
        e->problem = w->problem;
        e->message = cv_span_of(w->message, strlen(w->message));
    }
    return rc;
}

bool cv_source_parallel(const struct cv_source *s) { return s->kind->parallel; }

bool cv_source_sorted(const struct cv_source *s) { return s->kind == &cv_memory_kind; }

unsigned cv_source_folders_open(const struct cv_source *s) { return atomic_load(&s->folders); }

void cv_source_close(struct cv_source *s) {
    const struct cv_allocator *allocator;
    if (!s) return;
    allocator = s->env->allocator;
    s->kind->close(s);
    cv_arena_free(&s->arena);
    allocator->resize(allocator->ctx, s, s->size, 0);
}
