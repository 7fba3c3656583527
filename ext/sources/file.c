/* file.c - one file as a source, and what every kind that lies on a disk shares: entries, refusals, folders held open.
 * May not: follow a link, open what is no plain file.
 * The path of a file counts from the folder it lies in, so it is its name. */
#include "places.h"
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* ---- shared --------------------------------------------------------------------------------- */

struct cv_folder *cv_folder_new(struct cv_source *s, int fd) {
    const struct cv_allocator *a = s->env->allocator;
    struct cv_folder *f = a->resize(a->ctx, NULL, 0, sizeof *f);
    if (!f) {
        (void)close(fd);
        return NULL;
    }
    f->fd = fd;
    f->source = s;
    atomic_init(&f->refs, 1);
    atomic_fetch_add(&s->folders, 1);
    return f;
}

void cv_folder_drop(struct cv_folder *f) {
    if (!f || atomic_fetch_sub(&f->refs, 1) != 1) return;
    (void)close(f->fd);
    atomic_fetch_sub(&f->source->folders, 1);
    f->source->env->allocator->resize(f->source->env->allocator->ctx, f, sizeof *f, 0);
}

bool cv_entry_keep(struct cv_entry *e, struct cv_arena *arena) {
    const char *file = e->file ? cv_arena_copy(arena, cv_span_of(e->file, strlen(e->file))).p : NULL;
    struct cv_span path = cv_arena_copy(arena, e->path), message = cv_arena_copy(arena, e->message);
    if (arena->failed) return false;
    if (e->path.p) e->name.p = path.p + (e->name.p - e->path.p);
    e->path = path;
    e->message = message;
    e->file = file;
    if (e->folder) atomic_fetch_add(&e->folder->refs, 1);
    return true;
}

void cv_entry_drop(struct cv_entry *e) {
    cv_folder_drop(e->folder);
    e->folder = NULL;
}

const char *cv_refused_kind(mode_t mode) {
    if (S_ISREG(mode)) return NULL;
    if (S_ISFIFO(mode)) return "a FIFO";
    if (S_ISSOCK(mode)) return "a socket";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
    if (S_ISLNK(mode)) return "a link";
    if (S_ISDIR(mode)) return "a folder";
    return "something unknown";
}

static uint64_t mix(uint64_t h, uint64_t v) {
    h = (h ^ v) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 29;
}

uint64_t cv_stamp_of(const struct stat *st) {
    uint64_t h = mix(mix(1, (uint64_t)st->st_dev), (uint64_t)st->st_ino);
    h = mix(mix(h, (uint64_t)st->st_size), (uint64_t)st->st_mtime);
#ifdef __linux__ /* the seconds alone miss a file that is written twice in one */
    h = mix(mix(h, (uint64_t)st->st_mtim.tv_nsec), (uint64_t)st->st_ctim.tv_nsec);
#endif
    return mix(h, (uint64_t)st->st_ctime) | 1;
}

void cv_entry_stat_from(struct cv_entry *e, const struct stat *st) {
    e->size = (uint64_t)st->st_size;
    e->mtime = st->st_mtime;
    e->stamp = cv_stamp_of(st);
    e->stat_known = true;
}

void cv_entry_stat(struct cv_source *s, struct cv_entry *e) {
    struct stat st;
    if (e->stat_known || !e->folder) return;
    if (fstatat(e->folder->fd, e->file, &st, AT_SYMLINK_NOFOLLOW) == 0)
        cv_entry_stat_from(e, &st);
    else if (e->problem < 0)
        cv_entry_fault(s, e, CV_P_UNREADABLE, "cannot be read: %s", strerror(errno));
}

/* Could the filter want something that lies in the archive which this path may turn out to be? */
static bool wants_members(const struct cv_path_filter *f, struct cv_span path) {
    char prefix[4096];
    if (!f->paths && !f->low.p && !f->high.p) return true;
    if (path.n > sizeof prefix - 2) return true; /* a loose answer is allowed */
    memcpy(prefix, path.p, path.n);
    memcpy(prefix + path.n, "!/", 2);
    return cv_filter_wants_below(f, cv_span_of(prefix, path.n + 2));
}

bool cv_entry_of_file(struct cv_source *s, struct cv_span path, bool alone, struct cv_entry *out) {
    const struct cv_path_filter *f = s->filter;
    enum cv_container_type type;
    size_t slash = path.n;
    bool exact = cv_filter_wants(f, path);
    if (!exact && !wants_members(f, path)) return false;
    while (slash && path.p[slash - 1] != '/') slash--;
    out->path = path;
    out->name = cv_span_from(path, slash);
    type = cv_container_of_name(out->name);
    out->archive = type == CV_ARCHIVE_NAME;
    out->packed = type == CV_PACKED_NAME;
    out->name = cv_name_unpacked(out->name);
    out->loose = !exact;
    if (!f->shards) return true;
    if (type == CV_ARCHIVE_NAME)
        out->shard = CV_SHARD_PATH;
    else if (alone || cv_span_ends(out->name, ".csv"))
        out->shard = CV_SHARD_ROWS;
    return out->shard != CV_SHARD_DONE || cv_shard_of(path, f->shards) == f->shard;
}

/* ---- the kind ------------------------------------------------------------------------------- */

struct file {
    struct cv_source base;
    struct cv_folder *folder;
    const char *file;
    struct cv_span path;
    struct stat st;
    bool given;
};
const size_t cv_file_size = sizeof(struct file);

enum cv_status cv_file_source(const struct cv_place *at, struct cv_source *s, struct cv_error *err) {
    struct file *f = (struct file *)s;
    const char *slash = strrchr(at->real, '/'), *shown = strrchr(at->path, '/');
    struct cv_span folder;
    int fd;
    folder = cv_arena_copy(&s->arena, slash == at->real ? CV_LIT("/") : cv_span_range(at->real, slash));
    f->file = cv_arena_copy(&s->arena, cv_span_of(slash + 1, strlen(slash + 1))).p;
    shown = shown ? shown + 1 : at->path; /* of a link that is the source, its own name */
    f->path = cv_encoding_name_to_utf8(cv_arena_copy(&s->arena, cv_span_of(shown, strlen(shown))), &s->arena);
    if (s->arena.failed) return CV_NOMEM;
    f->st = at->st;
    fd = open(folder.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || (S_ISREG(at->st.st_mode) && faccessat(fd, f->file, R_OK, AT_EACCESS))) {
        cv_error_set(err, CV_IO, "source '%.*s' cannot be read: %s", CV_FMT(at->uri), strerror(errno));
        if (fd >= 0) (void)close(fd);
        return CV_IO;
    }
    f->folder = cv_folder_new(s, fd);
    return f->folder ? CV_OK : CV_NOMEM;
}

static enum cv_status next(struct cv_source *s, struct cv_entry *out, struct cv_error *err) {
    struct file *f = (struct file *)s;
    const char *refused = cv_refused_kind(f->st.st_mode);
    (void)err;
    if (f->given) return CV_DONE;
    f->given = true;
    if (!cv_entry_of_file(s, f->path, true, out)) return CV_DONE;
    out->folder = f->folder;
    out->file = f->file;
    cv_entry_stat_from(out, &f->st);
    cv_source_count(&s->env->stats->files_listed, 1);
    if (refused) cv_entry_fault(s, out, CV_P_UNREADABLE, "is %s, not a file", refused);
    return CV_OK;
}

static void close_source(struct cv_source *s) { cv_folder_drop(((struct file *)s)->folder); }

const struct cv_source_kind cv_file_kind = {"file", next, cv_window_file, close_source, true};
