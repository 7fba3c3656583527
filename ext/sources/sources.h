/* sources.h - where bytes come from: file, folder, glob, archive, memory. Gives entries in path order and opens them.
 * Does not know what a cable is. Only reads. One file per kind of place, one line in the array of sources.c. */
#ifndef CV_EXT_SOURCES_H
#define CV_EXT_SOURCES_H

#include "../../include/cv_cable.h" /* struct cv_reader */
#include "../base/base.h"

/* What a source must respect; owned by the session, outlives every source opened with it. */
struct cv_source_limits {
    struct cv_spans roots;      /* real paths that confine everything; none: no confinement */
    uint64_t max_document_bytes; /* a window never grows over this */
    uint64_t max_member_bytes, max_archive_bytes; /* unpacked: one member, all members of one archive */
    unsigned max_members, max_ratio, max_depth;   /* per archive; unpacked to packed; archives in archives */
};

/* What a connection has done so far: cablevtab_stats(). Counted with atomic adds: readers run in threads. */
struct cv_stats {
    uint64_t files_listed, files_opened, bytes_read, documents_parsed, heads_parsed, cache_hits;
};

struct cv_source_env {
    const struct cv_source_limits *limits;
    struct cv_stats *stats;
    const struct cv_allocator *allocator;
    bool (*interrupted)(void *ctx); /* asked at least every few milliseconds of work, on the query's thread only */
    void *interrupted_ctx;
};

/* One thing to read: a file or a member of an archive. Spans live as long as the source. */
struct cv_entry {
    struct cv_span path;     /* as in cables.path: from the source's folder on; "a.zip!/dir/file.txt" */
    struct cv_span name;     /* last part of path, without folders */
    uint64_t size;           /* bytes; UINT64_MAX: unknown before reading */
    int64_t mtime;           /* seconds since 1970; INT64_MIN: unknown */
    bool stat_known;         /* size and mtime are filled (else cv_entry_stat) */
    bool archive;            /* an archive or single compressed file by name: its members come as entries of their own */
    int problem;             /* >= 0: an enum cv_problem_code; the entry cannot be read and message says why */
    struct cv_span message;
    size_t index;            /* position in the source's order, from 0 */
};

struct cv_source;

/* Which paths are wanted; an empty filter wants all. Cuts before opening, where it can. */
struct cv_path_filter {
    const struct cv_span *paths; /* sorted by bytes, no doubles; NULL: any */
    size_t npaths;
    struct cv_span low, high;    /* low <= path, path < high by bytes; absent: open. Bounds may be loose */
    unsigned shard, shards;      /* shards 0: all. A member's or CSV row's shard is its own (cv_shard_of) */
};

/* FNV-1a over the path inside the source, modulo shards; frozen for ever: scripts rely on it. */
unsigned cv_shard_of(struct cv_span path, unsigned shards);

/* Open a source by its name: a path, a glob (a path that exists is never a glob), an archive. CV_NOTFOUND and
 * CV_MISUSE name it in err. Lists nothing yet. */
enum cv_status cv_source_open(struct cv_span uri, const struct cv_path_filter *filter, const struct cv_source_env *env,
                              struct cv_error *err, struct cv_source **out);
/* The next entry in path order (members of an archive as they lie in it). CV_DONE at the end. */
enum cv_status cv_source_next(struct cv_source *s, struct cv_entry *out, struct cv_error *err);
/* Fill size and mtime. Bad luck is a problem in the entry, not an error. */
void cv_entry_stat(struct cv_source *s, struct cv_entry *e);
/* Its bytes, at most CV_WINDOW at first; the reader is closed by the caller. Of a file or folder: any thread, any
 * order. Of an archive's member: the query's thread, before the next cv_source_next. Trouble that concerns the
 * entry alone is set in e->problem and e->message, with CV_IO. buf: a buffer to reuse, may be grown. */
enum cv_status cv_entry_open(struct cv_source *s, struct cv_entry *e, struct cv_reader *out);
/* True if entries may be opened from other threads, so that a pool can read ahead. */
bool cv_source_parallel(const struct cv_source *s);
/* True if rows come out in byte order of path (no archive among the entries). */
bool cv_source_sorted(const struct cv_source *s);
void cv_source_close(struct cv_source *s); /* NULL is fine */

#endif
