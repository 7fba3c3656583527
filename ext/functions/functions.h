/* functions.h - SQL functions. One file per group, each with its array; functions.c registers what stands in its array of
 * groups. To add a function: a row in a group's array, or a file with a group and one line in functions.c. */
#ifndef CV_EXT_FUNCTIONS_H
#define CV_EXT_FUNCTIONS_H

#include <sqlite3ext.h>
#include "../tables/tables.h"

struct cv_function {
    const char *name;
    int nargs;
    int flags; /* SQLITE_DETERMINISTIC, SQLITE_INNOCUOUS, SQLITE_DIRECTONLY; each group says why */
    void (*call)(sqlite3_context *ctx, int argc, sqlite3_value **argv); /* user data: a struct cv_function_use */
    const void *data; /* what tells functions apart that share one call */
};

struct cv_function_group {
    const struct cv_function *functions;
    size_t n;
};
extern const struct cv_function_group cv_functions_info, cv_functions_config, cv_functions_values, cv_functions_json;

struct cv_function_use {
    struct cv_connection *conn;
    const struct cv_function *function;
};

/* All functions, on db. An SQLite result code. */
int cv_functions_register(sqlite3 *db, struct cv_connection *conn);

const struct cv_function_use *cv_function_use_of(sqlite3_context *ctx);
/* The argument as a span: UTF-8, of a BLOB its bytes. Lives as long as the call. Absent: NULL, or no memory. */
struct cv_span cv_function_text(sqlite3_value *value);
/* A span as the result; absent or empty: NULL. */
void cv_function_result(sqlite3_context *ctx, struct cv_span s);
/* "cable_id: …" */
void cv_function_error(sqlite3_context *ctx, const char *fmt, ...);

#endif
