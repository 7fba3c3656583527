/* watch.c - whether a file has come to the folders of a walk, or gone from them, without listing them again.
 * May not: notice that a file was written in place: that leaves its folder as it was.
 * Facts: a folder's mtime moves when a name in it comes, goes or changes. It moves in ticks of the kernel's clock (4 or
 * 10 ms on Linux), and of whole seconds on some file systems, so one that moved just before the names were read says
 * nothing about what came just after. */
#include "places.h"
#include <time.h>

enum { CEILING = 4 * 1024 * 1024 }; /* bytes: some 30,000 folders; asking for more would cost more than a walk */
static const int64_t TICK_NS = 100 * 1000000, COARSE_NS = 2000000000;

void cv_watch_init(struct cv_watch *w, const struct cv_allocator *allocator) {
    *w = (struct cv_watch){0};
    cv_arena_init(&w->arena, allocator, CEILING);
}

void cv_watch_free(struct cv_watch *w) {
    cv_arena_free(&w->arena);
    w->folders = (struct cv_watched_folders){0};
}

static bool just_changed(const struct stat *st) {
#ifdef __APPLE__
    int64_t nsec = st->st_mtimespec.tv_nsec;
#else
    int64_t nsec = st->st_mtim.tv_nsec;
#endif
    struct timespec now;
    int64_t age;
    if (clock_gettime(CLOCK_REALTIME, &now)) return true;
    age = ((int64_t)now.tv_sec - (int64_t)st->st_mtime) * 1000000000 + now.tv_nsec - nsec;
    return age < (nsec ? TICK_NS : COARSE_NS);
}

void cv_watch_note(struct cv_watch *w, struct cv_span folder, int fd) {
    struct cv_watched *f;
    struct stat st;
    if (!w || w->unsure) return;
    f = CV_PUSH(&w->arena, &w->folders, struct cv_watched);
    if (f) *f = (struct cv_watched){cv_arena_copy(&w->arena, folder).p, 0};
    if (!f || !f->path || fstat(fd, &st) || just_changed(&st))
        w->unsure = true;
    else
        f->stamp = cv_stamp_of(&st);
}

bool cv_watch_unchanged(const struct cv_watch *w) {
    if (w->unsure) return false;
    for (size_t i = 0; i < w->folders.n; i++) {
        struct stat st;
        if (stat(w->folders.v[i].path, &st) || cv_stamp_of(&st) != w->folders.v[i].stamp) return false;
    }
    return true;
}
