/* scan.c - one pass over a source: entries, their documents, their cables, as lazily as the request allows.
 * May not: know SQL, list more of a source than the rows need, parse what is not asked for.
 * Facts: the contract's "Laziness" and "shard, shards". */
#include "scan_state.h"
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* ---- session --------------------------------------------------------------------------------------- */

enum { MAX_THREADS = 8 };

void cv_session_init(struct cv_session *s, const struct cv_allocator *allocator) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    *s = (struct cv_session){.allocator = allocator};
    s->threads = cores < 1 ? 1 : cores < MAX_THREADS ? (unsigned)cores : MAX_THREADS;
    s->limits = (struct cv_source_limits){
        .max_document_bytes = 16u << 20,       /* the longest known cable has under one */
        .max_member_bytes = (uint64_t)8 << 30, /* the Cablegate dump is one member of 1.7 GB */
        .max_archive_bytes = (uint64_t)64 << 30,
        .max_members = 4000000, /* all of NARA's telegrams in one archive are 2.5 million */
        .max_ratio = 200,       /* text shrinks to a twentieth at best, a bomb to a thousandth */
        .max_depth = 4,
    };
}

void cv_session_free(struct cv_session *s) { cv_cache_free(s); }

/* ---- interrupts: asked whenever the coarse clock has moved on, every few milliseconds ---------------- */

static int64_t coarse_now(void) {
    struct timespec t;
#ifdef CLOCK_MONOTONIC_COARSE
    (void)clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
#else
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    t.tv_nsec -= t.tv_nsec % 1000000;
#endif
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static bool asked_to_stop(void *ctx) {
    struct cv_scan *s = ctx;
    int64_t now;
    if (s->interrupted || !s->q.interrupted) return s->interrupted;
    now = coarse_now();
    if (now == s->asked_at) return false;
    s->asked_at = now;
    s->interrupted = s->q.interrupted(s->q.interrupted_ctx);
    return s->interrupted;
}

/* ---- opening ---------------------------------------------------------------------------------------- */

static int by_bytes(const void *a, const void *b) {
    return cv_span_cmp(*(const struct cv_span *)a, *(const struct cv_span *)b);
}

static const struct cv_span *copy_list(struct cv_arena *a, const struct cv_span *v, size_t n) {
    struct cv_span *copy = cv_arena_alloc(a, (n ? n : 1) * sizeof *copy);
    for (size_t i = 0; copy && i < n; i++) copy[i] = cv_arena_copy(a, v[i]);
    return copy;
}

/* The request outlives its caller's memory: everything in it is copied. */
static enum cv_status copy_request(struct cv_scan *s, const struct cv_scan_request *q) {
    struct cv_path_filter *f = &s->filter;
    s->q = *q;
    *f = q->filter;
    s->q.source = cv_arena_copy(&s->arena, q->source);
    f->low = cv_arena_copy(&s->arena, f->low);
    f->high = cv_arena_copy(&s->arena, f->high);
    if (f->paths) f->paths = copy_list(&s->arena, f->paths, f->npaths);
    if (q->ids) {
        struct cv_span *ids = (struct cv_span *)copy_list(&s->arena, q->ids, q->nids);
        if (ids && q->nids) qsort(ids, q->nids, sizeof *ids, by_bytes);
        s->q.ids = ids;
    }
    s->parsing = (struct cv_parsing){&s->session->stats, q->needs, s->q.ids, q->nids};
    return s->arena.failed ? CV_NOMEM : CV_OK;
}

static int64_t now_ns(void) {
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* Are the files at these paths, or the archives they lie in, what they were when they were noted? */
static bool as_noted(struct cv_scan *s, const struct cv_path_filter *at) {
    struct cv_source *source = NULL;
    struct cv_entry e;
    bool same = true;
    enum cv_status rc = cv_source_open(s->q.source, at, &s->env, NULL, &source);
    while (!rc && same && (rc = cv_source_next(source, &e, NULL)) == CV_OK) {
        cv_entry_stat(source, &e);
        same = cv_ids_knows(s->index, e.path, e.stamp);
    }
    cv_source_close(source);
    return same && rc == CV_DONE;
}

/* Where all of the source has been seen in this statement, or is still as it was when it had been, go straight to the
 * files that can hold the ids. */
static void narrow_to_ids(struct cv_scan *s) {
    struct cv_spans paths = {0};
    struct cv_path_filter at = s->filter;
    size_t n = 0;
    s->index = cv_ids_of(s->cache, s->source_key);
    if (!s->index || (!cv_ids_complete(s->index) && !cv_ids_fresh(s->index, s->began_at))) return;
    cv_ids_paths(s->index, s->q.ids, s->q.nids, &s->arena, &paths);
    for (size_t i = 0; i < paths.n; i++)
        if (cv_filter_wants(&s->filter, paths.v[i])) paths.v[n++] = paths.v[i];
    at.paths = paths.v ? paths.v : copy_list(&s->arena, NULL, 0);
    at.npaths = n;
    if (!cv_ids_complete(s->index) && n && !as_noted(s, &at)) return;
    cv_ids_set_complete(s->index, true);
    s->filter = at;
    s->all_seen = false;
}

/* What has no words of its own yet. */
static void say_why(enum cv_status rc, struct cv_error *err) {
    if (!err) return;
    if (rc == CV_NOMEM) *err = (struct cv_error){.status = rc, .message = "out of memory"};
    if (rc == CV_INTERRUPTED) *err = (struct cv_error){.status = rc, .message = "interrupted"};
}

enum cv_status cv_scan_open(struct cv_session *session, const struct cv_scan_request *q, struct cv_error *err,
                            struct cv_scan **out) {
    struct cv_scan_cache *cache = cv_cache_of(session);
    struct cv_scan *s = session->allocator->resize(session->allocator->ctx, NULL, 0, sizeof *s);
    enum cv_status rc = CV_NOMEM;
    *out = NULL;
    if (s) memset(s, 0, sizeof *s);
    if (!s || !cache) goto done;
    s->session = session;
    s->cache = cache;
    s->source_key = cv_hash(0, q->source);
    s->q.needs = q->needs;
    cv_cache_scan_opened(cache, s->source_key, q->needs);
    cv_arena_init(&s->arena, session->allocator, 0);
    cv_arena_init(&s->words, session->allocator, 0);
    cv_arena_init(&s->file_arena, session->allocator, 0);
    cv_watch_init(&s->watch, session->allocator);
    for (size_t i = 0; i < CV_SCAN_LEVELS; i++) cv_arena_init(&s->levels[i].names, session->allocator, 0);
    s->env = (struct cv_source_env){&session->limits, &session->stats, session->allocator, asked_to_stop, s, NULL};
    s->began_at = now_ns();
    rc = copy_request(s, q);
    if (rc) goto done;
    s->all_seen = !s->filter.paths && !s->filter.low.p && !s->filter.high.p && !s->filter.shards && !q->one_doc;
    if (q->ids && !q->content.p) narrow_to_ids(s);
    if (s->index && s->all_seen) s->env.watch = &s->watch;
    rc = s->arena.failed    ? CV_NOMEM
         : asked_to_stop(s) ? CV_INTERRUPTED
         : q->content.p     ? cv_source_open_content(q->content, &s->env, &s->levels[0].source)
                            : cv_source_open(s->q.source, &s->filter, &s->env, err, &s->levels[0].source);
    s->nlevels = rc ? 0 : 1;
done:
    say_why(rc, err);
    if (rc && s && !s->session)
        session->allocator->resize(session->allocator->ctx, s, sizeof *s, 0);
    else if (rc)
        cv_scan_close(s);
    else
        *out = s;
    return rc;
}

/* ---- archives: a level each ------------------------------------------------------------------------- */

struct cv_window *cv_scan_window(struct cv_scan *s) {
    struct cv_window *w = &s->levels[s->nlevels - 1].window;
    w->allocator = s->session->allocator;
    /* One document of a long file is wanted: what is read besides is read for nothing. */
    w->first = s->q.entries_only || s->q.one_doc || cv_ids_complete(s->index) ? (size_t)CV_PROBE_BYTES : 0;
    return w;
}

void cv_scan_leave_level(struct cv_scan *s) {
    struct level *l = &s->levels[--s->nlevels];
    cv_scan_ahead_ended(s);
    cv_source_close(l->source);
    l->source = NULL;
    if (s->nlevels) cv_reader_close(&l->feed);
    cv_arena_reset(&l->names);
}

enum cv_status cv_scan_descend(struct cv_scan *s, struct cv_held_file *f, struct cv_source *from) {
    struct level *l = &s->levels[s->nlevels];
    enum cv_status rc;
    if (s->nlevels == CV_SCAN_LEVELS)
        return cv_scan_fault(s, &f->entry, CV_P_LIMIT, CV_LIT("archives lie too deep in archives"));
    l->path = cv_arena_copy(&l->names, f->entry.path);
    l->stamp = f->entry.stamp;
    l->known = s->index && cv_ids_knows(s->index, l->path, l->stamp);
    l->feed = f->reader;
    f->open = false;
    rc = l->names.failed ? CV_NOMEM : cv_source_members(from, &f->entry, &l->feed, &l->source);
    if (rc) {
        cv_reader_close(&l->feed);
        return rc == CV_LIMIT ? cv_scan_fault(s, &f->entry, f->entry.problem, f->entry.message) : rc;
    }
    s->nlevels++;
    return CV_DONE;
}

/* ---- rows ------------------------------------------------------------------------------------------- */

bool cv_scan_shard_fits(const struct cv_scan *s, struct cv_span path) {
    return !s->filter.shards || cv_shard_of(path, s->filter.shards) == s->filter.shard;
}

bool cv_scan_admits(const struct cv_scan *s, const struct cv_entry *e) {
    if (e->loose && !cv_filter_wants(&s->filter, e->path)) return false;
    return e->shard == CV_SHARD_DONE || cv_scan_shard_fits(s, e->path);
}

void cv_scan_row(struct cv_scan *s, const struct cv_entry *e) {
    s->out = (struct cv_scanned){.path = e->path,
                                 .size = e->size,
                                 .entry_size = e->size,
                                 .mtime = e->mtime,
                                 .problem = e->problem,
                                 .problem_message = e->message,
                                 .entry_index = (size_t)cv_hash(0, e->path)};
}

struct cv_scanned cv_scanned_of(const struct cv_document *doc, const struct cv_cable *cable) {
    return (struct cv_scanned){.path = doc->name,
                               .has_doc = true,
                               .doc = doc->doc,
                               .offset = doc->offset,
                               .size = doc->bytes.n,
                               .entry_size = UINT64_MAX,
                               .mtime = INT64_MIN,
                               .format = cable->format,
                               .cable = cable,
                               .problem = -1};
}

void cv_scan_keep_row(struct cv_scan *s) {
    s->out.path = cv_arena_copy(&s->words, s->out.path);
    s->out.problem_message = cv_arena_copy(&s->words, s->out.problem_message);
}

enum cv_status cv_scan_fault(struct cv_scan *s, const struct cv_entry *e, int problem, struct cv_span message) {
    if (s->q.ids || !cv_scan_admits(s, e)) return CV_DONE; /* an entry without a document has no id */
    cv_scan_row(s, e);
    s->out.problem = problem;
    s->out.problem_message = message;
    return CV_OK;
}

/* ---- files ------------------------------------------------------------------------------------------ */

/* Ids are noted of a file that is gone through to its end, whatever the rows were. */
static void note_id(struct cv_scan *s, struct cv_span id, unsigned doc) {
    enum { MOST = 1 << 20 }; /* of one file: sixteen megabytes */
    const struct cv_allocator *a = s->session->allocator;
    if (!s->index || !id.p) return;
    if (s->nfound == s->found_cap) {
        size_t cap = s->found_cap ? s->found_cap * 2 : 64;
        struct cv_noted_id *v =
            cap > MOST ? NULL : a->resize(a->ctx, s->found, s->found_cap * sizeof *v, cap * sizeof *v);
        if (!v) {
            cv_ids_let_go(s->index);
            s->index = NULL; /* without it every file is read, which is right too */
            return;
        }
        s->found = v;
        s->found_cap = cap;
    }
    s->found[s->nfound++] = (struct cv_noted_id){cv_ids_hash(id), doc};
}

static void finish_file(struct cv_scan *s, bool to_its_end) {
    struct cv_held_file *f = s->file;
    const struct cv_entry *e = &s->entry;
    bool all = to_its_end && !f->part && !s->q.one_doc && !s->docs_known; /* no document was passed by */
    if (e->member && s->nlevels > 1 && !f->part) cv_entry_counted(s->levels[s->nlevels - 1].source, e, f->ndocs);
    if (s->index && all && (f->end == CV_DONE || f->end == CV_MISUSE)) {
        if (e->shard == CV_SHARD_DONE)
            cv_ids_note(s->index, e->path, e->stamp, s->found, s->nfound);
        else
            s->all_seen = false;
    }
    if (f->streaming && f->open) {
        cv_reader_close(&f->reader); /* its window is needed for the next */
        f->open = false;
    }
    s->file = NULL;
    if (f->streaming) cv_scan_ahead_ended(s);
    cv_cache_release(s->cache, s->part);
    cv_cache_release(s->cache, s->batch);
    s->part = s->batch = NULL;
}

void cv_scan_adopt(struct cv_scan *s, struct cv_batch *b, struct cv_held_file *f, const struct cv_entry *e,
                   bool from_cache) {
    s->batch = b;
    s->file = f;
    s->entry = f->entry;
    s->entry.loose = e->loose;
    s->entry.shard = e->shard;
    s->at_doc = 0;
    s->from_cache = from_cache;
    s->nfound = 0;
    s->docs_known = false;
    s->fault_given = false;
}

bool cv_scan_is_lookup(const struct cv_scan *s) { return s->filter.paths || s->q.ids; }

/* Is the file held already? Asked only where there is a chance. */
static bool find_held(struct cv_scan *s, struct cv_source *from, struct cv_entry *e, uint64_t key) {
    struct cv_held_file *f;
    struct cv_batch *b;
    if (s->q.content.p || e->again || e->archive) return false;
    if (!cv_scan_is_lookup(s) && !cv_cache_may_have(s->cache, key)) return false;
    cv_entry_stat(from, e);
    f = e->stamp ? cv_cache_find(s->cache, key, e->path, e->stamp, &b) : NULL;
    if (!f) f = cv_scan_find_part(s, e->path, e->stamp, &b);
    if (!f) return false;
    if (e->loose && !cv_filter_wants(&s->filter, e->path))
        cv_cache_release(s->cache, b); /* held, so no archive, so not wanted */
    else
        cv_scan_adopt(s, b, f, e, true);
    return true;
}

enum cv_status cv_scan_take_file(struct cv_scan *s, struct cv_batch *b, struct cv_held_file *f, struct cv_source *from,
                                 enum cv_status rc) {
    if (rc == CV_DONE) return cv_scan_descend(s, f, from);
    if (rc == CV_IO) return cv_scan_fault(s, &f->entry, f->entry.problem, f->entry.message);
    if (rc) return rc;
    if (f->entry.loose && !cv_filter_wants(&s->filter, f->entry.path)) return CV_DONE;
    if (!f->streaming && !s->q.content.p && !f->entry.again && !b->ahead)
        cv_cache_add(s->cache, b, cv_scan_is_lookup(s));
    b->refs++;
    cv_scan_adopt(s, b, f, &f->entry, false);
    return CV_DONE;
}

/* One document of this member is wanted; soon it may be another. */
static bool is_looked_up_in(const struct cv_scan *s, const struct cv_entry *e) {
    if (!e->member || e->again || s->nlevels < 2 || !s->filter.paths) return false;
    return s->q.one_doc || (s->q.ids && s->levels[s->nlevels - 1].known);
}

enum cv_status cv_scan_begin(struct cv_scan *s, struct cv_source *from, struct cv_entry *e) {
    uint64_t key = cv_hash(s->source_key, e->path);
    struct cv_held_file *f;
    struct cv_batch *b;
    enum cv_status rc;
    if (e->problem >= 0) return cv_scan_fault(s, e, e->problem, e->message);
    /* Of a member only where all its archive is known: the same name may come again, and its documents count on. */
    if (s->index && s->q.ids && (!e->member || s->levels[s->nlevels - 1].known)) {
        cv_entry_stat(from, e);
        if (cv_ids_rule_out(s->index, e, s->q.ids, s->q.nids)) return CV_DONE;
    }
    if (find_held(s, from, e, key)) return CV_DONE;
    rc = cv_scan_member_held(s, from, e);
    if (rc != CV_OK) return rc;
    b = cv_cache_batch(s->cache);
    f = b ? cv_batch_place(b, e) : NULL;
    if (f) f->key = key;
    if (f) f->kept_whole = is_looked_up_in(s, e);
    rc = f ? cv_file_read(b, f, from, cv_scan_window(s), false) : CV_NOMEM;
    if (f) cv_entry_drop(&f->entry); /* the cache may keep it longer than the source lives */
    if (f) rc = cv_scan_take_file(s, b, f, from, rc);
    if (rc == CV_OK) cv_scan_keep_row(s);
    cv_cache_release(s->cache, b);
    return rc;
}

/* ---- documents -------------------------------------------------------------------------------------- */

static void fill_row(struct cv_scan *s, const struct cv_held_doc *doc) {
    cv_scan_row(s, &s->entry);
    s->out.doc = doc->d.doc;
    s->out.offset = doc->d.offset;
    s->out.size = doc->d.bytes.n;
    s->out.format = s->file->reader.format ? s->file->reader.format->name : NULL;
    if (s->q.content.p) s->out.path = CV_NONE;
    if (doc->problem >= 0) {
        s->out.problem = doc->problem;
        s->out.problem_message = doc->message;
        s->out.problem_line = doc->d.line_no;
        return;
    }
    s->out.has_doc = true;
    s->out.cable = doc->cable;
}

/* A hostile text of many megabytes takes seconds: the parse is given up when the query is. What it leaves is as good as
 * before it, for the cache. */
static enum cv_status parse_doc(struct cv_scan *s, struct cv_held_doc *doc, unsigned needs, bool *hit) {
    struct cv_batch *b = s->part ? s->part : s->batch;
    enum cv_status rc;
    b->stop = asked_to_stop;
    b->stop_ctx = s;
    rc = cv_file_parse(b, s->file, doc, needs, &s->session->stats, hit);
    b->stop = NULL;
    if (rc != CV_NOMEM || !s->interrupted) return rc;
    b->arena.failed = b->refused = false;
    return CV_INTERRUPTED;
}

/* CV_OK: it is wanted and parsed as far as needed; CV_DONE: passed over. */
static enum cv_status take_doc(struct cv_scan *s, struct cv_held_doc *doc) {
    unsigned hint = s->q.needs ? cv_cache_hint(s->cache, s->source_key, s->from_cache) : 0;
    enum cv_status rc = CV_OK;
    bool hit = false, had = doc->needs != 0;
    if (s->q.ids) {
        rc = parse_doc(s, doc, CV_NEED_ENVELOPE, &hit);
        if (rc) return rc;
        if (doc->problem >= 0 || !doc->cable) return CV_DONE;
        note_id(s, doc->cable->id, doc->d.doc);
        if (!cv_id_wanted(&s->parsing, doc->cable->id)) return CV_DONE;
    }
    if (s->q.needs) rc = parse_doc(s, doc, s->q.needs | hint, &hit);
    if (rc) return rc;
    if (s->from_cache && s->q.needs && hit) s->session->stats.cache_hits++;
    /* What one scan parses too little of for another, each may as well parse for both from now on. */
    if (s->from_cache && !hit && had) cv_cache_set_hint(s->cache, s->source_key, doc->needs);
    cv_scan_keep_part(s);
    return CV_OK;
}

enum cv_status cv_scan_sort_out(const struct cv_scan *s, const struct cv_held_doc *doc) {
    const struct cv_entry *e = &s->entry;
    if (e->shard == CV_SHARD_DONE) return CV_DONE;
    if (e->shard == CV_SHARD_ROWS && s->file->reader.format == &cv_format_csv)
        return cv_shard_of_row(e->path, doc->d.doc, s->filter.shards) == s->filter.shard ? CV_DONE : CV_OK;
    return cv_scan_shard_fits(s, e->path) ? CV_DONE : CV_LIMIT;
}

/* The file's own problem, once, after its documents. */
static enum cv_status end_of_file(struct cv_scan *s) {
    struct cv_held_file *f = s->file;
    enum cv_status rc = CV_DONE;
    if (f->problem >= 0 && !s->fault_given) {
        s->fault_given = true;
        rc = cv_scan_fault(s, &s->entry, f->problem, f->message);
        if (rc == CV_OK) {
            if (s->q.content.p) s->out.path = CV_NONE;
            return rc;
        }
    }
    finish_file(s, true);
    return CV_DONE;
}

static enum cv_status next_doc(struct cv_scan *s, struct cv_held_doc **out) {
    if (!s->file->streaming) return cv_file_doc(s->batch, s->file, s->at_doc, out);
    if (s->at_doc && cv_scan_reads_ahead(s)) return cv_scan_ahead_doc(s, out);
    s->begun++;
    return cv_scan_next_part(s, out);
}

static enum cv_status next_document(struct cv_scan *s) {
    for (;;) {
        struct cv_held_doc *doc;
        enum cv_status rc;
        if (asked_to_stop(s)) return CV_INTERRUPTED;
        rc = s->at_doc ? cv_scan_seek(s) : cv_scan_plan_docs(s);
        if (rc == CV_DONE) finish_file(s, false);
        if (rc) return rc;
        rc = next_doc(s, &doc);
        if (rc == CV_DONE) return end_of_file(s);
        if (rc) return rc;
        s->at_doc++;
        if (!cv_scan_wants_doc(s, doc->d.doc)) continue;
        rc = cv_scan_sort_out(s, doc);
        if (rc == CV_LIMIT) {
            finish_file(s, false);
            return CV_DONE;
        }
        if (rc == CV_OK) continue;
        if (doc->problem < 0) {
            rc = take_doc(s, doc);
            if (rc == CV_DONE) continue;
            if (rc) return rc;
        }
        if (doc->problem >= 0 && s->q.ids) continue;
        fill_row(s, doc);
        return CV_OK;
    }
}

/* ---- the pass --------------------------------------------------------------------------------------- */

enum cv_status cv_scan_end_of_source(struct cv_scan *s) {
    const struct level *l = &s->levels[s->nlevels - 1];
    if (s->nlevels == 1) {
        s->finished = true;
        return CV_DONE;
    }
    if (s->index && s->all_seen && !cv_source_doubles(l->source)) cv_ids_note(s->index, l->path, l->stamp, NULL, 0);
    cv_scan_leave_level(s);
    return CV_DONE;
}

/* The next entry of the innermost archive, or of the source. */
static enum cv_status next_entry(struct cv_scan *s, struct cv_error *err) {
    struct level *l = &s->levels[s->nlevels - 1];
    struct cv_entry e;
    enum cv_status rc;
    if (cv_scan_reads_ahead(s)) return cv_scan_ahead_next(s, err);
    rc = cv_source_next(l->source, &e, err);
    if (rc == CV_DONE) return cv_scan_end_of_source(s);
    if (rc) return rc;
    s->begun++;
    return s->q.entries_only ? cv_scan_list(s, l->source, &e) : cv_scan_begin(s, l->source, &e);
}

enum cv_status cv_scan_next(struct cv_scan *s, const struct cv_scanned **out, struct cv_error *err) {
    enum cv_status rc = CV_DONE;
    *out = NULL;
    if (s->failed) return s->failed;
    cv_arena_reset(&s->words);
    while (rc == CV_DONE && !s->finished) {
        if (s->file)
            rc = next_document(s);
        else if (asked_to_stop(s))
            rc = CV_INTERRUPTED;
        else
            rc = next_entry(s, err);
    }
    if (rc == CV_OK) {
        s->rows++;
        *out = &s->out;
    } else if (rc == CV_DONE) {
        if (s->index && s->all_seen) cv_ids_passed(s->index, &s->watch, s->began_at, now_ns());
        s->all_seen = false;
    } else {
        s->failed = rc;
        say_why(rc, err);
    }
    return rc;
}

void cv_scan_close(struct cv_scan *s) {
    const struct cv_allocator *a;
    if (!s) return;
    a = s->session->allocator;
    if (s->file && s->file->streaming && s->file->open) {
        cv_reader_close(&s->file->reader);
        s->file->open = false;
    }
    cv_cache_release(s->cache, s->part);
    cv_cache_release(s->cache, s->batch);
    cv_scan_ahead_close(s);
    while (s->nlevels) cv_scan_leave_level(s);
    for (size_t i = 0; i < CV_SCAN_LEVELS; i++) {
        if (s->levels[i].window.buf) cv_window_free(&s->levels[i].window);
        cv_arena_free(&s->levels[i].names);
    }
    if (s->found) a->resize(a->ctx, s->found, s->found_cap * sizeof *s->found, 0);
    cv_ids_let_go(s->index);
    cv_watch_free(&s->watch);
    cv_arena_free(&s->file_arena);
    cv_cache_scan_closed(s->cache, s->source_key, s->q.needs);
    cv_arena_free(&s->words);
    cv_arena_free(&s->arena);
    a->resize(a->ctx, s, sizeof *s, 0);
}
