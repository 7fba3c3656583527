/* cable_json.c - prints the whole parse of a file as JSON, without SQLite: for reading rows beside the text.
 *     cable-json [-p] [-x] [-a] FILE...     FILE may be -, the standard input
 * -p: the file's path on a line before its JSON. -x: all columns, also those that the examples leave out. -a: instead
 * of JSON, what each byte of the telegram became, and every run of the body that became nothing or two things at once.
 * May not: be installed; it is a tool for tests and for whoever works on the parser. */
#include "../ext/tables/tables.h"
#include <stdio.h>
#include <stdlib.h>

static const char *const fate_names[] = {"none", "field",     "text",      "heading", "number",
                                         "mark", "signature", "transport", "twice"};
enum { FATES = CV_ARRAY_LEN(fate_names) };

struct totals {
    size_t documents, bytes[FATES];
};

/* ---- JSON, indented by one blank a level as in the examples ---- */

static void new_line(FILE *f, unsigned depth) {
    (void)putc('\n', f);
    while (depth--) (void)putc(' ', f);
}

static const char *string_end(const char *p, const char *end) {
    for (p++; p < end && *p != '"'; p++) p += *p == '\\';
    return p;
}

static void indented(FILE *f, struct cv_span json, unsigned depth) {
    const char *p = json.p, *end = json.p + json.n;
    for (; p < end; p++) {
        if (*p == '"') {
            const char *close = string_end(p, end);
            (void)fwrite(p, 1, (size_t)(close - p) + 1, f);
            p = close;
        } else if ((*p == '{' || *p == '[') && p + 1 < end && (p[1] == '}' || p[1] == ']')) {
            (void)putc(*p++, f);
            (void)putc(*p, f);
        } else if (*p == '{' || *p == '[') {
            (void)putc(*p, f);
            new_line(f, ++depth);
        } else if (*p == '}' || *p == ']') {
            new_line(f, --depth);
            (void)putc(*p, f);
        } else {
            (void)putc(*p, f);
            if (*p == ',') new_line(f, depth);
            if (*p == ':') (void)putc(' ', f);
        }
    }
}

/* ---- accounting ---- */

/* Where the body lies in the telegram; all of it where the body was rebuilt and lies elsewhere. */
static void body_range(const struct cv_cable *c, size_t *from, size_t *to) {
    const char *p = c->telegram.p;
    *from = 0;
    *to = c->telegram.n;
    if (!c->body.p || c->body.p < p || c->body.p + c->body.n > p + c->telegram.n) return;
    *from = (size_t)(c->body.p - p);
    *to = *from + c->body.n;
}

static void account(const struct cv_cable *c, const unsigned char *fates, unsigned doc, struct totals *sum) {
    size_t from, to, i, run;
    unsigned line = 1;
    const char *p = c->telegram.p;
    body_range(c, &from, &to);
    for (i = 0; i < c->telegram.n; i = run) {
        unsigned char fate = fates[i];
        for (run = i + 1; run < c->telegram.n && p[run] != '\n' && (fates[run] == fate || cv_is_space(p[run]));) run++;
        bool bad = (fate == CV_FATE_NONE || fate == CV_FATE_TWICE) && i >= from && i < to;
        struct cv_span text = cv_span_trim(cv_span_range(p + i, p + run));
        if (bad && text.n) printf("doc %u line %u %s: %.*s\n", doc, line, fate_names[fate], CV_FMT(text));
        for (size_t k = i; k < run; k++) {
            if (!cv_is_space(p[k]) && k >= from && k < to) sum->bytes[fates[k]]++;
            line += p[k] == '\n';
        }
    }
}

static void print_totals(const struct totals *sum) {
    printf("documents %zu", sum->documents);
    for (size_t i = 0; i < FATES; i++) printf("  %s %zu", fate_names[i], sum->bytes[i]);
    (void)putchar('\n');
}

/* ---- one file ---- */

static struct cv_span read_file(const char *path) {
    FILE *f = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    char *p = NULL;
    size_t n = 0, cap = 0, got = 1;
    while (f && got) {
        if (n == cap) {
            char *more = realloc(p, cap = cap ? cap * 2 : (size_t)1 << 16);
            if (!more) break;
            p = more;
        }
        got = fread(p + n, 1, cap - n, f);
        n += got;
    }
    if (!f || got || ferror(f)) {
        perror(path);
        free(p);
        p = NULL;
        n = 0;
    }
    if (f && f != stdin) (void)fclose(f);
    return cv_span_of(p, n);
}

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void add_document(struct cv_buf *out, const struct cv_document *doc, const struct cv_cable *cable,
                         bool everything, struct cv_arena *scratch) {
    struct cv_scanned scanned = cv_scanned_of(doc, cable);
    cv_json_cable(&scanned, everything, scratch, out);
}

/* out: the objects of all documents, with commas between them; NULL: account for them instead. */
static enum cv_status all_documents(struct cv_reader *in, struct cv_buf *out, bool everything, struct totals *sum) {
    struct cv_arena arena;
    struct cv_document doc = {0};
    enum cv_status rc;
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    while ((rc = cv_document_next(in, &doc, &arena)) == CV_OK) {
        struct cv_cable cable = {0};
        const unsigned char *fates = NULL;
        rc = out ? cv_document_parse(&doc, CV_NEED_ALL, &arena, &cable)
                 : cv_document_account(&doc, &arena, &cable, &fates);
        if (rc != CV_OK) break;
        if (out && out->n) cv_buf_addc(out, ',');
        if (out) add_document(out, &doc, &cable, everything, &arena);
        if (!out) account(&cable, fates, doc.doc, sum);
        sum->documents++;
        cv_arena_reset(&arena);
    }
    cv_arena_free(&arena);
    return rc;
}

static bool one_file(const char *path, bool everything, bool accounting, struct totals *sum) {
    struct cv_arena arena;
    struct cv_span bytes = read_file(path);
    struct cv_reader in = cv_reader_memory(bytes.p, bytes.n);
    struct cv_buf all = {.arena = &arena}, out = {.arena = &arena};
    size_t before = sum->documents;
    enum cv_status rc;
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    in.name = cv_span_of(base_name(path), strlen(base_name(path)));
    rc = all_documents(&in, accounting ? NULL : &all, everything, sum);
    if (rc != CV_DONE) (void)fprintf(stderr, "%s: %s\n", path, rc == CV_MISUSE ? "not a cable" : "could not be parsed");
    if (all.n && sum->documents - before > 1) {
        cv_buf_addc(&out, '[');
        cv_buf_add(&out, cv_buf_span(&all));
        cv_buf_addc(&out, ']');
        all = out;
    }
    if (all.n) {
        indented(stdout, cv_buf_span(&all), 0);
        (void)putchar('\n');
    }
    cv_reader_close(&in);
    cv_arena_free(&arena);
    free((void *)(uintptr_t)bytes.p);
    return rc == CV_DONE;
}

int main(int argc, char **argv) {
    bool everything = false, accounting = false, paths = false;
    struct totals sum = {0};
    int i, failed = 0;
    for (i = 1; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
        everything |= strchr(argv[i], 'x') != NULL;
        accounting |= strchr(argv[i], 'a') != NULL;
        paths |= strchr(argv[i], 'p') != NULL;
    }
    if (i >= argc) {
        (void)fputs("usage: cable-json [-p] [-x] [-a] FILE...\n", stderr);
        return 2;
    }
    for (; i < argc; i++) {
        if (paths) puts(argv[i]);
        failed |= !one_file(argv[i], everything, accounting, &sum);
    }
    if (accounting) print_totals(&sum);
    return failed;
}
