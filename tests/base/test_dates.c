/* test_dates.c - the calendar: every day of four centuries there and back, months by name, ISO forms. */
#include "../cv_check.h"

static struct cv_span z(const char *s) { return cv_span_of(s, strlen(s)); }

START_TEST(there_and_back) {
    int y, m, d, days = cv_date_days(1799, 12, 31);
    ck_assert_int_eq(cv_date_days(1970, 1, 1), 0);
    ck_assert_int_eq(cv_date_days(2000, 3, 1), 11017);
    for (; days < cv_date_days(2201, 1, 1); days++) {
        cv_date_of_days(days, &y, &m, &d);
        ck_assert_msg(cv_date_valid(y, m, d) && cv_date_days(y, m, d) == days, "day %d", days);
    }
}
END_TEST

START_TEST(validity) {
    ck_assert(cv_date_valid(2004, 2, 29) && !cv_date_valid(2003, 2, 29) && !cv_date_valid(1900, 2, 29));
    ck_assert(!cv_date_valid(2004, 13, 1) && !cv_date_valid(2004, 0, 1) && !cv_date_valid(2004, 4, 31));
    ck_assert(!cv_date_valid(0, 1, 1) && !cv_date_valid(10000, 1, 1) && !cv_date_valid(2004, 1, 0));
}
END_TEST

static const struct {
    const char *word;
    int month;
} months[] = {{"JAN", 1}, {"January", 1}, {"Sept.", 9}, {"sep", 9}, {"DEC.", 12},
              {"JU", 0},  {"JUNX", 0},    {"", 0},      {"Mai", 0}};

START_TEST(month) { ck_assert_msg(cv_month_of(z(months[_i].word)) == months[_i].month, "%s", months[_i].word); }
END_TEST

START_TEST(iso) {
    struct cv_arena a;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    cv_assert_span("date", cv_date_iso(&a, 2017, 12, 28), "2017-12-28");
    cv_assert_span("time", cv_datetime_iso(&a, cv_date_days(2007, 12, 28), 13 * 60 + 22), "2007-12-28T13:22:00Z");
    cv_arena_free(&a);
}
END_TEST

int main(void) {
    Suite *s = suite_create("dates");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_test(t, there_and_back);
    tcase_add_test(t, validity);
    tcase_add_loop_test(t, month, 0, (int)CV_ARRAY_LEN(months));
    tcase_add_test(t, iso);
    return cv_check_run(s);
}
