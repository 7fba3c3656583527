/* zip.c - where the members of a zip lie, from its central directory, read as a stream: so that a member can be gone to,
 * and a list of a million costs no memory. libarchive keeps 160 bytes for each, and reads the beginning of every one.
 * May not: unpack, or judge a member; take on what is not plain. An archive that is anything but plain files and folders,
 * stored or deflated, one behind the other in the order of the directory, is left to libarchive's own reader.
 * Facts: APPNOTE 6.3.10: 4.3.7 local header, 4.3.9 data descriptor, 4.3.12 central directory, 4.3.14 to 4.3.16 its end,
 * 4.4.4 flags, 4.5.3 zip64; for times Info-ZIP's extra field 0x5455 ("UT"). */
#include "zip.h"
#include <errno.h>
#include <time.h>
#include <unistd.h>

enum {
    CENTRAL = 46, /* bytes of a header without name, extra fields and comment */
    LOCAL = 30,
    END = 22,
    END64 = 56,
    LOCATOR64 = 20,
    COMMENT_MAX = 0xFFFF,
    WINDOW = 256 * 1024, /* more than the longest entry of the directory */
    ENCRYPTED = 1 << 0,
    DESCRIBED = 1 << 3, /* sizes stand behind the data, too */
    STRONG = 1 << 6,
    MASKED = 1 << 13,
    STORED = 0,
    DEFLATED = 8,
    UNIX = 3,
    EXTRA_ZIP64 = 0x0001,
    EXTRA_TIMES = 0x5455,
    DESCRIPTOR = 12,
    DESCRIPTOR_MAX = 24 /* bytes; fewer than a member can have */
};

struct cv_zip {
    const struct cv_source_env *env;
    int fd;
    uint64_t begin, end; /* of the directory in the file */
    uint64_t at;         /* of buf[0] */
    char *buf;
    size_t n, used; /* bytes in buf; those behind us */
};

static unsigned two(const char *p) { return (unsigned)(unsigned char)p[0] | (unsigned)(unsigned char)p[1] << 8; }
static uint32_t four(const char *p) { return (uint32_t)two(p) | (uint32_t)two(p + 2) << 16; }
static uint64_t eight(const char *p) { return (uint64_t)four(p) | (uint64_t)four(p + 4) << 32; }

static bool read_at(int fd, char *to, size_t n, uint64_t offset) {
    while (n) {
        ssize_t k = offset > INT64_MAX ? -1 : pread(fd, to, n, (off_t)offset);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) return false;
        to += k;
        n -= (size_t)k;
        offset += (size_t)k;
    }
    return true;
}

/* ---- the end of the directory ----------------------------------------------------------------------- */

/* The record that stands last, and where; its comment reaches to the end of the file. */
static bool find_end(struct cv_zip *z, uint64_t size, uint64_t *at, const char **record) {
    size_t n = size < END + COMMENT_MAX ? (size_t)size : (size_t)END + COMMENT_MAX;
    if (n < END || !read_at(z->fd, z->buf, n, size - n)) return false;
    for (size_t i = n - END + 1; i-- > 0;) {
        const char *p = z->buf + i;
        if (memcmp(p, "PK\5\6", 4) != 0 || i + END + two(p + 20) != n) continue;
        *at = size - n + i;
        *record = p;
        return true;
    }
    return false;
}

/* What zip64 says instead, where it is used. */
static bool read_end64(struct cv_zip *z, uint64_t *end) {
    char locator[LOCATOR64], record[END64];
    uint64_t at;
    if (*end < LOCATOR64 || !read_at(z->fd, locator, sizeof locator, *end - LOCATOR64)) return false;
    if (memcmp(locator, "PK\6\7", 4) != 0 || four(locator + 4) || four(locator + 16) > 1) return false;
    at = eight(locator + 8);
    if (at > *end - LOCATOR64 || !read_at(z->fd, record, sizeof record, at) || memcmp(record, "PK\6\6", 4) != 0)
        return false;
    if (four(record + 16) || four(record + 20)) return false; /* of several disks */
    z->begin = eight(record + 48);
    z->end = z->begin + eight(record + 40);
    *end = at;
    return true;
}

static bool find_directory(struct cv_zip *z, uint64_t size) {
    const char *record;
    uint64_t at;
    if (!find_end(z, size, &at, &record)) return false;
    if (two(record + 4) || two(record + 6)) return false;
    z->begin = four(record + 16);
    z->end = z->begin + four(record + 12);
    if ((z->begin == UINT32_MAX || four(record + 12) == UINT32_MAX || two(record + 10) == UINT16_MAX) &&
        !read_end64(z, &at))
        return false;
    return z->begin <= z->end && z->end == at; /* nothing stands before the archive or behind its directory */
}

/* ---- its entries ------------------------------------------------------------------------------------- */

/* At least n bytes from the current place on. */
static bool window(struct cv_zip *z, size_t n) {
    uint64_t left;
    if (z->n - z->used >= n) return true;
    z->at += z->used;
    z->n -= z->used;
    memmove(z->buf, z->buf + z->used, z->n);
    z->used = 0;
    left = z->end - z->at - z->n;
    if (left > WINDOW - z->n) left = WINDOW - z->n;
    if (!read_at(z->fd, z->buf + z->n, (size_t)left, z->at + z->n)) return false;
    cv_source_count(&z->env->stats->bytes_read, left);
    z->n += (size_t)left;
    return z->n >= n;
}

/* The clock of MS-DOS, in the time of the place where this runs, as every tool reads it. */
int64_t cv_zip_mtime(const struct cv_zip_entry *e) {
    uint32_t v = e->dos_time;
    struct tm t = {.tm_sec = (int)(v & 31) * 2,
                   .tm_min = (int)(v >> 5 & 63),
                   .tm_hour = (int)(v >> 11 & 31),
                   .tm_mday = (int)(v >> 16 & 31),
                   .tm_mon = (int)(v >> 21 & 15) - 1,
                   .tm_year = (int)(v >> 25 & 127) + 80,
                   .tm_isdst = -1};
    return e->mtime == INT64_MIN ? (int64_t)mktime(&t) : e->mtime;
}

/* False: a field that changes what is known already, and is not understood here. */
static bool read_extra(struct cv_span extra, struct cv_zip_entry *e) {
    while (extra.n >= 4) {
        unsigned id = two(extra.p), n = two(extra.p + 2);
        struct cv_span field;
        extra = cv_span_from(extra, 4);
        if (n > extra.n) return false;
        field = cv_span_first(extra, n);
        if (id == EXTRA_TIMES && n >= 5 && (field.p[0] & 1)) e->mtime = (int32_t)four(field.p + 1);
        if (id == 0x5855 || id == 0x000D || id == 0x7075 || id == 0x9901) return false; /* old times, names, AES */
        if (id == EXTRA_ZIP64) {
            uint64_t *const values[] = {&e->size, &e->packed, &e->offset};
            for (size_t i = 0; i < CV_ARRAY_LEN(values); i++) {
                if (*values[i] != UINT32_MAX) continue;
                if (field.n < 8) return false;
                *values[i] = eight(field.p);
                field = cv_span_from(field, 8);
            }
        }
        extra = cv_span_from(extra, n);
    }
    return true;
}

/* A plain file or a folder, and a name that means the same to everybody. */
static bool plain(const char *p, struct cv_zip_entry *e) {
    unsigned flags = two(p + 8), method = two(p + 10), type = two(p + 40) & 0170000;
    e->described = flags & DESCRIBED;
    e->folder = e->name.n && e->name.p[e->name.n - 1] == '/';
    if (flags & (ENCRYPTED | STRONG | MASKED) || (method != STORED && method != DEFLATED) || two(p + 34)) return false;
    if (!e->name.n || memchr(e->name.p, 0, e->name.n) || memchr(e->name.p, '\\', e->name.n)) return false;
    if (two(p + 4) >> 8 == UNIX && type && type != (e->folder ? 0040000 : 0100000)) return false;
    if (method == STORED && (e->described || e->packed != e->size)) return false;
    return !e->folder || !e->size;
}

/* The entry at the current place, and how long it is. 0: the end; SIZE_MAX: none that is understood. */
static size_t entry_at(struct cv_zip *z, struct cv_zip_entry *e) {
    size_t n, name, extra;
    const char *p;
    if (z->at + z->used == z->end) return 0;
    if (!window(z, CENTRAL)) return SIZE_MAX;
    p = z->buf + z->used;
    name = two(p + 28);
    extra = two(p + 30);
    n = CENTRAL + name + extra + two(p + 32);
    if (memcmp(p, "PK\1\2", 4) != 0 || !window(z, n)) return SIZE_MAX;
    p = z->buf + z->used;
    *e = (struct cv_zip_entry){.name = cv_span_of(p + CENTRAL, name),
                               .packed = four(p + 20),
                               .size = four(p + 24),
                               .offset = four(p + 42),
                               .dos_time = four(p + 12),
                               .mtime = INT64_MIN};
    if (!read_extra(cv_span_of(p + CENTRAL + name, extra), e) || !plain(p, e)) return SIZE_MAX;
    return n;
}

static void rewind_directory(struct cv_zip *z) {
    z->at = z->begin;
    z->n = z->used = 0;
}

/* Is all of it as it should be? Members one behind the other: so none is given twice under two names. */
static enum cv_status survey(struct cv_zip *z) {
    struct cv_zip_entry e;
    uint64_t behind = 0;
    size_t n;
    rewind_directory(z);
    for (unsigned i = 0; (n = entry_at(z, &e)) != 0; i++) {
        if (n == SIZE_MAX || e.offset < behind || e.packed > z->begin || e.offset > z->begin - e.packed)
            return CV_MISUSE;
        behind = e.offset + LOCAL + e.name.n + e.packed;
        if (i % 1024 == 0 && cv_source_interrupted(z->env)) return CV_INTERRUPTED;
        z->used += n;
    }
    if (!behind || behind > z->begin) return CV_MISUSE;
    rewind_directory(z);
    return CV_OK;
}

enum cv_status cv_zip_open(int fd, uint64_t size, const struct cv_source_env *env, struct cv_zip **out) {
    const struct cv_allocator *a = env->allocator;
    struct cv_zip *z = a->resize(a->ctx, NULL, 0, sizeof *z);
    enum cv_status rc = CV_NOMEM;
    *out = NULL;
    if (!z) return CV_NOMEM;
    *z = (struct cv_zip){.env = env, .fd = fd, .buf = a->resize(a->ctx, NULL, 0, WINDOW)};
    if (z->buf) rc = find_directory(z, size) ? survey(z) : CV_MISUSE;
    if (rc)
        cv_zip_close(z);
    else
        *out = z;
    return rc;
}

void cv_zip_close(struct cv_zip *z) {
    const struct cv_allocator *a;
    if (!z) return;
    a = z->env->allocator;
    if (z->buf) a->resize(a->ctx, z->buf, WINDOW, 0);
    a->resize(a->ctx, z, sizeof *z, 0);
}

bool cv_zip_next(struct cv_zip *z, struct cv_zip_entry *out) {
    size_t n = entry_at(z, out);
    if (!n || n == SIZE_MAX) return false;
    z->used += n;
    return true;
}

bool cv_zip_follows(const struct cv_zip *z, const struct cv_zip_entry *e, uint64_t next) {
    char lengths[4];
    uint64_t behind;
    if (!read_at(z->fd, lengths, sizeof lengths, e->offset + LOCAL - sizeof lengths)) return false;
    behind = e->offset + LOCAL + two(lengths) + two(lengths + 2) + e->packed;
    return e->described ? next >= behind + DESCRIPTOR && next <= behind + DESCRIPTOR_MAX : next == behind;
}
