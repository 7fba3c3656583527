/* ahead.c - hands the files of a source, the members of an archive and the documents of a long file to the pool, and
 * takes them back in their order.
 * May not: read further ahead than the rows that are wanted, or keep many folders open; unpack on another thread than the
 * query's, which alone counts limits and asks for interrupts.
 * A query starts without threads; only one that goes on past ALONE files, members or documents gets them, so that
 * look-ups and LIMIT cost nothing. Whatever a worker could not do is done here, in its turn. A member or document that
 * cannot be held holds up what is behind it: its archive, or the window, stands at it until it is given. */
#include "scan_state.h"

enum {
    ALONE = 32,
    FOLDERS_OPEN = 64,
    BATCH_BYTES = 512 * 1024 /* of members or documents in a batch, whose parses take several times as much */
};

static bool worth_it(const struct cv_scan *s) {
    const struct cv_path_filter *f = &s->filter;
    if (s->session->threads < 2 || s->q.entries_only) return false;
    if (f->paths && f->npaths <= ALONE) return false;
    return s->q.limit < 0 || s->q.limit > ALONE;
}

/* Of these files, members or documents? */
static bool can_be_read_ahead(const struct cv_scan *s) {
    if (s->file) return !s->q.one_doc && !s->docs_known;
    return s->nlevels > 1 || cv_source_parallel(s->levels[0].source);
}

bool cv_scan_reads_ahead(struct cv_scan *s) {
    if (s->no_pool || s->begun < ALONE || !can_be_read_ahead(s)) return false;
    if (s->pool) return true;
    s->no_pool = true;
    if (!worth_it(s)) return false;
    s->pool = cv_pool_new(s->levels[0].source, &s->parsing, s->session->threads - 1);
    s->no_pool = s->pool == NULL;
    return !s->no_pool;
}

/* ---- filling a batch ---------------------------------------------------------------------------------- */

/* May this file go to a worker? */
static bool for_worker(const struct cv_scan *s, const struct cv_entry *e, uint64_t key) {
    return e->problem < 0 && !e->archive && !e->packed && !cv_cache_may_have(s->cache, key);
}

static bool ruled_out(const struct cv_scan *s, struct cv_source *source, struct cv_entry *e) {
    if (!s->index || !s->q.ids || e->problem >= 0) return false;
    if (s->nlevels > 1 && !s->levels[s->nlevels - 1].known) return false;
    cv_entry_stat(source, e);
    return cv_ids_rule_out(s->index, e, s->q.ids, s->q.nids);
}

/* The next entry of the source that may have what is wanted, into b. */
static enum cv_status place_next(struct cv_scan *s, struct cv_source *source, struct cv_batch *b, struct cv_ahead *a,
                                 struct cv_held_file **out) {
    struct cv_entry e;
    do {
        enum cv_status rc = cv_source_next(source, &e, &a->error);
        if (rc) return rc;
    } while (ruled_out(s, source, &e));
    *out = cv_batch_place(b, &e);
    if (!*out) return CV_NOMEM;
    (*out)->key = cv_hash(s->source_key, e.path);
    return CV_OK;
}

static enum cv_status fill_files(struct cv_scan *s, struct cv_batch *b, struct cv_ahead *a) {
    while (b->nfiles < b->cap) {
        struct cv_held_file *f;
        enum cv_status rc = place_next(s, s->levels[0].source, b, a, &f);
        if (rc) return rc;
        f->state = for_worker(s, &f->entry, f->key) ? CV_FILE_READY : CV_FILE_LEFT;
    }
    return CV_OK;
}

/* Read the member that the archive stands at, into the batch. */
static enum cv_status read_member(struct cv_scan *s, struct cv_batch *b, struct cv_held_file *f, struct cv_ahead *a) {
    f->state = CV_FILE_LEFT;
    if (f->entry.problem >= 0) return CV_OK;
    a->held = cv_cache_may_have(s->cache, f->key);
    if (a->held) return CV_OK; /* not read, perhaps */
    f->read = cv_file_read(b, f, s->levels[s->nlevels - 1].source, cv_scan_window(s), false);
    if (f->read == CV_NOMEM || f->read == CV_INTERRUPTED) return f->read;
    f->stood_at = a->held = f->read != CV_OK || f->streaming;
    if (a->held) return CV_OK;
    f->bytes = cv_span_of(f->reader.p, f->reader.n);
    if (f->bytes.n < BATCH_BYTES) f->state = CV_FILE_READY;
    /* The name again has its own documents, which the cache would not tell from the first one's. */
    if (f->entry.again) f->key = 0;
    return CV_OK;
}

static enum cv_status fill_members(struct cv_scan *s, struct cv_batch *b, struct cv_ahead *a) {
    struct cv_source *source = s->levels[s->nlevels - 1].source;
    b->arena.ceiling = CV_AHEAD_BYTES + CV_HELD_BYTES; /* of bytes alone; for parses it is the lower one */
    while (b->nfiles < b->cap && b->arena.used < BATCH_BYTES && !a->held) {
        struct cv_held_file *f;
        enum cv_status rc = place_next(s, source, b, a, &f);
        if (rc) return rc;
        rc = read_member(s, b, f, a);
        if (rc) return rc;
    }
    return CV_OK;
}

static enum cv_status fill_documents(struct cv_scan *s, struct cv_batch *b, struct cv_ahead *a) {
    enum cv_status rc = CV_OK;
    while (!rc && b->nfiles < b->cap && b->arena.used < BATCH_BYTES && !a->held)
        rc = cv_scan_place_part(s, b, &a->held);
    return rc;
}

/* ---- batches out and back ----------------------------------------------------------------------------- */

static enum cv_lane lane_of(const struct cv_scan *s) {
    return s->nlevels == 1 && !s->file ? CV_LANE_FILES : CV_LANE_INNER;
}

static enum cv_status fill(struct cv_scan *s, struct cv_batch *b, struct cv_ahead *a) {
    if (s->file) return fill_documents(s, b, a);
    return s->nlevels > 1 ? fill_members(s, b, a) : fill_files(s, b, a);
}

static bool far_enough(const struct cv_scan *s, const struct cv_ahead *a) {
    if (a->held) return true;
    if (!a->left) return false;
    if (s->q.limit >= 0 && (int64_t)a->left >= s->q.limit - s->rows) return true;
    return cv_source_folders_open(s->levels[0].source) > FOLDERS_OPEN;
}

static enum cv_status feed(struct cv_scan *s, enum cv_lane lane) {
    struct cv_ahead *a = &s->ahead[lane];
    while (!a->listed && cv_pool_wants(s->pool, lane) && !far_enough(s, a)) {
        struct cv_batch *b = cv_cache_batch_ahead(s->cache);
        enum cv_status rc = b ? fill(s, b, a) : CV_NOMEM;
        if (rc) {
            a->listed = true;
            a->rc = rc;
        }
        if (b && b->nfiles && rc != CV_INTERRUPTED && rc != CV_NOMEM) {
            a->left += b->nfiles;
            b->arena.ceiling = CV_AHEAD_BYTES;
            b->needs = s->q.needs | (s->q.needs ? cv_cache_hint(s->cache, s->source_key, false) : 0);
            cv_pool_submit(s->pool, lane, b);
        } else {
            cv_cache_release(s->cache, b);
        }
        if (rc == CV_INTERRUPTED || rc == CV_NOMEM) return rc;
    }
    return CV_OK;
}

/* The cache may keep the batch longer than the source lives, whose folders and windows its files hold. */
static void let_go(struct cv_scan *s, struct cv_ahead *a) {
    for (size_t i = 0; a->batch && i < a->batch->nfiles; i++) {
        struct cv_held_file *f = &a->batch->files[i];
        cv_entry_drop(&f->entry);
        if (!f->open || !f->reader.close || f == s->file) continue;
        cv_reader_close(&f->reader);
        f->open = false;
    }
    cv_cache_release(s->cache, a->batch);
    a->batch = NULL;
}

/* Another batch into a->batch. CV_DONE: there is none. */
static enum cv_status advance(struct cv_scan *s, enum cv_lane lane) {
    enum { QUERY_CEILING = 64 * 1024 * 1024 }; /* a query may parse more of a file than a worker did */
    struct cv_ahead *a = &s->ahead[lane];
    enum cv_status rc;
    let_go(s, a);
    a->at = 0;
    if (!a->left) a->held = false;
    rc = feed(s, lane);
    if (rc) return rc;
    rc = cv_pool_take(s->pool, lane, s->env.interrupted, s->env.interrupted_ctx, &a->batch);
    if (rc) return rc;
    a->batch->arena.ceiling = QUERY_CEILING;
    a->batch->arena.failed = a->batch->refused = false; /* what it did not do then is left to this thread */
    cv_cache_add(s->cache, a->batch, false);
    return feed(s, lane);
}

/* The next file of the lane. CV_DONE: there is none, and none follows. */
static enum cv_status take(struct cv_scan *s, enum cv_lane lane, struct cv_held_file **out) {
    struct cv_ahead *a = &s->ahead[lane];
    while (!a->batch || a->at == a->batch->nfiles) {
        enum cv_status rc = advance(s, lane);
        if (rc) return rc == CV_DONE ? a->rc : rc;
    }
    a->left--;
    *out = &a->batch->files[a->at++];
    return CV_OK;
}

void cv_scan_ahead_ended(struct cv_scan *s) {
    struct cv_ahead *a = &s->ahead[CV_LANE_INNER];
    let_go(s, a);
    *a = (struct cv_ahead){0};
}

void cv_scan_ahead_close(struct cv_scan *s) {
    cv_pool_free(s->pool);
    s->pool = NULL;
    for (size_t i = 0; i < CV_LANES; i++) let_go(s, &s->ahead[i]);
}

/* ---- giving ------------------------------------------------------------------------------------------- */

/* A name that stood in the archive before counts on from there, which is known only now. */
static void count_on(struct cv_source *source, struct cv_held_file *f) {
    unsigned first = cv_entry_first_doc(source, &f->entry);
    for (size_t i = 0; i < f->docs.n; i++) f->docs.v[i].d.doc += first - f->entry.first_doc;
    f->entry.first_doc = first;
}

/* A worker had no room for its parse: it gets all that it would have had without workers. */
static enum cv_status begin_anew(struct cv_scan *s, struct cv_held_file *from) {
    struct cv_batch *b = cv_cache_batch(s->cache);
    struct cv_held_file *f = b ? cv_batch_place(b, &from->entry) : NULL;
    enum cv_status rc = CV_NOMEM;
    if (f) {
        f->bytes = cv_arena_copy(&b->arena, from->bytes);
        f->key = cv_hash(s->source_key, from->entry.path);
        cv_file_rewind(f);
        if (f->bytes.p) rc = cv_scan_take_file(s, b, f, s->levels[s->nlevels - 1].source, CV_OK);
    }
    cv_cache_release(s->cache, b);
    return rc;
}

enum cv_status cv_scan_ahead_next(struct cv_scan *s, struct cv_error *err) {
    enum cv_lane lane = lane_of(s);
    struct cv_ahead *a = &s->ahead[lane];
    struct cv_source *source = s->levels[s->nlevels - 1].source;
    struct cv_held_file *f = NULL;
    enum cv_status rc = take(s, lane, &f);
    if (rc == CV_DONE) return cv_scan_end_of_source(s);
    if (rc && err && a->listed) *err = a->error;
    if (rc) return rc;
    if (s->nlevels > 1) count_on(source, f);
    if (f->stood_at) return cv_scan_take_file(s, a->batch, f, source, f->read);
    if (f->state == CV_FILE_LEFT && f->bytes.p) return begin_anew(s, f);
    if (f->state == CV_FILE_LEFT || f->entry.problem >= 0) return cv_scan_begin(s, source, &f->entry);
    if (f->entry.loose && !cv_filter_wants(&s->filter, f->entry.path)) return CV_DONE;
    a->batch->refs++;
    cv_scan_adopt(s, a->batch, f, &f->entry, false);
    return CV_DONE;
}

enum cv_status cv_scan_ahead_doc(struct cv_scan *s, struct cv_held_doc **out) {
    struct cv_held_file *f = NULL;
    enum cv_status rc = take(s, CV_LANE_INNER, &f);
    return rc ? rc : cv_scan_take_part(s, s->ahead[CV_LANE_INNER].batch, f, out);
}
