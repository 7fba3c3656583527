/* ahead.c - hands the files of a source to the pool and takes them back in path order.
 * May not: read further ahead than the rows that are wanted, or keep many folders open.
 * A query starts without threads; only one that goes on past FILES_ALONE files gets them, so that look-ups and LIMIT cost
 * nothing. Archives, files too long to be held and whatever a worker could not do are read here, in their turn. */
#include "scan_state.h"

enum { FILES_ALONE = 32, FOLDERS_OPEN = 64 };

static bool worth_it(const struct cv_scan *s) {
    const struct cv_path_filter *f = &s->filter;
    if (s->session->threads < 2 || s->q.entries_only || !cv_source_parallel(s->levels[0].source)) return false;
    if (f->paths && f->npaths <= FILES_ALONE) return false;
    return s->q.limit < 0 || s->q.limit > FILES_ALONE;
}

bool cv_scan_reads_ahead(struct cv_scan *s) {
    if (s->pool || s->no_pool) return s->pool != NULL;
    if (s->files_done < FILES_ALONE) return false;
    s->no_pool = true;
    if (!worth_it(s)) return false;
    s->pool = cv_pool_new(s->levels[0].source, &s->parsing, s->session->threads - 1);
    return s->pool != NULL;
}

/* May this file go to a worker? */
static bool for_worker(const struct cv_scan *s, const struct cv_entry *e, uint64_t key) {
    return e->problem < 0 && !e->archive && !e->packed && !cv_cache_may_have(s->cache, key);
}

static enum cv_status fill_batch(struct cv_scan *s, struct cv_batch *b) {
    while (b->nfiles < b->cap) {
        struct cv_source *source = s->levels[0].source;
        struct cv_entry e;
        struct cv_held_file *f;
        enum cv_status rc = cv_source_next(source, &e, &s->list_error);
        if (rc) return rc;
        if (s->index && s->q.ids && e.problem < 0) {
            cv_entry_stat(source, &e);
            if (cv_ids_rule_out(s->index, &e, s->q.ids, s->q.nids)) continue;
        }
        f = cv_batch_place(b, &e);
        if (!f) return CV_NOMEM;
        f->key = cv_hash(s->source_key, e.path);
        f->state = for_worker(s, &e, f->key) ? CV_FILE_READY : CV_FILE_LEFT;
    }
    return CV_OK;
}

static bool far_enough(const struct cv_scan *s) {
    if (!s->ahead_left) return false;
    if (s->q.limit >= 0 && (int64_t)s->ahead_left >= s->q.limit - s->rows) return true;
    return cv_source_folders_open(s->levels[0].source) > FOLDERS_OPEN;
}

static enum cv_status feed(struct cv_scan *s) {
    while (!s->listed && cv_pool_wants(s->pool) && !far_enough(s)) {
        struct cv_batch *b = cv_cache_batch_ahead(s->cache);
        enum cv_status rc = b ? fill_batch(s, b) : CV_NOMEM;
        if (rc) {
            s->listed = true;
            s->list_rc = rc;
        }
        if (b && b->nfiles && (rc == CV_OK || rc == CV_DONE || rc == CV_NOTFOUND)) {
            s->ahead_left += b->nfiles;
            b->needs = s->q.needs | (s->q.needs ? cv_cache_hint(s->cache, s->source_key, false) : 0);
            cv_pool_submit(s->pool, b);
        } else {
            cv_cache_release(s->cache, b);
        }
        if (rc == CV_INTERRUPTED || rc == CV_NOMEM) return rc;
    }
    return CV_OK;
}

/* The cache may keep the batch longer than the source lives, whose folders its entries hold. */
static void let_go(struct cv_scan *s) {
    for (size_t i = 0; s->ahead && i < s->ahead->nfiles; i++) cv_entry_drop(&s->ahead->files[i].entry);
    cv_cache_release(s->cache, s->ahead);
    s->ahead = NULL;
}

/* Another batch into s->ahead. CV_DONE: there is none. */
static enum cv_status advance(struct cv_scan *s) {
    enum { QUERY_CEILING = 64 * 1024 * 1024 }; /* a query may parse more of a file than a worker did */
    enum cv_status rc;
    let_go(s);
    s->ahead_at = 0;
    rc = feed(s);
    if (rc) return rc;
    rc = cv_pool_take(s->pool, s->env.interrupted, s->env.interrupted_ctx, &s->ahead);
    if (rc) return rc;
    s->ahead->arena.ceiling = QUERY_CEILING;
    s->ahead->arena.failed = s->ahead->refused = false; /* what it did not do then is left to this thread */
    cv_cache_add(s->cache, s->ahead, false);
    return feed(s);
}

enum cv_status cv_scan_ahead_next(struct cv_scan *s, struct cv_error *err) {
    struct cv_held_file *f;
    enum cv_status rc;
    if (!s->ahead || s->ahead_at == s->ahead->nfiles) {
        rc = advance(s);
        if (rc == CV_DONE && s->list_rc == CV_DONE) s->finished = true;
        if (rc == CV_DONE && s->list_rc != CV_DONE) {
            if (err) *err = s->list_error;
            return s->list_rc;
        }
        return rc == CV_OK ? CV_DONE : rc;
    }
    f = &s->ahead->files[s->ahead_at++];
    s->ahead_left--;
    if (f->state == CV_FILE_LEFT || f->entry.problem >= 0) return cv_scan_begin(s, s->levels[0].source, &f->entry);
    if (f->entry.loose && !cv_filter_wants(&s->filter, f->entry.path)) return CV_DONE;
    s->ahead->refs++;
    cv_scan_adopt(s, s->ahead, f, &f->entry, false);
    return CV_DONE;
}

void cv_scan_ahead_close(struct cv_scan *s) {
    cv_pool_free(s->pool);
    s->pool = NULL;
    let_go(s);
}
