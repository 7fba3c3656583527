/* archive_open.c - an entry that turned out to be an archive, or a compressed file, becomes a source of its members.
 * May not: enable a format or filter that is not named below: the readers of RAR, ISO, CAB and LHA hold most of
 * libarchive's holes.
 * Facts: libarchive 3.6.2. `raw` takes anything, so it counts only behind a filter. In the C locale, which a host that
 * never called setlocale has, names beyond ASCII come out as NULL; a locale of this thread alone helps. */
#include "archive.h"

enum { BLOCK_PACKED = 8 * 1024 /* of compressed bytes: a block of a bomb must be unpacked between two interrupts */ };

/* The thread's locale, for the length of one call into libarchive. */
locale_t cv_archive_enter_locale(const struct cv_members *m) { return m->locale ? uselocale(m->locale) : (locale_t)0; }
void cv_archive_leave_locale(locale_t before) {
    if (before) (void)uselocale(before);
}

static void name_formats(struct cv_members *m, struct cv_span head) {
    static int (*const filters[])(struct archive *) = {
        archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
        archive_read_support_filter_zstd, archive_read_support_filter_lz4};
    m->zip = cv_is_zip(head);
    m->seven_zip = cv_is_seven_zip(head);
    if (m->zip) archive_read_support_format_zip(m->a);
    if (m->seven_zip) archive_read_support_format_7zip(m->a);
    if (m->zip || m->seven_zip) return;
    archive_read_support_format_tar(m->a);
    m->packed = cv_is_compressed(head);
    if (!m->packed) return;
    archive_read_support_format_raw(m->a);
    archive_read_support_format_empty(m->a);
    /* A filter that this libarchive was built without says so when it opens. */
    for (size_t i = 0; i < CV_ARRAY_LEN(filters); i++) (void)filters[i](m->a);
}

static enum cv_status prepare(struct cv_members *m, const struct cv_entry *e, struct cv_reader *r) {
    const struct cv_allocator *al = m->base.env->allocator;
    struct cv_window *w = r->ctx;
    struct cv_span head = cv_span_of(r->p, r->n);
    m->feed = r;
    m->fd = w->members ? -1 : w->fd;
    m->container = *e;
    m->container.folder = NULL;
    m->container.file = NULL;
    m->container.path = cv_arena_copy(&m->base.arena, e->path);
    m->container.name = cv_arena_copy(&m->base.arena, e->name);
    m->container_n = m->container.path.n;
    m->path_cap = m->container_n + 256;
    m->path = al->resize(al->ctx, NULL, 0, m->path_cap);
    m->a = archive_read_new();
    m->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!m->locale) m->locale = newlocale(LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
    if (m->base.arena.failed || !m->path || !m->a) return CV_NOMEM;
    if (m->container_n) memcpy(m->path, m->container.path.p, m->container_n);
    memcpy(m->path + m->container_n, "!/", 2);
    m->prefix_n = m->container_n + 2;
    name_formats(m, head);
    m->block_n = m->packed ? BLOCK_PACKED : CV_ARCHIVE_BLOCK;
    if (m->fd >= 0) m->block = al->resize(al->ctx, NULL, 0, m->block_n);
    return m->fd >= 0 && !m->block ? CV_NOMEM : CV_OK;
}

enum cv_status cv_source_members(struct cv_source *s, struct cv_entry *e, struct cv_reader *r, struct cv_source **out) {
    struct cv_members *m;
    enum cv_status rc;
    locale_t before;
    *out = NULL;
    if (s->depth >= s->env->limits->max_depth) {
        cv_entry_fault(s, e, CV_P_LIMIT, "archives lie more than %u deep in archives (max_depth)",
                       s->env->limits->max_depth);
        return CV_LIMIT;
    }
    m = (struct cv_members *)cv_source_new(&cv_archive_kind, sizeof *m, s->filter, s->env);
    if (!m) return CV_NOMEM;
    m->base.depth = s->depth + 1;
    m->sharded = s->filter->shards && e->shard != CV_SHARD_DONE;
    rc = prepare(m, e, r);
    if (!rc) {
        before = cv_archive_enter_locale(m);
        rc = cv_archive_attach(m);
        cv_archive_leave_locale(before);
    }
    if (rc == CV_IO || rc == CV_LIMIT) {
        cv_archive_stop_with(m, rc == CV_IO ? CV_P_UNREADABLE : CV_P_LIMIT, cv_archive_trouble(m));
        rc = CV_OK;
    }
    if (rc)
        cv_source_close(&m->base);
    else
        *out = &m->base;
    return rc;
}

void cv_archive_close(struct cv_source *s) {
    struct cv_members *m = cv_members_of(s);
    const struct cv_allocator *al = s->env->allocator;
    if (m->a) (void)archive_read_free(m->a);
    cv_zip_close(m->directory);
    if (m->locale) freelocale(m->locale);
    if (m->block) al->resize(al->ctx, m->block, m->block_n, 0);
    if (m->path) al->resize(al->ctx, m->path, m->path_cap, 0);
    if (m->seen) al->resize(al->ctx, m->seen, m->seen_cap * sizeof *m->seen, 0);
}
