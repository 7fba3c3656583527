/* archive_data.c - a member's bytes: going to it, reading it, passing over it, within the limits.
 * May not: unpack to a disk, or go over a limit unnoticed by more than a block. */
#include "archive.h"
#include <errno.h>
#include <unistd.h>

enum { RATIO_FROM = 32 * 1024 * 1024 /* unpacked bytes below which no ratio is suspicious */ };

static uint64_t unpacked(const struct cv_members *m) {
    la_int64_t n = m->packed ? archive_filter_bytes(m->a, 0) : 0;
    return n > 0 && (uint64_t)n > m->total_bytes ? (uint64_t)n : m->total_bytes;
}

/* NULL, or the limit that the archive has gone over. */
static const char *over_limit(const struct cv_members *m) {
    const struct cv_source_limits *l = m->base.env->limits;
    uint64_t n = unpacked(m);
    if (l->max_archive_bytes && n > l->max_archive_bytes) return "the archive unpacks to more than max_archive_bytes";
    if (l->max_ratio && n > RATIO_FROM && n / l->max_ratio > m->fed)
        return "the archive unpacks to more than max_ratio times its size";
    return NULL;
}

/* Pass over what is left of a compressed member block by block: libarchive's own way notices neither interrupts nor
 * that it never ends. */
enum cv_status cv_archive_pass_over(struct cv_members *m) {
    const void *bytes;
    size_t n;
    la_int64_t offset;
    if (!m->packed || !m->at) return CV_OK;
    while (archive_read_data_block(m->a, &bytes, &n, &offset) == ARCHIVE_OK) {
        const char *why = over_limit(m);
        if (cv_archive_stopped(m)) return CV_INTERRUPTED;
        if (why) {
            cv_archive_stop_with(m, CV_P_LIMIT, why);
            return CV_OK;
        }
    }
    return CV_OK;
}

/* Have libarchive read on from here. */
static int begin_at(struct cv_members *m, uint64_t offset) {
    (void)archive_read_free(m->a);
    m->a = archive_read_new();
    if (!m->a) return ARCHIVE_FATAL;
    archive_read_support_format_zip_streamable(m->a);
    archive_read_set_read_callback(m->a, cv_archive_feed_file);
    archive_read_set_skip_callback(m->a, cv_archive_skip_file);
    archive_read_set_callback_data(m->a, m);
    if (lseek(m->fd, (off_t)offset, SEEK_SET) != (off_t)offset) {
        archive_set_error(m->a, errno, "%s", strerror(errno));
        return ARCHIVE_FATAL;
    }
    return archive_read_open1(m->a);
}

/* Stand at the member that the directory gave last. One that follows at once is read in the same go. */
enum cv_status cv_archive_stand_at(struct cv_members *m, struct cv_window *w) {
    locale_t before = cv_archive_enter_locale(m);
    int r = ARCHIVE_OK;
    if (!m->stands || !cv_zip_follows(m->directory, &m->opened, m->member.offset)) r = begin_at(m, m->member.offset);
    if (r == ARCHIVE_OK || r == ARCHIVE_WARN) r = archive_read_next_header(m->a, &m->at);
    cv_archive_leave_locale(before);
    if (!m->a) return CV_NOMEM;
    m->stands = r == ARCHIVE_OK || r == ARCHIVE_WARN;
    m->opened = m->member;
    if (m->interrupted) return CV_INTERRUPTED;
    if (m->stands) return CV_OK;
    cv_window_fault(w, CV_P_UNREADABLE, "cannot be unpacked: %s",
                    r == ARCHIVE_EOF ? "it is not where the archive's directory says" : cv_archive_trouble(m));
    return CV_IO;
}

static enum cv_status over(struct cv_members *m, struct cv_window *w, const char *why) {
    cv_window_fault(w, CV_P_LIMIT, "%s", why);
    cv_archive_stop_with(m, CV_P_LIMIT, why);
    return CV_IO;
}

enum cv_status cv_archive_read(struct cv_source *s, struct cv_window *w, char *to, size_t n, size_t *got) {
    struct cv_members *m = cv_members_of(s);
    const struct cv_source_limits *l = s->env->limits;
    const char *why;
    locale_t before;
    la_ssize_t k;
    *got = 0;
    if (cv_archive_stopped(m)) return CV_INTERRUPTED;
    before = cv_archive_enter_locale(m);
    k = archive_read_data(m->a, to, n < CV_ARCHIVE_BLOCK ? n : CV_ARCHIVE_BLOCK);
    cv_archive_leave_locale(before);
    if (m->interrupted) return CV_INTERRUPTED;
    if (k < 0) {
        cv_window_fault(w, CV_P_UNREADABLE, "cannot be unpacked: %s", cv_archive_trouble(m));
        return CV_IO;
    }
    if (k == 0) return CV_DONE;
    m->member_bytes += (uint64_t)k;
    m->total_bytes += (uint64_t)k;
    if (l->max_member_bytes && m->member_bytes > l->max_member_bytes)
        return over(m, w, "unpacks to more than max_member_bytes");
    why = over_limit(m);
    if (why) return over(m, w, why);
    *got = (size_t)k;
    return CV_OK;
}
