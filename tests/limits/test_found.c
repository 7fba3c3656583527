/* test_found.c - what the fuzzers found once, small: each text must keep all promises of tests/fuzz/checks.h, and a
 * message stays UTF-8 wherever it is cut. */
#include "../cv_check.h"
#include "../fuzz/checks.h"

#define LINE   "The harbor board met again and put off the matter of the crane.\n"
#define LINES  LINE LINE LINE LINE LINE LINE LINE LINE
#define TEXT   LINES LINES LINES LINES LINES LINES LINES LINES
#define FIELDS "E.O. 12958: N/A\nTAGS: EAIR, DA\nSUBJECT: ONE MORE FLIGHT A WEEK\n\n1. SUMMARY: "
#define ENVELOPE                                                                                                       \
    "VZCZCXRO0703\nPP RUEHFL\nDE RUEHCP #1366/01 0340620\nZNR UUUUU ZZH\nP 030620Z FEB 02\nFM AMEMBASSY COPENHAGEN\n"  \
    "TO RUEHC/SECSTATE WASHDC 4711\n\n"

static const struct row {
    const char *name, *text;
    const struct cv_format *format;
} rows[] = {
    {"only a later section has a classification line",
     ENVELOPE FIELDS TEXT "\nC O N F I D E N T I A L SECTION 02 OF 02 COPENHAGEN 001366\n\n" TEXT "DOE\n",
     &cv_format_acp127},
    {"the classification line of the first section has no number",
     ENVELOPE "UNCLAS SECTION 01 OF 02\n\n" FIELDS TEXT "\nUNCLAS SECTION 02 OF 02 COPENHAGEN 001377\n\n" TEXT "DOE\n",
     &cv_format_acp127},
    {"a later page has the Document Number's number",
     "Message Text\n\n\nUNCLASSIFIED\n\nR 301430Z JUL 75\nFM AMEMBASSY TUNIS\nTO SECSTATE WASHDC 4711\n\nUNCLAS TUNIS "
     "4411\n\n"
     "E.O. 11652: N/A\nTAGS: PFOR, TS\nSUBJECT: BOATS\n\n1. " TEXT "\nUNCLASSIFIED\n\nPAGE 01        TUNIS  "
     "09127  301430Z\n\n" TEXT "DOE\n\nUNCLASSIFIED\n\n\nMessage Attributes\n\nDocument Number: 1975TUNIS09127\n",
     &cv_format_nara},
    {"brackets and no word at a paragraph's end", ENVELOPE "UNCLAS COPENHAGEN 001366\n\n" FIELDS "A. -- ( [( -\n",
     &cv_format_acp127},
    {"blank lines behind the last row",
     "\"1\",\"2/3/2002 6:20\",\"02COPENHAGEN1366\",\"Embassy Copenhagen\",\"UNCLASSIFIED\",\"\",\"\",\"UNCLAS "
     "COPENHAGEN 001366\n\n1. A.\n\"l.\nDoe\"\n\n",
     &cv_format_csv},
    {"the window moves between a header's DE line and what follows",
     ENVELOPE "UNCLAS COPENHAGEN 001366\n\n" FIELDS TEXT "DOE\n\n" ENVELOPE
              "UNCLAS COPENHAGEN 001366\n\n" FIELDS LINES LINES LINES LINES,
     &cv_format_acp127},
    {"a page begins so near the end that the end must be seen",
     "<html><table class='cable'><tr><th>Reference ID<tr><td>02COPENHAGEN1366</table>" LINES LINES LINES LINES LINES
         LINES LINES LINES LINES "</html>\n<html><table class='cable'></table>",
     &cv_format_html},
    {"a sign of two bytes in place of a label's colon",
     ENVELOPE "C O N F I D E N T I A L COPENHAGEN 001366\n\n" FIELDS
              "\n\nClassified By\xC3\x82\xC3\x9F Chief of Mission John Doe for reasons 1.4(b)\n\n1. A.\nDOE\n",
     &cv_format_acp127},
    {"what cannot be read at the end of a page",
     "<html><table class='cable'></table><pre>ZCZCX54\nZNY CP 2</pre><pre>5. \xEF\xBF\xBD</pre></html>",
     &cv_format_html},
    {"a page without blocks", "<html><table class='cable'><tr><th>Reference ID<tr><td>02COPENHAGEN1366</table>",
     &cv_format_html},
};

START_TEST(promises) { fuzz_documents(rows[_i].text, strlen(rows[_i].text), rows[_i].format); }
END_TEST

static const struct cut {
    const char *text;
    int precision;
    const char *want;
} cuts[] = {
    {"a\xC3\xA9\xC3\xA9", 5, "a\xC3\xA9\xC3\xA9."},
    {"a\xC3\xA9\xC3\xA9", 4, "a\xC3\xA9."},
    {"a\xC3\xA9\xC3\xA9", 2, "a."},
    {"a\xE2\x82\xAC", 3, "a."},
    {"\xF0\x9F\x90\x8B", 3, "."},
    {"\xA9 a", 3, " a."},
    {"", 0, "."},
};

START_TEST(messages) {
    const struct cut *row = &cuts[_i];
    struct cv_arena arena;
    struct cv_cable cable = {0};
    struct cv_parse p = {.arena = &arena, .out = &cable, .needs = CV_NEED_ALL};
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    cv_problem(&p, CV_P_LINE_NOISE, 1, "%.*s.", row->precision, row->text);
    ck_assert_uint_eq(cable.problems.n, 1);
    cv_assert_span(row->text, cable.problems.v[0].message, row->want);
    cv_arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *s = suite_create("found");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, promises, 0, CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, messages, 0, CV_ARRAY_LEN(cuts));
    return cv_check_run(s);
}
