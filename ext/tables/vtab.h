/* vtab.h - what the parts of the virtual table share. Only ext/tables/vtab*.c include it.
 *   vtab.c         the module, xConnect, CREATE TABLE text, messages
 *   vtab_plan.c    xBestIndex: which constraints are taken, in words and in bits
 *   vtab_request.c what xFilter was given -> struct cv_scan_request
 *   vtab_cursor.c  rows out
 */
#ifndef CV_EXT_TABLES_VTAB_H
#define CV_EXT_TABLES_VTAB_H

#include <sqlite3ext.h>
#include "tables.h"

/* The hidden columns that arguments go to, from left to right. files has no content. */
enum cv_argument { CV_ARG_SOURCE, CV_ARG_SHARD, CV_ARG_SHARDS, CV_ARG_CONTENT, CV_ARGS };

struct cv_vtab {
    sqlite3_vtab base;
    sqlite3 *db;
    struct cv_connection *conn;
    const struct cv_table *table;
    int nvisible; /* columns before the arguments; the table's hidden ones come after them */
    int narguments;
    char *source;  /* declared, unquoted; NULL: none, then any source may be given */
    int ndeclared; /* arguments of the declaration; more than one is an error when the table is read */
    struct cv_interrupts interrupts;
};

struct cv_cursor {
    sqlite3_vtab_cursor base;
    struct cv_scan *scan;
    struct cv_scan_request request;
    struct cv_arena arena;         /* what the request points to; until the next xFilter */
    struct cv_arena scratch;       /* one row */
    sqlite3_value *given[CV_ARGS]; /* the arguments, given back by xColumn; NULL: not given */
    struct cv_span inside; /* a declared table asked for a part: the path that rows must lie under; absent: all */
    uint64_t seed;         /* of rowids: stands for the source */
    const struct cv_scanned *now; /* NULL: at the end */
    size_t item, items;
};

/* idxNum. The low bits say what argv holds, in this order; the rest how to read it and what to parse. */
enum cv_slot {
    CV_SLOT_SOURCE,
    CV_SLOT_SHARD,
    CV_SLOT_SHARDS,
    CV_SLOT_CONTENT, /* as enum cv_argument */
    CV_SLOT_PATH,
    CV_SLOT_LOW,
    CV_SLOT_HIGH,
    CV_SLOT_LIKE,
    CV_SLOT_GLOB,
    CV_SLOT_ID,
    CV_SLOT_DOC,
    CV_SLOT_LIMIT,
    CV_SLOT_OFFSET,
    CV_SLOTS
};
enum cv_plan {
    CV_PLAN_PATH_IN = 1 << 13, /* the path's value is a list */
    CV_PLAN_ID_IN = 1 << 14,
    CV_PLAN_LOW_NOCASE = 1 << 15, /* the bound was meant without regard to case */
    CV_PLAN_HIGH_NOCASE = 1 << 16,
    CV_PLAN_HIGH_ITSELF = 1 << 17, /* <= and not < */
    CV_PLAN_NEEDS = 18             /* from this bit on: enum cv_need and CV_ASK_… */
};

/* Set the table's message, freeing the old one, and return SQLITE_ERROR. */
int cv_vtab_error(struct cv_vtab *v, const char *fmt, ...);
/* From a status below: SQLITE_OK … with the message of err where there is one. */
int cv_vtab_status(struct cv_vtab *v, enum cv_status status, const struct cv_error *err);

int cv_vtab_best_index(sqlite3_vtab *pVtab, sqlite3_index_info *info);
/* Fill c->request from argv. SQLITE_OK; SQLITE_DONE: no row can come of it; else an error, message set. */
int cv_vtab_request(struct cv_cursor *c, int idxNum, int argc, sqlite3_value **argv);

int cv_vtab_open(sqlite3_vtab *pVtab, sqlite3_vtab_cursor **out);
int cv_vtab_close(sqlite3_vtab_cursor *cur);
int cv_vtab_filter(sqlite3_vtab_cursor *cur, int idxNum, const char *idxStr, int argc, sqlite3_value **argv);
int cv_vtab_next(sqlite3_vtab_cursor *cur);
int cv_vtab_eof(sqlite3_vtab_cursor *cur);
int cv_vtab_column(sqlite3_vtab_cursor *cur, sqlite3_context *ctx, int i);
int cv_vtab_rowid(sqlite3_vtab_cursor *cur, sqlite3_int64 *rowid);

/* The column's descriptor, or NULL for an argument. */
const struct cv_column *cv_vtab_descriptor(const struct cv_vtab *v, int i);

#endif
