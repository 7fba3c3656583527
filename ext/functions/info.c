/* info.c - cablevtab_version, cablevtab_debug, cablevtab_stats: what this is, and what it has done.
 * May not: change anything.
 * version and debug are INNOCUOUS: they tell nothing of the data. stats is DIRECTONLY: what a connection has read is
 * nobody's business but its own. */
#include "functions.h"
#include "../../include/cablevtab.h"
#include "../formats/formats.h"
#include "../sources/sources.h"
SQLITE_EXTENSION_INIT3

#ifndef CABLEVTAB_COMMIT
#define CABLEVTAB_COMMIT "unknown"
#endif

static void version(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
    (void)argc;
    (void)argv;
    sqlite3_result_text(ctx, CABLEVTAB_VERSION, -1, SQLITE_STATIC);
}

static void add_name(struct cv_buf *out, const char *name) {
    cv_buf_addc(out, out->n ? ',' : '{');
    cv_json_text(out, cv_span_of(name, strlen(name)));
    cv_buf_addc(out, ':');
}

static void add_text(struct cv_buf *out, const char *name, const char *value) {
    add_name(out, name);
    cv_json_text(out, cv_span_of(value, strlen(value)));
}

static void give(sqlite3_context *ctx, struct cv_buf *out) {
    cv_buf_addc(out, '}');
    if (out->arena->failed)
        sqlite3_result_error_nomem(ctx);
    else
        cv_function_result(ctx, cv_buf_span(out));
    cv_arena_reset(out->arena);
}

static void debug(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
    struct cv_buf out = {.arena = &cv_function_use_of(ctx)->conn->scratch};
    (void)argc;
    (void)argv;
    add_text(&out, "version", CABLEVTAB_VERSION);
    add_text(&out, "commit", CABLEVTAB_COMMIT);
    add_text(&out, "sqlite_built_for", SQLITE_VERSION);
    add_text(&out, "sqlite_running", sqlite3_libversion());
    add_text(&out, "sqlite_source_id", sqlite3_sourceid());
    add_text(&out, "libarchive", cv_source_library());
    add_text(&out, "libxml2", cv_format_library());
    give(ctx, &out);
}

/* One row a counter; worker threads add to them while we read. */
static const struct {
    const char *name;
    size_t offset;
} counters[] = {
#define COUNTER(field)                                                                                                 \
    { #field, offsetof(struct cv_stats, field) }
    COUNTER(files_listed),     COUNTER(files_opened), COUNTER(bytes_read),
    COUNTER(documents_parsed), COUNTER(heads_parsed), COUNTER(cache_hits),
};

static void stats(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
    struct cv_connection *conn = cv_function_use_of(ctx)->conn;
    struct cv_buf out = {.arena = &conn->scratch};
    (void)argc;
    (void)argv;
    for (size_t i = 0; i < CV_ARRAY_LEN(counters); i++) {
        const uint64_t *at = (const uint64_t *)(const void *)((const char *)&conn->session.stats + counters[i].offset);
        add_name(&out, counters[i].name);
        cv_json_int(&out, (int64_t)__atomic_load_n(at, __ATOMIC_RELAXED));
    }
    give(ctx, &out);
}

static const struct cv_function functions[] = {
    {"cablevtab_version", 0, SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, version, NULL},
    {"cablevtab_debug", 0, SQLITE_INNOCUOUS, debug, NULL},
    {"cablevtab_stats", 0, SQLITE_DIRECTONLY, stats, NULL},
};
const struct cv_function_group cv_functions_info = {functions, CV_ARRAY_LEN(functions)};
