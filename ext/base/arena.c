/* arena.c - the bump allocator behind every parse, and the lists and texts that grow in it.
 * May not: call malloc except through the allocator it was given. */
#include "base.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct cv_chunk {
    struct cv_chunk *next;
    size_t n, used; /* bytes of data, behind the struct */
    max_align_t data[];
};

enum {
    FIRST_CHUNK = 64 * 1024, /* holds the parse of a usual cable (10 kB of text) in one piece */
    ASK_BYTES = 64 * 1024    /* handed out between two questions whether to stop */
};

static void *malloc_resize(void *ctx, void *p, size_t old_n, size_t new_n) {
    (void)ctx;
    (void)old_n;
    if (new_n == 0) {
        free(p);
        return NULL;
    }
    return realloc(p, new_n);
}

const struct cv_allocator cv_allocator_malloc = {.resize = malloc_resize};

void cv_arena_init(struct cv_arena *a, const struct cv_allocator *allocator, size_t ceiling) {
    *a = (struct cv_arena){.allocator = allocator, .ceiling = ceiling};
}

static struct cv_chunk *grow(struct cv_arena *a, size_t need) {
    size_t n = a->chunks ? a->chunks->n * 2 : (size_t)FIRST_CHUNK;
    struct cv_chunk *c;
    if (n < need) n = need;
    if (n > SIZE_MAX / 2) return NULL;
    c = a->allocator->resize(a->allocator->ctx, NULL, 0, sizeof(*c) + n);
    if (!c) return NULL;
    *c = (struct cv_chunk){.next = a->chunks, .n = n};
    a->chunks = c;
    return c;
}

bool cv_arena_stopped(struct cv_arena *a) {
    if (a->allocator->stop && a->allocator->stop(a->allocator->ctx)) a->failed = true;
    return a->failed;
}

static void *take(struct cv_arena *a, size_t n) {
    struct cv_chunk *c = a->chunks;
    size_t up;
    void *p;
    if (a->failed || (a->used / ASK_BYTES != (a->used + n) / ASK_BYTES && cv_arena_stopped(a))) return NULL;
    if (n > SIZE_MAX / 4 || (a->ceiling && (n > a->ceiling || a->used > a->ceiling - n))) {
        a->failed = true;
        return NULL;
    }
    up = (n + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
    if (!c || c->n - c->used < up) c = grow(a, up);
    if (!c) {
        a->failed = true;
        return NULL;
    }
    p = (char *)c->data + c->used;
    c->used += up;
    a->used += up;
    return p;
}

void *cv_arena_alloc(struct cv_arena *a, size_t n) {
    void *p = take(a, n);
    return p ? memset(p, 0, n) : NULL;
}

void *cv_arena_room(struct cv_arena *a, size_t n) { return take(a, n); }

void cv_arena_reset(struct cv_arena *a) {
    struct cv_chunk *keep = a->chunks; /* the newest is the largest */
    if (keep) {
        while (keep->next) {
            struct cv_chunk *c = keep->next;
            keep->next = c->next;
            a->allocator->resize(a->allocator->ctx, c, sizeof(*c) + c->n, 0);
        }
        keep->used = 0;
    }
    a->used = 0;
    a->failed = false;
}

void cv_arena_free(struct cv_arena *a) {
    cv_arena_reset(a);
    if (a->chunks) a->allocator->resize(a->allocator->ctx, a->chunks, sizeof(*a->chunks) + a->chunks->n, 0);
    a->chunks = NULL;
}

struct cv_span cv_arena_copy(struct cv_arena *a, struct cv_span s) {
    char *p;
    if (!s.p || s.n == SIZE_MAX) return CV_NONE;
    p = take(a, s.n + 1);
    if (!p) return CV_NONE;
    if (s.n) memcpy(p, s.p, s.n);
    p[s.n] = 0;
    return cv_span_of(p, s.n);
}

struct cv_span cv_arena_upper(struct cv_arena *a, struct cv_span s) {
    char *p;
    if (!s.p) return CV_NONE;
    p = take(a, s.n + 1);
    if (!p) return CV_NONE;
    for (size_t i = 0; i < s.n; i++) p[i] = cv_to_upper(s.p[i]);
    p[s.n] = 0;
    return cv_span_of(p, s.n);
}

struct cv_span cv_arena_printf(struct cv_arena *a, const char *fmt, ...) {
    va_list ap;
    int n;
    char *p;
    va_start(ap, fmt);
    n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n < 0) return CV_NONE;
    p = take(a, (size_t)n + 1);
    if (!p) return CV_NONE;
    va_start(ap, fmt);
    (void)vsnprintf(p, (size_t)n + 1, fmt, ap);
    va_end(ap);
    return cv_span_of(p, (size_t)n);
}

bool cv_list_grow(struct cv_arena *a, struct cv_any_list *l, size_t item_size) {
    size_t cap = l->cap ? l->cap * 2 : 8;
    void *v = cap > SIZE_MAX / 8 / item_size ? NULL : take(a, cap * item_size);
    if (!v) {
        a->failed = true;
        return false;
    }
    if (l->n) memcpy(v, l->v, l->n * item_size);
    l->v = v;
    l->cap = cap;
    return true;
}

bool cv_list_reserve(struct cv_arena *a, void *list, size_t item_size, size_t n) {
    struct cv_any_list l = {NULL, 0, n};
    if (!n) return true;
    l.v = n > SIZE_MAX / 8 / item_size ? NULL : take(a, n * item_size);
    if (!l.v) {
        a->failed = true;
        return false;
    }
    memcpy(list, &l, sizeof l);
    return true;
}

void cv_spans_push(struct cv_arena *a, struct cv_spans *list, struct cv_span s) {
    struct cv_span *item = CV_PUSH(a, list, struct cv_span);
    if (item) *item = s;
}

bool cv_spans_has(const struct cv_spans *list, struct cv_span s) {
    for (size_t i = 0; i < list->n; i++)
        if (cv_span_ieq(list->v[i], s)) return true;
    return false;
}

bool cv_buf_room(struct cv_buf *b, size_t n) {
    size_t cap = b->cap ? b->cap : 64;
    char *p;
    if (n <= b->cap - b->n) return true;
    while (cap - b->n < n) {
        if (cap > SIZE_MAX / 4) return false;
        cap *= 2;
    }
    p = take(b->arena, cap);
    if (!p) return false;
    if (b->n) memcpy(p, b->p, b->n);
    b->p = p;
    b->cap = cap;
    return true;
}

struct cv_span cv_buf_span(const struct cv_buf *b) {
    return b->n ? cv_span_of(b->p, b->n) : CV_NONE;
}
