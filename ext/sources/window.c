/* window.c - the reader over a file or member: a buffer that grows with the document in it and is used again for the
 * next entry. A small file is read whole at once; of a big one only the window is in memory.
 * May not: map files (twice to six times slower than read, and a file cut short while mapped kills the host), open
 * anything but plain files, ask for interrupts on another thread than the query's. */
#include "places.h"
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum {
    MORE_BYTES = 1024 * 1024, /* read at once when a window grows: few calls, and interrupts are still seen in time */
    SPARE = 64                /* room behind the first part, to see that nothing follows it */
};

void cv_window_fault(struct cv_window *w, enum cv_problem_code code, const char *fmt, ...) {
    va_list ap;
    va_start(ap, fmt);
    (void)vsnprintf(w->message, sizeof w->message, fmt, ap);
    va_end(ap);
    w->problem = (int)code;
}

static bool room(struct cv_window *w, size_t n) {
    char *p;
    if (n <= w->cap) return true;
    p = w->allocator->resize(w->allocator->ctx, w->buf, w->cap, n);
    if (!p) return false;
    w->buf = p;
    w->cap = n;
    return true;
}

void cv_window_free(struct cv_window *w) {
    if (w->buf) w->allocator->resize(w->allocator->ctx, w->buf, w->cap, 0);
    w->buf = NULL;
    w->cap = 0;
}

/* One read, of a file or member. CV_DONE: the end. */
static enum cv_status read_some(struct cv_window *w, char *to, size_t n, size_t *got) {
    ssize_t k;
    *got = 0;
    if (w->members) return cv_archive_read(w->members, w, to, n, got);
    do k = read(w->fd, to, n);
    while (k < 0 && errno == EINTR && (w->foreign || !cv_source_interrupted(w->env)));
    if (k < 0 && errno == EINTR) return CV_INTERRUPTED;
    if (k < 0) {
        cv_window_fault(w, CV_P_UNREADABLE, "cannot be read: %s", strerror(errno));
        return CV_IO;
    }
    if (k == 0) return CV_DONE;
    *got = (size_t)k;
    cv_source_count(&w->env->stats->bytes_read, (uint64_t)k);
    return CV_OK;
}

/* Read until the window holds `want` bytes or nothing follows. `known`: bytes that the stream has; 0: unknown. */
static enum cv_status fill(struct cv_window *w, struct cv_reader *r, size_t want, uint64_t known) {
    size_t begin = (size_t)(r->p - w->buf);
    while (r->n < want) {
        size_t got;
        enum cv_status rc = read_some(w, w->buf + begin + r->n, want - r->n, &got);
        if (rc == CV_DONE) r->eof = true;
        if (rc) return rc == CV_DONE ? CV_OK : rc;
        r->n += got;
        w->taken += got;
        /* A plain file read short ends there; a second read to hear so would cost as much as the open. */
        if (known && w->taken == known && r->n < want) {
            r->eof = true;
            return CV_OK;
        }
    }
    return CV_OK;
}

/* Bytes that a window may hold: one more than a document, to tell a full document from one too large. */
static size_t window_max(const struct cv_window *w) {
    uint64_t max = w->env->limits->max_document_bytes;
    return max && max < SIZE_MAX / 4 ? (size_t)max + 1 : SIZE_MAX / 4;
}

static enum cv_status more(struct cv_reader *r) {
    struct cv_window *w = r->ctx;
    size_t begin = (size_t)(r->p - w->buf), want, max = window_max(w), least = w->first ? w->first : (size_t)CV_WINDOW;
    if (r->eof) return CV_OK;
    if (!w->foreign && cv_source_interrupted(w->env)) return CV_INTERRUPTED;
    if (r->n >= max) {
        cv_window_fault(w, CV_P_TOO_LARGE, "a document of more than %llu bytes (max_document_bytes)",
                        (unsigned long long)w->env->limits->max_document_bytes);
        return CV_LIMIT;
    }
    want = r->n < MORE_BYTES ? r->n * 2 + SPARE : r->n + MORE_BYTES;
    if (want < least) want = least;
    if (want > max) want = max;
    if (begin && begin + want > w->cap) {
        memmove(w->buf, r->p, r->n);
        begin = 0;
    }
    if (begin + want > w->cap && !room(w, want > w->cap / 2 && w->cap < max / 2 ? want + want / 2 : want)) {
        r->p = w->buf + begin;
        return CV_NOMEM;
    }
    r->p = w->buf + begin;
    return fill(w, r, want, 0);
}

bool cv_window_seek(struct cv_reader *r, uint64_t offset) {
    struct cv_window *w = r->ctx;
    if (r->more != more || w->fd < 0 || w->members || offset > INT64_MAX) return false;
    if (lseek(w->fd, (off_t)offset, SEEK_SET) != (off_t)offset) return false;
    r->p = w->buf;
    r->n = 0;
    r->eof = false;
    r->offset = offset;
    return true;
}

static void close_reader(struct cv_reader *r) {
    struct cv_window *w = r->ctx;
    if (w->fd >= 0) (void)close(w->fd); /* only read from: nothing to lose */
    w->fd = -1;
    w->members = NULL;
}

enum cv_status cv_window_start(struct cv_window *w, struct cv_span name, uint64_t size, struct cv_reader *out) {
    size_t first = w->first ? w->first : (size_t)CV_WINDOW;
    enum cv_status rc;
    *out = (struct cv_reader){.line_no = 1, .more = more, .close = close_reader, .ctx = w, .name = name};
    if (first > window_max(w)) first = window_max(w);
    if (!room(w, first + SPARE)) {
        close_reader(out);
        return CV_NOMEM;
    }
    out->p = w->buf;
    rc = fill(w, out, size && size < first ? (size_t)size + 1 : first, size);
    if (rc) close_reader(out);
    return rc;
}

/* O_NONBLOCK: a FIFO put in a file's place would hold the open for ever. */
static int open_file(const struct cv_entry *e) {
    int fd;
    do fd = openat(e->folder->fd, e->file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    return fd;
}

enum cv_status cv_window_file(struct cv_source *s, struct cv_entry *e, struct cv_window *w, struct cv_reader *out) {
    struct stat st;
    enum cv_status rc;
    (void)s;
    w->fd = open_file(e);
    if (w->fd < 0 || fstat(w->fd, &st)) {
        cv_window_fault(w, CV_P_UNREADABLE, "cannot be opened: %s", strerror(errno));
        goto refuse;
    }
    if (!S_ISREG(st.st_mode)) {
        cv_window_fault(w, CV_P_UNREADABLE, "is %s, not a file", cv_refused_kind(st.st_mode));
        goto refuse;
    }
    cv_source_count(&w->env->stats->files_opened, 1);
    cv_entry_stat_from(e, &st);
    rc = cv_window_start(w, e->name, (uint64_t)st.st_size, out);
    if (rc) return rc;
    if (!cv_is_archive_content(cv_span_of(out->p, out->n), e->name)) return CV_OK;
    e->archive = true;
    return CV_DONE;
refuse:
    if (w->fd >= 0) (void)close(w->fd);
    w->fd = -1;
    return CV_IO;
}
