/* archive_names.c - which names an archive had, and how many documents each: a name may stand in it twice.
 * May not: hold more than eight bytes a name, since an archive may have a million. */
#include "archive.h"

enum {
    MAX_DOUBLES = 1 << 20, /* members of which names are remembered */
    DOCS_BITS = 8,
    DOCS_MANY = (1 << DOCS_BITS) - 1
};

static uint64_t hash_of(struct cv_span s) {
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
    h = h >> DOCS_BITS << DOCS_BITS;
    return h ? h : (uint64_t)1 << DOCS_BITS;
}

static cv_seen_name *seen_slot(cv_seen_name *v, size_t cap, uint64_t hash) {
    size_t i = (size_t)(hash * 0x9E3779B97F4A7C15u >> 20) & (cap - 1);
    while (v[i] && v[i] >> DOCS_BITS != hash >> DOCS_BITS) i = (i + 1) & (cap - 1);
    return &v[i];
}

static bool seen_grow(struct cv_members *m) {
    const struct cv_allocator *al = m->base.env->allocator;
    size_t cap = m->seen_cap ? m->seen_cap * 2 : 256;
    cv_seen_name *v = al->resize(al->ctx, NULL, 0, cap * sizeof *v);
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
static struct cv_seen_count *count_of(struct cv_members *m, cv_seen_name name) {
    if ((name & DOCS_MANY) != DOCS_MANY) return NULL;
    for (size_t i = 0; i < m->counts.n; i++)
        if (m->counts.v[i].hash == name >> DOCS_BITS) return &m->counts.v[i];
    return NULL;
}

static unsigned docs_of(struct cv_members *m, cv_seen_name name) {
    const struct cv_seen_count *c = count_of(m, name);
    return c ? c->docs : (unsigned)(name & DOCS_MANY);
}

static void add_docs(struct cv_members *m, cv_seen_name *name, unsigned docs) {
    struct cv_seen_count *c = count_of(m, *name);
    unsigned had = (unsigned)(*name & DOCS_MANY);
    if (c) {
        c->docs += docs;
    } else if (docs < DOCS_MANY - had) {
        *name += docs;
    } else {
        c = CV_PUSH(&m->base.arena, &m->counts, struct cv_seen_count);
        if (!c) return;
        *c = (struct cv_seen_count){*name >> DOCS_BITS, had + docs};
        *name |= DOCS_MANY;
    }
}

/* An archive may hold a name twice; the documents of the second then go on counting where the first ended. */
enum cv_status cv_archive_note_name(struct cv_members *m, struct cv_entry *e) {
    cv_seen_name *slot;
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
    cv_seen_name *slot;
    if (s->kind != &cv_archive_kind || !e->slot || !cv_members_of(s)->seen) return;
    slot = seen_slot(cv_members_of(s)->seen, cv_members_of(s)->seen_cap, e->slot);
    if (*slot) add_docs(cv_members_of(s), slot, docs);
}

unsigned cv_entry_first_doc(struct cv_source *s, const struct cv_entry *e) {
    struct cv_members *m = cv_members_of(s);
    if (s->kind != &cv_archive_kind || !e->again || !m->seen) return e->first_doc;
    return docs_of(m, *seen_slot(m->seen, m->seen_cap, e->slot));
}

bool cv_source_doubles(const struct cv_source *s) {
    return s->kind == &cv_archive_kind && ((const struct cv_members *)s)->doubles;
}
