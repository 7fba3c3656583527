/* vtab_cursor.c - rows out of a scan: xOpen, xFilter, xNext, xColumn, xRowid.
 * May not: parse, or build a column that is not asked for. */
#include "vtab.h"
SQLITE_EXTENSION_INIT3

int cv_vtab_open(sqlite3_vtab *pVtab, sqlite3_vtab_cursor **out) {
    struct cv_cursor *c = sqlite3_malloc64(sizeof *c);
    (void)pVtab;
    if (!c) return SQLITE_NOMEM;
    memset(c, 0, sizeof *c);
    cv_arena_init(&c->arena, &cv_allocator_sqlite, 0);
    cv_arena_init(&c->scratch, &cv_allocator_sqlite, 0);
    *out = &c->base;
    return SQLITE_OK;
}

static void end_scan(struct cv_cursor *c) {
    cv_scan_close(c->scan);
    c->scan = NULL;
    c->now = NULL;
    for (int a = 0; a < (int)CV_ARGS; a++) {
        sqlite3_value_free(c->given[a]);
        c->given[a] = NULL;
    }
    c->inside = CV_NONE;
    c->seed = 0;
    cv_arena_reset(&c->arena);
    cv_arena_reset(&c->scratch);
}

int cv_vtab_close(sqlite3_vtab_cursor *cur) {
    struct cv_cursor *c = (struct cv_cursor *)cur;
    end_scan(c);
    cv_arena_free(&c->arena);
    cv_arena_free(&c->scratch);
    sqlite3_free(c);
    return SQLITE_OK;
}

/* ---- which documents give rows ---- */

static bool lies_inside(const struct cv_cursor *c, struct cv_span path) {
    size_t n = c->inside.n;
    if (!n) return true;
    if (path.n < n || memcmp(path.p, c->inside.p, n) != 0) return false;
    return path.n == n || path.p[n] == '/' || (path.n > n + 1 && path.p[n] == '!' && path.p[n + 1] == '/');
}

static size_t rows_of(const struct cv_cursor *c, const struct cv_scanned *s) {
    const struct cv_table *t = ((const struct cv_vtab *)c->base.pVtab)->table;
    if (!lies_inside(c, s->path)) return 0;
    return s->has_doc || t->entries || t->faults ? t->count(s) : 0;
}

static int advance(struct cv_cursor *c) {
    struct cv_error err = {0};
    enum cv_status status;
    do {
        c->now = NULL;
        status = cv_scan_next(c->scan, &c->now, &err);
        if (status != CV_OK) {
            c->now = NULL;
            return cv_vtab_status((struct cv_vtab *)c->base.pVtab, status, &err);
        }
        c->item = 0;
        c->items = rows_of(c, c->now);
    } while (!c->items);
    return SQLITE_OK;
}

int cv_vtab_filter(sqlite3_vtab_cursor *cur, int idxNum, const char *idxStr, int argc, sqlite3_value **argv) {
    struct cv_cursor *c = (struct cv_cursor *)cur;
    struct cv_vtab *v = (struct cv_vtab *)cur->pVtab;
    struct cv_error err = {0};
    enum cv_status status;
    int rc;
    (void)idxStr;
    end_scan(c);
    rc = cv_vtab_request(c, idxNum, argc, argv);
    if (rc == SQLITE_DONE) return SQLITE_OK; /* at the end before the beginning */
    if (rc != SQLITE_OK) return rc;
    status = cv_scan_open(&v->conn->session, &c->request, &err, &c->scan);
    if (status == CV_DONE) return SQLITE_OK;
    return status == CV_OK ? advance(c) : cv_vtab_status(v, status, &err);
}

int cv_vtab_next(sqlite3_vtab_cursor *cur) {
    struct cv_cursor *c = (struct cv_cursor *)cur;
    if (c->scratch.used || c->scratch.failed) cv_arena_reset(&c->scratch);
    return ++c->item < c->items ? SQLITE_OK : advance(c);
}

int cv_vtab_eof(sqlite3_vtab_cursor *cur) { return ((struct cv_cursor *)cur)->now == NULL; }

/* ---- values ---- */

static void result_value(sqlite3_context *ctx, const struct cv_value *value, struct cv_arena *scratch) {
    struct cv_buf list = {.arena = scratch};
    switch (value->kind) {
    case CV_VALUE_NULL:
        return;
    case CV_VALUE_INT:
        sqlite3_result_int64(ctx, value->integer);
        return;
    case CV_VALUE_TEXT:
        sqlite3_result_text64(ctx, value->text.p, value->text.n, SQLITE_TRANSIENT, SQLITE_UTF8);
        return;
    case CV_VALUE_LIST:
        cv_json_list(&list, value->list);
        break;
    }
    if (!scratch->failed) sqlite3_result_text64(ctx, list.p, list.n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

int cv_vtab_column(sqlite3_vtab_cursor *cur, sqlite3_context *ctx, int i) {
    struct cv_cursor *c = (struct cv_cursor *)cur;
    const struct cv_vtab *v = (struct cv_vtab *)cur->pVtab;
    const struct cv_column *column = cv_vtab_descriptor(v, i);
    struct cv_row row = {c->now, c->now->cable, c->item, &c->scratch};
    struct cv_value value = {.kind = CV_VALUE_NULL};
    if (!column) { /* an argument: what was given, so that SQLite's own comparison holds */
        if (c->given[i - v->nvisible]) sqlite3_result_value(ctx, c->given[i - v->nvisible]);
        return SQLITE_OK;
    }
    column->read(&row, &value);
    result_value(ctx, &value, &c->scratch);
    return c->scratch.failed ? SQLITE_NOMEM : SQLITE_OK;
}

/* ---- rowid ----
 * Where OR makes several scans of one table, SQLite tells rows apart by rowid alone: it has to be the same for one
 * (source, path, doc, ordinal) in every scan, and another for every other. So it is a hash of source and path, to which
 * document and item are added and which is then mixed by a bijection: within one path it cannot repeat, and across
 * paths hardly (64 bits). The position in the listing would not do: a look-up by path makes no listing. */

static uint64_t fnv1a(uint64_t h, struct cv_span s) {
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3ULL;
    return h;
}

static uint64_t mixed(uint64_t x) { /* splitmix64's finaliser, one to one */
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ x >> 27) * 0x94d049bb133111ebULL;
    return x ^ x >> 31;
}

/* Within a path: document and item; of an entry without documents, what is wrong with it. */
static uint64_t place_of(const struct cv_scanned *s, size_t item) {
    enum { ITEM_BITS = 24, CODE_BITS = 32 };
    if (s->has_doc) return ((uint64_t)s->doc << ITEM_BITS) + item;
    return (uint64_t)1 << 63 | (uint64_t)(s->problem + 1) << CODE_BITS | s->problem_line;
}

int cv_vtab_rowid(sqlite3_vtab_cursor *cur, sqlite3_int64 *rowid) {
    struct cv_cursor *c = (struct cv_cursor *)cur;
    if (!c->seed) c->seed = fnv1a(0xcbf29ce484222325ULL, c->request.content.p ? c->request.content : c->request.source);
    *rowid = (sqlite3_int64)mixed(fnv1a(c->seed, c->now->path) + place_of(c->now, c->item));
    return SQLITE_OK;
}
