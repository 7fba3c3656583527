/* scan_state.h - the state of one pass, shared by scan.c (documents), entries.c (files), members.c (members held) and
 * ahead.c (reading ahead), seek.c and parts.c (long files). */
#ifndef CV_EXT_SCAN_STATE_H
#define CV_EXT_SCAN_STATE_H

#include "batch.h"

/* The source, or an archive in it. */
struct level {
    struct cv_source *source;
    struct cv_window window; /* its entries are read through */
    struct cv_reader feed;   /* the archive itself, in the window of the level below; of the source: none */
    struct cv_arena names;
    struct cv_span path; /* of the archive */
    uint64_t stamp;
    bool known; /* the index of ids has all of it */
};
/* What is on its way through the pool in one lane. */
struct cv_ahead {
    struct cv_batch *batch; /* the one that is being given */
    size_t at, left;        /* next file of it; files submitted and not given yet */
    bool held;              /* the last one submitted cannot be held: nothing behind it is read before it is given */
    bool listed;            /* nothing follows, and why */
    enum cv_status rc;
    struct cv_error error;
};

enum { CV_SCAN_LEVELS = 16 }; /* more than any max_depth makes sense */

struct cv_scan {
    struct cv_session *session;
    struct cv_scan_cache *cache;
    struct cv_scan_request q;
    struct cv_path_filter filter;
    struct cv_source_env env;
    struct cv_parsing parsing;
    struct cv_arena arena, words; /* the request; what the current row says */
    uint64_t source_key;
    struct level levels[CV_SCAN_LEVELS];
    size_t nlevels;
    /* the file whose documents are being given */
    struct cv_batch *batch;
    struct cv_held_file *file;
    struct cv_batch *part; /* of a file that streams: the document at hand */
    struct cv_entry entry; /* as this scan sees it: another may have read the file, with another filter */
    size_t at_doc;
    bool from_cache, fault_given;
    /* ids of it */
    struct cv_id_index *index;
    struct cv_noted_id *found;
    size_t nfound, found_cap;
    struct cv_watch watch; /* the folders gone through, while all_seen */
    int64_t began_at;
    /* in a file that streams */
    struct cv_numbers docs; /* the documents that are wanted of it, in words of the file: file_arena */
    size_t next_doc;
    struct cv_arena file_arena;
    /* reading ahead */
    struct cv_pool *pool;
    bool no_pool;
    struct cv_ahead ahead[CV_LANES];
    size_t begun; /* files, members, documents of files that stream */
    int64_t rows;
    /* */
    bool interrupted, finished;
    bool all_seen;   /* nothing of the source was left out so far */
    bool docs_known; /* which of the file are wanted */
    int64_t asked_at;
    enum cv_status failed;
    struct cv_scanned out;
};

bool cv_scan_shard_fits(const struct cv_scan *s, struct cv_span path);
/* Does the filter want the entry itself, now that it is known to be no archive? */
bool cv_scan_admits(const struct cv_scan *s, const struct cv_entry *e);
bool cv_scan_is_lookup(const struct cv_scan *s);
struct cv_window *cv_scan_window(struct cv_scan *s);
void cv_scan_row(struct cv_scan *s, const struct cv_entry *e);
/* CV_OK: a row about an entry without a document; CV_DONE: nobody wants it. */
enum cv_status cv_scan_fault(struct cv_scan *s, const struct cv_entry *e, int problem, struct cv_span message);
/* Words of the current row that must outlive what they stand in. */
void cv_scan_keep_row(struct cv_scan *s);
/* Have the documents of f come next, for the entry e; takes over a reference. */
void cv_scan_adopt(struct cv_scan *s, struct cv_batch *b, struct cv_held_file *f, const struct cv_entry *e,
                   bool from_cache);
/* CV_DONE: its documents come next, or there is nothing to say; CV_OK: a row about the entry. */
enum cv_status cv_scan_begin(struct cv_scan *s, struct cv_source *from, struct cv_entry *e);
/* Go into the archive that f turned out to be; CV_DONE: done; CV_OK: a row says why not. */
enum cv_status cv_scan_descend(struct cv_scan *s, struct cv_held_file *f, struct cv_source *from);
void cv_scan_leave_level(struct cv_scan *s);

/* What was read of f is a file to be given, an archive, or trouble; status is what cv_file_read said. */
enum cv_status cv_scan_take_file(struct cv_scan *s, struct cv_batch *b, struct cv_held_file *f, struct cv_source *from,
                                 enum cv_status status);
/* The innermost archive, or the source, has no more entries: CV_DONE. */
enum cv_status cv_scan_end_of_source(struct cv_scan *s);
/* CV_OK: not of this shard; CV_DONE: it is; CV_LIMIT: nothing of the file is. */
enum cv_status cv_scan_sort_out(const struct cv_scan *s, const struct cv_held_doc *doc);

/* ---- seek.c: documents of long files ------------------------------------------------------------ */
/* Before the first document of a file: which of them are wanted, where that is known. */
enum cv_status cv_scan_plan_docs(struct cv_scan *s);
/* Before each: go straight to the next one that is wanted, if there is a way. CV_DONE: none is any more. */
enum cv_status cv_scan_seek(struct cv_scan *s);
/* Is this document wanted, by its number? */
bool cv_scan_wants_doc(const struct cv_scan *s, unsigned doc);

/* ---- parts.c: documents of long files, held one by one ------------------------------------------- */
/* The next document, into s->part. */
enum cv_status cv_scan_next_part(struct cv_scan *s, struct cv_held_doc **out);
/* Put the next document that is in this shard into b, as a file of its own. CV_DONE: there are no more. *held: it stays
 * in the window, and must be given before the next is looked for. */
enum cv_status cv_scan_place_part(struct cv_scan *s, struct cv_batch *b, bool *held);
/* Have a document that a worker had be the one at hand. */
enum cv_status cv_scan_take_part(struct cv_scan *s, struct cv_batch *b, struct cv_held_file *f,
                                 struct cv_held_doc **out);
/* A row is made of it: look-ups may want it too. */
void cv_scan_keep_part(struct cv_scan *s);
/* The one document that is wanted of the file at path, if it is held, with a reference; NULL. */
struct cv_held_file *cv_scan_find_part(struct cv_scan *s, struct cv_span path, uint64_t stamp, struct cv_batch **b);

/* ---- entries.c: rows of files -------------------------------------------------------------------- */
enum cv_status cv_scan_list(struct cv_scan *s, struct cv_source *from, struct cv_entry *e);

/* ---- members.c ------------------------------------------------------------------------------------ */
/* Is the one member that is wanted of this archive held? Then its documents come next: CV_DONE. CV_OK: it is not. */
enum cv_status cv_scan_member_held(struct cv_scan *s, struct cv_source *from, struct cv_entry *e);

/* ---- ahead.c --------------------------------------------------------------------------------------- */
/* Does a pool read ahead what comes next, or is it time to start one? */
bool cv_scan_reads_ahead(struct cv_scan *s);
enum cv_status cv_scan_ahead_next(struct cv_scan *s, struct cv_error *err);
/* The next document of the file that streams. */
enum cv_status cv_scan_ahead_doc(struct cv_scan *s, struct cv_held_doc **out);
/* The innermost archive, or the file that streams, has come to its end. */
void cv_scan_ahead_ended(struct cv_scan *s);
void cv_scan_ahead_close(struct cv_scan *s);

#endif
