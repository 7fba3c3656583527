/* lookup.c - goes straight to the paths that a filter names, without listing a folder.
 * May not: leave the source: each component is opened by itself and never through a link, and a path with "..", a leading
 * slash or an empty component names nothing here.
 * A path that a full scan would show is found here too: a name that is no UTF-8 stands changed in its path, so where a
 * path beyond ASCII is not found as it is, the folder is walked after all. */
#include "folder.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>

enum { MAX_CONTAINERS = 16 }; /* archives in one path, more than any depth that is read */

static bool component_fits(struct cv_span c) {
    CV_SPAN_KNOWN(c);
    if (!c.n || c.n > NAME_MAX || memchr(c.p, 0, c.n)) return false;
    return !(c.p[0] == '.' && (c.n == 1 || (c.n == 2 && c.p[1] == '.')));
}

static bool path_fits(struct cv_span path) {
    while (path.n < PATH_MAX) {
        size_t slash = cv_span_chr(path, '/');
        if (!component_fits(cv_span_first(path, slash == SIZE_MAX ? path.n : slash))) return false;
        if (slash == SIZE_MAX) return true;
        path = cv_span_from(path, slash + 1);
    }
    return false;
}

static int by_bytes(const void *x, const void *y) {
    return cv_span_cmp(*(const struct cv_span *)x, *(const struct cv_span *)y);
}

/* A path names itself, and as a member each archive that it may lie in. */
static void add_targets(struct cv_walk *w, struct cv_span path) {
    size_t at = 0, found = 0;
    if (path_fits(path)) cv_spans_push(&w->base.arena, &w->targets, path);
    while (found < MAX_CONTAINERS) {
        size_t k = cv_span_find(cv_span_from(path, at), "!/");
        struct cv_span container;
        if (k == SIZE_MAX) return;
        container = cv_span_first(path, at + k);
        if (path_fits(container)) cv_spans_push(&w->base.arena, &w->targets, container);
        at += k + 2;
        found++;
    }
}

static void sort_targets(struct cv_spans *t) {
    size_t n = 0;
    if (!t->n) return;
    qsort(t->v, t->n, sizeof *t->v, by_bytes);
    for (size_t i = 0; i < t->n; i++)
        if (!n || cv_span_cmp(t->v[n - 1], t->v[i])) t->v[n++] = t->v[i];
    t->n = n;
}

/* Open the folder that path (up to a slash) names, component by component. NULL: there is none. */
static enum cv_status go_to(struct cv_walk *w, struct cv_span folder) {
    struct cv_span rest = folder;
    struct cv_folder *f = w->root;
    atomic_fetch_add(&f->refs, 1);
    cv_folder_drop(w->near);
    w->near = NULL;
    while (rest.n) {
        char name[NAME_MAX + 1];
        size_t n = cv_span_chr(rest, '/');
        int fd;
        memcpy(name, rest.p, n);
        name[n] = 0;
        fd = openat(f->fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        cv_folder_drop(f);
        if (fd < 0) return CV_OK;
        f = cv_folder_new(&w->base, fd);
        if (!f) return CV_NOMEM;
        rest = cv_span_from(rest, n + 1);
    }
    w->near = f;
    return CV_OK;
}

/* Stand at a target: w->near and the path buffers. *name: its own name, in w->path. *st zeroed: it is not there. */
static enum cv_status reach(struct cv_walk *w, struct cv_span target, const char **name, struct stat *st) {
    size_t slash = target.n;
    struct cv_span folder;
    enum cv_status rc;
    memset(st, 0, sizeof *st);
    while (slash && target.p[slash - 1] != '/') slash--;
    folder = cv_span_first(target, slash);
    if (!w->near_path.p || cv_span_cmp(folder, w->near_path)) {
        rc = go_to(w, folder);
        if (rc) return rc;
        w->near_path = folder;
    }
    if (!cv_path_append(&w->base, &w->path, 0, target)) return CV_NOMEM;
    if (!cv_path_append(&w->base, &w->raw, w->root_n, CV_LIT("/"))) return CV_NOMEM;
    if (!cv_path_append(&w->base, &w->raw, w->raw.n, target)) return CV_NOMEM;
    *name = w->path.p + slash;
    if (w->near && fstatat(w->near->fd, *name, st, AT_SYMLINK_NOFOLLOW)) memset(st, 0, sizeof *st);
    return CV_OK;
}

static bool ascii(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80) return false;
    return true;
}

/* Is there something where this path, or an archive that it lies in, should be? */
static enum cv_status there(struct cv_walk *w, struct cv_span path, bool *yes) {
    size_t n = path.n, found = 0;
    *yes = false;
    while (!*yes && n != SIZE_MAX && found++ <= MAX_CONTAINERS) {
        struct cv_span target = cv_span_first(path, n);
        const char *name;
        struct stat st;
        enum cv_status rc = path_fits(target) ? reach(w, target, &name, &st) : CV_DONE;
        if (rc != CV_OK && rc != CV_DONE) return rc;
        *yes = rc == CV_OK && st.st_mode != 0;
        while (n > 1 && !(path.p[n - 1] == '!' && n < path.n && path.p[n] == '/')) n--;
        n = n > 1 ? n - 1 : SIZE_MAX;
    }
    return CV_OK;
}

enum cv_status cv_lookup_plan(struct cv_walk *w) {
    const struct cv_path_filter *f = w->base.filter;
    bool found = true;
    if (!f->paths) return CV_OK;
    for (size_t i = 0; i < f->npaths; i++) add_targets(w, f->paths[i]);
    if (w->base.arena.failed) return CV_NOMEM;
    sort_targets(&w->targets);
    for (size_t i = 0; i < f->npaths && found; i++) {
        enum cv_status rc = ascii(f->paths[i]) ? CV_OK : there(w, f->paths[i], &found);
        if (rc) return rc;
    }
    w->direct = found;
    if (found) return CV_OK;
    w->path.n = 0;
    w->raw.n = w->root_n > 1 ? w->root_n + 1 : w->root_n;
    return CV_OK;
}

enum cv_status cv_lookup_next(struct cv_walk *w, struct cv_entry *out) {
    while (w->at < w->targets.n) {
        struct cv_span target = w->targets.v[w->at++];
        struct cv_name name = {0};
        struct stat st;
        enum cv_status rc = reach(w, target, &name.file, &st);
        if (rc) return rc;
        if (!st.st_mode || S_ISDIR(st.st_mode)) continue;
        name.text = target;
        name.type = (unsigned char)IFTODT(st.st_mode);
        rc = cv_walk_take(w, w->near, &name, out);
        if (rc == CV_OK) cv_entry_stat_from(out, &st);
        if (rc != CV_DONE) return rc;
        *out = (struct cv_entry){.problem = -1, .size = UINT64_MAX, .mtime = INT64_MIN};
    }
    return CV_DONE;
}
