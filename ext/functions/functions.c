/* functions.c - the array of groups of SQL functions, their registration, and what all of them use.
 * May not: know what one function does. */
#include "functions.h"
#include <stdarg.h>
SQLITE_EXTENSION_INIT3

static const struct cv_function_group *const groups[] = {&cv_functions_info, &cv_functions_config, &cv_functions_values,
                                                         &cv_functions_json};

static void unuse(void *p) {
    struct cv_function_use *use = p;
    cv_connection_unref(use->conn);
    sqlite3_free(use);
}

static int register_one(sqlite3 *db, struct cv_connection *conn, const struct cv_function *f) {
    struct cv_function_use *use = sqlite3_malloc64(sizeof *use);
    if (!use) return SQLITE_NOMEM;
    *use = (struct cv_function_use){cv_connection_ref(conn), f};
    return sqlite3_create_function_v2(db, f->name, f->nargs, SQLITE_UTF8 | f->flags, use, f->call, NULL, NULL,
                                      unuse); /* frees use in any case */
}

int cv_functions_register(sqlite3 *db, struct cv_connection *conn) {
    int rc = SQLITE_OK;
    for (size_t g = 0; g < CV_ARRAY_LEN(groups); g++)
        for (size_t i = 0; i < groups[g]->n && rc == SQLITE_OK; i++)
            rc = register_one(db, conn, &groups[g]->functions[i]);
    return rc;
}

const struct cv_function_use *cv_function_use_of(sqlite3_context *ctx) { return sqlite3_user_data(ctx); }

struct cv_span cv_function_text(sqlite3_value *value) {
    const char *p;
    if (sqlite3_value_type(value) == SQLITE_NULL) return CV_NONE;
    p = sqlite3_value_type(value) == SQLITE_BLOB ? sqlite3_value_blob(value) : (const char *)sqlite3_value_text(value);
    if (!p) return sqlite3_value_bytes(value) ? CV_NONE : CV_LIT("");
    return cv_span_of(p, (size_t)sqlite3_value_bytes(value));
}

void cv_function_result(sqlite3_context *ctx, struct cv_span s) {
    if (s.n) sqlite3_result_text64(ctx, s.p, s.n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void cv_function_error(sqlite3_context *ctx, const char *fmt, ...) {
    va_list ap;
    char *z, *whole;
    va_start(ap, fmt);
    z = sqlite3_vmprintf(fmt, ap);
    va_end(ap);
    if (z) cv_encoding_mask(z);
    whole = z ? sqlite3_mprintf("%s: %s", cv_function_use_of(ctx)->function->name, z) : NULL;
    if (whole)
        sqlite3_result_error(ctx, whole, -1);
    else
        sqlite3_result_error_nomem(ctx);
    sqlite3_free(z);
    sqlite3_free(whole);
}
