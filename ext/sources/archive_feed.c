/* archive_feed.c - the bytes of an archive on their way to libarchive: from a file, or unpacked from the archive around it.
 * May not: read past an interrupt, or pass over more than is there (lseek would, and hide that bytes are missing). */
#include "archive.h"
#include <errno.h>
#include <unistd.h>

bool cv_archive_stopped(struct cv_members *m) {
    if (!m->interrupted && cv_source_interrupted(m->base.env)) m->interrupted = true;
    if (m->interrupted) archive_set_error(m->a, EINTR, "interrupted");
    return m->interrupted;
}

la_ssize_t cv_archive_feed_file(struct archive *a, void *data, const void **bytes) {
    struct cv_members *m = data;
    ssize_t n;
    if (cv_archive_stopped(m)) return ARCHIVE_FATAL;
    do n = read(m->fd, m->block, m->block_n);
    while (n < 0 && errno == EINTR && !cv_archive_stopped(m));
    if (n < 0) {
        archive_set_error(a, errno, "%s", strerror(errno));
        return ARCHIVE_FATAL;
    }
    *bytes = m->block;
    m->fed += (uint64_t)n;
    cv_source_count(&m->base.env->stats->bytes_read, (uint64_t)n);
    return n;
}

static la_int64_t seek_file(struct archive *a, void *data, la_int64_t offset, int whence) {
    struct cv_members *m = data;
    off_t at = lseek(m->fd, (off_t)offset, whence);
    if (at >= 0) return at;
    archive_set_error(a, errno, "%s", strerror(errno));
    return ARCHIVE_FATAL;
}

la_int64_t cv_archive_skip_file(struct archive *a, void *data, la_int64_t n) {
    struct cv_members *m = data;
    off_t from = lseek(m->fd, 0, SEEK_CUR), end = lseek(m->fd, 0, SEEK_END), to;
    (void)a;
    if (from < 0 || end < from) return 0;
    to = n < end - from ? from + (off_t)n
                        : end; /* behind the end lseek would succeed, and hide that bytes are missing */
    return lseek(m->fd, to, SEEK_SET) == to ? to - from : 0;
}

static la_ssize_t feed_reader(struct archive *a, void *data, const void **bytes) {
    struct cv_members *m = data;
    struct cv_reader *r = m->feed;
    enum cv_status rc = CV_OK;
    if (cv_archive_stopped(m)) return ARCHIVE_FATAL;
    r->p += m->fed_last;
    r->n -= m->fed_last;
    m->fed_last = 0;
    while (!rc && !r->n && !r->eof) rc = r->more(r);
    if (rc == CV_INTERRUPTED) m->interrupted = true;
    if (rc) {
        const struct cv_window *w = r->ctx;
        archive_set_error(a, EIO, "%s", w->problem >= 0 ? w->message : "cannot be unpacked");
        return ARCHIVE_FATAL;
    }
    *bytes = r->p;
    m->fed_last = r->n < (size_t)m->block_n ? r->n : m->block_n;
    m->fed += m->fed_last;
    return (la_ssize_t)m->fed_last;
}

/* An archive in an archive that must be sought in is read into the window, as far as a document may be large. */
static enum cv_status gather(struct cv_members *m) {
    enum cv_status rc = CV_OK;
    if (!m->zip && !m->seven_zip) return CV_OK;
    while (!rc && !m->feed->eof) rc = m->feed->more(m->feed);
    if (rc == CV_LIMIT && m->zip) return CV_OK; /* a zip can be read as it comes, too */
    return rc;
}

/* A plain zip in a file is read by its directory. CV_MISUSE: it is none. */
static enum cv_status read_directory(struct cv_members *m) {
    struct stat st;
    if (!m->zip || m->fd < 0 || fstat(m->fd, &st) || st.st_size < 0) return CV_MISUSE;
    return cv_zip_open(m->fd, (uint64_t)st.st_size, m->base.env, &m->directory);
}

enum cv_status cv_archive_attach(struct cv_members *m) {
    enum cv_status rc = read_directory(m);
    int r;
    if (rc != CV_MISUSE) return rc;
    if (m->fd >= 0) {
        if (lseek(m->fd, 0, SEEK_SET) != 0) return CV_IO;
        archive_read_set_read_callback(m->a, cv_archive_feed_file);
        archive_read_set_skip_callback(m->a, cv_archive_skip_file);
        archive_read_set_seek_callback(m->a, seek_file);
    } else {
        rc = gather(m);
        if (rc == CV_INTERRUPTED || rc == CV_NOMEM) return rc;
        if (rc) {
            const struct cv_window *w = m->feed->ctx;
            archive_set_error(m->a, EIO, "%s",
                              rc == CV_LIMIT    ? "a 7z archive in an archive has to fit into max_document_bytes"
                              : w->problem >= 0 ? w->message
                                                : "cannot be unpacked");
            return rc == CV_LIMIT ? CV_LIMIT : CV_IO;
        }
        if (m->feed->eof && (m->zip || m->seven_zip)) {
            m->fed = m->feed->n;
            r = archive_read_open_memory(m->a, m->feed->p, m->feed->n);
            return r == ARCHIVE_OK || r == ARCHIVE_WARN ? CV_OK : CV_IO;
        }
        archive_read_set_read_callback(m->a, feed_reader);
    }
    archive_read_set_callback_data(m->a, m);
    r = archive_read_open1(m->a);
    if (m->interrupted) return CV_INTERRUPTED;
    return r == ARCHIVE_OK || r == ARCHIVE_WARN ? CV_OK : CV_IO;
}
