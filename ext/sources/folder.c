/* folder.c - a folder, or what of it a glob names, as a source: walks in byte order of the whole path, without a stat a
 * file. Where single paths are asked for, lookup.c goes straight to them.
 * May not: follow a link, open anything but folders, hold more than the folders it stands in.
 * Facts: d_type is enough on Linux's file systems, readdir of 24,000 names costs 11 ms, a stat each would double it. */
#include "folder.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    MAX_LEVELS = 128, /* each holds a folder open */
    NAMES_AT_FIRST = 64,
    NAMES_PER_INTERRUPT = 512 /* a folder of a million names must not hold a query up */
};

const size_t cv_folder_size = sizeof(struct cv_walk);

/* ---- growing buffers: kept from folder to folder ---------------------------------------------- */

static bool grow(struct cv_source *s, void *buffer, size_t *cap, size_t want, size_t item) {
    const struct cv_allocator *a = s->env->allocator;
    size_t n = *cap ? *cap : (size_t)NAMES_AT_FIRST;
    void *p, *old;
    if (want <= *cap) return true;
    while (n < want) n *= 2;
    memcpy(&old, buffer, sizeof old);
    p = a->resize(a->ctx, old, *cap * item, n * item);
    if (!p) return false;
    memcpy(buffer, &p, sizeof p);
    *cap = n;
    return true;
}

static void give_back(struct cv_source *s, void *p, size_t n) {
    if (p) s->env->allocator->resize(s->env->allocator->ctx, p, n, 0);
}

bool cv_path_append(struct cv_source *s, struct cv_path_buffer *b, size_t at, struct cv_span name) {
    if (!grow(s, &b->p, &b->cap, at + name.n + 2, 1)) return false;
    memcpy(b->p + at, name.p, name.n);
    b->n = at + name.n;
    b->p[b->n] = 0;
    return true;
}

/* ---- one folder's names ------------------------------------------------------------------------ */

/* As if each folder's name had its slash already: then a folder's files stand where their whole paths belong. */
static int byte_after(const struct cv_name *n, size_t i) {
    if (i < n->text.n) return (unsigned char)n->text.p[i];
    return n->type == DT_DIR ? '/' : -1;
}

static int by_path(const void *x, const void *y) {
    const struct cv_name *a = x, *b = y;
    size_t n = a->text.n < b->text.n ? a->text.n : b->text.n;
    int c = memcmp(a->text.p, b->text.p, n);
    if (!c) c = byte_after(a, n) - byte_after(b, n);
    return c ? c : strcmp(a->file, b->file); /* two names can look alike once they are UTF-8 */
}

static unsigned char type_of(int fd, const struct dirent *d) {
    struct stat st;
    if (d->d_type != DT_UNKNOWN) return d->d_type;
    if (fstatat(fd, d->d_name, &st, AT_SYMLINK_NOFOLLOW)) return DT_REG; /* opening it will say what is wrong */
    return (unsigned char)IFTODT(st.st_mode);
}

static enum cv_status add_name(struct cv_source *s, struct cv_level *l, const struct dirent *d) {
    size_t n = strlen(d->d_name);
    struct cv_name *name;
    if (!strcmp(d->d_name, ".") || !strcmp(d->d_name, "..")) return CV_OK;
    if (!grow(s, &l->names, &l->cap, l->n + 1, sizeof *l->names)) return CV_NOMEM;
    if (!grow(s, &l->text, &l->text_cap, l->text_n + n + 1, 1)) return CV_NOMEM;
    memcpy(l->text + l->text_n, d->d_name, n + 1);
    name = &l->names[l->n++];
    *name = (struct cv_name){.text = {NULL, n}, .type = type_of(l->folder->fd, d)};
    l->text_n += n + 1;
    return CV_OK;
}

/* The text no longer moves: now the names can point into it. */
static enum cv_status point_names(struct cv_source *s, struct cv_level *l) {
    const char *p = l->text;
    for (size_t i = 0; i < l->n; i++) {
        struct cv_name *name = &l->names[i];
        name->file = p;
        name->text = cv_encoding_name_to_utf8(cv_span_of(p, name->text.n), &s->arena);
        p += strlen(p) + 1;
    }
    return s->arena.failed ? CV_NOMEM : CV_OK;
}

/* CV_IO: what could be read is there, errno says what was wrong. */
static enum cv_status read_names(struct cv_source *s, struct cv_level *l) {
    enum cv_status rc = CV_OK, rc2;
    const struct dirent *d;
    int own = fcntl(l->folder->fd, F_DUPFD_CLOEXEC, 0), fault = 0; /* closedir takes one, openat needs one */
    DIR *dir = own < 0 ? NULL : fdopendir(own);
    if (!dir) {
        fault = errno;
        if (own >= 0) (void)close(own);
        errno = fault;
        return CV_IO;
    }
    while (!rc && (errno = 0, d = readdir(dir)) != NULL) {
        rc = add_name(s, l, d);
        if (!rc && l->n % NAMES_PER_INTERRUPT == 0 && cv_source_interrupted(s->env)) rc = CV_INTERRUPTED;
    }
    fault = rc ? 0 : errno;
    (void)closedir(dir);
    rc2 = rc ? rc : point_names(s, l);
    if (rc2) return rc2;
    if (l->n) qsort(l->names, l->n, sizeof *l->names, by_path);
    errno = fault;
    return fault ? CV_IO : CV_OK;
}

/* ---- the walk ------------------------------------------------------------------------------------ */

static void leave(struct cv_walk *w) {
    struct cv_level *l = &w->levels[--w->nlevels];
    cv_folder_drop(l->folder);
    l->folder = NULL;
}

/* Go into the folder that fd is; the path buffers hold its path. */
static enum cv_status enter(struct cv_walk *w, int fd) {
    struct cv_source *s = &w->base;
    struct cv_level *l;
    size_t had = w->levels_cap;
    if (!grow(s, &w->levels, &w->levels_cap, w->nlevels + 1, sizeof *w->levels)) {
        (void)close(fd);
        return CV_NOMEM;
    }
    if (w->levels_cap > had) memset(w->levels + had, 0, (w->levels_cap - had) * sizeof *w->levels);
    l = &w->levels[w->nlevels];
    l->folder = cv_folder_new(s, fd);
    if (!l->folder) return CV_NOMEM;
    w->nlevels++;
    l->n = l->at = l->text_n = 0;
    l->path_n = w->path.n;
    l->raw_n = w->raw.n;
    cv_watch_note(s->env->watch, cv_span_of(w->raw.p, w->raw.n), fd);
    return read_names(s, l);
}

/* Does the link lead to something inside the source? Then it is read where it stands, and the link passed over. */
static bool link_stays_inside(struct cv_walk *w) {
    size_t n = strlen(w->raw.p);
    char *real = realpath(w->raw.p, NULL);
    bool inside;
    (void)n;
    if (!real) return false;
    inside =
        w->root_n == 1 || (strncmp(real, w->raw.p, w->root_n) == 0 && (real[w->root_n] == '/' || !real[w->root_n]));
    free(real);
    return inside;
}

/* An entry that cannot be read; loose, so that only the filter's own paths show it. */
static void refuse(struct cv_walk *w, struct cv_entry *out, struct cv_span path) {
    out->path = path;
    out->name = path;
    out->loose = true;
    out->shard = w->base.filter->shards ? CV_SHARD_PATH : CV_SHARD_DONE;
}

/* CV_OK: out is filled; CV_DONE: nothing to say about this name. */
static enum cv_status take_folder(struct cv_walk *w, const struct cv_level *l, const struct cv_name *name,
                                  struct cv_entry *out) {
    struct cv_source *s = &w->base;
    struct cv_span path = cv_span_of(w->path.p, w->path.n);
    enum cv_status rc = CV_IO;
    int fd;
    if (w->pattern.p) {
        w->folder_matched |= cv_glob_match(w->pattern, path);
        if (!cv_glob_below(w->pattern, path)) return CV_DONE;
    }
    w->path.p[w->path.n++] = '/';
    if (!cv_filter_wants_below(s->filter, cv_span_of(w->path.p, w->path.n))) return CV_DONE;
    w->raw.p[w->raw.n++] = '/';
    if (w->nlevels >= MAX_LEVELS) {
        refuse(w, out, path);
        cv_entry_fault(s, out, CV_P_LIMIT, "folders lie more than %d deep: not read", (int)MAX_LEVELS);
        return CV_OK;
    }
    fd = openat(l->folder->fd, name->file, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0) rc = enter(w, fd);
    if (rc == CV_OK) return CV_DONE;
    if (rc != CV_IO) return rc;
    refuse(w, out, path);
    cv_entry_fault(s, out, CV_P_UNREADABLE, "the folder cannot be read: %s", strerror(errno));
    return CV_OK;
}

static enum cv_status take_file(struct cv_walk *w, struct cv_folder *folder, const struct cv_name *name,
                                struct cv_entry *out) {
    struct cv_source *s = &w->base;
    struct cv_span path = cv_span_of(w->path.p, w->path.n);
    mode_t mode = DTTOIF((mode_t)name->type);
    if (w->pattern.p && !cv_glob_match(w->pattern, path)) return CV_DONE;
    w->file_matched = true;
    if (!cv_entry_of_file(s, path, false, out)) return CV_DONE;
    out->folder = folder;
    out->file = name->file;
    if (S_ISREG(mode)) {
        cv_source_count(&s->env->stats->files_listed, 1);
        return CV_OK;
    }
    out->loose = true;
    out->archive = false;
    if (!S_ISLNK(mode))
        cv_entry_fault(s, out, CV_P_UNREADABLE, "is %s, not a file", cv_refused_kind(mode));
    else if (link_stays_inside(w))
        return CV_DONE;
    else
        cv_entry_fault(s, out, CV_P_UNREADABLE, "is a link that leads out of the source, or nowhere: not followed");
    return CV_OK;
}

enum cv_status cv_walk_take(struct cv_walk *w, struct cv_folder *folder, const struct cv_name *name,
                            struct cv_entry *out) {
    return take_file(w, folder, name, out);
}

/* A glob that names nothing is a slip of the user's; a filter may leave nothing, which is none. */
static enum cv_status at_end(const struct cv_walk *w, struct cv_error *err) {
    const struct cv_path_filter *f = w->base.filter;
    if (!w->pattern.p || w->file_matched || f->paths || f->low.p || f->high.p) return CV_DONE;
    if (w->folder_matched)
        return cv_error_set(err, CV_NOTFOUND, "no such source '%.*s': only folders match, and no file (say '%.*s/**')",
                            CV_FMT(w->uri), CV_FMT(w->uri));
    return cv_error_set(err, CV_NOTFOUND, "no such source '%.*s': nothing matches", CV_FMT(w->uri));
}

static enum cv_status next(struct cv_source *s, struct cv_entry *out, struct cv_error *err) {
    struct cv_walk *w = (struct cv_walk *)s;
    unsigned taken = 0;
    if (w->direct) return cv_lookup_next(w, out);
    while (w->nlevels) {
        struct cv_level *l = &w->levels[w->nlevels - 1];
        const struct cv_name *name;
        enum cv_status rc;
        if (++taken % NAMES_PER_INTERRUPT == 0 && cv_source_interrupted(s->env)) return CV_INTERRUPTED;
        if (l->at == l->n) {
            leave(w);
            continue;
        }
        name = &l->names[l->at++];
        if (!cv_path_append(s, &w->path, l->path_n, name->text)) return CV_NOMEM;
        if (!cv_path_append(s, &w->raw, l->raw_n, cv_span_of(name->file, strlen(name->file)))) return CV_NOMEM;
        rc = name->type == DT_DIR ? take_folder(w, l, name, out) : take_file(w, l->folder, name, out);
        if (rc != CV_DONE) return rc;
        *out = (struct cv_entry){.problem = -1, .size = UINT64_MAX, .mtime = INT64_MIN};
    }
    return at_end(w, err);
}

static void close_source(struct cv_source *s) {
    struct cv_walk *w = (struct cv_walk *)s;
    while (w->nlevels) leave(w);
    for (size_t i = 0; i < w->levels_cap; i++) {
        give_back(s, w->levels[i].names, w->levels[i].cap * sizeof *w->levels[i].names);
        give_back(s, w->levels[i].text, w->levels[i].text_cap);
    }
    give_back(s, w->levels, w->levels_cap * sizeof *w->levels);
    give_back(s, w->path.p, w->path.cap);
    give_back(s, w->raw.p, w->raw.cap);
    cv_folder_drop(w->near);
    cv_folder_drop(w->root);
}

const struct cv_source_kind cv_folder_kind = {"folder", next, cv_window_file, close_source, true};

enum cv_status cv_folder_source(const struct cv_place *at, struct cv_source *s, struct cv_error *err) {
    struct cv_walk *w = (struct cv_walk *)s;
    enum cv_status rc;
    int fd = open(at->real, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return cv_error_set(err, CV_IO, "source '%.*s' cannot be read: %s", CV_FMT(at->uri), strerror(errno));
    w->uri = cv_arena_copy(&s->arena, at->uri);
    if (at->pattern) w->pattern = cv_arena_copy(&s->arena, cv_span_of(at->pattern, strlen(at->pattern)));
    if (s->arena.failed || !cv_path_append(s, &w->path, 0, CV_LIT("")) ||
        !cv_path_append(s, &w->raw, 0, cv_span_of(at->real, strlen(at->real)))) {
        (void)close(fd);
        return CV_NOMEM;
    }
    w->root_n = w->raw.n;
    if (w->root_n > 1) w->raw.p[w->raw.n++] = '/';
    w->raw.p[w->raw.n] = 0;
    w->root = cv_folder_new(s, fd);
    if (!w->root) return CV_NOMEM;
    rc = cv_lookup_plan(w);
    if (rc || w->direct) return rc;
    fd = fcntl(w->root->fd, F_DUPFD_CLOEXEC, 0);
    if (fd < 0) return cv_error_set(err, CV_IO, "source '%.*s' cannot be read: %s", CV_FMT(at->uri), strerror(errno));
    rc = enter(w, fd);
    if (rc == CV_IO) cv_error_set(err, CV_IO, "source '%.*s' cannot be read: %s", CV_FMT(at->uri), strerror(errno));
    return rc;
}
