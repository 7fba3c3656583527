/* test_span.c - the pure functions over byte ranges, as rows of input and expected. */
#include "../cv_check.h"

static struct cv_span z(const char *s) { return s ? cv_span_of(s, strlen(s)) : CV_NONE; }

static const struct {
    const char *a, *b;
    unsigned distance;
} distances[] = {{"MINSK", "MINSK", 0},
                 {"minsk", "MINSK", 0},
                 {"MILSK", "MINSK", 1},
                 {"MNSK", "MINSK", 1},
                 {"MINSKK", "MINSK", 1},
                 {"MNISK", "MINSK", 1},
                 {"INMSK", "MINSK", 2},
                 {"SOIA", "SOFIA", 1},
                 {"", "A", 1},
                 {"", "", 0},
                 {"", "AB", 2},
                 {"PARIS", "PRAGUE", 2},
                 {"ABCD", "ABDC", 1},
                 {"ABCD", "BACD", 1},
                 {"ABCD", "BADC", 2},
                 {"KUWAIT", "KUWAITS", 1},
                 {"XKUWAIT", "KUWAIT", 1}};

START_TEST(distance) {
    unsigned got = cv_span_distance(z(distances[_i].a), z(distances[_i].b));
    ck_assert_msg(got == distances[_i].distance, "%s/%s: %u", distances[_i].a, distances[_i].b, got);
    got = cv_span_distance(z(distances[_i].b), z(distances[_i].a));
    ck_assert_msg(got == distances[_i].distance, "%s/%s turned round: %u", distances[_i].a, distances[_i].b, got);
}
END_TEST

START_TEST(trims) {
    cv_assert_span("both", cv_span_trim(z(" \t\r\n a b \f\v ")), "a b");
    cv_assert_span("left", cv_span_trim_left(z("  a ")), "a ");
    cv_assert_span("right", cv_span_trim_right(z("  a ")), "  a");
    cv_assert_span("all blank", cv_span_trim(z("   ")), "");
    cv_assert_span("absent", cv_span_trim(CV_NONE), NULL);
    cv_assert_span("from past the end", cv_span_from(z("abc"), 9), "");
    cv_assert_span("from absent", cv_span_from(CV_NONE, 9), NULL);
    cv_assert_span("first", cv_span_first(z("abc"), 2), "ab");
    cv_assert_span("up to a character", cv_span_upto(z("ab\xC3\xA9"), 3), "ab");
    cv_assert_span("up to its end", cv_span_upto(z("ab\xC3\xA9."), 4), "ab\xC3\xA9");
    cv_assert_span("up to more than there is", cv_span_upto(z("ab"), 3), "ab");
}
END_TEST

START_TEST(comparisons) {
    ck_assert(cv_span_eq(CV_NONE, CV_NONE));
    ck_assert(cv_span_is(z("Subject"), "SUBJECT"));
    ck_assert(!cv_span_is(z("Subjec"), "SUBJECT"));
    ck_assert_int_lt(cv_span_cmp(z("AB"), z("ABC")), 0);
    ck_assert_int_gt(cv_span_cmp(z("B"), z("ABC")), 0);
    ck_assert(cv_span_starts(z("Ref: A"), "REF:"));
    ck_assert(!cv_span_starts(z("Re"), "REF:"));
    ck_assert(cv_span_ends(z("NNNN"), "nn"));
    ck_assert_uint_eq(cv_span_find(z("x end comment."), "END COMMENT"), 2);
    ck_assert(cv_span_find(z("short"), "longer than it") == SIZE_MAX);
    ck_assert_uint_eq(cv_span_chr(z("a:b"), ':'), 1);
    ck_assert(cv_span_chr(CV_NONE, ':') == SIZE_MAX);
}
END_TEST

START_TEST(numbers_and_words) {
    int v = 7;
    ck_assert(cv_span_to_int(z("001060"), &v) && v == 1060);
    ck_assert(cv_span_to_int(z("999999999"), &v) && v == 999999999);
    ck_assert(!cv_span_to_int(z("1000000000"), &v));
    ck_assert(!cv_span_to_int(z(""), &v));
    ck_assert(!cv_span_to_int(z("-1"), &v));
    struct cv_span s = z("  DE  RUEHSK ");
    cv_assert_span("first word", cv_span_word(&s), "DE");
    cv_assert_span("second word", cv_span_word(&s), "RUEHSK");
    cv_assert_span("no more", cv_span_word(&s), NULL);
}
END_TEST

int main(void) {
    Suite *s = suite_create("span");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, distance, 0, (int)CV_ARRAY_LEN(distances));
    tcase_add_test(t, trims);
    tcase_add_test(t, comparisons);
    tcase_add_test(t, numbers_and_words);
    return cv_check_run(s);
}
