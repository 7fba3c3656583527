/* scan_rows.h - what a scan gives, as one text, for the tests of scans. */
#ifndef CV_TESTS_SCAN_ROWS_H
#define CV_TESTS_SCAN_ROWS_H

#include "../../ext/scan/scan.h"
#include "../sources/tree.h"

static struct cv_session session;

static inline void scan_begin(void) {
    tree_begin();
    cv_session_init(&session, &cv_allocator_malloc);
    session.threads = 1;
}

static inline void scan_end(void) {
    cv_session_free(&session);
    tree_end();
}

static inline struct cv_span span(const char *z) { return cv_span_of(z, strlen(z)); }

/* "path#doc id\n" of a document, "path! code\n" of an entry or document that cannot be read. */
static inline void scan_row(struct tree_list *out, const struct cv_scanned *r) {
    tree_add(out, "%.*s", CV_FMT(r->path));
    if (r->has_doc) tree_add(out, "#%u", r->doc);
    if (r->cable && r->cable->id.p) tree_add(out, " %.*s", CV_FMT(r->cable->id));
    if (r->problem >= 0) tree_add(out, "! %s", cv_problem_name((enum cv_problem_code)r->problem));
    tree_add(out, "\n");
}

static inline const char *scan_rows(const struct cv_scan_request *q) {
    static struct tree_list out;
    struct cv_error err = {0};
    struct cv_scan *s;
    const struct cv_scanned *r;
    enum cv_status rc = cv_scan_open(&session, q, &err, &s);
    out.n = 0;
    out.text[0] = 0;
    while (!rc && (rc = cv_scan_next(s, &r, &err)) == CV_OK) scan_row(&out, r);
    if (rc != CV_DONE) tree_add(&out, "error: %s\n", err.message);
    cv_scan_close(s);
    return out.text;
}

static inline struct cv_scan_request scan_request(const char *name, unsigned needs) {
    return (struct cv_scan_request){.source = span(tree_path(name)), .needs = needs, .limit = -1};
}

/* Several telegrams in one file. */
static inline void scan_cables(const char *name, unsigned first, unsigned n) {
    char *all = malloc((size_t)n * 1024), text[1024];
    size_t at = 0;
    for (unsigned i = 0; i < n; i++) {
        size_t k = tree_telegram(text, sizeof text, first + i);
        memcpy(all + at, text, k);
        at += k;
        memcpy(all + at, "NNNN\n\n\n\n", 8);
        at += 8;
    }
    tree_write(name, all, at);
    free(all);
}

#endif
