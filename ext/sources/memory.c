/* memory.c - a value as a source: one entry without a path, its bytes where the caller keeps them.
 * May not: copy the value, or take an archive for anything but a text: `content` is always the text itself. */
#include "places.h"

struct memory {
    struct cv_source base;
    struct cv_span content;
    bool given;
};

static enum cv_status next(struct cv_source *s, struct cv_entry *out, struct cv_error *err) {
    struct memory *m = (struct memory *)s;
    (void)err;
    if (m->given) return CV_DONE;
    m->given = true;
    out->size = m->content.n;
    out->stat_known = true;
    return CV_OK;
}

static enum cv_status open_entry(struct cv_source *s, struct cv_entry *e, struct cv_window *w, struct cv_reader *out) {
    const struct memory *m = (const struct memory *)s;
    (void)e;
    (void)w;
    *out = cv_reader_memory(m->content.p, m->content.n);
    return CV_OK;
}

static void close_source(struct cv_source *s) { (void)s; }

const struct cv_source_kind cv_memory_kind = {"memory", next, open_entry, close_source, false};

enum cv_status cv_source_open_content(struct cv_span content, const struct cv_source_env *env, struct cv_source **out) {
    static const struct cv_path_filter everything;
    struct memory *m = (struct memory *)cv_source_new(&cv_memory_kind, sizeof *m, &everything, env);
    *out = (struct cv_source *)m;
    if (!m) return CV_NOMEM;
    m->content = content;
    return CV_OK;
}
