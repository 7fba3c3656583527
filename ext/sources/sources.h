/* sources.h - where bytes come from: file, folder, glob, archive, memory. Gives entries in path order and opens them.
 * Does not know what a cable is. Only reads. One file per kind of place, one line in the array of sources.c. */
#ifndef CV_EXT_SOURCES_H
#define CV_EXT_SOURCES_H

#include "../../include/cv_cable.h" /* struct cv_reader */
#include "../base/base.h"

/* What a source must respect; owned by the session, outlives every source opened with it. */
struct cv_source_limits {
    struct cv_spans roots;                        /* real paths that confine everything; none: no confinement */
    uint64_t max_document_bytes;                  /* a window never grows over this */
    uint64_t max_member_bytes, max_archive_bytes; /* unpacked: one member, all members of one archive */
    unsigned max_members, max_ratio, max_depth;   /* per archive; unpacked to packed; archives in archives */
};

/* What a connection has done so far: cablevtab_stats(). Counted with atomic adds: readers run in threads. */
struct cv_stats {
    uint64_t files_listed, files_opened, bytes_read, documents_parsed, heads_parsed, cache_hits;
};

/* The folders whose names a walk read, as they stood then. */
struct cv_watched {
    const char *path; /* terminated, of the whole system */
    uint64_t stamp;
};
struct cv_watch {
    struct cv_arena arena;
    struct cv_watched_folders {
        struct cv_watched *v;
        size_t n, cap;
    } folders;
    bool unsure; /* one was changed just then, or there are too many: nothing is known */
};
void cv_watch_init(struct cv_watch *w, const struct cv_allocator *allocator);
void cv_watch_free(struct cv_watch *w); /* and as after init */
/* False: a file came or went since, or one may have. */
bool cv_watch_unchanged(const struct cv_watch *w);

struct cv_source_env {
    const struct cv_source_limits *limits;
    struct cv_stats *stats;
    const struct cv_allocator *allocator;
    bool (*interrupted)(void *ctx); /* asked at least every few milliseconds of work, on the query's thread only */
    void *interrupted_ctx;
    struct cv_watch *watch; /* takes down the folders of a walk; NULL: nobody asks */
};

enum cv_shard_by {
    CV_SHARD_DONE, /* nothing: it is wanted */
    CV_SHARD_PATH, /* an archive by its name: its members one by one; itself by path, if it is none after all */
    CV_SHARD_ROWS  /* by rows if its format is csv, else by path */
};

/* One thing to read: a file or a member of an archive. Spans live until the next cv_source_next (see cv_entry_keep). */
struct cv_entry {
    struct cv_span path;    /* as in cables.path: from the source's folder on; "a.zip!/dir/file.txt" */
    struct cv_span name;    /* last part of path, without folders and without the suffix of a compressed file */
    uint64_t size;          /* bytes; UINT64_MAX: unknown before reading */
    int64_t mtime;          /* seconds since 1970; INT64_MIN: unknown */
    uint64_t stamp;         /* changes when the file does (of a member: its archive); 0: unknown */
    bool stat_known;        /* size, mtime and stamp are filled (else cv_entry_stat) */
    bool archive;           /* an archive by name, or found to be one by cv_entry_open */
    bool packed;            /* a single compressed file by name: it has no members, its path stays its own */
    bool member;            /* lies in an archive */
    bool loose;             /* passed on for what it may hold: once it is known to be no archive, ask cv_filter_wants */
    enum cv_shard_by shard; /* what of the shard is still to be decided */
    bool again;             /* the archive had this name before */
    unsigned first_doc;     /* number of its first document; not 0 where an archive holds the same name again */
    int problem;            /* >= 0: an enum cv_problem_code; the entry cannot be read and message says why */
    struct cv_span message;
    struct cv_folder *folder; /* where the file lies; NULL: in an archive, in memory */
    const char *file;         /* its name there, terminated, as the file system has it */
    uint64_t slot;            /* of a member: see cv_entry_counted */
};

/* The bytes behind a reader: a buffer reused from entry to entry; one a thread. {.allocator = …} before first use. */
struct cv_window {
    const struct cv_allocator *allocator;
    char *buf;
    size_t cap;
    size_t first; /* bytes to read at a time at least; 0: CV_WINDOW */
    /* of the entry being read, set by cv_entry_open */
    const struct cv_source_env *env;
    int fd;                    /* -1: none */
    struct cv_source *members; /* its archive, or NULL */
    uint64_t taken;            /* bytes read of it */
    bool foreign;              /* another thread than the query's: interrupted is not asked */
    int problem;               /* >= 0 after CV_IO or CV_LIMIT of more(): what the message is about */
    char message[192];
};
enum { CV_WINDOW = 256 * 1024 };
void cv_window_free(struct cv_window *w);

struct cv_source;

/* Which paths are wanted; an empty filter wants all. Cuts before opening, where it can. */
struct cv_path_filter {
    const struct cv_span *paths; /* sorted by bytes, no doubles; NULL: any */
    size_t npaths;
    struct cv_span low, high; /* low <= path, path < high by bytes; absent: open. Bounds may be loose */
    unsigned shard, shards;   /* shards 0: all. A member's or CSV row's shard is its own (cv_shard_of) */
};

/* Is this very path among what paths, low and high ask for? */
bool cv_filter_wants(const struct cv_path_filter *f, struct cv_span path);
/* Could any path be that begins with prefix? */
bool cv_filter_wants_below(const struct cv_path_filter *f, struct cv_span prefix);

/* FNV-1a (32 bits) over the path inside the source, modulo shards; frozen for ever: scripts rely on it. */
unsigned cv_shard_of(struct cv_span path, unsigned shards);
/* Of a row of a CSV file: (hash of its path + its place) modulo shards. Only of files that are named .csv, or are the
 * source: another file is in one shard as a whole, so that the rest need not be opened to know it. */
unsigned cv_shard_of_row(struct cv_span path, unsigned doc, unsigned shards);

/* Open a source by its name: a path, a glob (a path that exists is never a glob), an archive. CV_NOTFOUND and
 * CV_MISUSE name it in err. Lists nothing yet. filter and env outlive the source. */
enum cv_status cv_source_open(struct cv_span uri, const struct cv_path_filter *filter, const struct cv_source_env *env,
                              struct cv_error *err, struct cv_source **out);
/* A value as a source of one entry, without a path. The caller keeps the bytes. */
enum cv_status cv_source_open_content(struct cv_span content, const struct cv_source_env *env, struct cv_source **out);
/* The next entry in path order (members of an archive as they lie in it). CV_DONE at the end. */
enum cv_status cv_source_next(struct cv_source *s, struct cv_entry *out, struct cv_error *err);
/* Fill size, mtime and stamp. Bad luck is a problem in the entry, not an error. */
void cv_entry_stat(struct cv_source *s, struct cv_entry *e);
/* Its bytes in w, at most CV_WINDOW at first; the reader is closed by the caller, before w is used again.
 * CV_DONE: it is an archive (e->archive is set): go on with cv_source_members, or close the reader.
 * Of a file: any thread, any order. Of an archive's member: the query's thread, before the next cv_source_next.
 * Trouble that concerns the entry alone is set in e->problem and e->message (in w), with CV_IO. */
enum cv_status cv_entry_open(struct cv_source *s, struct cv_entry *e, struct cv_window *w, struct cv_reader *out);
/* The members of an entry for which cv_entry_open said CV_DONE, as a source of their own, in one pass; r and its window
 * serve it until it is closed, and e's path is copied. CV_LIMIT: archives too deep in archives (e->problem set). */
enum cv_status cv_source_members(struct cv_source *s, struct cv_entry *e, struct cv_reader *r, struct cv_source **out);
/* Tell how many documents a member had, so that the same name again goes on counting. */
void cv_entry_counted(struct cv_source *s, const struct cv_entry *e, unsigned docs);
/* The number of its first document, as known now; it was too early to ask when the entry was given. */
unsigned cv_entry_first_doc(struct cv_source *s, const struct cv_entry *e);
/* Copy what e points to into the arena and hold on to its folder, beyond the next cv_source_next; then let go. */
bool cv_entry_keep(struct cv_entry *e, struct cv_arena *arena);
void cv_entry_drop(struct cv_entry *e);
/* Have a reader of a file go on at this place of it, with an empty window. False: it stays where it is (of a member). */
bool cv_window_seek(struct cv_reader *r, uint64_t offset);
/* True if entries may be opened from other threads, so that a pool can read ahead. */
bool cv_source_parallel(const struct cv_source *s);
/* Folders held open by kept entries: a pool reads ahead no further while they are many. */
unsigned cv_source_folders_open(const struct cv_source *s);
/* The members of the source passed so far had a name twice. */
bool cv_source_doubles(const struct cv_source *s);
/* True if rows come out in byte order of path whatever the files hold: of content alone, since any file may turn out
 * to be an archive, whose members come as they lie in it. */
bool cv_source_sorted(const struct cv_source *s);
void cv_source_close(struct cv_source *s); /* NULL is fine */

/* What libarchive says of itself: "libarchive 3.6.2 zlib/1.2.13 …". Static. */
const char *cv_source_library(void);

#endif
