/* vtab_request.c - what xFilter was given, as a request to the scan: source, shard, content, paths, ids, limit.
 * May not: trust the type of a value (SQLite hands them over unconverted), cut rows (SQLite compares all but the
 * arguments again, so bounds may be loose).
 *
 * NULL equals nothing: an argument, path or id that is NULL gives no rows. */
#include "vtab.h"
#include <stdlib.h>
SQLITE_EXTENSION_INIT3

struct reading {
    struct cv_cursor *c;
    struct cv_vtab *v;
    int idxNum;
    sqlite3_value *values[CV_SLOTS]; /* NULL: the slot is empty */
};

static struct cv_span text_of(sqlite3_value *value) {
    const char *z = (const char *)sqlite3_value_text(value); /* first: it may convert */
    return cv_span_of(z, z ? (size_t)sqlite3_value_bytes(value) : 0);
}

static struct cv_span copy_of(struct reading *r, sqlite3_value *value) {
    return cv_arena_copy(&r->c->arena, text_of(value));
}

/* ---- the arguments ---- */

static int keep_arguments(struct reading *r) {
    for (int a = 0; a < (int)CV_ARGS; a++) {
        if (!r->values[a]) continue;
        r->c->given[a] = sqlite3_value_dup(r->values[a]);
        if (!r->c->given[a]) return SQLITE_NOMEM;
        if (sqlite3_value_type(r->c->given[a]) == SQLITE_NULL) return SQLITE_DONE;
    }
    return SQLITE_OK;
}

static int read_count(struct reading *r, enum cv_argument a, const char *name, int64_t least, int64_t most,
                      unsigned *out) {
    sqlite3_value *value = r->values[a]; /* not the copy: 3.53 looks for the connection in it, and it has none */
    int64_t n = sqlite3_value_int64(value);
    if (sqlite3_value_numeric_type(value) != SQLITE_INTEGER || n < least || n > most)
        return cv_vtab_error(r->v, "%s must be an integer from %lld to %lld, not '%s'", name, (long long)least,
                             (long long)most, (const char *)sqlite3_value_text(value));
    *out = (unsigned)n;
    return SQLITE_OK;
}

static int read_shard(struct reading *r) {
    enum { MOST_SHARDS = 1 << 20 };
    struct cv_path_filter *f = &r->c->request.filter;
    bool shard = r->c->given[CV_ARG_SHARD], shards = r->c->given[CV_ARG_SHARDS];
    int rc;
    if (!shard && !shards) return SQLITE_OK;
    if (!shard || !shards)
        return cv_vtab_error(r->v, "%s is given without %s: %s(source, shard, shards)", shard ? "shard" : "shards",
                             shard ? "shards" : "shard", r->v->table->name);
    rc = read_count(r, CV_ARG_SHARDS, "shards", 1, MOST_SHARDS, &f->shards);
    if (rc == SQLITE_OK) rc = read_count(r, CV_ARG_SHARD, "shard", 0, (int64_t)f->shards - 1, &f->shard);
    return rc;
}

static int read_content(struct reading *r) {
    sqlite3_value *value = r->c->given[CV_ARG_CONTENT];
    struct cv_span s;
    if (!value) return SQLITE_OK;
    s = text_of(value);
    if (sqlite3_value_type(value) == SQLITE_BLOB)
        s = cv_span_of(sqlite3_value_blob(value), (size_t)sqlite3_value_bytes(value));
    if (!s.p && sqlite3_value_bytes(value)) return SQLITE_NOMEM;
    r->c->request.content = s.p ? s : CV_LIT("");
    /* It is one part and cannot be divided: the parts stay disjoint and cover it. */
    if (r->c->request.filter.shard) return SQLITE_DONE;
    r->c->request.filter.shards = 0;
    return SQLITE_OK;
}

/* ---- a declared table asked for a part of its source ---- */

static struct cv_span without_slash(struct cv_span s) {
    while (s.n > 1 && s.p[s.n - 1] == '/') s.n--;
    return s;
}

static bool climbs(struct cv_span path) {
    for (size_t i = 0; i + 1 < path.n; i++) {
        bool begins = i == 0 || path.p[i - 1] == '/', ends = i + 2 == path.n || path.p[i + 2] == '/';
        if (begins && ends && path.p[i] == '.' && path.p[i + 1] == '.') return true;
    }
    return false;
}

static bool starts_with(struct cv_span s, struct cv_span head) { return s.n >= head.n && !memcmp(s.p, head.p, head.n); }

static struct cv_span after_last_slash(struct cv_span s) {
    size_t n = s.n;
    while (n && s.p[n - 1] != '/') n--;
    return cv_span_from(s, n);
}

/* Of a glob, the folder that its paths start from, with its slash; absent: it is no glob. */
static struct cv_span glob_folder(struct cv_span s) {
    size_t n = 0;
    while (n < s.n && !strchr("*?[", s.p[n])) n++;
    if (n == s.n) return CV_NONE;
    while (n && s.p[n - 1] != '/') n--;
    return cv_span_first(s, n);
}

/* The path that rows must lie under if asked is a part of own; absent: it is none. */
static struct cv_span part_of(struct cv_span own, struct cv_span asked, struct cv_arena *arena) {
    struct cv_span folder = glob_folder(own), rest = cv_span_from(asked, own.n);
    if (climbs(asked)) return CV_NONE;
    if (folder.p) return starts_with(asked, folder) && asked.n > folder.n ? cv_span_from(asked, folder.n) : CV_NONE;
    if (!starts_with(asked, own)) return CV_NONE;
    if (own.n == 1 && own.p[0] == '/') return rest;
    if (rest.n > 1 && rest.p[0] == '/') return cv_span_from(rest, 1);
    if (rest.n > 2 && rest.p[0] == '!' && rest.p[1] == '/') { /* inside an archive: its paths begin with its name */
        struct cv_buf b = {.arena = arena};
        cv_buf_add(&b, after_last_slash(own));
        cv_buf_add(&b, rest);
        return cv_buf_span(&b);
    }
    return CV_NONE;
}

static bool inside_archive(struct cv_span s) { return cv_span_find(s, "!/") != SIZE_MAX; }

/* That the part exists; the scan itself would find no row and say nothing. */
static int look_for(struct reading *r, struct cv_span part) {
    struct cv_session *session = &r->v->conn->session;
    struct cv_source_env env = {&session->limits, &session->stats,   session->allocator,
                                cv_interrupted,   &r->v->interrupts, NULL};
    struct cv_path_filter all = {0};
    struct cv_error err = {0};
    struct cv_source *s = NULL;
    enum cv_status status;
    if (inside_archive(part)) return SQLITE_OK; /* a label, not a place */
    status = cv_source_open(part, &all, &env, &err, &s);
    cv_source_close(s);
    return cv_vtab_status(r->v, status, &err);
}

/* ---- the source ---- */

static int narrow(struct reading *r, struct cv_span own, struct cv_span asked) {
    struct cv_cursor *c = r->c;
    own = without_slash(own);
    asked = without_slash(asked);
    if (cv_span_eq(own, asked)) return SQLITE_OK;
    c->inside = part_of(own, asked, &c->arena);
    if (!c->inside.n)
        return cv_vtab_error(r->v,
                             "'%.*s' is no part of '%s', which this table was declared over; for another source "
                             "write temp.%s('%.*s')",
                             CV_FMT(asked), r->v->source, r->v->table->name, CV_FMT(asked));
    return look_for(r, asked);
}

static int read_source(struct reading *r) {
    struct cv_scan_request *q = &r->c->request;
    struct cv_span asked = CV_NONE;
    if (r->c->given[CV_ARG_SOURCE]) {
        asked = copy_of(r, r->c->given[CV_ARG_SOURCE]);
        if (r->c->arena.failed) return SQLITE_NOMEM;
    }
    if (!r->v->conn->files && (asked.n || !q->content.p))
        return cv_vtab_error(r->v, "this connection opens no files; give the text itself: WHERE content = …");
    if (q->content.p) return SQLITE_OK;
    if (r->v->ndeclared > 1)
        return cv_vtab_error(r->v, "declared with %d arguments; it takes one, the source", r->v->ndeclared);
    q->source = r->v->source ? cv_span_of(r->v->source, strlen(r->v->source)) : cv_connection_source(r->v->conn);
    if (r->v->source && asked.p) return narrow(r, q->source, asked);
    if (asked.p) q->source = asked;
    if (!q->source.n)
        return cv_vtab_error(r->v,
                             "no source is given: write %s('/path/of/archive'), or set one with "
                             "cablevtab_config('source', …) or CABLEVTAB_SOURCE",
                             r->v->table->name);
    q->source = cv_arena_copy(&r->c->arena, q->source);
    return q->source.p ? SQLITE_OK : SQLITE_NOMEM;
}

/* ---- paths and ids ---- */

static int by_bytes(const void *a, const void *b) {
    return cv_span_cmp(*(const struct cv_span *)a, *(const struct cv_span *)b);
}

static bool comparable(sqlite3_value *value) { /* a BLOB equals no text, NULL nothing */
    int type = sqlite3_value_type(value);
    return type != SQLITE_NULL && type != SQLITE_BLOB;
}

/* One value, or a list of them: sorted, without doubles, in the arena. SQLITE_DONE: there is none. */
static int read_list(struct reading *r, sqlite3_value *value, bool in, struct cv_spans *out) {
    sqlite3_value *item = value;
    int rc = in ? sqlite3_vtab_in_first(value, &item) : SQLITE_OK;
    size_t kept = 0;
    for (; rc == SQLITE_OK && item; rc = in ? sqlite3_vtab_in_next(value, &item) : SQLITE_DONE)
        if (comparable(item)) cv_spans_push(&r->c->arena, out, copy_of(r, item));
    if (rc != SQLITE_OK && rc != SQLITE_DONE) return rc;
    if (r->c->arena.failed) return SQLITE_NOMEM;
    if (!out->n) return SQLITE_DONE;
    qsort(out->v, out->n, sizeof *out->v, by_bytes);
    for (size_t i = 0; i < out->n; i++)
        if (!kept || !cv_span_eq(out->v[kept - 1], out->v[i])) out->v[kept++] = out->v[i];
    out->n = kept;
    return SQLITE_OK;
}

static int read_lists(struct reading *r) {
    struct cv_scan_request *q = &r->c->request;
    struct cv_spans list = {0};
    int rc = SQLITE_OK;
    if (r->values[CV_SLOT_PATH]) {
        rc = read_list(r, r->values[CV_SLOT_PATH], r->idxNum & CV_PLAN_PATH_IN, &list);
        q->filter.paths = list.v;
        q->filter.npaths = list.n;
    }
    if (rc == SQLITE_OK && r->values[CV_SLOT_ID]) {
        list = (struct cv_spans){0};
        rc = read_list(r, r->values[CV_SLOT_ID], r->idxNum & CV_PLAN_ID_IN, &list);
        q->ids = list.v;
        q->nids = list.n;
    }
    return rc;
}

/* One document of each file. Loose where the value is none that an integer could equal only by conversion. */
static int read_doc(struct reading *r) {
    sqlite3_value *value = r->values[CV_SLOT_DOC];
    int64_t n;
    if (!value) return SQLITE_OK;
    if (sqlite3_value_type(value) == SQLITE_NULL) return SQLITE_DONE;
    if (sqlite3_value_type(value) != SQLITE_INTEGER) return SQLITE_OK;
    n = sqlite3_value_int64(value);
    if (n < 0 || n > UINT32_MAX) return SQLITE_DONE;
    r->c->request.one_doc = true;
    r->c->request.doc = (unsigned)n;
    return SQLITE_OK;
}

/* ---- ranges of path ---- */

/* A lower bound without regard to case as one by bytes: capitals come first. The bytes between Z and a sort before
 * letters in small ones but after capitals: from there on the bound says nothing. */
static void fold_low(char *p, size_t *n) {
    for (size_t i = 0; i < *n; i++) {
        if (p[i] > 'Z' && p[i] < 'a')
            *n = i;
        else
            p[i] = cv_to_upper(p[i]);
    }
}

static void raise_low(struct cv_path_filter *f, struct cv_span s) {
    if (s.n && (!f->low.p || cv_span_cmp(s, f->low) > 0)) f->low = s;
}

static void lower_high(struct cv_path_filter *f, struct cv_span s) {
    if (!f->high.p || cv_span_cmp(s, f->high) < 0) f->high = s;
}

static int read_low(struct reading *r, sqlite3_value *value) {
    struct cv_buf b = {.arena = &r->c->arena};
    int type = sqlite3_value_type(value);
    if (type == SQLITE_NULL || type == SQLITE_BLOB) return SQLITE_DONE; /* every BLOB comes after every text */
    cv_buf_add(&b, text_of(value));
    if (r->idxNum & CV_PLAN_LOW_NOCASE && b.p) fold_low(b.p, &b.n);
    raise_low(&r->c->request.filter, cv_buf_span(&b));
    return SQLITE_OK;
}

static int read_high(struct reading *r, sqlite3_value *value) {
    struct cv_buf b = {.arena = &r->c->arena};
    int type = sqlite3_value_type(value);
    if (type == SQLITE_NULL) return SQLITE_DONE;
    if (type == SQLITE_BLOB) return SQLITE_OK;
    cv_buf_add(&b, text_of(value));
    for (size_t i = 0; r->idxNum & CV_PLAN_HIGH_NOCASE && i < b.n; i++) b.p[i] = cv_to_lower(b.p[i]);
    if (r->idxNum & CV_PLAN_HIGH_ITSELF) cv_buf_addc(&b, 0); /* the next text after it */
    if (!b.n) return r->c->arena.failed ? SQLITE_NOMEM : SQLITE_DONE;
    lower_high(&r->c->request.filter, cv_buf_span(&b));
    return SQLITE_OK;
}

/* What a pattern begins with, as a range. LIKE is without regard to the case of ASCII; a host may have made it so for
 * other letters too, so its beginning ends before the first of them. */
static int read_pattern(struct reading *r, sqlite3_value *value, bool like) {
    struct cv_buf low = {.arena = &r->c->arena}, high = {.arena = &r->c->arena};
    struct cv_span s;
    size_t n = 0;
    if (!value || sqlite3_value_type(value) == SQLITE_BLOB) return SQLITE_OK;
    if (sqlite3_value_type(value) == SQLITE_NULL) return SQLITE_DONE;
    s = text_of(value);
    while (n < s.n && !memchr(like ? "%_" : "*?[", s.p[n], like ? 2 : 3) && !(like && (unsigned char)s.p[n] > 0x7F))
        n++;
    if (!n) return SQLITE_OK;
    cv_buf_add(&low, cv_span_first(s, n));
    cv_buf_add(&high, cv_span_first(s, n));
    if (r->c->arena.failed) return SQLITE_NOMEM;
    if (like) fold_low(low.p, &low.n);
    for (size_t i = 0; like && i < n; i++) high.p[i] = cv_to_lower(high.p[i]);
    raise_low(&r->c->request.filter, cv_buf_span(&low));
    if ((unsigned char)high.p[n - 1] == 0xFF) return SQLITE_OK; /* not UTF-8: nothing comes after it */
    high.p[n - 1]++;
    lower_high(&r->c->request.filter, cv_buf_span(&high));
    return SQLITE_OK;
}

static int read_ranges(struct reading *r) {
    int rc = read_pattern(r, r->values[CV_SLOT_LIKE], true);
    if (rc == SQLITE_OK) rc = read_pattern(r, r->values[CV_SLOT_GLOB], false);
    if (rc == SQLITE_OK && r->values[CV_SLOT_LOW]) rc = read_low(r, r->values[CV_SLOT_LOW]);
    if (rc == SQLITE_OK && r->values[CV_SLOT_HIGH]) rc = read_high(r, r->values[CV_SLOT_HIGH]);
    if (rc == SQLITE_OK && r->c->inside.n) { /* from the part itself to the last path that goes on with a slash */
        struct cv_buf b = {.arena = &r->c->arena};
        cv_buf_add(&b, r->c->inside);
        cv_buf_addc(&b, '/' + 1);
        raise_low(&r->c->request.filter, r->c->inside);
        if (b.n) lower_high(&r->c->request.filter, cv_buf_span(&b));
    }
    return rc;
}

/* ---- */

static int64_t limit_of(const struct reading *r) {
    sqlite3_value *limit = r->values[CV_SLOT_LIMIT], *offset = r->values[CV_SLOT_OFFSET];
    int64_t n, skip = 0;
    if (!limit || sqlite3_value_type(limit) != SQLITE_INTEGER) return -1;
    n = sqlite3_value_int64(limit);
    if (offset) skip = sqlite3_value_type(offset) == SQLITE_INTEGER ? sqlite3_value_int64(offset) : INT64_MAX;
    if (skip < 0) skip = 0;
    return n < 0 || skip > INT64_MAX - n ? -1 : n + skip;
}

int cv_vtab_request(struct cv_cursor *c, int idxNum, int argc, sqlite3_value **argv) {
    struct cv_vtab *v = (struct cv_vtab *)c->base.pVtab;
    struct reading r = {.c = c, .v = v, .idxNum = idxNum};
    unsigned needs = (unsigned)idxNum >> CV_PLAN_NEEDS;
    int rc, at = 0;
    for (int slot = 0; slot < (int)CV_SLOTS && at < argc; slot++)
        if (idxNum & 1 << slot) r.values[slot] = argv[at++];
    c->request = (struct cv_scan_request){.needs = needs & CV_NEED_ALL,
                                          .entries_only = v->table->entries,
                                          .want_format = needs & CV_ASK_FORMAT,
                                          .want_stat = needs & CV_ASK_STAT,
                                          .limit = limit_of(&r),
                                          .interrupted = cv_interrupted,
                                          .interrupted_ctx = &v->interrupts};
    rc = keep_arguments(&r);
    if (rc == SQLITE_OK) rc = read_shard(&r);
    if (rc == SQLITE_OK) rc = read_content(&r);
    if (rc == SQLITE_OK) rc = read_source(&r);
    if (rc == SQLITE_OK) rc = read_lists(&r);
    if (rc == SQLITE_OK) rc = read_doc(&r);
    if (rc == SQLITE_OK) rc = read_ranges(&r);
    return rc == SQLITE_OK && c->arena.failed ? SQLITE_NOMEM : rc;
}
