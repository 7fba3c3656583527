/* test_threads.c - with workers the rows are the same as without, in the same order, and a scan can end at any point. */
#include "scan_rows.h"
#include <stdatomic.h>

enum { FOLDERS = 6, FILES = 40 };

static void tree(void) {
    static const struct tree_member m[] = {{.name = "a"}, {.name = "b"}};
    scan_begin();
    for (unsigned d = 0; d < FOLDERS; d++)
        for (unsigned i = 0; i < FILES; i++) {
            char name[64];
            (void)snprintf(name, sizeof name, "d%u/f%02u.txt", d, i);
            if (i % 11 == 3)
                tree_text(name, "not a cable at all\n");
            else if (i % 13 == 5)
                scan_cables(name, d * 1000 + i, 3);
            else
                tree_cable(name, d * 1000 + i);
        }
    tree_archive("d2/x", "zip", m, 2); /* known by its content alone */
    tree_archive("d3/y.zip", "zip", m, 2);
    scan_cables("d4/long.txt", 5000, 700); /* over a window */
    ck_assert_int_eq(mkfifo(tree_path("d5/fifo"), 0600), 0);
}

static char *rows_with(unsigned threads, struct cv_scan_request *q) {
    cv_session_free(&session);
    session.threads = threads;
    return strdup(scan_rows(q));
}

static void same(struct cv_scan_request q) {
    char *one = rows_with(1, &q);
    for (unsigned threads = 2; threads <= 5; threads++) {
        char *many = rows_with(threads, &q);
        ck_assert_str_eq(one, many);
        free(many);
    }
    free(one);
}

/* Each need alone, all but it, none and all: every mixture is as many trees as there are subsets. */
enum { NEEDS = 8, MIXTURES = 2 * NEEDS + 2 };
_Static_assert(CV_NEED_ALL == (1 << NEEDS) - 1, "the needs are that many bits");

START_TEST(same_rows) {
    unsigned bit = _i < 2 * NEEDS ? 1u << _i / 2 : 0;
    same(scan_request("", _i % 2 ? CV_NEED_ALL & ~bit : bit));
}
END_TEST

START_TEST(same_rows_of_a_shard) {
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD);
    q.filter.shard = 1;
    q.filter.shards = 3;
    same(q);
}
END_TEST

START_TEST(same_rows_by_id) {
    struct cv_span ids[] = {cv_span_of("03MAPUTO1001", 12), cv_span_of("03MAPUTO5300", 12)};
    struct cv_scan_request q = scan_request("", CV_NEED_ALL);
    q.ids = ids;
    q.nids = 2;
    same(q);
}
END_TEST

START_TEST(ends_anywhere) {
    struct cv_scan_request q = scan_request("", CV_NEED_ALL);
    session.threads = 3;
    for (int stop = 0; stop < 300; stop += 7) {
        const struct cv_scanned *r;
        struct cv_scan *s;
        ck_assert_int_eq(cv_scan_open(&session, &q, NULL, &s), CV_OK);
        for (int i = 0; i < stop; i++) ck_assert_int_eq(cv_scan_next(s, &r, NULL), CV_OK);
        cv_scan_close(s);
    }
}
END_TEST

static atomic_int asked;
static bool after_some(void *ctx) {
    (void)ctx;
    return atomic_fetch_add(&asked, 1) > 1;
}

START_TEST(interrupted) {
    struct cv_scan_request q = scan_request("", CV_NEED_ALL);
    session.threads = 3;
    q.interrupted = after_some;
    atomic_store(&asked, 0);
    for (int i = 0; i < 100 && atomic_load(&asked) < 2; i++) (void)scan_rows(&q);
    ck_assert(strstr(scan_rows(&q), "error: interrupted") != NULL);
}
END_TEST

START_TEST(limit_bounds_reading_ahead) {
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD);
    const struct cv_scanned *r;
    struct cv_scan *s;
    session.threads = 3;
    q.limit = 40;
    ck_assert_int_eq(cv_scan_open(&session, &q, NULL, &s), CV_OK);
    for (int i = 0; i < 40; i++) ck_assert_int_eq(cv_scan_next(s, &r, NULL), CV_OK);
    cv_scan_close(s);
    ck_assert_uint_le(session.stats.files_opened, 40 + 64);
}
END_TEST

/* A join while workers read ahead: the inner look-ups find what the batch holds. */
START_TEST(join) {
    struct cv_scan_request q = scan_request("d0", CV_NEED_ALL), inner = scan_request("d0", CV_NEED_ALL);
    const struct cv_scanned *r;
    struct cv_scan *outer;
    unsigned n = 0, rows = 0;
    session.threads = 3;
    ck_assert_int_eq(cv_scan_open(&session, &q, NULL, &outer), CV_OK);
    while (cv_scan_next(outer, &r, NULL) == CV_OK) {
        struct cv_span path = r->path;
        if (!r->has_doc || r->doc) continue;
        inner.filter.paths = &path;
        inner.filter.npaths = 1;
        for (const char *z = scan_rows(&inner); *z; z++) rows += *z == '\n';
        n++;
    }
    cv_scan_close(outer);
    ck_assert_uint_gt(rows, n);
    ck_assert_uint_eq(session.stats.documents_parsed, rows);
    ck_assert_uint_ge(session.stats.cache_hits, n);
}
END_TEST

int main(void) {
    Suite *s = suite_create("threads");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 120);
    tcase_add_checked_fixture(t, tree, scan_end);
    tcase_add_loop_test(t, same_rows, 0, MIXTURES);
    tcase_add_test(t, same_rows_of_a_shard);
    tcase_add_test(t, same_rows_by_id);
    tcase_add_test(t, ends_anywhere);
    tcase_add_test(t, interrupted);
    tcase_add_test(t, limit_bounds_reading_ahead);
    tcase_add_test(t, join);
    return cv_check_run(s);
}
