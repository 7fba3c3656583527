/* corpus.c - see corpus.h. */
#include "corpus.h"
#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

struct corpus_file *corpus;
int corpus_n;

static bool has_suffix(const char *name, const char *suffix) {
    size_t n = strlen(name), k = strlen(suffix);
    return n >= k && strcmp(name + n - k, suffix) == 0;
}

/* Cables of every layout; not the expected rows beside them, nor programs and notes. */
static bool is_cable(const char *name) {
    static const char *const no[] = {".json", ".md", ".py", ".sql", ".expected", ".c", ".h", ".zip", ".gz", ".tsv"};
    for (size_t i = 0; i < CV_ARRAY_LEN(no); i++)
        if (has_suffix(name, no[i])) return false;
    return name[0] != '.';
}

static void add(const char *path, bool real, size_t n) {
    struct corpus_file *more = realloc(corpus, (size_t)(corpus_n + 1) * sizeof *corpus);
    if (!more) abort();
    corpus = more;
    corpus[corpus_n++] = (struct corpus_file){strdup(path), real, n};
}

/* Depth is bounded: the folders are ours. */
static void walk(const char *folder, bool real, unsigned depth) {
    char path[1024];
    struct stat st;
    struct dirent *e;
    DIR *d = opendir(folder);
    if (!d) return;
    while ((e = readdir(d))) {
        if (e->d_name[0] == '.') continue;
        (void)snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        if (stat(path, &st)) continue;
        if (S_ISDIR(st.st_mode) && depth) walk(path, real, depth - 1);
        if (S_ISREG(st.st_mode) && is_cable(e->d_name)) add(path, real, (size_t)st.st_size);
    }
    (void)closedir(d);
}

static int by_path(const void *a, const void *b) {
    return strcmp(((const struct corpus_file *)a)->path, ((const struct corpus_file *)b)->path);
}

void corpus_load(void) {
    const char *shared = getenv("CABLEVTAB_SHARED");
    char folder[1024];
    int own;
    walk("tests/fixtures", false, 3);
    walk("tests/sample", false, 3);
    own = corpus_n;
    (void)snprintf(folder, sizeof folder, "%s/spec/examples", shared ? shared : "../shared");
    walk(folder, true, 1);
    (void)snprintf(folder, sizeof folder, "%s/cables", shared ? shared : "../shared");
    walk(folder, true, 3);
    if (corpus_n == own) printf("skipped: no real cables at %s\n", folder);
    if (corpus_n) qsort(corpus, (size_t)corpus_n, sizeof *corpus, by_path);
    (void)fflush(stdout);
}

char *corpus_read(const struct corpus_file *f) {
    char *p = malloc(f->n + 1);
    FILE *in = fopen(f->path, "rb");
    ck_assert_msg(p && in && fread(p, 1, f->n, in) == f->n, "%s: cannot be read", f->path);
    (void)fclose(in);
    return p;
}

const char *corpus_name(const struct corpus_file *f) {
    const char *slash = strrchr(f->path, '/');
    return slash ? slash + 1 : f->path;
}

struct cv_reader corpus_reader(const struct corpus_file *f, const char *bytes, size_t n) {
    struct cv_reader r = cv_reader_memory(bytes, n);
    r.name = cv_span_of(corpus_name(f), strlen(corpus_name(f)));
    return r;
}

/* ---- comparison ------------------------------------------------------------------------------ */

struct side {
    struct cv_arena arena, scratch;
    struct cv_reader reader;
    unsigned needs;
    struct cv_document doc;
    struct cv_cable cable;
    struct cv_scanned scanned;
};

static bool skipped(const char *const *skip, const char *name) {
    for (; skip && *skip; skip++)
        if (strcmp(*skip, name) == 0) return true;
    return false;
}

static bool same_list(const struct cv_spans *a, const struct cv_spans *b) {
    if (a->n != b->n) return false;
    for (size_t i = 0; i < a->n; i++)
        if (!cv_span_eq(a->v[i], b->v[i])) return false;
    return true;
}

static bool same_value(const struct cv_value *a, const struct cv_value *b) {
    if (a->kind != b->kind) return false;
    if (a->kind == CV_VALUE_TEXT) return cv_span_eq(a->text, b->text);
    if (a->kind == CV_VALUE_INT) return a->integer == b->integer;
    return a->kind == CV_VALUE_NULL || same_list(a->list, b->list);
}

static struct cv_span shown(const struct cv_value *v) {
    if (v->kind == CV_VALUE_TEXT) return v->text;
    if (v->kind == CV_VALUE_LIST) return v->list->n ? v->list->v[0] : CV_LIT("[]");
    return v->kind == CV_VALUE_NULL ? CV_LIT("NULL") : CV_LIT("a number");
}

/* Both sides know what needs this. */
static bool known(const struct side *a, const struct side *b, unsigned needs) {
    return !((needs & CV_NEED_ALL) & ~(a->needs & b->needs));
}

static bool same_row(struct side *a, struct side *b, const struct cv_table *t, size_t item, const char *const *skip,
                     char *difference, size_t room) {
    for (size_t c = 0; c < t->ncolumns; c++) {
        const struct cv_column *column = &t->columns[c];
        struct cv_row ra = {&a->scanned, &a->cable, item, &a->scratch},
                      rb = {&b->scanned, &b->cable, item, &b->scratch};
        struct cv_value va = {0}, vb = {0};
        if (column->hidden || column->apart || skipped(skip, column->name) || !known(a, b, column->needs)) continue;
        column->read(&ra, &va);
        column->read(&rb, &vb);
        if (same_value(&va, &vb)) continue;
        (void)snprintf(difference, room, "%s[%zu].%s: '%.*s' / '%.*s'", t->name, item + 1, column->name,
                       CV_FMT(cv_span_first(shown(&va), 200)), CV_FMT(cv_span_first(shown(&vb), 200)));
        return false;
    }
    return true;
}

static bool same_cable(struct side *a, struct side *b, const char *const *skip, char *difference, size_t room) {
    for (size_t i = 0; i < cv_tables_n; i++) {
        const struct cv_table *t = cv_tables[i];
        size_t na, nb;
        if (t->entries || skipped(skip, t->name) || !known(a, b, t->needs)) continue;
        na = t->count(&a->scanned);
        nb = t->count(&b->scanned);
        for (size_t item = 0; item < na && item < nb; item++)
            if (!same_row(a, b, t, item, skip, difference, room)) return false;
        if (na == nb) continue;
        (void)snprintf(difference, room, "%s: %zu / %zu rows", t->name, na, nb);
        return false;
    }
    return true;
}

static enum cv_status advance(struct side *s) {
    enum cv_status rc;
    cv_arena_reset(&s->arena);
    rc = cv_document_next(&s->reader, &s->doc, &s->arena);
    if (rc != CV_OK) return rc;
    s->cable = (struct cv_cable){0};
    rc = cv_document_parse(&s->doc, s->needs, &s->arena, &s->cable);
    s->scanned = (struct cv_scanned){.has_doc = true,
                                     .doc = s->doc.doc,
                                     .size = s->doc.bytes.n,
                                     .mtime = INT64_MIN,
                                     .format = s->cable.format,
                                     .cable = &s->cable,
                                     .problem = -1};
    return rc;
}

static bool same(struct side sides[2], const char *const *skip, char *difference, size_t room) {
    bool equal = true, more = true;
    for (int i = 0; i < 2; i++) {
        cv_arena_init(&sides[i].arena, &cv_allocator_malloc, 0);
        cv_arena_init(&sides[i].scratch, &cv_allocator_malloc, 0);
    }
    while (equal && more) {
        enum cv_status rc0 = advance(&sides[0]), rc1 = advance(&sides[1]);
        more = rc0 == CV_OK && rc1 == CV_OK;
        equal = rc0 == rc1 && (!more || same_cable(&sides[0], &sides[1], skip, difference, room));
        if (rc0 != rc1) (void)snprintf(difference, room, "document %u: status %d / %d", sides[0].doc.doc, rc0, rc1);
    }
    for (int i = 0; i < 2; i++) {
        cv_reader_close(&sides[i].reader);
        cv_arena_free(&sides[i].arena);
        cv_arena_free(&sides[i].scratch);
    }
    return equal;
}

bool corpus_same(const struct corpus_file *f, struct cv_span a, struct cv_span b, const char *const *skip,
                 char *difference, size_t room) {
    struct side sides[2] = {{.reader = corpus_reader(f, a.p, a.n), .needs = CV_NEED_ALL},
                            {.reader = corpus_reader(f, b.p, b.n), .needs = CV_NEED_ALL}};
    return same(sides, skip, difference, room);
}

bool corpus_same_part(const struct corpus_file *f, struct cv_span text, unsigned needs, char *difference, size_t room) {
    struct side sides[2] = {{.reader = corpus_reader(f, text.p, text.n), .needs = needs},
                            {.reader = corpus_reader(f, text.p, text.n), .needs = CV_NEED_ALL}};
    return same(sides, NULL, difference, room);
}
