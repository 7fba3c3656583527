/* parts.c - the documents of a file too long to be held, each in a batch of its own, so that a look-up of the document
 * that the scan around it stands at, or of one looked up before, neither reads nor parses it again.
 * May not: answer where more than that one document may be wanted of the file, or where the file has changed.
 * In an archive a name may stand twice; its documents count on, so path and document still name one. */
#include "scan_state.h"

enum { PART_BYTES = 256 * 1024 }; /* a longer document stays in the window and is gone with the next */

/* Make the batch that doc lies in one that the cache can find it by. */
static enum cv_status hold(struct cv_scan *s, struct cv_held_doc *doc) {
    const struct cv_held_file *f = s->file;
    struct cv_batch *b = s->part;
    struct cv_span bytes = doc->d.bytes;
    struct cv_held_file *part;
    if (doc->problem >= 0 || !f->entry.stamp || bytes.n > PART_BYTES) return CV_OK;
    part = cv_batch_place(b, &f->entry);
    if (!part) return CV_NOMEM;
    cv_entry_drop(&part->entry);
    bytes = cv_arena_copy(&b->arena, bytes);
    if (!bytes.p) return CV_NOMEM;
    doc->d.bytes = bytes;
    doc->d.name = part->entry.name;
    part->key = f->key;
    part->part = part->ended = true;
    part->reader.format = f->reader.format;
    part->docs.v = doc;
    part->docs.n = part->docs.cap = 1;
    return CV_OK;
}

enum cv_status cv_scan_next_part(struct cv_scan *s, struct cv_held_doc **out) {
    enum cv_status rc;
    cv_cache_release(s->cache, s->part);
    s->part = cv_cache_batch(s->cache);
    if (!s->part) return CV_NOMEM;
    rc = cv_file_doc(s->part, s->file, s->at_doc, out);
    return rc == CV_OK ? hold(s, *out) : rc;
}

void cv_scan_keep_part(struct cv_scan *s) {
    if (s->part && s->part->nfiles) cv_cache_add(s->cache, s->part, cv_scan_is_lookup(s));
}

/* The only document of this file that is wanted. */
static bool only_doc(struct cv_scan *s, struct cv_span path, uint64_t stamp, unsigned *doc) {
    struct cv_numbers docs = {0};
    *doc = s->q.doc;
    if (s->q.one_doc) return true;
    if (!s->q.ids) return false;
    cv_arena_reset(&s->file_arena);
    if (!cv_ids_docs(s->index, path, stamp, s->q.ids, s->q.nids, &s->file_arena, &docs) || docs.n != 1) return false;
    *doc = docs.v[0];
    return true;
}

struct cv_held_file *cv_scan_find_part(struct cv_scan *s, struct cv_span path, uint64_t stamp, struct cv_batch **b) {
    unsigned doc;
    if (!stamp || !cv_cache_has_parts(s->cache) || !only_doc(s, path, stamp, &doc)) return NULL;
    return cv_cache_find_part(s->cache, cv_hash(s->source_key, path), path, stamp, doc, b);
}
