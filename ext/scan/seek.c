/* seek.c - which documents of a file are wanted, where that is known, and going straight to them: a file too long to be
 * held is read near these alone, of one that is held the rest is not looked at. Without this each row of a join into a
 * dump of a million cables would read the dump.
 * May not: skip a document that might be wanted; a way is taken only from a file that has the stamp it was found in. */
#include "scan_state.h"

/* Can a reader of this file be moved? */
static bool can_seek(const struct cv_scan *s) {
    return s->file->streaming && !s->entry.member && !s->entry.packed && s->entry.stamp;
}

/* A member whose name may come again: what is noted of it may be the other's, and its documents must be counted. */
static bool may_be_doubled(const struct cv_scan *s) {
    return s->entry.member && s->nlevels > 1 && !s->levels[s->nlevels - 1].known;
}

/* Of a file that is held: pass by what is not wanted. */
static enum cv_status skip_held(struct cv_scan *s) {
    const struct cv_held_file *f = s->file;
    size_t to;
    while (s->next_doc < s->docs.n && s->docs.v[s->next_doc] < f->entry.first_doc + s->at_doc) s->next_doc++;
    if (s->next_doc == s->docs.n) return CV_DONE;
    to = s->docs.v[s->next_doc] - f->entry.first_doc;
    if (to > f->docs.n) to = f->docs.n; /* the rest is not found yet, and is found one by one */
    if (to > s->at_doc) s->at_doc = to;
    return CV_OK;
}

enum cv_status cv_scan_plan_docs(struct cv_scan *s) {
    const struct cv_held_file *f = s->file;
    bool held = !f->streaming && !f->part && !s->entry.again;
    cv_arena_reset(&s->file_arena);
    s->docs = (struct cv_numbers){0};
    s->next_doc = 0;
    if (!held && !can_seek(s)) return CV_OK;
    if (s->q.one_doc) {
        unsigned *doc = CV_PUSH(&s->file_arena, &s->docs, unsigned);
        if (!doc) return CV_NOMEM;
        *doc = s->q.doc;
        s->docs_known = true;
    } else if (s->q.ids && !may_be_doubled(s)) {
        s->docs_known =
            cv_ids_docs(s->index, s->entry.path, s->entry.stamp, s->q.ids, s->q.nids, &s->file_arena, &s->docs);
    }
    if (s->file_arena.failed) return CV_NOMEM;
    return held && s->docs_known ? skip_held(s) : CV_OK;
}

enum cv_status cv_scan_seek(struct cv_scan *s) {
    struct cv_held_file *f = s->file;
    struct cv_marks *marks = can_seek(s) ? cv_cache_marks(s->cache) : NULL;
    const struct cv_position *to;
    struct cv_position now;
    if (!f->streaming) return s->docs_known ? skip_held(s) : CV_OK;
    /* The same name again would count on from here. */
    if (s->q.one_doc && f->entry.first_doc + f->ndocs > s->q.doc) return CV_DONE;
    if (!marks || !cv_reader_position(&f->reader, &now)) return CV_OK;
    cv_marks_note(marks, f->key, s->entry.stamp, &now);
    if (!s->docs_known) return CV_OK;
    while (s->next_doc < s->docs.n && s->docs.v[s->next_doc] < now.doc) s->next_doc++;
    if (s->next_doc == s->docs.n) return CV_DONE;
    to = cv_marks_before(marks, f->key, s->entry.stamp, s->docs.v[s->next_doc]);
    if (!to || to->doc <= now.doc || !cv_window_seek(&f->reader, to->offset)) return CV_OK;
    cv_reader_resume(&f->reader, to);
    f->ndocs = to->doc;
    return CV_OK;
}

bool cv_scan_wants_doc(const struct cv_scan *s, unsigned doc) {
    if (s->q.one_doc && doc != s->q.doc) return false;
    if (!s->docs_known) return true;
    return s->next_doc < s->docs.n && doc == s->docs.v[s->next_doc];
}
