/* batch.c - one file after the other into memory, its documents found and parsed as far as asked for.
 * May not: know a path filter, a shard or a thread; a batch is touched by one thread at a time.
 * A file up to CV_HELD_BYTES is copied next to its parses, so that both can outlive the window it was read through; a
 * longer one streams, and of it only the current document exists. */
#include "batch.h"

static void *watched_resize(void *ctx, void *p, size_t old_n, size_t new_n) {
    struct cv_batch *b = ctx;
    void *q = b->allocator->resize(b->allocator->ctx, p, old_n, new_n);
    if (!q && new_n) b->refused = true;
    return q;
}

static bool watched_stop(void *ctx) {
    struct cv_batch *b = ctx;
    if (b->stop && b->stop(b->stop_ctx)) b->refused = true;
    return b->stop && b->refused;
}

struct cv_batch *cv_batch_new(const struct cv_allocator *allocator, size_t files, size_t ceiling) {
    struct cv_batch *b = allocator->resize(allocator->ctx, NULL, 0, sizeof *b);
    if (!b) return NULL;
    *b = (struct cv_batch){.allocator = allocator, .cap = files, .refs = 1};
    b->files = allocator->resize(allocator->ctx, NULL, 0, files * sizeof *b->files);
    if (!b->files) {
        allocator->resize(allocator->ctx, b, sizeof *b, 0);
        return NULL;
    }
    b->watched = (struct cv_allocator){.resize = watched_resize, .ctx = b, .stop = watched_stop};
    cv_arena_init(&b->arena, &b->watched, ceiling ? ceiling : CV_STREAM_CEILING);
    cv_arena_init(&b->names, &b->watched, 0);
    return b;
}

static void close_file(struct cv_held_file *f) {
    if (f->open) cv_reader_close(&f->reader);
    f->open = false;
    cv_entry_drop(&f->entry);
}

void cv_batch_clear(struct cv_batch *b) {
    for (size_t i = 0; i < b->nfiles; i++) close_file(&b->files[i]);
    b->nfiles = 0;
    b->refused = false;
    cv_arena_reset(&b->arena);
    cv_arena_reset(&b->names);
}

void cv_batch_free(struct cv_batch *b) {
    const struct cv_allocator *allocator;
    if (!b) return;
    allocator = b->allocator;
    cv_batch_clear(b);
    cv_arena_free(&b->arena);
    cv_arena_free(&b->names);
    allocator->resize(allocator->ctx, b->files, b->cap * sizeof *b->files, 0);
    allocator->resize(allocator->ctx, b, sizeof *b, 0);
}

size_t cv_batch_bytes(const struct cv_batch *b) {
    enum { AT_LEAST = 64 * 1024 }; /* an arena's first chunk */
    return sizeof *b + b->cap * sizeof *b->files + b->arena.used + b->names.used + 2 * (size_t)AT_LEAST;
}

uint64_t cv_hash(uint64_t seed, struct cv_span s) {
    uint64_t h = seed ^ 14695981039346656037u;
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
    return h ^ h >> 31;
}

bool cv_id_wanted(const struct cv_parsing *p, struct cv_span id) {
    size_t lo = 0, hi = p->nids;
    if (!p->ids) return true;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        int c = cv_span_cmp(p->ids[mid], id);
        if (!c) return true;
        if (c < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return false;
}

/* ---- reading ------------------------------------------------------------------------------------- */

/* Read on to the end where the file is short enough to be held. CV_LIMIT: it is not; the window is as it was. */
static enum cv_status read_whole(const struct cv_held_file *f, struct cv_reader *r, struct cv_window *w) {
    const struct cv_entry *e = &f->entry;
    size_t most = f->kept_whole ? CV_KEPT_WHOLE : CV_HELD_BYTES;
    enum cv_status rc = CV_OK;
    if (!e->member && e->stat_known && e->size != UINT64_MAX && e->size > CV_HELD_BYTES && !r->eof) return CV_LIMIT;
    while (!rc && !r->eof && r->n < most && r->more) rc = r->more(r);
    if (rc == CV_LIMIT) w->problem = -1; /* over max_document_bytes, but it may hold several documents */
    return rc ? rc : r->eof && r->n <= most ? CV_OK : CV_LIMIT;
}

/* Copy what was read next to the parses and let the window go. */
static enum cv_status hold(struct cv_batch *b, struct cv_held_file *f) {
    struct cv_span name = f->entry.name, bytes;
    if (!f->reader.close) return CV_OK; /* a value in memory stays where it is */
    bytes = cv_arena_copy(&b->arena, cv_span_of(f->reader.p, f->reader.n));
    if (!bytes.p) return CV_NOMEM;
    cv_reader_close(&f->reader);
    f->reader = cv_reader_memory(bytes.p, bytes.n);
    f->reader.name = name;
    return CV_OK;
}

static enum cv_status refuse(struct cv_batch *b, struct cv_held_file *f, struct cv_window *w) {
    if (w->problem >= 0) {
        f->entry.problem = w->problem;
        f->entry.message = cv_arena_copy(&b->names, cv_span_of(w->message, strlen(w->message)));
    }
    return CV_IO;
}

struct cv_held_file *cv_batch_place(struct cv_batch *b, const struct cv_entry *e) {
    struct cv_held_file *f = b->nfiles < b->cap ? &b->files[b->nfiles] : NULL;
    if (!f) return NULL;
    *f = (struct cv_held_file){.entry = *e, .end = CV_DONE, .problem = -1};
    if (!cv_entry_keep(&f->entry, &b->names)) return NULL;
    b->nfiles++;
    return f;
}

enum cv_status cv_file_read(struct cv_batch *b, struct cv_held_file *f, struct cv_source *s, struct cv_window *w,
                            bool whole) {
    enum cv_status rc = cv_entry_open(s, &f->entry, w, &f->reader);
    if (rc == CV_IO) return refuse(b, f, w);
    if (rc != CV_OK && rc != CV_DONE) return rc;
    f->open = true;
    f->reader.name = f->entry.name;
    if (rc == CV_DONE) return rc;
    rc = read_whole(f, &f->reader, w);
    if (rc == CV_OK) return hold(b, f);
    if (rc == CV_IO) return refuse(b, f, w);
    if (rc != CV_LIMIT || whole) return rc;
    f->streaming = true;
    return CV_OK;
}

/* ---- documents ----------------------------------------------------------------------------------- */

/* No document follows: what is the entry's own problem? */
static void end_file(struct cv_batch *b, struct cv_held_file *f, enum cv_status rc) {
    const struct cv_window *w = f->streaming && rc != CV_DONE ? f->reader.ctx : NULL;
    f->ended = true;
    f->end = rc;
    if (rc == CV_MISUSE || (rc == CV_DONE && !f->ndocs)) {
        f->problem = CV_P_NOT_A_CABLE;
        f->message = f->reader.n || f->reader.offset || f->ndocs
                         ? CV_LIT("no format of cables is known for this content")
                         : CV_LIT("there is nothing in it");
    } else if (rc == CV_IO || rc == CV_LIMIT) {
        f->problem = w && w->problem >= 0 ? w->problem : rc == CV_IO ? CV_P_UNREADABLE : CV_P_TOO_LARGE;
        f->message = w && w->problem >= 0 ? cv_arena_copy(&b->names, cv_span_of(w->message, strlen(w->message)))
                                          : CV_LIT("cannot be read to its end");
    }
}

static enum cv_status find_doc(struct cv_batch *b, struct cv_held_file *f, struct cv_held_doc **out) {
    struct cv_document d;
    enum cv_status rc;
    *out = NULL;
    if (f->ended) return CV_DONE;
    rc = cv_document_next(&f->reader, &d, &b->arena);
    if (rc == CV_NOMEM && !b->refused && b->arena.failed) {
        b->arena.failed = false; /* its ceiling, as below */
        rc = CV_LIMIT;
    }
    if (rc == CV_NOMEM || rc == CV_INTERRUPTED) return rc;
    if (rc) {
        end_file(b, f, rc);
        return CV_DONE;
    }
    *out = CV_PUSH(&b->arena, &f->docs, struct cv_held_doc);
    if (!*out) return CV_NOMEM;
    **out = (struct cv_held_doc){.d = d, .problem = -1};
    (*out)->d.doc = f->entry.first_doc + f->ndocs++;
    if (d.flags & CV_DOC_TOO_LARGE) {
        (*out)->problem = CV_P_TOO_LARGE;
        (*out)->message = CV_LIT("a document of more than max_document_bytes: not read");
    }
    return CV_OK;
}

enum cv_status cv_file_doc(struct cv_batch *b, struct cv_held_file *f, size_t i, struct cv_held_doc **out) {
    if (f->streaming) {
        if (!f->ended) cv_arena_reset(&b->arena);
        return cv_file_next_doc(b, f, out);
    }
    if (i >= f->docs.n) return find_doc(b, f, out);
    *out = &f->docs.v[i];
    return CV_OK;
}

enum cv_status cv_file_next_doc(struct cv_batch *b, struct cv_held_file *f, struct cv_held_doc **out) {
    memset(&f->docs, 0, sizeof f->docs); /* the last one lies in the batch it was put into */
    return find_doc(b, f, out);
}

void cv_file_rewind(struct cv_held_file *f) {
    if (f->part) {
        if (f->docs.v->problem == CV_P_LIMIT) f->docs.v->problem = -1; /* of a worker's batch */
        return;
    }
    if (f->open) cv_reader_close(&f->reader);
    f->open = f->ended = false;
    if (!f->bytes.p) return;
    f->reader = cv_reader_memory(f->bytes.p, f->bytes.n);
    f->reader.name = f->entry.name;
    f->open = true;
    f->end = CV_DONE;
    f->problem = -1;
    f->ndocs = 0;
    memset(&f->docs, 0, sizeof f->docs);
}

static enum cv_status spoil(struct cv_held_doc *doc, enum cv_problem_code code, struct cv_span message) {
    doc->problem = (int)code;
    doc->message = message;
    return CV_OK;
}

enum cv_status cv_file_parse(struct cv_batch *b, struct cv_held_file *f, struct cv_held_doc *doc, unsigned needs,
                             struct cv_stats *stats, bool *hit) {
    struct cv_cable *cable;
    enum cv_status rc;
    (void)f;
    if (needs & CV_NEED_TEXT) needs |= CV_NEED_RAW; /* costs nothing then, and spares another parse */
    *hit = doc->problem >= 0 || (doc->needs & needs) == needs;
    if (*hit) return CV_OK;
    needs |= doc->needs;
    cable = cv_arena_alloc(&b->arena, sizeof *cable);
    rc = cable ? cv_document_parse(&doc->d, needs, &b->arena, cable) : CV_NOMEM;
    (void)__atomic_fetch_add(needs & CV_NEED_TEXT ? &stats->documents_parsed : &stats->heads_parsed, 1,
                             __ATOMIC_RELAXED);
    if (rc == CV_MISUSE) return spoil(doc, CV_P_NOT_A_CABLE, CV_LIT("no cable after all"));
    if (rc == CV_NOMEM && !b->refused) {
        b->arena.failed = false; /* the ceiling, not the memory: this document is at fault */
        return spoil(doc, CV_P_LIMIT, CV_LIT("its parse takes more memory than one document may"));
    }
    if (rc) return rc;
    doc->cable = cable;
    doc->needs = needs;
    return CV_OK;
}
