/* batch.h - what the files of this folder share and nobody else sees: files read and parsed, held together in batches
 * that a scan, the cache and a worker pass to each other. */
#ifndef CV_EXT_BATCH_H
#define CV_EXT_BATCH_H

#include "../formats/formats.h"
#include "scan.h"

enum {
    CV_HELD_BYTES = 4 * 1024 * 1024,  /* a longer file is not held: its documents pass through a window one by one */
    CV_KEPT_WHOLE = 16 * 1024 * 1024, /* … of a member that is looked up in, since it cannot be gone to */
    CV_BATCH_FILES = 32,              /* files of one batch of the pool */
    CV_AHEAD_BYTES = 4 * 1024 * 1024, /* ceiling of such a batch */
    CV_STREAM_CEILING = 256 * 1024 * 1024 /* bytes of an arena: more than any honest document's parse takes */
};

struct cv_held_doc {
    struct cv_document d;
    const struct cv_cable *cable; /* NULL: not parsed yet */
    unsigned needs;               /* what it was parsed for */
    int problem;                  /* >= 0: no cable, or over a limit; message in the arena or static */
    struct cv_span message;
};

/* A file or member, its bytes and what was found in it. */
struct cv_held_file {
    struct cv_entry entry;   /* spans in the batch's names */
    uint64_t key;            /* of source and path together, for the cache */
    struct cv_reader reader; /* kept open: a decoded text belongs to it */
    bool open;
    bool streaming;     /* docs holds the current one alone */
    bool kept_whole;    /* look-ups into it follow: held up to CV_KEPT_WHOLE bytes */
    bool part;          /* docs is one of a file that streams (parts.c) */
    bool ended;         /* no document follows; end says why */
    enum cv_status end; /* CV_DONE, or CV_MISUSE, CV_IO, CV_LIMIT: a problem of the entry */
    int problem;
    struct cv_span message;
    unsigned ndocs; /* found so far */
    CV_LIST(struct cv_held_doc) docs;
    enum { CV_FILE_READY, CV_FILE_LEFT /* a worker left it to the query's thread */ } state;
    struct cv_span bytes; /* of a member read for a worker; absent: he reads the file himself */
    bool stood_at;        /* its archive stands at the member, or the window at the part: it cannot be held */
    enum cv_status read;  /* … what cv_file_read said */
};

struct cv_batch {
    const struct cv_allocator *allocator;
    struct cv_allocator watched; /* allocator, noting a refusal: then it was no ceiling that failed the arena */
    bool refused;
    bool (*stop)(void *ctx); /* asked while a document is parsed, as it takes memory; NULL: nobody asks */
    void *stop_ctx;
    struct cv_arena arena, names; /* bytes and parses; paths */
    struct cv_held_file *files;
    size_t nfiles, cap;
    unsigned refs;  /* scans and the cache; on the query's thread only */
    bool ahead;     /* filled by a worker */
    unsigned needs; /* what a worker is to parse */
};

/* What a parse is counted in and allocated from; the same for the query's thread and for workers. */
struct cv_parsing {
    struct cv_stats *stats;
    unsigned needs;
    const struct cv_span *ids; /* sorted; NULL: all */
    size_t nids;
};

struct cv_batch *cv_batch_new(const struct cv_allocator *allocator, size_t files, size_t ceiling);
void cv_batch_clear(struct cv_batch *b); /* forget its files, keep its memory */
void cv_batch_free(struct cv_batch *b);
size_t cv_batch_bytes(const struct cv_batch *b);
/* The next file of the batch, for this entry; NULL: no memory. */
struct cv_held_file *cv_batch_place(struct cv_batch *b, const struct cv_entry *e);
/* Read it through w. CV_OK; CV_DONE: an archive, f->reader is open; CV_IO: f->entry.problem says why.
 * whole: CV_LIMIT instead of a file that streams. */
enum cv_status cv_file_read(struct cv_batch *b, struct cv_held_file *f, struct cv_source *s, struct cv_window *w,
                            bool whole);
/* Document number i of the file, found if need be. CV_DONE: there are no more (f->end says how it ended). Of a file that
 * streams it is put into b, which is emptied, and may be another batch than the file's. */
enum cv_status cv_file_doc(struct cv_batch *b, struct cv_held_file *f, size_t i, struct cv_held_doc **out);
/* The next one of a file that streams, beside what is in b. */
enum cv_status cv_file_next_doc(struct cv_batch *b, struct cv_held_file *f, struct cv_held_doc **out);
/* Forget what was found in it: it is read, or found, again. */
void cv_file_rewind(struct cv_held_file *f);
/* Parse it for needs, unless it is already. *hit: it was. A bad document gets a problem, and CV_OK. */
enum cv_status cv_file_parse(struct cv_batch *b, struct cv_held_file *f, struct cv_held_doc *doc, unsigned needs,
                             struct cv_stats *stats, bool *hit);
bool cv_id_wanted(const struct cv_parsing *p, struct cv_span id);
uint64_t cv_hash(uint64_t seed, struct cv_span s);

/* ---- cache.c: last files held, so that a join by path parses each document once ---------------- */
struct cv_scan_cache;
struct cv_scan_cache *cv_cache_of(struct cv_session *s); /* made on first need; NULL: no memory */
void cv_cache_free(struct cv_session *s);
void cv_cache_scan_opened(struct cv_scan_cache *c, uint64_t source_key, unsigned needs);
/* With the last one, what holds for a statement ends. */
void cv_cache_scan_closed(struct cv_scan_cache *c, uint64_t source_key, unsigned needs);
/* A batch for one file, cleared, with one reference. */
struct cv_batch *cv_cache_batch(struct cv_scan_cache *c);
void cv_cache_release(struct cv_scan_cache *c, struct cv_batch *b);
/* Remember it; kept: for look-ups to come, else only among the last few. */
void cv_cache_add(struct cv_scan_cache *c, struct cv_batch *b, bool kept);
/* A batch for a worker, cleared: what it allocates comes from malloc. */
struct cv_batch *cv_cache_batch_ahead(struct cv_scan_cache *c);
/* The file with this key and stamp, with a reference for the caller; NULL. */
struct cv_held_file *cv_cache_find(struct cv_scan_cache *c, uint64_t key, struct cv_span path, uint64_t stamp,
                                   struct cv_batch **batch);
/* The document of a file that streams, as a file that holds it alone; as above. */
struct cv_held_file *cv_cache_find_part(struct cv_scan_cache *c, uint64_t key, struct cv_span path, uint64_t stamp,
                                        unsigned doc, struct cv_batch **batch);
bool cv_cache_has_parts(const struct cv_scan_cache *c);
/* Is a file of this key kept, whatever its stamp? */
bool cv_cache_may_have(const struct cv_scan_cache *c, uint64_t key);
/* What scans of a statement asked of files of a source beyond what another of them had parsed; of a file that another
 * one left here, also what the scans that are open ask. */
unsigned cv_cache_hint(const struct cv_scan_cache *c, uint64_t source_key, bool shared);
void cv_cache_set_hint(struct cv_scan_cache *c, uint64_t source_key, unsigned needs);

/* Whether an archive (a key made of its path and stamp) has a name twice, where that was found out. */
bool cv_cache_knows_single(const struct cv_scan_cache *c, uint64_t archive_key, bool *doubles);
void cv_cache_note_single(struct cv_scan_cache *c, uint64_t archive_key, bool doubles);

/* ---- ids.c: which file holds which id, from the heads that a first query by id read ------------- */
struct cv_id_index;
struct cv_noted_id {
    uint64_t id; /* cv_ids_hash */
    unsigned doc;
};
struct cv_numbers {
    unsigned *v;
    size_t n, cap;
};
struct cv_id_index *cv_ids_new(const struct cv_allocator *allocator, size_t *all_bytes);
/* The source's, held for a scan until cv_ids_let_go. NULL: no memory, or too many sources at a time. */
struct cv_id_index *cv_ids_of(struct cv_scan_cache *c, uint64_t source_key);
void cv_ids_hold(struct cv_id_index *x);
void cv_ids_let_go(struct cv_id_index *x);
bool cv_ids_in_use(const struct cv_id_index *x);
void cv_ids_free(struct cv_id_index *x);
/* Note what a whole file holds (or, of an archive, that all its members are noted). */
void cv_ids_note(struct cv_id_index *x, struct cv_span path, uint64_t stamp, const struct cv_noted_id *ids, size_t n);
/* The documents of this file that have one of the ids, in order; false: it is not noted with this stamp. */
bool cv_ids_docs(const struct cv_id_index *x, struct cv_span path, uint64_t stamp, const struct cv_span *ids,
                 size_t nids, struct cv_arena *a, struct cv_numbers *out);
/* True if the file has not changed since it was noted and holds none of the ids (an archive: no member does). */
bool cv_ids_rule_out(const struct cv_id_index *x, const struct cv_entry *e, const struct cv_span *ids, size_t nids);
/* Was the path noted with this stamp? */
bool cv_ids_knows(const struct cv_id_index *x, struct cv_span path, uint64_t stamp);
/* An id as it is noted. */
uint64_t cv_ids_hash(struct cv_span id);
/* All of the source was seen in this statement: it need not be walked again while the statement lasts. */
void cv_ids_set_complete(struct cv_id_index *x, bool complete);
bool cv_ids_complete(const struct cv_id_index *x);
/* A pass over all of the source began and ended then (monotonic, nanoseconds), and went through these folders. */
void cv_ids_passed(struct cv_id_index *x, struct cv_watch *watch, int64_t began, int64_t ended);
/* May that pass still be believed? */
bool cv_ids_fresh(const struct cv_id_index *x, int64_t now);
/* The paths that may hold one of the ids, sorted, each once. */
void cv_ids_paths(const struct cv_id_index *x, const struct cv_span *ids, size_t nids, struct cv_arena *a,
                  struct cv_spans *out);

/* ---- marks.c: places in long files ---------------------------------------------------------------- */
struct cv_marks *cv_marks_new(const struct cv_allocator *allocator);
void cv_marks_free(struct cv_marks *m);
void cv_marks_note(struct cv_marks *m, uint64_t key, uint64_t stamp, const struct cv_position *at);
/* The last place noted that is not behind this document; NULL: none. */
const struct cv_position *cv_marks_before(struct cv_marks *m, uint64_t key, uint64_t stamp, unsigned doc);
struct cv_marks *cv_cache_marks(struct cv_scan_cache *c); /* NULL: no memory */

/* ---- pool.c: workers that read and parse ahead -------------------------------------------------- */
struct cv_pool;
enum cv_lane {
    CV_LANE_FILES, /* of the source */
    CV_LANE_INNER, /* members of the innermost archive, or documents of a file that streams: one at a time is given */
    CV_LANES
};
/* NULL: no thread could be started. p and the source outlive it. */
struct cv_pool *cv_pool_new(struct cv_source *s, const struct cv_parsing *p, unsigned workers);
/* May another batch be submitted? */
bool cv_pool_wants(const struct cv_pool *p, enum cv_lane lane);
/* Entries of the batch are in place (state READY: to be read and parsed; LEFT: not to be touched). */
void cv_pool_submit(struct cv_pool *p, enum cv_lane lane, struct cv_batch *b);
/* The oldest batch of the lane, read and parsed. CV_DONE: none is on its way; CV_INTERRUPTED. */
enum cv_status cv_pool_take(struct cv_pool *p, enum cv_lane lane, bool (*interrupted)(void *ctx), void *ctx,
                            struct cv_batch **out);
void cv_pool_free(struct cv_pool *p); /* stops and joins its threads; NULL is fine */

#endif
