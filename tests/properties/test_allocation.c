/* test_allocation.c - memory may run out at any time: with an allocator that refuses the n-th call, and with an
 * arena whose ceiling is anything from nothing to what the parse needs. It must say CV_NOMEM and leak nothing. */
#include "corpus.h"

struct refusing {
    size_t live;
    unsigned calls, refuse_at; /* from 1; 0: never */
};

static void *refusing_resize(void *ctx, void *p, size_t old_n, size_t new_n) {
    struct refusing *c = ctx;
    if (new_n && ++c->calls == c->refuse_at) return NULL;
    c->live += new_n - old_n;
    return cv_allocator_malloc.resize(cv_allocator_malloc.ctx, p, old_n, new_n);
}

/* CV_OK when every document was parsed; *used: the most that one of them took. */
static enum cv_status parse_all(const struct corpus_file *f, const char *bytes, struct cv_arena *arena, size_t *used) {
    struct cv_reader r = corpus_reader(f, bytes, f->n);
    struct cv_document doc = {0};
    struct cv_cable cable;
    enum cv_status rc;
    while ((rc = cv_document_next(&r, &doc, arena)) == CV_OK) {
        const unsigned char *fates = NULL;
        cable = (struct cv_cable){0};
        rc = cv_document_account(&doc, arena, &cable, &fates);
        if (rc != CV_OK) break;
        if (arena->used > *used) *used = arena->used;
        cv_arena_reset(arena);
    }
    cv_reader_close(&r);
    return rc == CV_DONE ? CV_OK : rc;
}

START_TEST(refused_calls) {
    const struct corpus_file *f = &corpus[_i];
    char *bytes = corpus_read(f);
    enum cv_status rc = CV_NOMEM;
    for (unsigned at = 1; rc != CV_OK && at < 200; at++) {
        struct refusing c = {.refuse_at = at};
        struct cv_allocator allocator = {.resize = refusing_resize, .ctx = &c};
        struct cv_arena arena;
        size_t used = 0;
        cv_arena_init(&arena, &allocator, 0);
        rc = parse_all(f, bytes, &arena, &used);
        ck_assert_msg(rc == CV_OK || rc == CV_NOMEM, "%s, call %u refused: status %d", f->path, at, rc);
        cv_arena_free(&arena);
        ck_assert_msg(c.live == 0, "%s, call %u refused: %zu bytes leaked", f->path, at, c.live);
    }
    ck_assert_msg(rc == CV_OK, "%s: never succeeds", f->path);
    free(bytes);
}
END_TEST

START_TEST(ceilings) {
    enum { STEPS = 150 };
    const struct corpus_file *f = &corpus[_i];
    char *bytes = corpus_read(f);
    struct cv_arena arena;
    size_t used = 0, none = 0;
    if (f->real) { /* the project's own are varied enough, and small */
        free(bytes);
        return;
    }
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    ck_assert(parse_all(f, bytes, &arena, &used) == CV_OK);
    cv_arena_free(&arena);
    for (size_t i = 1; i < STEPS; i++) {
        cv_arena_init(&arena, &cv_allocator_malloc, used * i / STEPS + 1);
        enum cv_status rc = parse_all(f, bytes, &arena, &none);
        ck_assert_msg(rc == CV_OK || rc == CV_NOMEM, "%s, ceiling %zu: status %d", f->path, arena.ceiling, rc);
        cv_arena_free(&arena);
    }
    free(bytes);
}
END_TEST

int main(void) {
    Suite *s = suite_create("allocation");
    TCase *t = tcase_create("corpus");
    corpus_load();
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 120);
    tcase_add_loop_test(t, refused_calls, 0, corpus_n);
    tcase_add_loop_test(t, ceilings, 0, corpus_n);
    return cv_check_run(s);
}
