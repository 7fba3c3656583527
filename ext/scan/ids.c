/* ids.c - which file of a source holds which id. Built from the heads that a first query by id has to read; a later one
 * then opens only the files that can hold its ids.
 * May not: believe a name (a file may hold another id than its name says), or a file whose stamp has changed since.
 * An answer is never more than a hint where to look: what is found there is compared again. So ids are held as 64-bit
 * hashes, and what was noted of a file that has changed or is gone may stay. */
#include "batch.h"
#include <stdlib.h>

enum { CEILING = 48 * 1024 * 1024 }; /* bytes; beyond it nothing more is noted, and such files are read each time */

struct noted {
    uint64_t hash, stamp; /* hash of path; 0: free */
    struct cv_span path;
};

struct holds {
    uint64_t id; /* 0: free */
    const char *path;
    size_t n;
};

struct cv_id_index {
    const struct cv_allocator *allocator;
    struct cv_arena arena; /* paths */
    struct noted *files;
    struct holds *ids;
    size_t nfiles, files_cap, nids, ids_cap; /* caps: powers of two, or 0 */
    bool complete, full;                     /* full: something could not be noted, so it will never be complete */
};

struct cv_id_index *cv_ids_new(const struct cv_allocator *allocator) {
    struct cv_id_index *x = allocator->resize(allocator->ctx, NULL, 0, sizeof *x);
    if (!x) return NULL;
    *x = (struct cv_id_index){.allocator = allocator};
    cv_arena_init(&x->arena, allocator, CEILING / 4);
    return x;
}

void cv_ids_free(struct cv_id_index *x) {
    const struct cv_allocator *a;
    if (!x) return;
    a = x->allocator;
    cv_arena_free(&x->arena);
    if (x->files) a->resize(a->ctx, x->files, x->files_cap * sizeof *x->files, 0);
    if (x->ids) a->resize(a->ctx, x->ids, x->ids_cap * sizeof *x->ids, 0);
    a->resize(a->ctx, x, sizeof *x, 0);
}

uint64_t cv_ids_hash(struct cv_span id) {
    uint64_t h = cv_hash(0, id);
    return h ? h : 1;
}

static size_t first_slot(uint64_t hash, size_t cap) { return (size_t)(hash * 0x9E3779B97F4A7C15u >> 16) & (cap - 1); }

/* ---- files ----------------------------------------------------------------------------------------- */

static struct noted *file_slot(struct noted *v, size_t cap, uint64_t hash) {
    size_t i = first_slot(hash, cap);
    while (v[i].hash && v[i].hash != hash) i = (i + 1) & (cap - 1);
    return &v[i];
}

static void *larger(struct cv_id_index *x, size_t cap, size_t item) {
    void *v = cap * item > CEILING / 2 ? NULL : x->allocator->resize(x->allocator->ctx, NULL, 0, cap * item);
    return v ? memset(v, 0, cap * item) : NULL;
}

static bool files_room(struct cv_id_index *x) {
    size_t cap = x->files_cap ? x->files_cap * 2 : 256;
    struct noted *v;
    if (x->nfiles * 2 < x->files_cap) return true;
    v = larger(x, cap, sizeof *v);
    if (!v) return false;
    for (size_t i = 0; i < x->files_cap; i++)
        if (x->files[i].hash) *file_slot(v, cap, x->files[i].hash) = x->files[i];
    if (x->files) x->allocator->resize(x->allocator->ctx, x->files, x->files_cap * sizeof *x->files, 0);
    x->files = v;
    x->files_cap = cap;
    return true;
}

static const struct noted *find_file(const struct cv_id_index *x, struct cv_span path) {
    const struct noted *f = x->files_cap ? file_slot(x->files, x->files_cap, cv_ids_hash(path)) : NULL;
    return f && f->hash ? f : NULL;
}

/* ---- ids: several files may hold one ---------------------------------------------------------------- */

static void put_id(struct holds *v, size_t cap, struct holds h) {
    size_t i = first_slot(h.id, cap);
    while (v[i].id && !(v[i].id == h.id && v[i].path == h.path)) i = (i + 1) & (cap - 1);
    v[i] = h;
}

static bool ids_room(struct cv_id_index *x, size_t n) {
    size_t cap = x->ids_cap ? x->ids_cap : 256;
    struct holds *v;
    while (cap < (x->nids + n) * 2) cap *= 2;
    if (cap == x->ids_cap) return true;
    v = larger(x, cap, sizeof *v);
    if (!v) return false;
    for (size_t i = 0; i < x->ids_cap; i++)
        if (x->ids[i].id) put_id(v, cap, x->ids[i]);
    if (x->ids) x->allocator->resize(x->allocator->ctx, x->ids, x->ids_cap * sizeof *x->ids, 0);
    x->ids = v;
    x->ids_cap = cap;
    return true;
}

static bool note(struct cv_id_index *x, struct cv_span path, uint64_t stamp, const uint64_t *ids, size_t n) {
    struct noted *f;
    if (!files_room(x) || !ids_room(x, n)) return false;
    f = file_slot(x->files, x->files_cap, cv_ids_hash(path));
    if (!f->hash) {
        struct cv_span copy = cv_arena_copy(&x->arena, path);
        if (!copy.p) return false;
        *f = (struct noted){cv_ids_hash(path), 0, copy};
        x->nfiles++;
    }
    f->stamp = stamp;
    for (size_t i = 0; i < n; i++) put_id(x->ids, x->ids_cap, (struct holds){ids[i], f->path.p, f->path.n});
    x->nids += n;
    return true;
}

void cv_ids_note(struct cv_id_index *x, struct cv_span path, uint64_t stamp, const uint64_t *ids, size_t n) {
    if (!stamp || !path.n || !note(x, path, stamp, ids, n)) x->full = true;
}

/* ---- questions --------------------------------------------------------------------------------------- */

/* Does the path, or where it is an archive something in it, hold the id? */
static bool path_holds(const struct holds *h, struct cv_span path, bool archive) {
    if (h->n == path.n) return memcmp(h->path, path.p, path.n) == 0;
    return archive && h->n > path.n + 2 && memcmp(h->path, path.p, path.n) == 0 && h->path[path.n] == '!' &&
           h->path[path.n + 1] == '/';
}

bool cv_ids_knows(const struct cv_id_index *x, struct cv_span path, uint64_t stamp) {
    const struct noted *f = x ? find_file(x, path) : NULL;
    return f && stamp && f->stamp == stamp;
}

bool cv_ids_rule_out(const struct cv_id_index *x, const struct cv_entry *e, const struct cv_span *ids, size_t nids) {
    if (!cv_ids_knows(x, e->path, e->stamp)) return false;
    for (size_t k = 0; k < nids && x->ids_cap; k++) {
        uint64_t id = cv_ids_hash(ids[k]);
        for (size_t i = first_slot(id, x->ids_cap); x->ids[i].id; i = (i + 1) & (x->ids_cap - 1))
            if (x->ids[i].id == id && path_holds(&x->ids[i], e->path, !e->member || e->archive)) return false;
    }
    return true;
}

void cv_ids_set_complete(struct cv_id_index *x, bool complete) { x->complete = complete && !x->full; }

bool cv_ids_complete(const struct cv_id_index *x) { return x && x->complete; }

static int by_bytes(const void *a, const void *b) {
    return cv_span_cmp(*(const struct cv_span *)a, *(const struct cv_span *)b);
}

void cv_ids_paths(const struct cv_id_index *x, const struct cv_span *ids, size_t nids, struct cv_arena *a,
                  struct cv_spans *out) {
    size_t n = 0;
    for (size_t k = 0; k < nids && x->ids_cap; k++) {
        uint64_t id = cv_ids_hash(ids[k]);
        for (size_t i = first_slot(id, x->ids_cap); x->ids[i].id; i = (i + 1) & (x->ids_cap - 1))
            if (x->ids[i].id == id) cv_spans_push(a, out, cv_span_of(x->ids[i].path, x->ids[i].n));
    }
    if (!out->n) return;
    qsort(out->v, out->n, sizeof *out->v, by_bytes);
    for (size_t i = 0; i < out->n; i++)
        if (!n || cv_span_cmp(out->v[n - 1], out->v[i])) out->v[n++] = out->v[i];
    out->n = n;
}
