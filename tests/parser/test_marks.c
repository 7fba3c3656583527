/* test_marks.c - portion marks and ENTIRE TEXT (sheet 11). */
#include "text_case.h"

static const struct {
    const char *in, *portion, *meaning;
    size_t n;
    bool garbled;
} marks[] = {
    {"(U) text", "U", "UNCLASSIFIED", 3, false},
    {"(SBU) text", "SBU", "SENSITIVE BUT UNCLASSIFIED", 5, false},
    {"(SBU/NF) text", "SBU/NF", "SENSITIVE BUT UNCLASSIFIED", 8, false},
    {"(SBU//NOFORN) text", "SBU//NOFORN", "SENSITIVE BUT UNCLASSIFIED", 13, false},
    {"(C) text", "C", "CONFIDENTIAL", 3, false},
    {"(C/NF). Text", "C/NF", "CONFIDENTIAL", 7, false},
    {"(C//NF) text", "C//NF", "CONFIDENTIAL", 7, false},
    {"(C/REL TO USA, GBR) text", "C/RELTOUSA,GBR", "CONFIDENTIAL", 19, false},
    {"(S): text", "S", "SECRET", 4, false},
    {"(SBU)- text", "SBU", "SENSITIVE BUT UNCLASSIFIED", 6, false},
    {"(SBU) -- text", "SBU", "SENSITIVE BUT UNCLASSIFIED", 5, false},
    {"(S/NF)", "S/NF", "SECRET", 6, false},
    {"(TS) text", "TS", "TOP SECRET", 4, false},
    {"(LOU) text", "LOU", "LIMITED OFFICIAL USE", 5, false},
    {"(FOUO) text", "FOUO", "FOR OFFICIAL USE ONLY", 6, false},
    {"(U/FOUO) text", "U/FOUO", "UNCLASSIFIED", 8, false},
    {"(CONF) text", "CONF", "CONFIDENTIAL", 6, false},
    {"(CONFIDENTIAL) text", "CONFIDENTIAL", "CONFIDENTIAL", 14, false},
    {"( s b u ) text", "SBU", "SENSITIVE BUT UNCLASSIFIED", 9, false},
    {"  (c)", "C", "CONFIDENTIAL", 5, false},
    {"{C) text", "C", "CONFIDENTIAL", 3, true},
    {"(C } text", "C", "CONFIDENTIAL", 4, true},
    {"(SBU)xxxxx told", "SBU", "SENSITIVE BUT UNCLASSIFIED", 5, false},
    {"(Iceland) text", NULL, NULL, 0, false},
    {"(TIP) text", NULL, NULL, 0, false},
    {"(1) text", NULL, NULL, 0, false},
    {"(U", NULL, NULL, 0, false},
    {"()", NULL, NULL, 0, false},
    {"(C/12) text", NULL, NULL, 0, false},
    {"C) text", NULL, NULL, 0, false},
};

START_TEST(mark_row) {
    struct cv_arena a;
    struct cv_span portion = CV_NONE, meaning = CV_NONE;
    size_t n = 0;
    bool garbled = false, found;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    found = cv_mark_read(cv_span_of(marks[_i].in, strlen(marks[_i].in)), &a, &n, &portion, &meaning, &garbled);
    ck_assert_msg(found == (marks[_i].portion != NULL), "%s: found %d", marks[_i].in, found);
    if (found) {
        cv_assert_span(marks[_i].in, portion, marks[_i].portion);
        cv_assert_span(marks[_i].in, meaning, marks[_i].meaning);
        ck_assert_msg(n == marks[_i].n, "%s: %zu bytes", marks[_i].in, n);
        ck_assert_msg(garbled == marks[_i].garbled, "%s: garbled %d", marks[_i].in, garbled);
    }
    cv_arena_free(&a);
}
END_TEST

static const struct {
    const char *in, *portion, *meaning, *entire;
} entire[] = {
    {"(S - ENTIRE TEXT).", "S", "SECRET", "ENTIRE TEXT"},
    {"(C - ENTIRE TEXT)", "C", "CONFIDENTIAL", "ENTIRE TEXT"},
    {"C-ENTIRE TEXT.", "C", "CONFIDENTIAL", "ENTIRE TEXT"},
    {"CONFIDENTIAL - ENTIRE TEXT.", "CONFIDENTIAL", "CONFIDENTIAL", "ENTIRE TEXT"},
    {"(C) ENTIRE TEXT.", "C", "CONFIDENTIAL", "ENTIRE TEXT"},
    {"(C) - Entire text", "C", "CONFIDENTIAL", "Entire text"},
    {"ENTIRE TEXT CONFIDENTIAL", "CONFIDENTIAL", "CONFIDENTIAL", "ENTIRE TEXT"},
    {"(LOU - ENTIRE TEXT)", "LOU", "LIMITED OFFICIAL USE", "ENTIRE TEXT"},
    {"THE ENTIRE TEXT FOLLOWS", NULL, NULL, NULL},
    {"(S) THE TEXT", NULL, NULL, NULL},
};

START_TEST(entire_row) {
    struct cv_arena a;
    struct cv_span portion = CV_NONE, meaning = CV_NONE, words = CV_NONE;
    size_t n = 0;
    const char *in = entire[_i].in;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    if (!cv_entire_text_match(cv_span_of(in, strlen(in)), &a, &n, &portion, &meaning, &words))
        portion = meaning = words = CV_NONE;
    else
        ck_assert_msg(n == strlen(in), "%s: %zu bytes", in, n);
    cv_assert_span(in, portion, entire[_i].portion);
    cv_assert_span(in, meaning, entire[_i].meaning);
    cv_assert_span(in, words, entire[_i].entire);
    cv_arena_free(&a);
}
END_TEST

int main(void) {
    Suite *s = suite_create("marks");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, mark_row, 0, (int)CV_ARRAY_LEN(marks));
    tcase_add_loop_test(t, entire_row, 0, (int)CV_ARRAY_LEN(entire));
    return cv_check_run(s);
}
