/* marks.c - places in files too long to be held, so that a look-up of one document reads a little and not all before it.
 * May not: answer for a file whose stamp has changed. Of one file there are MARKS at most: when they are all taken every
 * second goes, and the rest lie twice as far apart. */
#include "batch.h"

enum {
    FILES = 4,
    MARKS = 16 * 1024,
    APART = 64 * 1024 /* bytes between two marks, at first */
};

struct marks {
    uint64_t key, stamp;
    struct cv_position *v;
    size_t n, cap;
    uint64_t apart;
};

struct cv_marks {
    const struct cv_allocator *allocator;
    struct marks files[FILES];
    size_t next;
};

struct cv_marks *cv_marks_new(const struct cv_allocator *allocator) {
    struct cv_marks *m = allocator->resize(allocator->ctx, NULL, 0, sizeof *m);
    if (m) *m = (struct cv_marks){.allocator = allocator};
    return m;
}

void cv_marks_free(struct cv_marks *m) {
    const struct cv_allocator *a;
    if (!m) return;
    a = m->allocator;
    for (size_t i = 0; i < FILES; i++)
        if (m->files[i].v) a->resize(a->ctx, m->files[i].v, m->files[i].cap * sizeof(struct cv_position), 0);
    a->resize(a->ctx, m, sizeof *m, 0);
}

static struct marks *find(struct cv_marks *m, uint64_t key, uint64_t stamp) {
    for (size_t i = 0; i < FILES; i++)
        if (m->files[i].n && m->files[i].key == key && m->files[i].stamp == stamp) return &m->files[i];
    return NULL;
}

static bool room(struct cv_marks *m, struct marks *f) {
    size_t cap = f->cap ? f->cap * 2 : 64, n = 0;
    struct cv_position *v;
    if (f->n < f->cap) return true;
    if (f->cap < MARKS) {
        v = m->allocator->resize(m->allocator->ctx, f->v, f->cap * sizeof *v, cap * sizeof *v);
        if (!v) return false;
        f->v = v;
        f->cap = cap;
        return true;
    }
    for (size_t i = 0; i < f->n; i += 2) f->v[n++] = f->v[i];
    f->n = n;
    f->apart *= 2;
    return true;
}

void cv_marks_note(struct cv_marks *m, uint64_t key, uint64_t stamp, const struct cv_position *at) {
    struct marks *f;
    if (!m || !stamp) return;
    f = find(m, key, stamp);
    if (!f) {
        f = &m->files[m->next++ % FILES];
        f->key = key;
        f->stamp = stamp;
        f->n = 0;
        f->apart = APART;
    }
    if (f->n && at->offset < f->v[f->n - 1].offset + f->apart) return;
    if (room(m, f)) f->v[f->n++] = *at;
}

const struct cv_position *cv_marks_before(struct cv_marks *m, uint64_t key, uint64_t stamp, unsigned doc) {
    const struct marks *f = m && stamp ? find(m, key, stamp) : NULL;
    size_t lo = 0, hi = f ? f->n : 0;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (f->v[mid].doc <= doc)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo ? &f->v[lo - 1] : NULL;
}
