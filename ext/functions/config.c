/* config.c - cablevtab_config(name [, value]): the options of a connection.
 * May not: widen roots once they are set. To add a number: one row in numbers; another kind: one row in others.
 * DIRECTONLY: a view must not change what a connection may read. */
#include "functions.h"
#include <stdlib.h>
SQLITE_EXTENSION_INIT3

/* ---- numbers ---- */

struct number {
    const char *name;
    size_t offset; /* in struct cv_connection */
    bool wide;     /* uint64_t and not unsigned */
    int64_t least, most;
};

#define LIMIT(field, wide, least, most)                                                                                \
    { #field, offsetof(struct cv_connection, session.limits.field), wide, least, most }
enum { MOST_THREADS = 64, MOST_DEPTH = 64 };

static const struct number numbers[] = {
    {"threads", offsetof(struct cv_connection, session.threads), false, 1, MOST_THREADS},
    LIMIT(max_document_bytes, true, 1, INT32_MAX), /* SQLite's own ceiling for one value is lower still */
    LIMIT(max_member_bytes, true, 1, INT64_MAX),
    LIMIT(max_archive_bytes, true, 1, INT64_MAX),
    LIMIT(max_members, false, 1, INT32_MAX),
    LIMIT(max_ratio, false, 1, INT32_MAX),
    LIMIT(max_depth, false, 0, MOST_DEPTH),
};

static void *field_of(struct cv_connection *conn, const struct number *n) { return (char *)conn + n->offset; }

static void get_number(sqlite3_context *ctx, struct cv_connection *conn, const struct number *n) {
    const void *field = field_of(conn, n);
    sqlite3_result_int64(ctx, n->wide ? (int64_t) * (const uint64_t *)field : (int64_t) * (const unsigned *)field);
}

static bool set_number(sqlite3_context *ctx, struct cv_connection *conn, const struct number *n, sqlite3_value *value) {
    int64_t x = sqlite3_value_int64(value);
    const char *z = (const char *)sqlite3_value_text(value);
    if (sqlite3_value_numeric_type(value) != SQLITE_INTEGER || x < n->least || x > n->most) {
        cv_function_error(ctx, "%s must be an integer from %lld to %lld, not %s%s%s", n->name, (long long)n->least,
                          (long long)n->most, z ? "'" : "", z ? z : "NULL", z ? "'" : "");
        return false;
    }
    if (n->wide)
        *(uint64_t *)field_of(conn, n) = (uint64_t)x;
    else
        *(unsigned *)field_of(conn, n) = (unsigned)x;
    return true;
}

/* ---- source ---- */

static void get_source(sqlite3_context *ctx, struct cv_connection *conn) {
    cv_function_result(ctx, cv_connection_source(conn));
}

static bool set_source(sqlite3_context *ctx, struct cv_connection *conn, sqlite3_value *value) {
    struct cv_span text = cv_function_text(value);
    conn->source = cv_arena_copy(&conn->settings, text); /* NULL: the environment's again */
    if (!conn->settings.failed) return true;
    sqlite3_result_error_nomem(ctx);
    return false;
}

/* ---- roots ---- */

static void get_roots(sqlite3_context *ctx, struct cv_connection *conn) {
    struct cv_buf out = {.arena = &conn->scratch};
    if (!conn->session.limits.roots.n) return;
    cv_json_list(&out, &conn->session.limits.roots);
    if (conn->scratch.failed)
        sqlite3_result_error_nomem(ctx);
    else
        cv_function_result(ctx, cv_buf_span(&out));
    cv_arena_reset(&conn->scratch);
}

static bool within(struct cv_span path, const struct cv_spans *roots) {
    for (size_t i = 0; i < roots->n; i++) {
        struct cv_span root = roots->v[i];
        if (path.n < root.n || memcmp(path.p, root.p, root.n) != 0) continue;
        if (path.n == root.n || root.p[root.n - 1] == '/' || path.p[root.n] == '/') return true;
    }
    return false;
}

static bool add_root(sqlite3_context *ctx, struct cv_connection *conn, const char *z, struct cv_spans *list) {
    char *real = realpath(z, NULL);
    struct cv_span path;
    bool fine = false;
    if (!real) {
        cv_function_error(ctx, "roots: there is no '%s'", z);
        return false;
    }
    path = cv_arena_copy(&conn->settings, cv_span_of(real, strlen(real)));
    free(real);
    if (path.p && conn->session.limits.roots.n && !within(path, &conn->session.limits.roots)) {
        cv_function_error(ctx, "roots can be narrowed but not widened: '%s' lies outside of what is set", z);
    } else {
        cv_spans_push(&conn->settings, list, path);
        fine = !conn->settings.failed;
        if (!fine) sqlite3_result_error_nomem(ctx);
    }
    return fine;
}

/* One row a folder; an error where the value is no JSON. No row: an empty array, or NULL. */
static const char each_root[] = "SELECT e.value, json_type(?1) = 'array' AND e.type = 'text' FROM json_each(?1) AS e";

static bool set_roots(sqlite3_context *ctx, struct cv_connection *conn, sqlite3_value *value) {
    sqlite3_stmt *stmt = NULL;
    struct cv_spans list = {0};
    int rc = sqlite3_prepare_v2(sqlite3_context_db_handle(ctx), each_root, -1, &stmt, NULL);
    bool fine = true;
    if (rc == SQLITE_OK) rc = sqlite3_bind_value(stmt, 1, value);
    if (rc == SQLITE_OK)
        while (fine && (rc = sqlite3_step(stmt)) == SQLITE_ROW && sqlite3_column_int(stmt, 1))
            fine = add_root(ctx, conn, (const char *)sqlite3_column_text(stmt, 0), &list);
    sqlite3_finalize(stmt);
    if (!fine) return false;
    if (rc != SQLITE_DONE || !list.n) {
        cv_function_error(ctx, "roots must be a JSON array of folders, like '[\"/data\"]'");
        return false;
    }
    conn->session.limits.roots = list;
    return true;
}

/* ---- all options ---- */

static const struct other {
    const char *name;
    void (*get)(sqlite3_context *ctx, struct cv_connection *conn);
    bool (*set)(sqlite3_context *ctx, struct cv_connection *conn, sqlite3_value *value); /* false: error reported */
} others[] = {{"source", get_source, set_source}, {"roots", get_roots, set_roots}};

static const struct number *number_of(const char *name) {
    for (size_t i = 0; i < CV_ARRAY_LEN(numbers); i++)
        if (strcmp(numbers[i].name, name) == 0) return &numbers[i];
    return NULL;
}

static const struct other *other_of(const char *name) {
    for (size_t i = 0; i < CV_ARRAY_LEN(others); i++)
        if (strcmp(others[i].name, name) == 0) return &others[i];
    return NULL;
}

static void unknown(sqlite3_context *ctx, const char *name) {
    sqlite3_str *known = sqlite3_str_new(sqlite3_context_db_handle(ctx));
    char *z;
    for (size_t i = 0; i < CV_ARRAY_LEN(others); i++) sqlite3_str_appendf(known, "%s%s", i ? ", " : "", others[i].name);
    for (size_t i = 0; i < CV_ARRAY_LEN(numbers); i++) sqlite3_str_appendf(known, ", %s", numbers[i].name);
    z = sqlite3_str_finish(known);
    if (z)
        cv_function_error(ctx, "there is no option '%s'; known are %s", name, z);
    else
        sqlite3_result_error_nomem(ctx);
    sqlite3_free(z);
}

static void config(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
    struct cv_connection *conn = cv_function_use_of(ctx)->conn;
    const char *z = (const char *)sqlite3_value_text(argv[0]), *name = z ? z : "NULL";
    const struct number *n = number_of(name);
    const struct other *o = other_of(name);
    if (!n && !o) {
        unknown(ctx, name);
        return;
    }
    if (argc > 1 && !(n ? set_number(ctx, conn, n, argv[1]) : o->set(ctx, conn, argv[1]))) return;
    if (n)
        get_number(ctx, conn, n);
    else
        o->get(ctx, conn);
}

static const struct cv_function functions[] = {
    {"cablevtab_config", 1, SQLITE_DIRECTONLY, config, NULL},
    {"cablevtab_config", 2, SQLITE_DIRECTONLY, config, NULL},
};
const struct cv_function_group cv_functions_config = {functions, CV_ARRAY_LEN(functions)};
