/* members.c - a look-up of one member of an archive, as in a join by path, answered from what the scan around it holds:
 * without this, each row of the join would unpack the archive again.
 * May not: answer where the archive has the name more than once, since the files held are found by name. Whether it has
 * is found out by one pass over its names. */
#include "scan_state.h"

/* The wanted paths that lie in this archive: the one, or absent where there are none or more. */
static struct cv_span only_member(const struct cv_scan *s, struct cv_span archive) {
    struct cv_span found = CV_NONE;
    const struct cv_path_filter *f = &s->filter;
    for (size_t i = 0; i < f->npaths; i++) {
        struct cv_span p = f->paths[i];
        if (p.n <= archive.n + 2 || memcmp(p.p, archive.p, archive.n) != 0) continue;
        if (p.p[archive.n] != '!' || p.p[archive.n + 1] != '/') continue;
        if (found.p || cv_span_find(cv_span_from(p, archive.n + 2), "!/") != SIZE_MAX) return CV_NONE;
        found = p;
    }
    return found;
}

/* Go once over the names of the archive f. */
static enum cv_status pass_names(struct cv_source *from, struct cv_entry *e, struct cv_window *w, bool *doubles) {
    struct cv_source *members = NULL;
    struct cv_reader r;
    struct cv_entry inner;
    enum cv_status rc = cv_entry_open(from, e, w, &r);
    *doubles = true;
    if (rc == CV_OK) cv_reader_close(&r);
    if (rc != CV_DONE) return rc;
    rc = cv_source_members(from, e, &r, &members);
    while (!rc) rc = cv_source_next(members, &inner, NULL);
    if (rc == CV_DONE) *doubles = cv_source_doubles(members);
    cv_source_close(members);
    cv_reader_close(&r);
    return rc == CV_DONE ? CV_OK : rc;
}

/* Open the source again for all that lies in this archive, past the filter of this scan. */
static enum cv_status survey(struct cv_scan *s, struct cv_span archive, bool *doubles) {
    struct cv_path_filter all = {0};
    struct cv_source *source = NULL;
    struct cv_window w = {.allocator = s->session->allocator, .first = CV_PROBE_BYTES};
    struct cv_entry e;
    enum cv_status rc;
    all.low = cv_arena_printf(&s->arena, "%.*s!/", CV_FMT(archive));
    all.high = cv_arena_printf(&s->arena, "%.*s!0", CV_FMT(archive)); /* 0 comes after / */
    *doubles = true;
    rc = s->arena.failed ? CV_NOMEM : cv_source_open(s->q.source, &all, &s->env, NULL, &source);
    while (!rc && (rc = cv_source_next(source, &e, NULL)) == CV_OK) {
        if (!cv_span_eq(e.path, archive)) continue;
        rc = pass_names(source, &e, &w, doubles);
        break;
    }
    cv_source_close(source);
    cv_window_free(&w);
    return rc == CV_INTERRUPTED || rc == CV_NOMEM ? rc : CV_OK; /* other trouble: it is read in the usual way */
}

enum cv_status cv_scan_member_held(struct cv_scan *s, struct cv_source *from, struct cv_entry *e) {
    struct cv_span member;
    struct cv_held_file *f;
    struct cv_batch *b;
    uint64_t archive_key;
    bool doubles = true;
    enum cv_status rc = CV_OK;
    if (!s->filter.npaths || s->filter.shards || s->nlevels > 1 || e->packed) return CV_OK;
    member = only_member(s, e->path);
    if (!member.p || (!e->loose && cv_filter_wants(&s->filter, e->path))) return CV_OK;
    cv_entry_stat(from, e);
    f = e->stamp ? cv_cache_find(s->cache, cv_hash(s->source_key, member), member, e->stamp, &b) : NULL;
    if (!f) f = cv_scan_find_part(s, member, e->stamp, &b);
    if (!f) return CV_OK;
    archive_key = cv_hash(cv_hash(s->source_key, e->path), cv_span_of((const char *)&e->stamp, sizeof e->stamp));
    if (s->q.ids && cv_ids_knows(s->index, e->path, e->stamp)) {
        doubles = false; /* else it would not be noted */
    } else if (!cv_cache_knows_single(s->cache, archive_key, &doubles)) {
        rc = survey(s, e->path, &doubles);
        if (rc == CV_OK) cv_cache_note_single(s->cache, archive_key, doubles);
    }
    if (rc == CV_OK && !doubles) {
        cv_scan_adopt(s, b, f, &f->entry, true);
        s->entry.shard = CV_SHARD_DONE;
        s->entry.loose = false;
        return CV_DONE;
    }
    cv_cache_release(s->cache, b);
    return rc;
}
