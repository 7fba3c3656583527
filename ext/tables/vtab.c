/* vtab.c - the only sqlite3_module: every table is a function and can be declared.
 * May not: open anything when a table is declared, opened or dropped. If xConnect failed, the table could neither be
 * read nor dropped; so all complaints wait for xFilter.
 *
 * DIRECTONLY: the functions, since they take any source, a table declared without a source, for the same reason, and
 * files and problems, since they show more than cables. A table declared over a source reads only that: it may stand
 * in views and triggers of a trusted schema; it is never INNOCUOUS, since it reads files. */
#include "vtab.h"
#include <stdarg.h>
SQLITE_EXTENSION_INIT3

/* What xConnect is given as pAux. */
struct module_use {
    struct cv_connection *conn;
    const struct cv_table *table;
};

static const char *const argument_columns[CV_ARGS] = {"\"source\" TEXT HIDDEN", "\"shard\" INTEGER HIDDEN",
                                                      "\"shards\" INTEGER HIDDEN", "\"content\" TEXT HIDDEN"};
enum { FIRST_MODULE_ARGUMENT = 3 }; /* argv: module, schema, table, then what stands in the brackets */

int cv_vtab_error(struct cv_vtab *v, const char *fmt, ...) {
    va_list ap;
    char *z;
    va_start(ap, fmt);
    z = sqlite3_vmprintf(fmt, ap);
    va_end(ap);
    sqlite3_free(v->base.zErrMsg);
    if (z) cv_encoding_mask(z); /* a driver that wants UTF-8 shall get the message */
    v->base.zErrMsg = z ? sqlite3_mprintf("%s: %s", v->table->name, z) : NULL;
    sqlite3_free(z);
    return v->base.zErrMsg ? SQLITE_ERROR : SQLITE_NOMEM;
}

int cv_vtab_status(struct cv_vtab *v, enum cv_status status, const struct cv_error *err) {
    switch (status) {
    case CV_OK:
    case CV_DONE:
        return SQLITE_OK;
    case CV_NOMEM:
        return SQLITE_NOMEM;
    case CV_INTERRUPTED:
        return SQLITE_INTERRUPT;
    default:
        break;
    }
    return cv_vtab_error(v, "%s", err->message[0] ? err->message : "the source could not be read");
}

const struct cv_column *cv_vtab_descriptor(const struct cv_vtab *v, int i) {
    if (i < v->nvisible) return &v->table->columns[i];
    return i < v->nvisible + v->narguments ? NULL : &v->table->columns[i - v->narguments];
}

/* ---- xConnect ---- */

static int declare(struct cv_vtab *v) {
    sqlite3_str *sql = sqlite3_str_new(v->db);
    char *z;
    int rc;
    sqlite3_str_appendall(sql, "CREATE TABLE x(");
    for (int i = 0; i < (int)v->table->ncolumns + v->narguments; i++) {
        const struct cv_column *c = cv_vtab_descriptor(v, i);
        if (i) sqlite3_str_appendall(sql, ", ");
        if (c)
            sqlite3_str_appendf(sql, "\"%w\" %s%s", c->name, c->type == CV_INTEGER ? "INTEGER" : "TEXT",
                                c->hidden ? " HIDDEN" : "");
        else
            sqlite3_str_appendall(sql, argument_columns[i - v->nvisible]);
    }
    sqlite3_str_appendall(sql, ")");
    z = sqlite3_str_finish(sql);
    rc = z ? sqlite3_declare_vtab(v->db, z) : SQLITE_NOMEM;
    sqlite3_free(z);
    return rc;
}

/* A module argument as it was typed: in single quotes, in double quotes, or bare. */
static char *unquoted(const char *typed) {
    struct cv_span s = cv_span_trim(cv_span_of(typed, strlen(typed)));
    char *z = sqlite3_malloc64(s.n + 1), *to = z;
    if (!z) return NULL;
    if (s.n < 2 || (s.p[0] != '\'' && s.p[0] != '"') || s.p[s.n - 1] != s.p[0]) {
        memcpy(z, s.p ? s.p : "", s.n);
        z[s.n] = 0;
        return z;
    }
    for (size_t i = 1; i < s.n - 1; i++) {
        *to++ = s.p[i];
        if (s.p[i] == s.p[0] && s.p[i + 1] == s.p[0] && i + 1 < s.n - 1) i++; /* doubled: one */
    }
    *to = 0;
    return z;
}

static int disconnect(sqlite3_vtab *pVtab) {
    struct cv_vtab *v = (struct cv_vtab *)pVtab;
    cv_interrupts_close(&v->interrupts);
    sqlite3_free(v->source);
    sqlite3_free(v);
    return SQLITE_OK;
}

static int count_visible(const struct cv_table *t) {
    int n = 0;
    while (n < (int)t->ncolumns && !t->columns[n].hidden) n++;
    return n;
}

static int connect(sqlite3 *db, void *pAux, int argc, const char *const *argv, sqlite3_vtab **ppVtab, char **pzErr) {
    const struct module_use *use = pAux;
    struct cv_vtab *v = sqlite3_malloc64(sizeof *v);
    int rc = SQLITE_NOMEM;
    if (!v) return rc;
    memset(v, 0, sizeof *v);
    v->db = v->interrupts.db = db;
    v->conn = use->conn;
    v->table = use->table;
    v->nvisible = count_visible(use->table);
    v->narguments = use->table->entries ? CV_ARG_CONTENT : CV_ARGS;
    v->ndeclared = argc - FIRST_MODULE_ARGUMENT;
    if (argc > FIRST_MODULE_ARGUMENT) {
        v->source = unquoted(argv[FIRST_MODULE_ARGUMENT]);
        if (!v->source) goto fail;
        if (!v->source[0]) { /* USING cables('') names nothing */
            sqlite3_free(v->source);
            v->source = NULL;
        }
    }
    rc = declare(v);
    if (rc == SQLITE_OK && (!v->source || v->table->directonly)) rc = sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
    if (rc == SQLITE_OK) {
        *ppVtab = &v->base;
        return SQLITE_OK;
    }
fail:
    if (rc != SQLITE_NOMEM) *pzErr = sqlite3_mprintf("%s: %s", use->table->name, sqlite3_errmsg(db));
    (void)disconnect(&v->base);
    return rc;
}

static int rename_table(sqlite3_vtab *pVtab, const char *zNew) {
    (void)pVtab;
    (void)zNew;
    return SQLITE_OK;
}

/* xCreate and xConnect are one function: that makes the module a table-valued function too. No xUpdate: read-only. */
static const sqlite3_module module = {
    .iVersion = 2,
    .xCreate = connect,
    .xConnect = connect,
    .xBestIndex = cv_vtab_best_index,
    .xDisconnect = disconnect,
    .xDestroy = disconnect,
    .xOpen = cv_vtab_open,
    .xClose = cv_vtab_close,
    .xFilter = cv_vtab_filter,
    .xNext = cv_vtab_next,
    .xEof = cv_vtab_eof,
    .xColumn = cv_vtab_column,
    .xRowid = cv_vtab_rowid,
    .xRename = rename_table,
};

static void module_unuse(void *p) {
    struct module_use *use = p;
    cv_connection_unref(use->conn);
    sqlite3_free(use);
}

int cv_tables_register(sqlite3 *db, struct cv_connection *conn) {
    int rc = SQLITE_OK;
    for (size_t i = 0; i < cv_tables_n && rc == SQLITE_OK; i++) {
        struct module_use *use;
        if (cv_tables[i]->entries && !conn->files) continue; /* it has nothing but files to show */
        use = sqlite3_malloc64(sizeof *use);
        if (!use) return SQLITE_NOMEM;
        *use = (struct module_use){cv_connection_ref(conn), cv_tables[i]};
        rc = sqlite3_create_module_v2(db, use->table->name, &module, use, module_unuse); /* frees use in any case */
    }
    return rc;
}
