/* test_arena.c - arena, lists and growing texts, with an allocator that counts and one that refuses. */
#include "../cv_check.h"

struct counting {
    size_t live;               /* bytes handed out and not taken back */
    unsigned calls, refuse_at; /* refuse_at: from 1; 0 never */
};

static void *counting_resize(void *ctx, void *p, size_t old_n, size_t new_n) {
    struct counting *c = ctx;
    if (new_n && ++c->calls == c->refuse_at) return NULL;
    c->live += new_n - old_n;
    return cv_allocator_malloc.resize(cv_allocator_malloc.ctx, p, old_n, new_n);
}

START_TEST(everything_comes_back) {
    struct counting c = {0};
    struct cv_allocator allocator = {.resize = counting_resize, .ctx = &c};
    struct cv_arena a;
    cv_arena_init(&a, &allocator, 0);
    for (size_t n = 1; n < 300000; n = n * 3 + 1) {
        char *p = cv_arena_alloc(&a, n);
        ck_assert_ptr_nonnull(p);
        ck_assert_uint_eq((uintptr_t)p % _Alignof(max_align_t), 0);
        ck_assert(p[0] == 0 && p[n - 1] == 0);
        memset(p, 'x', n);
    }
    unsigned calls = c.calls;
    cv_arena_reset(&a);
    for (size_t n = 1; n < 100000; n = n * 3 + 1) ck_assert_ptr_nonnull(cv_arena_alloc(&a, n));
    ck_assert_uint_eq(c.calls, calls); /* the steady state allocates nothing */
    cv_arena_free(&a);
    ck_assert_uint_eq(c.live, 0);
}
END_TEST

START_TEST(ceiling) {
    struct cv_arena a;
    cv_arena_init(&a, &cv_allocator_malloc, 1000);
    ck_assert_ptr_nonnull(cv_arena_alloc(&a, 900));
    ck_assert_ptr_null(cv_arena_alloc(&a, 200));
    ck_assert(a.failed);
    ck_assert_ptr_null(cv_arena_alloc(&a, 1)); /* stays refused until the reset */
    cv_arena_reset(&a);
    ck_assert_ptr_nonnull(cv_arena_alloc(&a, 1000));
    ck_assert_ptr_null(cv_arena_alloc(&a, SIZE_MAX - 8));
    cv_arena_free(&a);
}
END_TEST

START_TEST(refusal_at_any_call) {
    for (unsigned at = 1; at < 8; at++) {
        struct counting c = {.refuse_at = at};
        struct cv_allocator allocator = {.resize = counting_resize, .ctx = &c};
        struct cv_arena a;
        struct cv_spans list = {0};
        cv_arena_init(&a, &allocator, 0);
        struct cv_buf text = {.arena = &a};
        for (int i = 0; i < 20000; i++) {
            cv_spans_push(&a, &list, CV_LIT("RUEHC"));
            cv_buf_addz(&text, "SECSTATE WASHDC ");
        }
        for (size_t i = 0; i < list.n; i++) ck_assert(cv_span_is(list.v[i], "RUEHC"));
        cv_arena_free(&a);
        ck_assert_uint_eq(c.live, 0);
    }
}
END_TEST

START_TEST(texts) {
    struct cv_arena a;
    struct cv_spans list = {0};
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    struct cv_buf b = {.arena = &a};
    cv_assert_span("nothing added", cv_buf_span(&b), NULL);
    cv_buf_addz(&b, "no");
    cv_buf_addc(&b, 'x');
    cv_assert_span("buffer", cv_buf_span(&b), "nox");
    cv_assert_span("upper", cv_arena_upper(&a, CV_LIT("Prel \xC3\xA9")), "PREL \xC3\xA9");
    cv_assert_span("copy of absent", cv_arena_copy(&a, CV_NONE), NULL);
    cv_assert_span("copy of empty", cv_arena_copy(&a, CV_LIT("")), "");
    cv_assert_span("printf", cv_arena_printf(&a, "%02d%s%d", 7, "MINSK", 1060), "07MINSK1060");
    cv_spans_push(&a, &list, CV_LIT("SIPDIS"));
    ck_assert(cv_spans_has(&list, CV_LIT("sipdis")) && !cv_spans_has(&list, CV_LIT("NODIS")));
    cv_arena_free(&a);
}
END_TEST

int main(void) {
    Suite *s = suite_create("arena");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_test(t, everything_comes_back);
    tcase_add_test(t, ceiling);
    tcase_add_test(t, refusal_at_any_call);
    tcase_add_test(t, texts);
    return cv_check_run(s);
}
