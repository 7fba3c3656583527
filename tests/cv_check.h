/* cv_check.h - what every libcheck program of the tests shares: one main per file, rows that name themselves.
 *     int main(void) { Suite *s = suite_create("refs"); TCase *t = tcase_create("rows"); suite_add_tcase(s, t);
 *                      tcase_add_loop_test(t, row, 0, N); return cv_check_run(s); }  */
#ifndef CV_CHECK_H
#define CV_CHECK_H
#include <check.h>
#include <stdlib.h>
#include "../ext/base/base.h"

static inline int cv_check_run(Suite *s) {
    SRunner *r = srunner_create(s);
    int failed;
    srunner_run_all(r, CK_NORMAL);
    failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* Span against C string; NULL means absent. `name` says which row fails. */
#define cv_assert_span(name, span, z)                                                                              \
    do {                                                                                                           \
        struct cv_span got_ = (span);                                                                              \
        const char *want_ = (z);                                                                                   \
        ck_assert_msg(want_ ? got_.p != NULL && got_.n == strlen(want_) && memcmp(got_.p, want_, got_.n) == 0      \
                            : got_.p == NULL,                                                                      \
                      "%s: got %s%.*s%s, want %s", (name), got_.p ? "'" : "absent", CV_FMT(got_), got_.p ? "'" : "", \
                      want_ ? want_ : "absent");                                                                   \
    } while (0)
#endif
