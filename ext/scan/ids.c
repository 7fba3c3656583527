/* ids.c - which file of a source holds which id, and as which of its documents. Built from the heads that a first query
 * by id has to read; a later one then opens only the files that can hold its ids.
 * May not: believe a name (a file may hold another id than its name says), or a file whose stamp has changed since.
 * An answer is never more than a hint where to look: what is found there is compared again. So ids are held as 64-bit
 * hashes, and what was noted of a file that has changed or is gone may stay.
 *
 * Between statements the index is believed for a short time: while no folder of the source has changed, and the last
 * pass over all its files is FRESH_NS ago at most, or so short a time that such passes take a part of FRESH_PART of all
 * time. What that can miss is an id that was written into a file in place, which left the folders as they were. */
#include "batch.h"
#include <stdlib.h>

enum {
    CEILING = 40 * 1024 * 1024, /* bytes, of all indexes of a connection; beyond it nothing more is noted, and such
                                   files are read each time */
    FRESH_PART = 20
};
static const int64_t FRESH_NS = 2000000000;

struct noted {
    uint64_t stamp;
    const char *path;
    uint32_t n;
};

struct holds {
    uint64_t id;        /* 0: free */
    uint32_t file, doc; /* file: place in files */
};

struct cv_id_index {
    const struct cv_allocator *allocator;
    size_t *all_bytes;     /* of all indexes together */
    size_t bytes;          /* of this one */
    struct cv_arena arena; /* paths */
    struct noted *files;
    uint32_t *places; /* of a path in files, from 1; 0: free */
    struct holds *ids;
    size_t nfiles, files_cap, nids, ids_cap; /* caps: powers of two, or 0; of places twice files_cap */
    bool complete, full;                     /* full: something could not be noted, so it will never be complete */
    unsigned refs;                           /* scans that use it */
    struct cv_watch watch;                   /* the folders at the last pass over all; empty: there was none */
    int64_t passed_at, pass_took;
};

struct cv_id_index *cv_ids_new(const struct cv_allocator *allocator, size_t *all_bytes) {
    struct cv_id_index *x = allocator->resize(allocator->ctx, NULL, 0, sizeof *x);
    if (!x) return NULL;
    *x = (struct cv_id_index){.allocator = allocator, .all_bytes = all_bytes};
    cv_arena_init(&x->arena, allocator, CEILING / 2);
    cv_watch_init(&x->watch, allocator);
    return x;
}

/* A zeroed array of n, or with n 0 back with it. */
static void *resized(struct cv_id_index *x, void *old, size_t old_n, size_t n, size_t item) {
    void *v = NULL;
    if (n && *x->all_bytes + n * item > CEILING) return NULL;
    if (n) v = x->allocator->resize(x->allocator->ctx, NULL, 0, n * item);
    if (n && !v) return NULL;
    if (v) memset(v, 0, n * item);
    if (old) x->allocator->resize(x->allocator->ctx, old, old_n * item, 0);
    *x->all_bytes += n * item;
    x->bytes += n * item;
    *x->all_bytes -= old_n * item;
    x->bytes -= old_n * item;
    return v;
}

void cv_ids_free(struct cv_id_index *x) {
    if (!x) return;
    *x->all_bytes -= x->bytes;
    cv_arena_free(&x->arena);
    cv_watch_free(&x->watch);
    if (x->files) x->allocator->resize(x->allocator->ctx, x->files, x->files_cap * sizeof *x->files, 0);
    if (x->places) x->allocator->resize(x->allocator->ctx, x->places, x->files_cap * 2 * sizeof *x->places, 0);
    if (x->ids) x->allocator->resize(x->allocator->ctx, x->ids, x->ids_cap * sizeof *x->ids, 0);
    x->allocator->resize(x->allocator->ctx, x, sizeof *x, 0);
}

void cv_ids_hold(struct cv_id_index *x) { x->refs++; }

void cv_ids_let_go(struct cv_id_index *x) {
    if (x) x->refs--;
}

bool cv_ids_in_use(const struct cv_id_index *x) { return x->refs != 0; }

uint64_t cv_ids_hash(struct cv_span id) {
    uint64_t h = cv_hash(0, id);
    return h ? h : 1;
}

static size_t first_slot(uint64_t hash, size_t cap) { return (size_t)(hash * 0x9E3779B97F4A7C15u >> 16) & (cap - 1); }

/* ---- files ----------------------------------------------------------------------------------------- */

static uint32_t *place_of(const struct cv_id_index *x, uint32_t *places, size_t cap, struct cv_span path) {
    size_t i = first_slot(cv_hash(0, path), cap);
    while (places[i]) {
        const struct noted *f = &x->files[places[i] - 1];
        if (f->n == path.n && memcmp(f->path, path.p, path.n) == 0) break;
        i = (i + 1) & (cap - 1);
    }
    return &places[i];
}

static bool files_room(struct cv_id_index *x) {
    size_t cap = x->files_cap ? x->files_cap * 2 : 128;
    struct noted *v;
    uint32_t *places;
    if (x->nfiles < x->files_cap) return true;
    places = resized(x, NULL, 0, cap * 2, sizeof *places);
    v = places ? resized(x, NULL, 0, cap, sizeof *v) : NULL;
    if (!v) {
        (void)resized(x, places, places ? cap * 2 : 0, 0, sizeof *places);
        return false;
    }
    for (size_t i = 0; i < x->nfiles; i++) v[i] = x->files[i];
    (void)resized(x, x->files, x->files_cap, 0, sizeof *v);
    (void)resized(x, x->places, x->files_cap * 2, 0, sizeof *places);
    x->files = v;
    for (size_t i = 0; i < x->nfiles; i++)
        *place_of(x, places, cap * 2, cv_span_of(v[i].path, v[i].n)) = (uint32_t)i + 1;
    x->places = places;
    x->files_cap = cap;
    return true;
}

static struct noted *find_file(const struct cv_id_index *x, struct cv_span path) {
    uint32_t at = x->files_cap ? *place_of(x, x->places, x->files_cap * 2, path) : 0;
    return at ? &x->files[at - 1] : NULL;
}

static struct noted *add_file(struct cv_id_index *x, struct cv_span path) {
    struct cv_span copy = CV_NONE;
    if (!files_room(x) || path.n > UINT32_MAX || *x->all_bytes + path.n > CEILING) return NULL;
    copy = cv_arena_copy(&x->arena, path);
    if (!copy.p) return NULL;
    x->bytes += path.n;
    *x->all_bytes += path.n;
    x->files[x->nfiles] = (struct noted){0, copy.p, (uint32_t)copy.n};
    *place_of(x, x->places, x->files_cap * 2, path) = (uint32_t)++x->nfiles;
    return &x->files[x->nfiles - 1];
}

/* ---- ids: several documents may have one ------------------------------------------------------------- */

/* False: it was there. */
static bool put_id(struct holds *v, size_t cap, struct holds h) {
    size_t i = first_slot(h.id, cap);
    while (v[i].id && !(v[i].id == h.id && v[i].file == h.file && v[i].doc == h.doc)) i = (i + 1) & (cap - 1);
    if (v[i].id) return false;
    v[i] = h;
    return true;
}

static bool ids_room(struct cv_id_index *x, size_t n) {
    size_t cap = x->ids_cap ? x->ids_cap : 256;
    struct holds *v;
    while (cap / 4 * 3 < x->nids + n) cap *= 2;
    if (cap == x->ids_cap) return true;
    v = resized(x, NULL, 0, cap, sizeof *v);
    if (!v) return false;
    for (size_t i = 0; i < x->ids_cap; i++)
        if (x->ids[i].id) (void)put_id(v, cap, x->ids[i]);
    (void)resized(x, x->ids, x->ids_cap, 0, sizeof *v);
    x->ids = v;
    x->ids_cap = cap;
    return true;
}

static bool note(struct cv_id_index *x, struct cv_span path, uint64_t stamp, const struct cv_noted_id *ids, size_t n) {
    struct noted *f = find_file(x, path);
    if (f && f->stamp == stamp) return true;
    if (!ids_room(x, n)) return false;
    if (!f) f = add_file(x, path);
    if (!f) return false;
    f->stamp = stamp;
    for (size_t i = 0; i < n; i++)
        x->nids += put_id(x->ids, x->ids_cap, (struct holds){ids[i].id, (uint32_t)(f - x->files), ids[i].doc});
    return true;
}

void cv_ids_note(struct cv_id_index *x, struct cv_span path, uint64_t stamp, const struct cv_noted_id *ids, size_t n) {
    if (!stamp || !path.n || !note(x, path, stamp, ids, n)) x->full = true;
}

/* ---- questions --------------------------------------------------------------------------------------- */

/* Is it the path, or where that is an archive something in it? */
static bool lies_there(const struct noted *f, struct cv_span path, bool archive) {
    if (f->n == path.n) return memcmp(f->path, path.p, path.n) == 0;
    return archive && f->n > path.n + 2 && memcmp(f->path, path.p, path.n) == 0 && f->path[path.n] == '!' &&
           f->path[path.n + 1] == '/';
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
            if (x->ids[i].id == id && lies_there(&x->files[x->ids[i].file], e->path, !e->member || e->archive))
                return false;
    }
    return true;
}

static int by_number(const void *a, const void *b) {
    unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
    return x < y ? -1 : x > y;
}

bool cv_ids_docs(const struct cv_id_index *x, struct cv_span path, uint64_t stamp, const struct cv_span *ids,
                 size_t nids, struct cv_arena *a, struct cv_numbers *out) {
    const struct noted *f = x ? find_file(x, path) : NULL;
    if (!f || !stamp || f->stamp != stamp) return false;
    for (size_t k = 0; k < nids && x->ids_cap; k++) {
        uint64_t id = cv_ids_hash(ids[k]);
        for (size_t i = first_slot(id, x->ids_cap); x->ids[i].id; i = (i + 1) & (x->ids_cap - 1)) {
            unsigned *doc;
            if (x->ids[i].id != id || &x->files[x->ids[i].file] != f) continue;
            doc = CV_PUSH(a, out, unsigned);
            if (!doc) return false;
            *doc = x->ids[i].doc;
        }
    }
    if (out->n) qsort(out->v, out->n, sizeof *out->v, by_number);
    return true;
}

/* ---- all of the source ------------------------------------------------------------------------------- */

void cv_ids_set_complete(struct cv_id_index *x, bool complete) { x->complete = complete && !x->full; }

bool cv_ids_complete(const struct cv_id_index *x) { return x && x->complete; }

void cv_ids_passed(struct cv_id_index *x, struct cv_watch *watch, int64_t began, int64_t ended) {
    cv_watch_free(&x->watch);
    x->watch = *watch;
    cv_watch_init(watch, x->allocator);
    x->passed_at = began;
    x->pass_took = ended - began;
    cv_ids_set_complete(x, true);
}

bool cv_ids_fresh(const struct cv_id_index *x, int64_t now) {
    int64_t age = now - x->passed_at;
    if (x->full || !x->watch.folders.n) return false;
    if (age > FRESH_NS && age / FRESH_PART > x->pass_took) return false;
    return cv_watch_unchanged(&x->watch);
}

static int by_bytes(const void *a, const void *b) {
    return cv_span_cmp(*(const struct cv_span *)a, *(const struct cv_span *)b);
}

void cv_ids_paths(const struct cv_id_index *x, const struct cv_span *ids, size_t nids, struct cv_arena *a,
                  struct cv_spans *out) {
    size_t n = 0;
    for (size_t k = 0; k < nids && x->ids_cap; k++) {
        uint64_t id = cv_ids_hash(ids[k]);
        for (size_t i = first_slot(id, x->ids_cap); x->ids[i].id; i = (i + 1) & (x->ids_cap - 1)) {
            const struct noted *f = &x->files[x->ids[i].file];
            if (x->ids[i].id == id) cv_spans_push(a, out, cv_arena_copy(a, cv_span_of(f->path, f->n)));
        }
    }
    if (!out->n) return;
    qsort(out->v, out->n, sizeof *out->v, by_bytes);
    for (size_t i = 0; i < out->n; i++)
        if (!n || cv_span_cmp(out->v[n - 1], out->v[i])) out->v[n++] = out->v[i];
    out->n = n;
}
