/* archive_judge.c - what of a member can be seen without reading it: its path, size and time, and whether it is read.
 * May not: take a member's name for a place in the file system: it is a label. */
#include "archive.h"

static bool ascii(const char *z) {
    while (*z && !((unsigned char)*z & 0x80)) z++;
    return !*z;
}

/* What libarchive knows of the name. To have it as UTF-8 costs two conversions, and changes nothing where it is ASCII. */
static struct cv_span name_of(struct cv_members *m) {
    const char *plain = archive_entry_pathname(m->at), *z = NULL;
    if (!plain || !ascii(plain)) z = archive_entry_pathname_utf8(m->at);
    if (!z) z = plain;
    return z ? cv_span_of(z, strlen(z)) : CV_NONE;
}

/* The name as it stands in the archive, as UTF-8; what only says "from here" is left out. */
static struct cv_span label_of(struct cv_members *m, struct cv_arena *a) {
    struct cv_span name = m->directory ? m->member.name : name_of(m);
    if (!name.n) return CV_LIT("(no name)");
    name = cv_encoding_name_to_utf8(name, a);
    while (name.n > 2 && name.p[0] == '.' && name.p[1] == '/') name = cv_span_from(name, 2);
    return name;
}

enum cv_status cv_archive_set_path(struct cv_members *m, struct cv_entry *out) {
    const struct cv_allocator *al = m->base.env->allocator;
    struct cv_arena scratch; /* takes memory only for a name that is no UTF-8 */
    struct cv_span label;
    cv_arena_init(&scratch, al, 0);
    label = label_of(m, &scratch);
    if (m->prefix_n + label.n > m->path_cap) {
        size_t cap = (m->prefix_n + label.n) * 2;
        char *p = al->resize(al->ctx, m->path, m->path_cap, cap);
        if (p) {
            m->path = p;
            m->path_cap = cap;
        }
    }
    if (m->prefix_n + label.n <= m->path_cap && label.p) {
        memcpy(m->path + m->prefix_n, label.p, label.n);
        out->path = cv_span_of(m->path, m->prefix_n + label.n);
    }
    cv_arena_free(&scratch);
    return out->path.p ? CV_OK : CV_NOMEM;
}

/* A link's target, seen from the folder of the member: does it climb out of the archive? */
static bool climbs(const char *target, const char *from) {
    long depth = 0;
    if (*target == '/') return true;
    for (const char *p = from; *p; p++) depth += *p == '/' && p != from;
    for (const char *p = target; *p;) {
        size_t n = strcspn(p, "/");
        if (n == 2 && p[0] == '.' && p[1] == '.')
            depth--;
        else if (n && !(n == 1 && p[0] == '.'))
            depth++;
        if (depth < 0) return true;
        p += n + (p[n] == '/');
    }
    return false;
}

void cv_archive_fill_stat(struct cv_members *m, struct cv_entry *out) {
    out->member = true;
    out->stamp = m->container.stamp;
    out->stat_known = true;
    out->mtime = m->single ? m->container.mtime : INT64_MIN;
    if (m->directory) out->size = m->member.size;
    if (m->single || m->directory) return;
    if (archive_entry_size_is_set(m->at) && archive_entry_size(m->at) >= 0)
        out->size = (uint64_t)archive_entry_size(m->at);
    if (archive_entry_mtime_is_set(m->at)) out->mtime = archive_entry_mtime(m->at);
}

void cv_archive_judge_size(struct cv_members *m, struct cv_entry *out) {
    struct cv_source *s = &m->base;
    uint64_t max = s->env->limits->max_member_bytes;
    if (!max || out->size == UINT64_MAX || out->size <= max) return;
    cv_entry_fault(s, out, CV_P_LIMIT, "unpacks to %llu bytes (max_member_bytes)", (unsigned long long)out->size);
    if (!m->zip) cv_archive_stop_with(m, CV_P_LIMIT, "what follows a member over max_member_bytes is not read");
}

/* What of a member can be seen without reading it. CV_DONE: it is passed over. */
enum cv_status cv_archive_judge(struct cv_members *m, struct cv_entry *out) {
    struct cv_source *s = &m->base;
    const char *link = archive_entry_hardlink(m->at), *from = archive_entry_pathname(m->at);
    mode_t mode = archive_entry_filetype(m->at);
    bool soft = !link && mode == AE_IFLNK;
    if (soft) link = archive_entry_symlink(m->at);
    if (link || soft) {
        /* What a link inside leads to is read where it lies; a hard link counts from the archive's root. */
        if (link && !climbs(link, soft && from ? from : "")) return CV_DONE;
        cv_entry_fault(s, out, CV_P_UNREADABLE, "is a link that leads out of the archive: not followed");
    } else if (mode && mode != AE_IFREG) {
        cv_entry_fault(s, out, CV_P_UNREADABLE, "is %s, not a file", cv_refused_kind(mode));
    } else if (archive_entry_is_data_encrypted(m->at) > 0) {
        cv_entry_fault(s, out, CV_P_UNREADABLE, "is encrypted");
    } else {
        cv_archive_judge_size(m, out);
    }
    return CV_OK;
}
