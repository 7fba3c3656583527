/* entries.c - what a source holds, as rows without documents: the table files.
 * May not: open a plain file unless its format is asked for, and then read more than its first bytes.
 * An archive is known here by its name; it has a row of its own and one for each member. A name that promises an archive
 * which the content is not stands as the plain file that it is. */
#include "scan_state.h"

/* The first bytes decide, as in reading; UTF-16 is told by its mark alone. */
static const char *format_of(struct cv_scan *s, const struct cv_reader *r) {
    struct cv_span head = cv_span_of(r->p, r->n < CV_PROBE_BYTES ? r->n : (size_t)CV_PROBE_BYTES);
    enum cv_encoding e = head.n ? cv_encoding_detect(cv_span_first(head, 4)) : CV_ASCII;
    const struct cv_format *f;
    size_t bad;
    if (e == CV_UTF16LE || e == CV_UTF16BE) head = cv_encoding_to_utf8(head, &s->words, &bad);
    f = head.n ? cv_format_of(head) : NULL;
    return f ? f->name : NULL;
}

/* Of a single compressed file: unpack its first bytes. */
static enum cv_status packed_format(struct cv_scan *s, struct cv_held_file *f, struct cv_source *from) {
    struct level *l;
    struct cv_entry inner;
    struct cv_reader r;
    enum cv_status rc = cv_scan_descend(s, f, from);
    if (rc != CV_DONE) return rc;
    l = &s->levels[s->nlevels - 1];
    rc = cv_source_next(l->source, &inner, NULL);
    if (rc == CV_OK && inner.problem < 0 && !inner.member) rc = CV_DONE;
    if (rc == CV_OK && inner.problem < 0 && cv_span_eq(inner.path, l->path)) {
        rc = cv_entry_open(l->source, &inner, cv_scan_window(s), &r);
        if (rc == CV_OK) s->out.format = format_of(s, &r);
        if (rc == CV_OK || rc == CV_DONE) cv_reader_close(&r);
    }
    cv_scan_leave_level(s);
    return rc == CV_INTERRUPTED || rc == CV_NOMEM ? rc : CV_OK;
}

static enum cv_status look_inside(struct cv_scan *s, struct cv_source *from, const struct cv_entry *e,
                                  struct cv_batch *b) {
    struct cv_held_file *f = cv_batch_place(b, e);
    bool named = e->archive;
    struct cv_scanned row = s->out;
    enum cv_status rc;
    if (!f) return CV_NOMEM;
    rc = cv_entry_open(from, &f->entry, cv_scan_window(s), &f->reader);
    if (rc == CV_IO) return CV_OK; /* problems says why; here it is a file like any other */
    if (rc != CV_OK && rc != CV_DONE) return rc;
    f->open = true;
    if (rc == CV_OK && s->q.want_format) s->out.format = format_of(s, &f->reader);
    if (rc == CV_OK || (!named && !f->entry.packed)) return CV_OK;
    if (named)
        rc = cv_scan_descend(s, f, from);
    else
        rc = packed_format(s, f, from);
    row.format = s->out.format;
    if (rc == CV_OK || rc == CV_DONE) s->out = row; /* what is wrong inside is for problems to say */
    return rc == CV_DONE ? CV_OK : rc;
}

enum cv_status cv_scan_list(struct cv_scan *s, struct cv_source *from, struct cv_entry *e) {
    bool admitted = cv_scan_admits(s, e), inside = e->archive || (s->q.want_format && e->problem < 0);
    enum cv_status rc = CV_OK;
    struct cv_batch *b;
    if (s->q.want_stat) cv_entry_stat(from, e);
    if (s->nlevels > 1 && e->problem >= 0 && cv_span_eq(e->path, s->levels[s->nlevels - 1].path))
        return CV_DONE; /* about the archive, which has its row */
    cv_scan_row(s, e);
    s->out.path = cv_arena_copy(&s->words, e->path);
    s->out.problem_message = cv_arena_copy(&s->words, e->message);
    if (inside && (admitted || e->archive) && e->problem < 0) {
        b = cv_cache_batch(s->cache);
        rc = b ? look_inside(s, from, e, b) : CV_NOMEM;
        cv_cache_release(s->cache, b);
    }
    if (rc) return rc;
    return s->words.failed ? CV_NOMEM : admitted ? CV_OK : CV_DONE;
}
