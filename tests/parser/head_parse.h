/* head_parse.h - a parse that the tests of the head fields run on: state set up by hand, no file, no format. */
#ifndef CV_TEST_HEAD_PARSE_H
#define CV_TEST_HEAD_PARSE_H
#include "../../ext/parser/head.h"
#include <stdio.h>

struct parse_fixture {
    struct cv_arena arena;
    struct cv_cable cable;
    struct cv_container container;
    struct cv_parse p;
};

static inline void fixture_open(struct parse_fixture *f, int year) {
    memset(f, 0, sizeof *f);
    cv_arena_init(&f->arena, &cv_allocator_malloc, 0);
    f->cable.year = year;
    f->p = (struct cv_parse){
        .arena = &f->arena, .out = &f->cable, .container = &f->container, .needs = CV_NEED_ALL, .first_line_no = 1};
}

static inline void fixture_close(struct parse_fixture *f) { cv_arena_free(&f->arena); }

/* The list's items with a blank between them. */
static inline void fixture_join(const struct cv_spans *list, char *out, size_t n) {
    size_t at = 0;
    out[0] = 0;
    for (size_t i = 0; i < list->n && at < n; i++)
        at += (size_t)snprintf(out + at, n - at, "%s%.*s", i ? " " : "", CV_FMT(list->v[i]));
}

/* The codes of the problems, in order. */
static inline void fixture_problems(const struct cv_cable *c, char *out, size_t n) {
    size_t at = 0;
    out[0] = 0;
    for (size_t i = 0; i < c->problems.n && at < n; i++)
        at += (size_t)snprintf(out + at, n - at, "%s%s", i ? " " : "", cv_problem_name(c->problems.v[i].code));
}
#endif
