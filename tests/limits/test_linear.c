/* test_linear.c - hostile texts take time that grows with their length alone. Each place in a telegram, and each
 * container, is filled with each pattern; four times the bytes may take about four times as long, not sixteen.
 * CABLEVTAB_LINEAR_BYTES=1048576 measures with more, and prints what takes longest. */
#include "../cv_check.h"
#include "../../include/cv_cable.h"
#include <stdio.h>
#include <time.h>

enum {
    BYTES = 8 * 1024, /* of the shorter text; a square shows itself at four times that */
    TIMES = 4,
    TRIES = 3,  /* a busy machine is measured again */
    LOOSE = 2,  /* so much more than proportional is still fine */
    SLACK = 40, /* milliseconds that never count */
    TELL = 300  /* milliseconds a megabyte from which a measurement is printed, where one was asked for */
};

#define ENVELOPE                                                                                                       \
    "VZCZCXRO1234\nRR RUEHC\nDE RUEHSK #1060/01 3621322\nZNY CCCCC ZZH\nR 281322Z DEC 07\nFM AMEMBASSY MINSK\n"
#define ADDRESS ENVELOPE "TO RUEHC/SECSTATE WASHDC 1234\nINFO RUEHXX/GENEVA COLLECTIVE\nBT\n"
#define CLASS   ADDRESS "C O N F I D E N T I A L MINSK 001060 \n\nSIPDIS\n\n"
#define EO      CLASS "E.O. 12958: DECL: 12/28/2017\n"
#define TAGS    EO "TAGS: PREL, BO\n"
#define SUBJECT TAGS "SUBJECT: TALKS ON THE BRIDGE\n\n"
#define HEAD    SUBJECT "REF: MINSK 1059\n\nClassified By: DCM Jane Roe for reason 1.4 (d).\n\n"
#define BODY    HEAD "1. (C) SUMMARY: The bridge opens.\n\n"
#define OLD                                                                                                            \
    "Message Text\n\n\nCONFIDENTIAL\n\nPAGE 01        STATE  237171\n\n64\nORIGIN EUR-12\n\nINFO  OCT-01  ISO-00  "    \
    "/013 R\n\n"                                                                                                       \
    "DRAFTED BY EUR:JROE:AB\nAPPROVED BY EUR:JDOE\n---------------------     036171\nR 062133Z OCT 75\nFM SECSTATE "   \
    "WASHDC\n"                                                                                                         \
    "TO AMEMBASSY PORT LOUIS\n\nC O N F I D E N T I A L STATE 237171\n\nE.O. 11652: GDS\n\nTAGS: PFOR, MP\n\n"         \
    "SUBJECT: BRIDGE\n\n"
#define PAGE                                                                                                           \
    "<html><body><table class='cable'>\n<tr><th>Reference ID</th><th>Created</th><th>Classification</th></tr>\n"       \
    "<tr><td><a href='#'>07MINSK1060</a></td><td>2007-12-28 13:22</td><td>CONFIDENTIAL</td></tr>\n</table>\n"
#define ROW "\"1\",\"12/28/2007 13:22\",\"07MINSK1060\",\"Embassy Minsk\",\"CONFIDENTIAL\",\"\","
#define SMART                                                                                                          \
    "UNCLASSIFIED\n\nMRN: 12 STATE 54321\nDate/DTG: May 31, 2012 / 310914Z MAY 12\nFrom: SECSTATE WASHDC\n"            \
    "Action: MINSK, AMEMBASSY ROUTINE\nE.O.: 13526\nTAGS: PREL, BO\nSubject: BRIDGE\n"

/* Where a pattern is put: what stands before it, and behind it. */
static const struct place {
    const char *name, *before, *behind;
} places[] = {
    {"a text", "", "\n"},
    {"a routing line", "VZCZCXRO1234\nRR RUEHC ", "\nDE RUEHSK #1060 3621322\n"},
    {"addressees", ENVELOPE "TO ", "\n"},
    {"the address part", ADDRESS, "\n"},
    {"captions", CLASS, "\n"},
    {"E.O.", CLASS "E.O. 12958: ", "\n"},
    {"TAGS", EO "TAGS: ", "\n"},
    {"SUBJECT", TAGS "SUBJECT: ", "\n"},
    {"REF", SUBJECT "REF: ", "\n"},
    {"Classified By", SUBJECT "Classified By: ", "\n"},
    {"Reason", SUBJECT "Classified By: DCM Jane Roe for reason ", "\n"},
    {"paragraphs", HEAD, "\nROE\n"},
    {"a summary", BODY, "\nROE\nBT\n#1060\nNNNN\n"},
    {"a telegram of the 1970s", OLD "1. ", "\nROE\n\nCONFIDENTIAL\n\n\nNNNN\n"},
    {"attributes", OLD "1. THE BRIDGE OPENS.\nROE\n\n\nMessage Attributes\n\nAutomatic Decaptioning: X\n", "\n"},
    {"a page", PAGE "<code><pre>" CLASS "</pre></code>\n<code><pre>", "</pre></code></body></html>"},
    {"a page's cells", PAGE, "</table><pre>" CLASS "</pre>"},
    {"a row", ROW "\"" ADDRESS "\",\"C O N F I D E N T I A L MINSK 001060\n\n", "\"\n"},
    {"columns", ROW, "\n"},
    {"a table", "id,text\n1,\"", "\"\n"},
    {"a message of SMART", SMART, "\n"},
};

static const char *const patterns[] = {
    " ",
    "\n",
    " \n",
    "A",
    "A\n",
    "A. ",
    "A. \n",
    "(C) ",
    "(C) \n",
    "(((",
    "[",
    "1. ",
    "1. \n",
    "1.",
    "-",
    "- \n",
    "--\n\n",
    "12 ",
    "12, ",
    "9999999999",
    "STATE 12 ",
    "STATE 12\n",
    "B. STATE 12 (NOTAL)\n",
    "STATE, ",
    "A) STATE 12; ",
    "REF A: STATE 12\n",
    "REF: ",
    "REF:\n",
    "PREL, ",
    "PREL",
    "TAGS: PREL\n",
    "TAGS: ",
    "E.O. 12958: \n",
    "SUBJECT: A\n",
    "SUBJ",
    "(SMITH, JOHN) ",
    "SMITH, JOHN; ",
    "1.4(b), ",
    "1.5 (b) and (d) ",
    "SECTION 01 OF 02\n",
    "C O N F I D E N T I A L SECTION 02 OF 02 MINSK 001060\n",
    "UNCLAS MINSK 001060\n",
    "CONFIDENTIAL\n",
    "PAGE 01 X 1\n",
    "PAGE 02 STATE 237171\n\n",
    "PAGE 02 STATE 237171 ",
    "ZCZC\n",
    "VZCZCXRO1234\nDE RUEHSK #1060/02 3621322\n",
    "DE RUEHSK #1060 3621322\n",
    "TO RUEHC/SECSTATE WASHDC 1\n",
    "INFO ",
    "RUEHC/SECSTATE WASHDC\n",
    "NNNN\n",
    "BT\n",
    "#1060\n",
    "SIPDIS\n",
    "SIPDIS ",
    "STATE PASS TO USAID\n",
    "SUMMARY: ",
    "SUMMARY\n-------\n",
    "1. (C) SUMMARY: A\n",
    "END SUMMARY. ",
    "COMMENT: A. END COMMENT. ",
    "(COMMENT: ",
    "Classified By: \n",
    "Reason: 1.4 (b)\n",
    "QUOTE ",
    "QUOTE\nUNCLAS MINSK 001060\n",
    "\xC2\xB6",
    "\xC2\xB6"
    "1. (C) ",
    "\x93",
    "xxxxxxxxx ",
    "Sheryl P. Walter Declassified/Released US Department of State\n",
    "RELEASE IN PART\nB1\n",
    "Document Number: 1975STATE237171\n",
    "A: B\n",
    "a b\n",
    "\"",
    "\"\"",
    "\\\"",
    ",",
    "\",\"",
    "\"\n\"",
    "\"1\",\"12/28/2007 13:22\",\"07",
    "<",
    "<a href='#'>",
    "<b>",
    "</b>",
    "<table class='cable'>",
    "<td>",
    "<pre>",
    "</html>",
    "</html",
    "</html><!--",
    "<table",
    "</html><html>",
    "&",
    "&amp;",
    "&#x000A;",
    "[PREL](#) ",
    "\\",
    "\r",
    "\t",
    "\f",
};

enum { NPLACES = CV_ARRAY_LEN(places), NPATTERNS = CV_ARRAY_LEN(patterns) };

static size_t base_bytes(bool *asked) {
    const char *z = getenv("CABLEVTAB_LINEAR_BYTES");
    *asked = z != NULL;
    return z ? (size_t)strtoul(z, NULL, 10) : BYTES;
}

static char *fill(const struct place *place, const char *pattern, size_t n, size_t *total) {
    size_t a = strlen(place->before), b = strlen(place->behind), k = strlen(pattern);
    char *p = malloc(a + n + b);
    ck_assert_ptr_nonnull(p);
    memcpy(p, place->before, a);
    for (size_t i = 0; i < n; i++) p[a + i] = pattern[i % k];
    memcpy(p + a + n, place->behind, b);
    *total = a + n + b;
    return p;
}

static long now_us(void) {
    struct timespec t;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

/* Head and all of every document; microseconds of this process. */
static long parse_us(const char *p, size_t n) {
    struct cv_reader r = cv_reader_memory(p, n);
    struct cv_document doc;
    struct cv_cable cable;
    struct cv_arena arena;
    enum cv_status rc;
    long began = now_us();
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    while ((rc = cv_document_next(&r, &doc, &arena)) == CV_OK) {
        const unsigned char *fates;
        (void)cv_document_parse(&doc, CV_NEED_HEAD, &arena, &cable);
        (void)cv_document_account(&doc, &arena, &cable, &fates);
        cv_arena_reset(&arena);
    }
    ck_assert(rc == CV_DONE || rc == CV_MISUSE);
    cv_reader_close(&r);
    cv_arena_free(&arena);
    return now_us() - began;
}

static void check(const struct place *place, const char *pattern, size_t n, bool asked) {
    long shorter = 0, longer = 0;
    for (int i = 0; i < TRIES; i++) {
        size_t total;
        char *p = fill(place, pattern, n, &total);
        shorter = parse_us(p, total);
        free(p);
        p = fill(place, pattern, n * TIMES, &total);
        longer = parse_us(p, total);
        free(p);
        if (longer <= shorter * TIMES * LOOSE + SLACK * 1000L) break;
        if (i + 1 < TRIES) continue;
        if (!asked)
            ck_abort_msg("%s full of '%s': %ld us, %d times that takes %ld us", place->name, pattern, shorter, TIMES,
                         longer);
        printf("SQUARE ");
    }
    if (asked && (double)longer / 1000 > (double)(n * TIMES) / (1 << 20) * TELL)
        printf("%s full of '%s': %ld ms, then %ld ms\n", place->name, pattern, shorter / 1000, longer / 1000);
    (void)fflush(stdout);
}

START_TEST(linear) {
    bool asked;
    size_t n = base_bytes(&asked);
    for (size_t i = 0; i < NPATTERNS; i++) check(&places[_i], patterns[i], n, asked);
}
END_TEST

int main(void) {
    Suite *s = suite_create("linear");
    TCase *t = tcase_create("hostile");
    bool asked;
    suite_add_tcase(s, t);
    (void)base_bytes(&asked);
    tcase_set_timeout(t, asked ? 0 : 120);
    tcase_add_loop_test(t, linear, 0, NPLACES);
    return cv_check_run(s);
}
