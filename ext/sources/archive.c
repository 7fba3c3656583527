/* archive.c - the members of an archive, or the one content of a compressed file, as a source: one pass, in the order in
 * which they lie there. The only file that knows libarchive.
 * May not: unpack to a disk, take a member's name for a place in the file system (it is a label), enable a format or
 * filter that is not named below: the readers of RAR, ISO, CAB and LHA hold most of libarchive's holes.
 * Facts: libarchive 3.6.2. `raw` takes anything, so it counts only behind a filter. In the C locale, which a host that
 * never called setlocale has, names beyond ASCII come out as NULL; a locale of this thread alone helps. */
#include "zip.h"
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <unistd.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

enum {
    BLOCK = 64 * 1024,
    BLOCK_PACKED = 8 * 1024,       /* of compressed bytes: a block of a bomb must be unpacked between two interrupts */
    RATIO_FROM = 32 * 1024 * 1024, /* unpacked bytes below which no ratio is suspicious */
    MAX_DOUBLES = 1 << 20,         /* members of which names are remembered */
    MAX_RETRIES = 16
};

/* How many documents a name had so far: its hash without the low bits, and in them the number; 0: free. Eight bytes a
 * name, since an archive may have a million. A number that does not fit stands in the list of counts. */
typedef uint64_t seen_name;
enum { DOCS_BITS = 8, DOCS_MANY = (1 << DOCS_BITS) - 1 };
struct count {
    uint64_t hash; /* as in seen_name */
    unsigned docs;
};

struct members {
    struct cv_source base;
    struct archive *a;
    struct archive_entry *at;
    locale_t locale;
    struct cv_reader *feed; /* the container's bytes */
    int fd;                 /* of them, where it can be sought in; -1 */
    size_t fed_last;        /* bytes of feed's window that libarchive has */
    char *block;
    size_t block_n;
    char *path; /* container, "!/", label */
    size_t prefix_n, container_n, path_cap;
    struct cv_entry container;   /* its spans are in the arena */
    bool zip, seven_zip, packed; /* packed: a filter lies around it */
    struct cv_zip *directory;    /* of a plain zip in a file; NULL: libarchive lists the members */
    struct cv_zip_entry member;  /* of it, the one given last */
    struct cv_zip_entry opened;  /* … and the one that `a` stands at; offset and what follows it */
    bool stands;                 /* `a` stands at `opened` */
    bool single;                 /* the one content of a compressed file */
    bool sharded;                /* its members are judged one by one */
    bool any, done, stop, interrupted, doubles;
    unsigned nmembers;
    uint64_t fed, member_bytes, total_bytes; /* packed bytes read; unpacked ones handed out */
    int retries;
    seen_name *seen;
    size_t seen_n, seen_cap;
    CV_LIST(struct count) counts; /* in the arena */
};

static struct members *of(struct cv_source *s) { return (struct members *)s; }

static const char *fault_text(struct members *m) {
    const char *z = archive_error_string(m->a);
    return z ? z : "unknown trouble";
}

/* ---- the container's bytes --------------------------------------------------------------------- */

static bool stopped(struct members *m) {
    if (!m->interrupted && cv_source_interrupted(m->base.env)) m->interrupted = true;
    if (m->interrupted) archive_set_error(m->a, EINTR, "interrupted");
    return m->interrupted;
}

static la_ssize_t feed_file(struct archive *a, void *data, const void **bytes) {
    struct members *m = data;
    ssize_t n;
    if (stopped(m)) return ARCHIVE_FATAL;
    do n = read(m->fd, m->block, m->block_n);
    while (n < 0 && errno == EINTR && !stopped(m));
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
    struct members *m = data;
    off_t at = lseek(m->fd, (off_t)offset, whence);
    if (at >= 0) return at;
    archive_set_error(a, errno, "%s", strerror(errno));
    return ARCHIVE_FATAL;
}

static la_int64_t skip_file(struct archive *a, void *data, la_int64_t n) {
    struct members *m = data;
    off_t from = lseek(m->fd, 0, SEEK_CUR), end = lseek(m->fd, 0, SEEK_END), to;
    (void)a;
    if (from < 0 || end < from) return 0;
    to = n < end - from ? from + (off_t)n
                        : end; /* behind the end lseek would succeed, and hide that bytes are missing */
    return lseek(m->fd, to, SEEK_SET) == to ? to - from : 0;
}

static la_ssize_t feed_reader(struct archive *a, void *data, const void **bytes) {
    struct members *m = data;
    struct cv_reader *r = m->feed;
    enum cv_status rc = CV_OK;
    if (stopped(m)) return ARCHIVE_FATAL;
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

/* ---- opening ----------------------------------------------------------------------------------- */

static void name_formats(struct members *m, struct cv_span head) {
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

/* An archive in an archive that must be sought in is read into the window, as far as a document may be large. */
static enum cv_status gather(struct members *m) {
    enum cv_status rc = CV_OK;
    if (!m->zip && !m->seven_zip) return CV_OK;
    while (!rc && !m->feed->eof) rc = m->feed->more(m->feed);
    if (rc == CV_LIMIT && m->zip) return CV_OK; /* a zip can be read as it comes, too */
    return rc;
}

/* A plain zip in a file is read by its directory. CV_MISUSE: it is none. */
static enum cv_status read_directory(struct members *m) {
    struct stat st;
    if (!m->zip || m->fd < 0 || fstat(m->fd, &st) || st.st_size < 0) return CV_MISUSE;
    return cv_zip_open(m->fd, (uint64_t)st.st_size, m->base.env, &m->directory);
}

static enum cv_status attach(struct members *m) {
    enum cv_status rc = read_directory(m);
    int r;
    if (rc != CV_MISUSE) return rc;
    if (m->fd >= 0) {
        if (lseek(m->fd, 0, SEEK_SET) != 0) return CV_IO;
        archive_read_set_read_callback(m->a, feed_file);
        archive_read_set_skip_callback(m->a, skip_file);
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

static enum cv_status prepare(struct members *m, const struct cv_entry *e, struct cv_reader *r) {
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
    m->block_n = m->packed ? BLOCK_PACKED : BLOCK;
    if (m->fd >= 0) m->block = al->resize(al->ctx, NULL, 0, m->block_n);
    return m->fd >= 0 && !m->block ? CV_NOMEM : CV_OK;
}

/* The thread's locale, for the length of one call into libarchive. */
static locale_t enter_locale(const struct members *m) { return m->locale ? uselocale(m->locale) : (locale_t)0; }
static void leave_locale(locale_t before) {
    if (before) (void)uselocale(before);
}

/* Have the next call of `next` say what is wrong with the archive, then end. */
static void stop_with(struct members *m, enum cv_problem_code code, const char *why) {
    m->stop = true;
    m->container.problem = (int)code;
    m->container.message = cv_arena_copy(&m->base.arena, cv_span_of(why, strlen(why)));
}

enum cv_status cv_source_members(struct cv_source *s, struct cv_entry *e, struct cv_reader *r, struct cv_source **out) {
    struct members *m;
    enum cv_status rc;
    locale_t before;
    *out = NULL;
    if (s->depth >= s->env->limits->max_depth) {
        cv_entry_fault(s, e, CV_P_LIMIT, "archives lie more than %u deep in archives (max_depth)",
                       s->env->limits->max_depth);
        return CV_LIMIT;
    }
    m = (struct members *)cv_source_new(&cv_archive_kind, sizeof *m, s->filter, s->env);
    if (!m) return CV_NOMEM;
    m->base.depth = s->depth + 1;
    m->sharded = s->filter->shards && e->shard != CV_SHARD_DONE;
    rc = prepare(m, e, r);
    if (!rc) {
        before = enter_locale(m);
        rc = attach(m);
        leave_locale(before);
    }
    if (rc == CV_IO || rc == CV_LIMIT) {
        stop_with(m, rc == CV_IO ? CV_P_UNREADABLE : CV_P_LIMIT, fault_text(m));
        rc = CV_OK;
    }
    if (rc)
        cv_source_close(&m->base);
    else
        *out = &m->base;
    return rc;
}

static void close_source(struct cv_source *s) {
    struct members *m = of(s);
    const struct cv_allocator *al = s->env->allocator;
    if (m->a) (void)archive_read_free(m->a);
    cv_zip_close(m->directory);
    if (m->locale) freelocale(m->locale);
    if (m->block) al->resize(al->ctx, m->block, m->block_n, 0);
    if (m->path) al->resize(al->ctx, m->path, m->path_cap, 0);
    if (m->seen) al->resize(al->ctx, m->seen, m->seen_cap * sizeof *m->seen, 0);
}

/* ---- names ------------------------------------------------------------------------------------- */

static uint64_t hash_of(struct cv_span s) {
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
    h = h >> DOCS_BITS << DOCS_BITS;
    return h ? h : (uint64_t)1 << DOCS_BITS;
}

static seen_name *seen_slot(seen_name *v, size_t cap, uint64_t hash) {
    size_t i = (size_t)(hash * 0x9E3779B97F4A7C15u >> 20) & (cap - 1);
    while (v[i] && v[i] >> DOCS_BITS != hash >> DOCS_BITS) i = (i + 1) & (cap - 1);
    return &v[i];
}

static bool seen_grow(struct members *m) {
    const struct cv_allocator *al = m->base.env->allocator;
    size_t cap = m->seen_cap ? m->seen_cap * 2 : 256;
    seen_name *v = al->resize(al->ctx, NULL, 0, cap * sizeof *v);
    if (!v) return false;
    memset(v, 0, cap * sizeof *v);
    for (size_t i = 0; i < m->seen_cap; i++)
        if (m->seen[i]) *seen_slot(v, cap, m->seen[i]) = m->seen[i];
    if (m->seen) al->resize(al->ctx, m->seen, m->seen_cap * sizeof *m->seen, 0);
    m->seen = v;
    m->seen_cap = cap;
    return true;
}

/* The number that did not fit, or NULL. */
static struct count *count_of(struct members *m, seen_name name) {
    if ((name & DOCS_MANY) != DOCS_MANY) return NULL;
    for (size_t i = 0; i < m->counts.n; i++)
        if (m->counts.v[i].hash == name >> DOCS_BITS) return &m->counts.v[i];
    return NULL;
}

static unsigned docs_of(struct members *m, seen_name name) {
    const struct count *c = count_of(m, name);
    return c ? c->docs : (unsigned)(name & DOCS_MANY);
}

static void add_docs(struct members *m, seen_name *name, unsigned docs) {
    struct count *c = count_of(m, *name);
    unsigned had = (unsigned)(*name & DOCS_MANY);
    if (c) {
        c->docs += docs;
    } else if (docs < DOCS_MANY - had) {
        *name += docs;
    } else {
        c = CV_PUSH(&m->base.arena, &m->counts, struct count);
        if (!c) return;
        *c = (struct count){*name >> DOCS_BITS, had + docs};
        *name |= DOCS_MANY;
    }
}

/* An archive may hold a name twice; the documents of the second then go on counting where the first ended. */
static enum cv_status note_name(struct members *m, struct cv_entry *e) {
    seen_name *slot;
    if (m->base.arena.failed) return CV_NOMEM; /* a count of documents was lost */
    if (m->seen_n >= MAX_DOUBLES) return CV_OK;
    if (m->seen_n * 4 >= m->seen_cap * 3 && !seen_grow(m)) return CV_NOMEM;
    e->slot = hash_of(e->path);
    slot = seen_slot(m->seen, m->seen_cap, e->slot);
    if (*slot) {
        m->doubles = e->again = true;
        e->first_doc = docs_of(m, *slot);
    } else {
        *slot = e->slot;
        m->seen_n++;
    }
    return CV_OK;
}

void cv_entry_counted(struct cv_source *s, const struct cv_entry *e, unsigned docs) {
    seen_name *slot;
    if (s->kind != &cv_archive_kind || !e->slot || !of(s)->seen) return;
    slot = seen_slot(of(s)->seen, of(s)->seen_cap, e->slot);
    if (*slot) add_docs(of(s), slot, docs);
}

bool cv_source_doubles(const struct cv_source *s) {
    return s->kind == &cv_archive_kind && ((const struct members *)s)->doubles;
}

/* The name as it stands in the archive, as UTF-8; what only says "from here" is left out. */
static struct cv_span label_of(struct members *m, struct cv_arena *a) {
    const char *z = m->directory ? NULL : archive_entry_pathname_utf8(m->at);
    struct cv_span name = m->member.name;
    if (!z && !m->directory) z = archive_entry_pathname(m->at);
    if (z) name = cv_span_of(z, strlen(z));
    if (!name.n) return CV_LIT("(no name)");
    name = cv_path_text(name, a);
    while (name.n > 2 && name.p[0] == '.' && name.p[1] == '/') name = cv_span_from(name, 2);
    return name;
}

static enum cv_status set_path(struct members *m, struct cv_entry *out) {
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

/* ---- members ----------------------------------------------------------------------------------- */

static uint64_t unpacked(const struct members *m) {
    la_int64_t n = m->packed ? archive_filter_bytes(m->a, 0) : 0;
    return n > 0 && (uint64_t)n > m->total_bytes ? (uint64_t)n : m->total_bytes;
}

/* NULL, or the limit that the archive has gone over. */
static const char *over_limit(const struct members *m) {
    const struct cv_source_limits *l = m->base.env->limits;
    uint64_t n = unpacked(m);
    if (l->max_archive_bytes && n > l->max_archive_bytes) return "the archive unpacks to more than max_archive_bytes";
    if (l->max_ratio && n > RATIO_FROM && n / l->max_ratio > m->fed)
        return "the archive unpacks to more than max_ratio times its size";
    return NULL;
}

/* Pass over what is left of a compressed member block by block: libarchive's own way notices neither interrupts nor
 * that it never ends. */
static enum cv_status pass_over(struct members *m) {
    const void *bytes;
    size_t n;
    la_int64_t offset;
    if (!m->packed || !m->at) return CV_OK;
    while (archive_read_data_block(m->a, &bytes, &n, &offset) == ARCHIVE_OK) {
        const char *why = over_limit(m);
        if (stopped(m)) return CV_INTERRUPTED;
        if (why) {
            stop_with(m, CV_P_LIMIT, why);
            return CV_OK;
        }
    }
    return CV_OK;
}

/* The last word: what is wrong with the archive as a whole. */
static enum cv_status give_container(struct members *m, struct cv_entry *out) {
    m->done = true;
    *out = m->container;
    out->archive = false;
    out->member = m->base.depth > 1;
    out->loose = true;
    return CV_OK;
}

/* CV_OK: m->at is a member; CV_DONE: the end; CV_IO: out is a row about the archive. */
static enum cv_status next_header(struct members *m) {
    int r;
    locale_t before = enter_locale(m);
    enum cv_status rc = pass_over(m);
    if (rc || m->stop) {
        leave_locale(before);
        return rc;
    }
    do r = archive_read_next_header(m->a, &m->at);
    while (r == ARCHIVE_RETRY && m->retries++ < MAX_RETRIES);
    leave_locale(before);
    if (m->interrupted) return CV_INTERRUPTED;
    if (r == ARCHIVE_EOF) {
        if (m->any) return CV_DONE;
        stop_with(m, CV_P_UNREADABLE, "an archive without members");
        return CV_OK;
    }
    if (r < ARCHIVE_WARN) {
        stop_with(m, CV_P_UNREADABLE, fault_text(m));
        return CV_OK;
    }
    m->single = archive_format(m->a) == ARCHIVE_FORMAT_RAW;
    if (m->single && archive_filter_count(m->a) < 2) stop_with(m, CV_P_UNREADABLE, "no archive after all");
    m->any = true;
    if (m->base.env->limits->max_members && ++m->nmembers > m->base.env->limits->max_members)
        stop_with(m, CV_P_LIMIT, "the archive has more than max_members members");
    return CV_OK;
}

static void fill_stat(struct members *m, struct cv_entry *out) {
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

static void judge_size(struct members *m, struct cv_entry *out) {
    struct cv_source *s = &m->base;
    uint64_t max = s->env->limits->max_member_bytes;
    if (!max || out->size == UINT64_MAX || out->size <= max) return;
    cv_entry_fault(s, out, CV_P_LIMIT, "unpacks to %llu bytes (max_member_bytes)", (unsigned long long)out->size);
    if (!m->zip) stop_with(m, CV_P_LIMIT, "what follows a member over max_member_bytes is not read");
}

/* What of a member can be seen without reading it. CV_DONE: it is passed over. */
static enum cv_status judge(struct members *m, struct cv_entry *out) {
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
        judge_size(m, out);
    }
    return CV_OK;
}

static enum cv_status take_member(struct members *m, struct cv_entry *out) {
    struct cv_source *s = &m->base;
    enum cv_status rc = set_path(m, out);
    if (rc) return rc;
    fill_stat(m, out);
    m->member_bytes = 0;
    if (!cv_entry_of_file(s, out->path, false, out) && (m->sharded || !s->filter->shards)) return CV_DONE;
    if (!m->sharded) {
        /* The archive's own shard has been decided, and its members go with it. */
        out->shard = CV_SHARD_DONE;
        if (!cv_filter_wants(s->filter, out->path) && !out->loose) return CV_DONE;
    }
    if (m->directory) { /* nothing but plain files and folders stands in one that we read */
        out->mtime = cv_zip_mtime(&m->member);
        judge_size(m, out);
    } else {
        rc = judge(m, out);
    }
    if (rc) return rc;
    cv_source_count(&s->env->stats->files_listed, 1);
    return note_name(m, out);
}

static enum cv_status take_single(struct members *m, struct cv_entry *out) {
    out->path = m->container.path;
    out->name = m->container.name;
    out->loose = m->container.loose;
    out->shard = m->container.shard;
    m->done = true; /* to ask libarchive for another would unpack all that is left */
    fill_stat(m, out);
    return CV_OK;
}

/* The next one by the directory; nothing of it is read before it is opened. */
static enum cv_status take_listed(struct members *m, struct cv_entry *out) {
    unsigned max = m->base.env->limits->max_members;
    while (!m->stop && cv_zip_next(m->directory, &m->member)) {
        enum cv_status rc;
        if (stopped(m)) return CV_INTERRUPTED;
        if (max && ++m->nmembers > max) {
            stop_with(m, CV_P_LIMIT, "the archive has more than max_members members");
            break;
        }
        if (m->member.folder) continue;
        rc = take_member(m, out);
        if (rc != CV_DONE) return rc;
        *out = (struct cv_entry){.problem = -1, .size = UINT64_MAX, .mtime = INT64_MIN};
    }
    if (m->stop) return give_container(m, out);
    m->done = true;
    return CV_DONE;
}

static enum cv_status next(struct cv_source *s, struct cv_entry *out, struct cv_error *err) {
    struct members *m = of(s);
    (void)err;
    if (m->directory && !m->done) return take_listed(m, out);
    while (!m->done) {
        enum cv_status rc = m->stop ? CV_OK : next_header(m);
        if (rc) return rc;
        if (m->stop) return give_container(m, out);
        if (m->single) return take_single(m, out);
        if (archive_entry_filetype(m->at) == AE_IFDIR && !archive_entry_hardlink(m->at)) continue;
        rc = take_member(m, out);
        if (rc != CV_DONE) return rc;
        *out = (struct cv_entry){.problem = -1, .size = UINT64_MAX, .mtime = INT64_MIN};
    }
    return CV_DONE;
}

/* ---- a member's bytes --------------------------------------------------------------------------- */

/* Have libarchive read on from here. */
static int begin_at(struct members *m, uint64_t offset) {
    (void)archive_read_free(m->a);
    m->a = archive_read_new();
    if (!m->a) return ARCHIVE_FATAL;
    archive_read_support_format_zip_streamable(m->a);
    archive_read_set_read_callback(m->a, feed_file);
    archive_read_set_skip_callback(m->a, skip_file);
    archive_read_set_callback_data(m->a, m);
    if (lseek(m->fd, (off_t)offset, SEEK_SET) != (off_t)offset) {
        archive_set_error(m->a, errno, "%s", strerror(errno));
        return ARCHIVE_FATAL;
    }
    return archive_read_open1(m->a);
}

/* Stand at the member that the directory gave last. One that follows at once is read in the same go. */
static enum cv_status stand_at_member(struct members *m, struct cv_window *w) {
    locale_t before = enter_locale(m);
    int r = ARCHIVE_OK;
    if (!m->stands || !cv_zip_follows(m->directory, &m->opened, m->member.offset)) r = begin_at(m, m->member.offset);
    if (r == ARCHIVE_OK || r == ARCHIVE_WARN) r = archive_read_next_header(m->a, &m->at);
    leave_locale(before);
    if (!m->a) return CV_NOMEM;
    m->stands = r == ARCHIVE_OK || r == ARCHIVE_WARN;
    m->opened = m->member;
    if (m->interrupted) return CV_INTERRUPTED;
    if (m->stands) return CV_OK;
    cv_window_fault(w, CV_P_UNREADABLE, "cannot be unpacked: %s",
                    r == ARCHIVE_EOF ? "it is not where the archive's directory says" : fault_text(m));
    return CV_IO;
}

static enum cv_status open_entry(struct cv_source *s, struct cv_entry *e, struct cv_window *w, struct cv_reader *out) {
    enum cv_status rc = of(s)->directory ? stand_at_member(of(s), w) : CV_OK;
    if (rc) return rc;
    w->members = s;
    rc = cv_window_start(w, e->name, 0, out);
    if (rc) return rc;
    if (!cv_is_archive_content(cv_span_of(out->p, out->n), e->name)) return CV_OK;
    e->archive = true;
    return CV_DONE;
}

static enum cv_status over(struct members *m, struct cv_window *w, const char *why) {
    cv_window_fault(w, CV_P_LIMIT, "%s", why);
    stop_with(m, CV_P_LIMIT, why);
    return CV_IO;
}

enum cv_status cv_archive_read(struct cv_source *s, struct cv_window *w, char *to, size_t n, size_t *got) {
    struct members *m = of(s);
    const struct cv_source_limits *l = s->env->limits;
    const char *why;
    locale_t before;
    la_ssize_t k;
    *got = 0;
    if (stopped(m)) return CV_INTERRUPTED;
    before = enter_locale(m);
    k = archive_read_data(m->a, to, n < BLOCK ? n : BLOCK);
    leave_locale(before);
    if (m->interrupted) return CV_INTERRUPTED;
    if (k < 0) {
        cv_window_fault(w, CV_P_UNREADABLE, "cannot be unpacked: %s", fault_text(m));
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

const struct cv_source_kind cv_archive_kind = {"archive", next, open_entry, close_source, false};

/* Not archive_version_details: it leaks its text at every call (3.6.2). */
const char *cv_source_library(void) { return archive_version_string(); }
