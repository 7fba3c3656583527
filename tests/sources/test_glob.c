/* test_glob.c - patterns against paths. */
#include "../../ext/sources/places.h"
#include "../cv_check.h"

static const struct {
    const char *pattern, *path;
    bool match, below; /* below: of the path as a folder */
} rows[] = {
    {"*.txt", "a.txt", true, false},
    {"*.txt", "a.html", false, false},
    {"*.txt", ".txt", false, false}, /* a point in front has to be said */
    {".*", ".hidden", true, false},
    {"*.txt", "sub/a.txt", false, false},
    {"*/a.txt", "sub", false, true},
    {"**/*.txt", "a.txt", true, true},
    {"**/*.txt", "x/y/z/a.txt", true, true},
    {"**/*.txt", "x/.git/a.txt", false, false},
    {"**", "a/b", true, true},
    {"**/b/*", "a/b/c", true, true},
    {"**/b/*", "a/c/b", false, true},
    {"**/b/**/c", "b/c", true, true},
    {"**/b/**/c", "x/b/y/b/z/c", true, true},
    {"200[0-9]/*", "2003/x", true, false},
    {"200[0-9]/*", "2003", false, true},
    {"200[!0-9]/*", "2003/x", false, false},
    {"[]]", "]", true, false},
    {"[ab", "[ab", true, false}, /* never closed: it stands for itself */
    {"a?c", "abc", true, false},
    {"a?c",
     "a\xC3\xA9"
     "c",
     true, false},
    {"*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false, false},
    {"2007/../x", "2007/../x", true, false},
    {"a//b*", "a/bc", true, false},
    {"*", "", false, true},
};

static struct cv_span span(const char *z) { return cv_span_of(z, strlen(z)); }

START_TEST(row) {
    ck_assert_msg(cv_glob_match(span(rows[_i].pattern), span(rows[_i].path)) == rows[_i].match, "%s against %s",
                  rows[_i].pattern, rows[_i].path);
    ck_assert_msg(cv_glob_below(span(rows[_i].pattern), span(rows[_i].path)) == rows[_i].below, "%s below %s",
                  rows[_i].pattern, rows[_i].path);
}
END_TEST

START_TEST(start) {
    ck_assert_uint_eq(cv_glob_start("/data/2007*/x"), 6);
    ck_assert_uint_eq(cv_glob_start("*.txt"), 0);
    ck_assert(cv_glob_start("/data/plain") == SIZE_MAX);
}
END_TEST

int main(void) {
    Suite *s = suite_create("glob");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_test(t, start);
    return cv_check_run(s);
}
