/* vtab_connection.c - what one connection's tables and functions share, and SQLite's allocator as ours.
 * May not: hold a prepared statement, open a file. */
#include <sqlite3ext.h>
#include "tables.h"
#include <stdlib.h>
SQLITE_EXTENSION_INIT3

/* SQLite aligns to 8 bytes, an arena's chunk wants what max_align_t wants: the block begins at the next such place, and
 * the byte before it says how far that is from SQLite's. */
enum { ALIGNMENT = _Alignof(max_align_t) };

static unsigned char *allocate(size_t n) {
    unsigned char *raw = n > SIZE_MAX - ALIGNMENT ? NULL : sqlite3_malloc64(n + ALIGNMENT);
    size_t shift;
    if (!raw) return NULL;
    shift = ALIGNMENT - (uintptr_t)raw % ALIGNMENT;
    raw[shift - 1] = (unsigned char)shift;
    return raw + shift;
}

static void *resize(void *ctx, void *p, size_t old_n, size_t new_n) {
    unsigned char *old = p, *block = new_n ? allocate(new_n) : NULL;
    (void)ctx;
    if (new_n && !block) return NULL;
    if (old && block) memcpy(block, old, old_n < new_n ? old_n : new_n);
    if (old) sqlite3_free(old - old[-1]);
    return block;
}

const struct cv_allocator cv_allocator_sqlite = {.resize = resize};

struct cv_connection *cv_connection_new(bool files) {
    struct cv_connection *c = sqlite3_malloc64(sizeof *c);
    if (!c) return NULL;
    memset(c, 0, sizeof *c);
    cv_session_init(&c->session, &cv_allocator_sqlite);
    cv_arena_init(&c->settings, &cv_allocator_sqlite, 0);
    cv_arena_init(&c->scratch, &cv_allocator_sqlite, 0);
    c->files = files;
    c->refs = 1;
    return c;
}

struct cv_connection *cv_connection_ref(struct cv_connection *c) {
    c->refs++;
    return c;
}

void cv_connection_unref(void *connection) {
    struct cv_connection *c = connection;
    if (!c || --c->refs) return;
    cv_session_free(&c->session);
    cv_arena_free(&c->settings);
    cv_arena_free(&c->scratch);
    sqlite3_free(c);
}

struct cv_span cv_connection_source(const struct cv_connection *c) {
    const char *z;
    if (c->source.p) return c->source;
    z = getenv("CABLEVTAB_SOURCE");
    return z && *z ? cv_span_of(z, strlen(z)) : CV_NONE;
}
