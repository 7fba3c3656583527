/* cache.c - the files held last, and the hints that scans of one statement leave for each other.
 * May not: answer for a file whose stamp has changed; the caller has just asked for it.
 *
 * A join by path scans the inner table once a row, for a file that the outer scan has just read: it finds it here among
 * the last few. Files that were looked up by path or id stay longer, up to KEPT_BYTES. The few of a scan are few so that
 * its memory stays in the processor's cache. */
#include "batch.h"

enum {
    RECENT = 4,
    KEPT_BYTES = 16 * 1024 * 1024,
    LARGE_BYTES = 40 * 1024 * 1024, /* a member that look-ups go into, with what they parsed of it */
    KEPT = 512,                     /* files: a look-up goes through all of them */
    SPARE = 4,                      /* empty batches held back for the next file */
    SPARE_AHEAD = 2,                /* … and for workers, which hold several each anyway */
    HINTS = 8,
    INDEXES = 4 /* sources whose ids are known */
};

struct place {
    struct cv_batch *batch;
    uint64_t used; /* clock; the smallest goes first */
};

struct hint {
    uint64_t source_key;
    unsigned needs;
};

struct cv_scan_cache {
    const struct cv_allocator *allocator;
    struct place recent[RECENT], kept[KEPT];
    size_t nkept, kept_bytes;
    struct cv_batch *large; /* one that is too large to be among the kept; NULL */
    struct cv_batch *spare[SPARE], *spare_ahead[SPARE_AHEAD];
    size_t nspare, nspare_ahead;
    uint64_t clock;
    unsigned open_scans;
    bool parts;              /* some were added */
    struct hint open[HINTS]; /* what scans that are open ask for; of more scans than that nothing is known */
    size_t nopen;
    struct hint hints[HINTS];
    size_t nhints;
    struct {
        uint64_t source_key;
        struct cv_id_index *index;
    } indexes[INDEXES];
    size_t next_index, index_bytes;
    struct cv_marks *marks;
    struct {
        uint64_t archive_key;
        bool doubles;
    } surveys[HINTS];
    size_t nsurveys;
};

struct cv_scan_cache *cv_cache_of(struct cv_session *s) {
    if (s->cache) return s->cache;
    s->cache = s->allocator->resize(s->allocator->ctx, NULL, 0, sizeof *s->cache);
    if (!s->cache) return NULL;
    memset(s->cache, 0, sizeof *s->cache);
    s->cache->allocator = s->allocator;
    return s->cache;
}

/* ---- batches ------------------------------------------------------------------------------------- */

struct cv_batch *cv_cache_batch(struct cv_scan_cache *c) {
    struct cv_batch *b;
    if (!c->nspare) return cv_batch_new(c->allocator, 1, 0);
    b = c->spare[--c->nspare];
    b->refs = 1;
    return b;
}

struct cv_batch *cv_cache_batch_ahead(struct cv_scan_cache *c) {
    struct cv_batch *b;
    if (c->nspare_ahead) {
        b = c->spare_ahead[--c->nspare_ahead];
    } else {
        b = cv_batch_new(&cv_allocator_malloc, CV_BATCH_FILES, CV_AHEAD_BYTES);
        if (!b) return NULL;
        b->ahead = true;
    }
    b->refs = 1;
    b->arena.ceiling = CV_AHEAD_BYTES;
    return b;
}

static bool put_by(struct cv_batch *b, struct cv_batch **spare, size_t *n, size_t cap) {
    if (*n == cap) return false;
    cv_batch_clear(b);
    spare[(*n)++] = b;
    return true;
}

void cv_cache_release(struct cv_scan_cache *c, struct cv_batch *b) {
    enum { WORTH_KEEPING = 1024 * 1024 }; /* bytes: a batch that held a long file gives them back */
    if (!b || --b->refs) return;
    if (b->ahead ? put_by(b, c->spare_ahead, &c->nspare_ahead, SPARE_AHEAD)
                 : cv_batch_bytes(b) < WORTH_KEEPING && put_by(b, c->spare, &c->nspare, SPARE))
        return;
    cv_batch_free(b);
}

static void drop_kept(struct cv_scan_cache *c, size_t i) {
    struct cv_batch *b = c->kept[i].batch;
    size_t n = cv_batch_bytes(b);
    c->kept_bytes -= n < c->kept_bytes ? n : c->kept_bytes;
    c->kept[i] = c->kept[--c->nkept];
    cv_cache_release(c, b);
}

static void drop_oldest_kept(struct cv_scan_cache *c) {
    size_t oldest = 0;
    for (size_t i = 1; i < c->nkept; i++)
        if (c->kept[i].used < c->kept[oldest].used) oldest = i;
    drop_kept(c, oldest);
}

/* A parse may have grown a batch since it was counted. */
static void recount(struct cv_scan_cache *c) {
    c->kept_bytes = 0;
    for (size_t i = 0; i < c->nkept; i++) c->kept_bytes += cv_batch_bytes(c->kept[i].batch);
}

static void keep(struct cv_scan_cache *c, struct cv_batch *b) {
    size_t n = cv_batch_bytes(b);
    if (n > LARGE_BYTES) return;
    if (n > KEPT_BYTES / 2) {
        cv_cache_release(c, c->large);
        c->large = b;
        b->refs++;
        return;
    }
    recount(c);
    while (c->nkept && (c->nkept == KEPT || c->kept_bytes + n > KEPT_BYTES)) drop_oldest_kept(c);
    b->refs++;
    c->kept[c->nkept++] = (struct place){b, ++c->clock};
    c->kept_bytes += n;
}

void cv_cache_add(struct cv_scan_cache *c, struct cv_batch *b, bool kept) {
    struct place *oldest = &c->recent[0];
    c->parts |= b->files[0].part;
    if (kept && !b->ahead) {
        keep(c, b);
        return;
    }
    for (size_t i = 1; i < RECENT; i++)
        if (c->recent[i].used < oldest->used) oldest = &c->recent[i];
    for (size_t i = 0; b->ahead && i < RECENT; i++) /* of the large ones, the one that is being given */
        if (c->recent[i].batch && c->recent[i].batch->ahead) oldest = &c->recent[i];
    cv_cache_release(c, oldest->batch);
    b->refs++;
    *oldest = (struct place){b, ++c->clock};
}

static struct cv_held_file *find_in(struct cv_batch *b, uint64_t key, struct cv_span path, uint64_t stamp) {
    for (size_t i = 0; b && i < b->nfiles; i++) {
        struct cv_held_file *f = &b->files[i];
        if (f->key == key && f->entry.stamp == stamp && f->state == CV_FILE_READY && !f->streaming && !f->part &&
            cv_span_eq(f->entry.path, path))
            return f;
    }
    return NULL;
}

struct cv_held_file *cv_cache_find(struct cv_scan_cache *c, uint64_t key, struct cv_span path, uint64_t stamp,
                                   struct cv_batch **batch) {
    struct cv_held_file *f = find_in(c->large, key, path, stamp);
    struct place *at = NULL;
    if (f) {
        *batch = c->large;
        c->large->refs++;
        if (cv_batch_bytes(c->large) > LARGE_BYTES) { /* its last time */
            cv_cache_release(c, c->large);
            c->large = NULL;
        }
        return f;
    }
    for (size_t i = 0; !f && i < RECENT; i++) f = find_in((at = &c->recent[i])->batch, key, path, stamp);
    for (size_t i = 0; !f && i < c->nkept; i++) f = find_in((at = &c->kept[i])->batch, key, path, stamp);
    if (!f) return NULL;
    at->used = ++c->clock;
    *batch = at->batch;
    at->batch->refs++;
    return f;
}

static struct cv_held_file *part_in(struct cv_batch *b, uint64_t key, struct cv_span path, uint64_t stamp,
                                    unsigned doc) {
    for (size_t i = 0; b && i < b->nfiles; i++) {
        struct cv_held_file *f = &b->files[i];
        if (f->part && f->key == key && f->entry.stamp == stamp && f->state == CV_FILE_READY &&
            f->docs.v[0].d.doc == doc && cv_span_eq(f->entry.path, path))
            return f;
    }
    return NULL;
}

struct cv_held_file *cv_cache_find_part(struct cv_scan_cache *c, uint64_t key, struct cv_span path, uint64_t stamp,
                                        unsigned doc, struct cv_batch **batch) {
    struct cv_held_file *f = NULL;
    struct place *at = NULL;
    for (size_t i = 0; !f && i < RECENT; i++) f = part_in((at = &c->recent[i])->batch, key, path, stamp, doc);
    for (size_t i = 0; !f && i < c->nkept; i++) f = part_in((at = &c->kept[i])->batch, key, path, stamp, doc);
    if (!f) return NULL;
    at->used = ++c->clock;
    *batch = at->batch;
    at->batch->refs++;
    return f;
}

bool cv_cache_has_parts(const struct cv_scan_cache *c) { return c->parts; }

/* ---- what scans tell each other -------------------------------------------------------------------- */

void cv_cache_scan_opened(struct cv_scan_cache *c, uint64_t source_key, unsigned needs) {
    c->open_scans++;
    if (c->nopen < HINTS) c->open[c->nopen++] = (struct hint){source_key, needs};
}

static void forget_open(struct cv_scan_cache *c, uint64_t source_key, unsigned needs) {
    for (size_t i = c->nopen; i-- > 0;)
        if (c->open[i].source_key == source_key && c->open[i].needs == needs) {
            c->open[i] = c->open[--c->nopen];
            return;
        }
}

void cv_cache_scan_closed(struct cv_scan_cache *c, uint64_t source_key, unsigned needs) {
    forget_open(c, source_key, needs);
    if (--c->open_scans) return;
    c->nhints = c->nopen = 0;
    for (size_t i = 0; i < RECENT; i++) { /* a worker's batch is large: it stays no longer than its statement */
        if (!c->recent[i].batch || !c->recent[i].batch->ahead) continue;
        cv_cache_release(c, c->recent[i].batch);
        c->recent[i] = (struct place){NULL, 0};
    }
    while (c->nspare_ahead) cv_batch_free(c->spare_ahead[--c->nspare_ahead]);
    for (size_t i = 0; i < INDEXES; i++)
        if (c->indexes[i].index) cv_ids_set_complete(c->indexes[i].index, false);
}

static unsigned needs_among(const struct hint *v, size_t n, uint64_t source_key) {
    unsigned needs = 0;
    for (size_t i = 0; i < n; i++)
        if (v[i].source_key == source_key) needs |= v[i].needs;
    return needs;
}

unsigned cv_cache_hint(const struct cv_scan_cache *c, uint64_t source_key, bool shared) {
    unsigned needs = needs_among(c->hints, c->nhints, source_key);
    return shared ? needs | needs_among(c->open, c->nopen, source_key) : needs;
}

void cv_cache_set_hint(struct cv_scan_cache *c, uint64_t source_key, unsigned needs) {
    for (size_t i = 0; i < c->nhints; i++)
        if (c->hints[i].source_key == source_key) {
            c->hints[i].needs |= needs;
            return;
        }
    if (c->nhints < HINTS) c->hints[c->nhints++] = (struct hint){source_key, needs};
}

bool cv_cache_may_have(const struct cv_scan_cache *c, uint64_t key) {
    for (size_t i = 0; i < c->nkept; i++)
        if (c->kept[i].batch->files[0].key == key) return true;
    return c->large && c->large->files[0].key == key;
}

bool cv_cache_knows_single(const struct cv_scan_cache *c, uint64_t archive_key, bool *doubles) {
    for (size_t i = 0; i < HINTS && i < c->nsurveys; i++)
        if (c->surveys[i].archive_key == archive_key) {
            *doubles = c->surveys[i].doubles;
            return true;
        }
    return false;
}

void cv_cache_note_single(struct cv_scan_cache *c, uint64_t archive_key, bool doubles) {
    size_t i = c->nsurveys++ % HINTS;
    c->surveys[i].archive_key = archive_key;
    c->surveys[i].doubles = doubles;
}

static bool index_in_use(const struct cv_scan_cache *c, size_t i) {
    return c->indexes[i].index && cv_ids_in_use(c->indexes[i].index);
}

/* Another source's index makes way: its place is needed, and what it holds of the bytes that they share. */
static struct cv_id_index *new_index(struct cv_scan_cache *c, uint64_t source_key) {
    for (size_t tries = 0; tries < INDEXES; tries++) {
        size_t i = c->next_index++ % INDEXES;
        if (index_in_use(c, i)) continue;
        cv_ids_free(c->indexes[i].index);
        c->indexes[i].index = cv_ids_new(c->allocator, &c->index_bytes);
        c->indexes[i].source_key = source_key;
        return c->indexes[i].index;
    }
    return NULL;
}

struct cv_id_index *cv_ids_of(struct cv_scan_cache *c, uint64_t source_key) {
    enum { LARGE = 8 * 1024 * 1024 };
    struct cv_id_index *x = NULL;
    for (size_t i = 0; i < INDEXES; i++)
        if (c->indexes[i].index && c->indexes[i].source_key == source_key) x = c->indexes[i].index;
    for (size_t i = 0; !x && c->index_bytes > LARGE && i < INDEXES; i++) {
        if (index_in_use(c, i)) continue;
        cv_ids_free(c->indexes[i].index);
        c->indexes[i].index = NULL;
    }
    if (!x) x = new_index(c, source_key);
    if (x) cv_ids_hold(x);
    return x;
}

struct cv_marks *cv_cache_marks(struct cv_scan_cache *c) {
    if (!c->marks) c->marks = cv_marks_new(c->allocator);
    return c->marks;
}

void cv_cache_free(struct cv_session *s) {
    struct cv_scan_cache *c = s->cache;
    if (!c) return;
    while (c->nkept) drop_kept(c, 0);
    cv_cache_release(c, c->large);
    for (size_t i = 0; i < RECENT; i++) cv_cache_release(c, c->recent[i].batch);
    while (c->nspare) cv_batch_free(c->spare[--c->nspare]);
    while (c->nspare_ahead) cv_batch_free(c->spare_ahead[--c->nspare_ahead]);
    for (size_t i = 0; i < INDEXES; i++) cv_ids_free(c->indexes[i].index);
    cv_marks_free(c->marks);
    c->allocator->resize(c->allocator->ctx, c, sizeof *c, 0);
    s->cache = NULL;
}
