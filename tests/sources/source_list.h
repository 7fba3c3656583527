/* source_list.h - what a source lists, as one text, for tests of the sources alone. */
#ifndef CV_TESTS_SOURCE_LIST_H
#define CV_TESTS_SOURCE_LIST_H

#include "../../ext/sources/sources.h"
#include "tree.h"

static struct cv_stats list_stats;
static struct cv_source_limits list_limits = {.max_document_bytes = 1 << 20, .max_depth = 4};

static inline struct cv_source_env list_env(void) {
    return (struct cv_source_env){&list_limits, &list_stats, &cv_allocator_malloc, NULL, NULL, NULL};
}

static inline void list_entries(struct tree_list *out, struct cv_source *s);

/* "path\n" of each entry, "path: code\n" of one that cannot be read; an archive's members follow its own line. */
static inline void list_entry(struct tree_list *out, struct cv_source *s, struct cv_entry *e) {
    struct cv_window w = {.allocator = &cv_allocator_malloc};
    struct cv_reader r;
    enum cv_status rc = e->problem >= 0 ? CV_IO : cv_entry_open(s, e, &w, &r);
    tree_add(out, "%.*s", CV_FMT(e->path));
    if (rc == CV_IO) tree_add(out, ": %s", cv_problem_name((enum cv_problem_code)e->problem));
    if (rc == CV_DONE) {
        struct cv_source *members = NULL;
        rc = cv_source_members(s, e, &r, &members);
        tree_add(out, rc == CV_LIMIT ? ": limit\n" : " {\n");
        if (rc == CV_OK) list_entries(out, members);
        tree_add(out, rc == CV_OK ? "}" : "");
        cv_source_close(members);
        rc = CV_DONE;
    }
    if (rc != CV_IO) cv_reader_close(&r);
    cv_window_free(&w);
    tree_add(out, "\n");
}

static inline void list_entries(struct tree_list *out, struct cv_source *s) {
    struct cv_error err = {0};
    struct cv_entry e;
    enum cv_status rc;
    while ((rc = cv_source_next(s, &e, &err)) == CV_OK) list_entry(out, s, &e);
    if (rc != CV_DONE) tree_add(out, "error: %s\n", err.message);
}

/* The same of a source by its name. */
static inline const char *list_source(const char *uri, const struct cv_path_filter *filter) {
    static struct tree_list out;
    static const struct cv_path_filter everything;
    struct cv_source_env env = list_env();
    struct cv_error err = {0};
    struct cv_source *s;
    out.n = 0;
    out.text[0] = 0;
    if (cv_source_open(cv_span_of(uri, strlen(uri)), filter ? filter : &everything, &env, &err, &s))
        tree_add(&out, "error: %s\n", err.message);
    else
        list_entries(&out, s);
    cv_source_close(s);
    return out.text;
}

#endif
