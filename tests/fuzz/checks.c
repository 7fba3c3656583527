/* checks.c - see checks.h. Values are asked for through the tables' descriptors, so a new column is checked too.
 * May not: know a layout. */
#include "checks.h"
#include "../../ext/tables/tables.h"
#include <stdio.h>
#include <stdlib.h>

void fuzz_require(bool holds, const char *what) {
    if (holds) return;
    (void)fprintf(stderr, "promise broken: %s\n", what);
    abort();
}

void fuzz_utf8(const char *what, struct cv_span s) {
    const unsigned char *p = (const unsigned char *)s.p;
    fuzz_require(s.p || !s.n, what);
    for (size_t i = 0; i < s.n;) {
        unsigned c = p[i++];
        unsigned more = c < 0x80 ? 0 : c < 0xC2 ? 4 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : c < 0xF5 ? 3 : 4;
        unsigned low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80, high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        bool valid = more < 4 && more <= s.n - i;
        for (; valid && more; more--, low = 0x80, high = 0xBF) {
            valid = p[i] >= low && p[i] <= high;
            i++;
        }
        if (valid) continue;
        (void)fprintf(stderr, "%s: byte %zu of %zu is no UTF-8\n", what, i, s.n);
        abort();
    }
}

/* ---- one document ---------------------------------------------------------------------------------------- */

static void check_value(const char *what, const struct cv_value *v) {
    if (v->kind == CV_VALUE_TEXT) fuzz_utf8(what, v->text);
    if (v->kind != CV_VALUE_LIST) return;
    for (size_t i = 0; i < v->list->n; i++) fuzz_utf8(what, v->list->v[i]);
}

static void check_columns(const struct cv_document *doc, const struct cv_cable *cable) {
    const struct cv_scanned scanned = {
        .has_doc = true, .doc = doc->doc, .mtime = INT64_MIN, .cable = cable, .problem = -1};
    struct cv_arena scratch;
    cv_arena_init(&scratch, &cv_allocator_malloc, 0);
    for (size_t t = 0; t < cv_tables_n; t++) {
        const struct cv_table *table = cv_tables[t];
        size_t rows = table->entries ? 0 : table->count(&scanned);
        for (size_t item = 0; item < rows; item++)
            for (size_t c = 0; c < table->ncolumns; c++) {
                struct cv_row row = {&scanned, cable, item, &scratch};
                struct cv_value value = {0};
                if (table->columns[c].hidden) continue;
                table->columns[c].read(&row, &value);
                check_value(table->columns[c].name, &value);
                cv_arena_reset(&scratch);
            }
    }
    cv_arena_free(&scratch);
}

/* The next byte of the paragraphs' texts that is no white space; false at the end. */
static bool next_text(const struct cv_cable *c, size_t *paragraph, size_t *at, char *out) {
    for (; *paragraph < c->paragraphs.n; ++*paragraph, *at = 0) {
        struct cv_span text = c->paragraphs.v[*paragraph].text;
        while (*at < text.n && cv_is_space(text.p[*at])) ++*at;
        if (*at < text.n) {
            *out = text.p[(*at)++];
            return true;
        }
    }
    return false;
}

/* All that is in the body became one thing; the text of the paragraphs may begin above it, in a header that is none. */
static void check_fates(const struct cv_cable *c, const unsigned char *fates) {
    struct cv_span text = c->telegram;
    size_t paragraph = 0, at = 0, body;
    char want;
    if (!c->body.p) return;
    fuzz_require(c->body.p >= text.p && c->body.p + c->body.n <= text.p + text.n, "the body lies in the telegram");
    body = (size_t)(c->body.p - text.p);
    for (size_t i = 0; i < text.n; i++) {
        if (cv_is_space(text.p[i])) continue;
        fuzz_require(fates[i] != CV_FATE_NONE || i < body, "a byte of the body became something");
        fuzz_require(fates[i] < CV_FATE_TWICE || i < body, "a byte of the body became one thing");
        if (fates[i] != CV_FATE_TEXT) continue;
        fuzz_require(next_text(c, &paragraph, &at, &want) && want == text.p[i], "text stands in its paragraph");
    }
    fuzz_require(!next_text(c, &paragraph, &at, &want), "paragraphs have no text of their own");
}

static void check_head(const struct cv_document *doc, const struct cv_cable *whole) {
    struct cv_cable head = {0};
    struct cv_arena arena;
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    fuzz_require(cv_document_parse(doc, CV_NEED_HEAD, &arena, &head) == CV_OK, "the head alone is read too");
    fuzz_require(cv_span_eq(head.id, whole->id), "the head alone has the same id");
    fuzz_require(cv_span_eq(head.date, whole->date), "the head alone has the same date");
    fuzz_require(cv_span_eq(head.subject, whole->subject), "the head alone has the same subject");
    fuzz_require(head.classification == whole->classification, "the head alone has the same classification");
    cv_arena_free(&arena);
}

static void check_document(const struct cv_document *doc, struct cv_arena *arena) {
    const unsigned char *fates = NULL;
    struct cv_cable cable = {0};
    enum cv_status rc = cv_document_account(doc, arena, &cable, &fates);
    fuzz_require(rc == CV_OK || rc == CV_MISUSE, "a document is a cable or is none");
    if (rc != CV_OK) return;
    check_fates(&cable, fates);
    check_columns(doc, &cable);
    check_head(doc, &cable);
}

/* ---- the stream ------------------------------------------------------------------------------------------ */

/* A stream that comes in pieces. What is left of the window moves to memory of its own each time, so that an old
 * pointer into it is a fault and not luck. */
struct pieces {
    const char *bytes;
    char *window;
    size_t n, given, step;
};

static enum cv_status more(struct cv_reader *r) {
    struct pieces *s = r->ctx;
    size_t step = s->n - s->given < s->step ? s->n - s->given : s->step;
    char *window = malloc(r->n + step + 1);
    if (!window) abort();
    if (!step) r->eof = true;
    if (r->n) memcpy(window, r->p, r->n);
    memcpy(window + r->n, s->bytes + s->given, step);
    free(s->window);
    r->p = s->window = window;
    s->given += step;
    r->n += step;
    return CV_OK;
}

enum { FIRST_LOOK = 4096 }; /* what a format may take for granted in the window, as after a probe */

static void force(struct cv_reader *r, const struct cv_format *format) {
    enum cv_status rc;
    if (!format) return;
    while (r->n < FIRST_LOOK && cv_reader_more(r, &rc)) continue;
    r->format = format;
    r->sniffed = true;
    r->line_no = 1;
}

/* The same documents whether the bytes come at once or in pieces; each is checked as it comes at once. */
static void check_stream(struct cv_span s, size_t step, const struct cv_format *format) {
    struct pieces pieces = {.bytes = s.p, .n = s.n, .step = step};
    struct cv_reader whole = cv_reader_memory(s.p, s.n), slow = {.more = more, .ctx = &pieces, .line_no = 1};
    struct cv_document a, b;
    struct cv_arena arena, other;
    enum cv_status rc;
    uint64_t behind = 0;
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    cv_arena_init(&other, &cv_allocator_malloc, 0);
    force(&whole, format);
    force(&slow, format);
    do {
        rc = cv_document_next(&whole, &a, &arena);
        fuzz_require(rc == CV_OK || rc == CV_DONE || rc == CV_MISUSE, "bytes in memory have documents, or none");
        fuzz_require(cv_document_next(&slow, &b, &other) == rc, "pieces have as many documents");
        if (rc != CV_OK) break;
        /* White space at the end goes with the last one only where the end is in sight. */
        fuzz_require(cv_span_eq(cv_span_trim_right(a.bytes), cv_span_trim_right(b.bytes)),
                     "pieces have the same documents");
        fuzz_require(a.offset == b.offset && a.line_no == b.line_no, "pieces have them at the same place");
        fuzz_require(a.bytes.n && a.offset >= behind, "documents follow each other");
        behind = a.offset + a.bytes.n;
        check_document(&a, &arena);
        cv_arena_reset(&arena);
        cv_arena_reset(&other);
    } while (rc == CV_OK);
    cv_reader_close(&whole);
    cv_reader_close(&slow);
    cv_arena_free(&arena);
    cv_arena_free(&other);
    free(pieces.window);
}

void fuzz_documents(const void *bytes, size_t n, const struct cv_format *format) {
    struct cv_span s = cv_span_of(bytes, n);
    size_t step = 1 + n / 3; /* a few pieces: each costs a copy of the window */
    check_stream(s, step, format);
    if (cv_format_of(s) != format) check_stream(s, step, NULL);
}
