/* scan.h - source x format x parser = a stream of (path, doc, cable), as lazily as the request allows.
 * Knows no SQL: a session is what one connection shares, a request is one pass. */
#ifndef CV_EXT_SCAN_H
#define CV_EXT_SCAN_H

#include "../../include/cv_cable.h"
#include "../base/base.h"
#include "../sources/sources.h"

/* Shared by all scans of one connection; not thread-safe, owned by the caller. */
struct cv_session {
    struct cv_source_limits limits;
    struct cv_stats stats;
    unsigned threads;                     /* 1: none beside the query's own */
    const struct cv_allocator *allocator; /* for the query's thread; workers use malloc with a ceiling */
    struct cv_scan_cache *cache;          /* last parses and listings, for joins by path; scan.c owns it */
};
void cv_session_init(struct cv_session *s, const struct cv_allocator *allocator);
void cv_session_free(struct cv_session *s);

struct cv_scan_request {
    struct cv_span source;  /* absent with content */
    struct cv_span content; /* p != NULL: parse this value, open no file */
    struct cv_path_filter filter;
    const struct cv_span *ids; /* canonical ids wanted, or NULL; used to pass over files whose name is another id
                                  only where every name in the source looks like one, otherwise to compare heads */
    size_t nids;
    bool one_doc; /* only documents with this number are wanted */
    unsigned doc;
    unsigned needs;    /* enum cv_need; 0: only entries (files) or counts */
    bool entries_only; /* files: no document is opened; format is asked for with want_format */
    bool want_format, want_stat;
    int64_t limit; /* rows of documents the caller will take at most, a bound for reading ahead; < 0: unknown */
    bool (*interrupted)(void *ctx);
    void *interrupted_ctx;
};

/* One document (or one entry that gave none). Valid until the next cv_scan_next. */
struct cv_scanned {
    struct cv_span path; /* absent with content */
    bool has_doc;        /* false: an entry without a readable document; only problems and files show it */
    unsigned doc;
    uint64_t offset, size; /* of the document in its entry */
    uint64_t entry_size;
    int64_t mtime;                /* INT64_MIN: unknown */
    const char *format;           /* NULL: none */
    const struct cv_cable *cable; /* NULL without has_doc; holds what needs asked for */
    int problem;                  /* >= 0: a problem of the entry (or of this document, beside cable->problems) */
    struct cv_span problem_message;
    unsigned problem_line;
    size_t entry_index; /* names the entry: a hash of all its path, so the same in each scan whatever the filter;
                                   mix doc and ordinal into it for the row */
};

/* A document that was read without a scan, as one gives it: nothing is known of its file. */
struct cv_scanned cv_scanned_of(const struct cv_document *doc, const struct cv_cable *cable);

struct cv_scan;
enum cv_status cv_scan_open(struct cv_session *s, const struct cv_scan_request *q, struct cv_error *err,
                            struct cv_scan **out);
enum cv_status cv_scan_next(struct cv_scan *scan, const struct cv_scanned **out, struct cv_error *err); /* CV_DONE */
void cv_scan_close(struct cv_scan *scan); /* NULL is fine; joins its threads */

#endif
