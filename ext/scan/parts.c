/* parts.c - the documents of a file too long to be held, each in a batch of its own, so that a look-up of the document
 * that the scan around it stands at, or of one looked up before, neither reads nor parses it again.
 * May not: answer where more than that one document may be wanted of the file, or where the file has changed.
 * In an archive a name may stand twice; its documents count on, so path and document still name one. */
#include "scan_state.h"

enum { PART_BYTES = 256 * 1024 }; /* a longer document stays in the window and is gone with the next */

/* A file of its own in b for doc, which lies there; its bytes may stay where they are. NULL: no memory. */
static struct cv_held_file *part_of(struct cv_scan *s, struct cv_batch *b, struct cv_held_doc *doc) {
    const struct cv_held_file *f = s->file;
    struct cv_held_file *part = cv_batch_place(b, &f->entry);
    if (!part) return NULL;
    cv_entry_drop(&part->entry);
    doc->d.name = part->entry.name;
    part->key = f->key;
    part->part = part->ended = true;
    part->reader.format = f->reader.format;
    part->docs.v = doc;
    part->docs.n = part->docs.cap = 1;
    return part;
}

/* Can it be copied out of the window? */
static bool may_be_held(const struct cv_held_doc *doc) { return doc->problem < 0 && doc->d.bytes.n <= PART_BYTES; }

/* Make the batch that doc lies in one that the cache can find it by. */
static enum cv_status hold(struct cv_scan *s, struct cv_batch *b, struct cv_held_doc *doc) {
    doc->d.bytes = cv_arena_copy(&b->arena, doc->d.bytes);
    return doc->d.bytes.p && part_of(s, b, doc) ? CV_OK : CV_NOMEM;
}

enum cv_status cv_scan_next_part(struct cv_scan *s, struct cv_held_doc **out) {
    enum cv_status rc;
    cv_cache_release(s->cache, s->part);
    s->part = cv_cache_batch(s->cache);
    if (!s->part) return CV_NOMEM;
    rc = cv_file_doc(s->part, s->file, s->at_doc, out);
    return rc == CV_OK && s->file->entry.stamp && may_be_held(*out) ? hold(s, s->part, *out) : rc;
}

enum cv_status cv_scan_place_part(struct cv_scan *s, struct cv_batch *b, bool *held) {
    struct cv_held_file *f = s->file;
    struct cv_held_doc *doc;
    enum cv_status rc;
    do {
        rc = cv_scan_seek(s); /* notes where it stands */
        if (!rc) rc = cv_file_next_doc(b, f, &doc);
        /* What is wrong with the file is said behind the last document, when b may be gone. */
        if (rc == CV_DONE && f->message.p) f->message = cv_arena_copy(&s->file_arena, f->message);
        if (rc) return rc;
        if (b->arena.used > CV_AHEAD_BYTES / 8) break;
    } while (cv_scan_sort_out(s, doc) != CV_DONE);
    if (may_be_held(doc)) return hold(s, b, doc);
    *held = true;
    f = part_of(s, b, doc);
    if (!f) return CV_NOMEM;
    f->state = CV_FILE_LEFT;
    f->stood_at = true;
    return CV_OK;
}

enum cv_status cv_scan_take_part(struct cv_scan *s, struct cv_batch *b, struct cv_held_file *f,
                                 struct cv_held_doc **out) {
    cv_cache_release(s->cache, s->part);
    s->part = NULL;
    *out = f->docs.v;
    if (!f->stood_at) {
        /* Where a worker had no room for it, it gets as much as it would have had without workers. */
        if (f->state == CV_FILE_LEFT) b->arena.ceiling = b->arena.used + CV_STREAM_CEILING;
        f->state = CV_FILE_READY;
        s->part = b;
        b->refs++;
        return CV_OK;
    }
    s->part = cv_cache_batch(s->cache);
    *out = s->part ? cv_arena_alloc(&s->part->arena, sizeof **out) : NULL;
    if (!*out) return CV_NOMEM;
    **out = *f->docs.v; /* b is there until the next one is taken */
    return CV_OK;
}

void cv_scan_keep_part(struct cv_scan *s) {
    if (s->part && s->part->nfiles && !s->part->ahead) cv_cache_add(s->cache, s->part, cv_scan_is_lookup(s));
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
