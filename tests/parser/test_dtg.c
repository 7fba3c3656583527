/* test_dtg.c - date-time groups as sent, with the misprints that were seen (sheet 3, NARA sheet 2). */
#include "../cv_check.h"
#include "../../ext/parser/parser.h"

static const struct {
    const char *line, *dtg, *date, *rest; /* dtg NULL: no match */
    enum cv_precedence action, info;
} rows[] = {
    {"R 281322Z DEC 07 ZDK", "281322Z DEC 07", "2007-12-28T13:22:00Z", "ZDK", CV_ROUTINE, CV_ROUTINE},
    {"O P 281322Z DEC 07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_IMMEDIATE, CV_PRIORITY},
    {"PP 281322Z DEC 07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_PRIORITY, CV_PRIORITY},
    {"OP 281322Z DEC 07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_IMMEDIATE, CV_PRIORITY},
    {"PRIORITY ROUTINE 281322Z DEC 07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_PRIORITY, CV_ROUTINE},
    {"Z 281322Z DEC 07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_FLASH, CV_FLASH},
    {"281322Z DEC 07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_PREC_NONE, CV_PREC_NONE},
    {"P 281322 Z DEC 07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_PRIORITY, CV_PRIORITY},
    {"P 281322 DEC 07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_PRIORITY, CV_PRIORITY},
    {"R 281322Z DEC07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 281322Z DEC 2007", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 281322ZDEC07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 281322Z DEC. 07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 281322Z DECEMBER 79", "281322Z DEC 79", "1979-12-28T13:22:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 281322Z DEV 07", "281322Z DEC 07", "2007-12-28T13:22:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 281322Z JUM 07", NULL, NULL, NULL, CV_PREC_NONE, CV_PREC_NONE},
    {"R 2O1322Z SEPT 07", "201322Z SEP 07", "2007-09-20T13:22:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"O O31445Z AUG 78", "031445Z AUG 78", "1978-08-03T14:45:00Z", "", CV_IMMEDIATE, CV_IMMEDIATE},
    {"O31445Z AUG 78", "031445Z AUG 78", "1978-08-03T14:45:00Z", "", CV_PREC_NONE, CV_PREC_NONE},
    {"O031445Z AUG 78", "031445Z AUG 78", "1978-08-03T14:45:00Z", "", CV_IMMEDIATE, CV_IMMEDIATE},
    {"0 031445Z AUG 78", "031445Z AUG 78", "1978-08-03T14:45:00Z", "", CV_IMMEDIATE, CV_IMMEDIATE},
    {"P 251346 Z JUN 7 3", "251346Z JUN 73", "1973-06-25T13:46:00Z", "", CV_PRIORITY, CV_PRIORITY},
    {"P 1 81955Z JAN 79", "181955Z JAN 79", "1979-01-18T19:55:00Z", "", CV_PRIORITY, CV_PRIORITY},
    {"P 1 3 1923Z D EC 73", "131923Z DEC 73", "1973-12-13T19:23:00Z", "", CV_PRIORITY, CV_PRIORITY},
    {"P 131923Z DEC 19 73", "131923Z DEC 73", "1973-12-13T19:23:00Z", "", CV_PRIORITY, CV_PRIORITY},
    {"P 131923Z 0CT 73", "131923Z OCT 73", "1973-10-13T19:23:00Z", "", CV_PRIORITY, CV_PRIORITY},
    {"P 131923 OCT 05 ZDK", "131923Z OCT 05", "2005-10-13T19:23:00Z", "ZDK", CV_PRIORITY, CV_PRIORITY},
    {"P 13l923Z DEC O7", "131923Z DEC 07", "2007-12-13T19:23:00Z", "", CV_PRIORITY, CV_PRIORITY},
    {"R 281322R DEC 07", "281322R DEC 07", "2007-12-28T18:22:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 310122C DEC 07", "310122C DEC 07", "2007-12-30T22:22:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 312222R DEC 07", "312222R DEC 07", "2008-01-01T03:22:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 150613Z Dec 05", "150613Z DEC 05", "2005-12-15T06:13:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 021226Z MAY 66", "021226Z MAY 66", "1966-05-02T12:26:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"R 021226Z MAY 65", "021226Z MAY 65", "2065-05-02T12:26:00Z", "", CV_ROUTINE, CV_ROUTINE},
    {"O 051836Z DEC 79 ZFF4", "051836Z DEC 79", "1979-12-05T18:36:00Z", "ZFF4", CV_IMMEDIATE, CV_IMMEDIATE},
    {"P R 021226Z MAY 06 FM USMISSION X", "021226Z MAY 06", "2006-05-02T12:26:00Z", "FM USMISSION X", CV_PRIORITY,
     CV_ROUTINE},
    {"R 2813221Z DEC 07", NULL, NULL, NULL, CV_PREC_NONE, CV_PREC_NONE},
    {"R 281372Z DEC 07", NULL, NULL, NULL, CV_PREC_NONE, CV_PREC_NONE},
    {"R 311322Z NOV 07", NULL, NULL, NULL, CV_PREC_NONE, CV_PREC_NONE},
    {"R 281322Z DEC", NULL, NULL, NULL, CV_PREC_NONE, CV_PREC_NONE},
    {"PP RUEHAG RUEHDF", NULL, NULL, NULL, CV_PREC_NONE, CV_PREC_NONE},
    {"O", NULL, NULL, NULL, CV_PREC_NONE, CV_PREC_NONE},
    {"", NULL, NULL, NULL, CV_PREC_NONE, CV_PREC_NONE},
    {"12 MAR 1975", NULL, NULL, NULL, CV_PREC_NONE, CV_PREC_NONE},
    {"1. ON MARCH 12", NULL, NULL, NULL, CV_PREC_NONE, CV_PREC_NONE},
};

START_TEST(row) {
    struct cv_arena a;
    struct cv_dtg d;
    const char *line = rows[_i].line;
    struct cv_span s = cv_span_of(line, strlen(line));
    bool ok;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    ok = cv_dtg_match(s, &a, &d);
    ck_assert_msg(ok == (rows[_i].dtg != NULL), "%s: match %d", line, ok);
    cv_assert_span(line, cv_date_of_dtg(s, &a), rows[_i].date);
    if (ok) {
        cv_assert_span(line, d.dtg, rows[_i].dtg);
        cv_assert_span(line, d.rest, rows[_i].rest);
        ck_assert_msg(d.action == rows[_i].action && d.info == rows[_i].info, "%s: precedence %d %d", line, d.action,
                      d.info);
        /* the repaired form says the same as the printed one */
        cv_assert_span(line, cv_date_of_dtg(d.dtg, &a), rows[_i].date);
    }
    cv_arena_free(&a);
}
END_TEST

/* Every prefix of every row, flush against the end of its own allocation: no byte beyond is read. */
START_TEST(prefixes) {
    struct cv_arena a;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    for (size_t n = 0; n <= strlen(rows[_i].line); n++) {
        struct cv_dtg d;
        char *copy = malloc(n ? n : 1);
        ck_assert_ptr_nonnull(copy);
        memcpy(copy, rows[_i].line, n);
        (void)cv_dtg_match(cv_span_of(copy, n), &a, &d);
        free(copy);
    }
    cv_arena_free(&a);
}
END_TEST

int main(void) {
    Suite *s = suite_create("dtg");
    TCase *t = tcase_create("rows");
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, prefixes, 0, (int)CV_ARRAY_LEN(rows));
    suite_add_tcase(s, t);
    return cv_check_run(s);
}
