/* documents.h - a text as the formats read it, for the tests of this folder: all its documents, parsed and kept. */
#ifndef CV_TESTS_FORMATS_DOCUMENTS_H
#define CV_TESTS_FORMATS_DOCUMENTS_H
#include "../../ext/formats/formats.h"
#include "../cv_check.h"

enum { MOST_DOCUMENTS = 8 };

struct documents {
    struct cv_arena arena;
    struct cv_reader reader;
    struct cv_document doc[MOST_DOCUMENTS];
    struct cv_cable cable[MOST_DOCUMENTS];
    enum cv_status parsed[MOST_DOCUMENTS];
    size_t n;
    enum cv_status end; /* what the call behind the last document said */
};

/* name: of the file, or NULL. The text must outlive the result. */
static inline void read_documents(struct documents *d, struct cv_span text, const char *name) {
    *d = (struct documents){.reader = cv_reader_memory(text.p, text.n)};
    cv_arena_init(&d->arena, &cv_allocator_malloc, 0);
    if (name) d->reader.name = cv_span_of(name, strlen(name));
    while (d->n < MOST_DOCUMENTS && (d->end = cv_document_next(&d->reader, &d->doc[d->n], &d->arena)) == CV_OK) {
        d->parsed[d->n] = cv_document_parse(&d->doc[d->n], CV_NEED_ALL, &d->arena, &d->cable[d->n]);
        d->n++;
    }
}

static inline void free_documents(struct documents *d) {
    cv_reader_close(&d->reader); /* what was converted from UTF-16 lives as long as the reader */
    cv_arena_free(&d->arena);
}

/* "code code" of a cable's problems, in order of the list; in the arena. */
static inline struct cv_span problem_codes(struct documents *d, size_t i) {
    struct cv_buf b = {.arena = &d->arena};
    for (size_t k = 0; k < d->cable[i].problems.n; k++) {
        if (k) cv_buf_addc(&b, ' ');
        cv_buf_addz(&b, cv_problem_name(d->cable[i].problems.v[k].code));
    }
    return cv_buf_span(&b);
}

static inline bool has_problem(const struct cv_cable *c, enum cv_problem_code code) {
    for (size_t k = 0; k < c->problems.n; k++)
        if (c->problems.v[k].code == code) return true;
    return false;
}

/* Value of the first attribute of that name; absent if there is none. */
static inline struct cv_span attribute(const struct cv_cable *c, const char *name) {
    for (size_t k = 0; k < c->attributes.n; k++)
        if (cv_span_is(c->attributes.v[k].name, name)) return c->attributes.v[k].value;
    return CV_NONE;
}
#endif
