/* test_glance.c - the one look over a line finds what it hints at wherever it stands, and counts every letter once. */
#include "text_case.h"
#include <stdlib.h>

enum { LONGEST = 70 };

static const struct {
    const char *what;
    size_t upper, lower;
    const char *hints; /* g: gaps, d: dashes, q: quote, n: noun */
} words[] = {
    {"-----", 0, 0, "d"},   {"=====", 0, 0, "d"},   {"  ", 0, 0, "gd"},    {"\t", 0, 0, "g"},
    {"BEGIN", 5, 0, "q"},   {"begin", 0, 5, "q"},   {"QUOTE", 5, 0, "q"},  {"unquote", 0, 7, "q"},
    {"SUMMARY", 7, 0, "n"}, {"Summary", 1, 6, "n"}, {"SUMARY", 6, 0, "n"}, {"COMMENT", 7, 0, "n"},
    {" M ", 1, 0, "n"},     {"Letter", 1, 5, ""},   {"- = - =", 0, 0, ""}, {"\xC3\x89", 0, 0, ""},
    {"@[`{", 0, 0, ""},
};

static void check(size_t k, size_t at, size_t n) {
    size_t len = strlen(words[k].what);
    char *text = malloc(n); /* no byte more: the sanitizer sees a look behind the end */
    struct cv_glance seen;
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < n; i++) text[i] = (char)('1' + i % 7);
    memcpy(text + at, words[k].what, len);
    seen = cv_glance(cv_span_of(text, n));
    ck_assert_msg(seen.upper == words[k].upper && seen.lower == words[k].lower,
                  "%s at %zu of %zu: %zu capital, %zu small", words[k].what, at, n, seen.upper, seen.lower);
    ck_assert_msg(
        seen.gaps == (strchr(words[k].hints, 'g') != NULL) && seen.dashes == (strchr(words[k].hints, 'd') != NULL) &&
            seen.quote == (strchr(words[k].hints, 'q') != NULL) && seen.noun == (strchr(words[k].hints, 'n') != NULL),
        "%s at %zu of %zu: gaps %d, dashes %d, quote %d, noun %d", words[k].what, at, n, seen.gaps, seen.dashes,
        seen.quote, seen.noun);
    free(text);
}

START_TEST(every_place) {
    size_t len = strlen(words[_i].what);
    for (size_t n = len; n <= LONGEST; n++)
        for (size_t at = 0; at + len <= n; at++) check((size_t)_i, at, n);
}
END_TEST

START_TEST(nothing) {
    struct cv_glance seen = cv_glance(CV_NONE);
    ck_assert(!seen.upper && !seen.lower && !seen.gaps && !seen.dashes && !seen.quote && !seen.noun);
}
END_TEST

int main(void) {
    Suite *s = suite_create("glance");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, every_place, 0, (int)CV_ARRAY_LEN(words));
    tcase_add_test(t, nothing);
    return cv_check_run(s);
}
