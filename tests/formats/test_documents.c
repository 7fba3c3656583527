/* test_documents.c - where one cable ends and the next begins, encodings, spans of the whole. All texts are invented. */
#include "documents.h"
#include <stdio.h>

#define TEXT                                                                                                           \
    "\nE.O. 12958: N/A\nTAGS: EFIS, MZ\nSUBJECT: FISHING QUOTA\n\n1. The quota was raised.\n2. It holds.\nSOUSA\n"
#define HEADER(zczc, serial, section)                                                                                  \
    "ZCZC" zczc "\nRR RUEHC\nDE RUEHMP #" serial section " 0130800\nZNR UUUUU ZZH\nR 130800Z JAN 03\n"                 \
    "FM AMEMBASSY MAPUTO\nTO RUEHC/SECSTATE WASHDC 3301\nBT\n"
#define CABLE(zczc, serial) HEADER(zczc, serial, "") "UNCLAS MAPUTO 00" serial "\n" TEXT "BT\n#" serial "\nNNNN\n"
#define CABLE_TEXT(serial)  HEADER("A1", serial, "") "UNCLAS MAPUTO 00" serial "\n" TEXT
#define PAGE(station, serial)                                                                                          \
    "UNCLASSIFIED\n\nPAGE 01  " station " " serial "  131923Z\n\n50\nACTION AF-08\n\nR 131900Z JAN 75\n"               \
    "FM AMEMBASSY MAPUTO\nTO SECSTATE WASHDC\n\nUNCLAS " station " " serial "\n" TEXT "\nUNCLASSIFIED\n\n"

/* ids: of the cables in order, with a blank between. */
static const struct row {
    const char *name, *text, *ids;
} rows[] = {
    {"one", CABLE("A1", "0091"), "03MAPUTO91"},
    {"two with ZCZC", CABLE("A1", "0091") "\n\n\n" CABLE("A2", "0092"), "03MAPUTO91 03MAPUTO92"},
    {"three, no blank line", CABLE("A1", "0091") CABLE("A2", "0092") CABLE("A3", "0093"),
     "03MAPUTO91 03MAPUTO92 03MAPUTO93"},
    {"blank lines and a crumb first", "\n\n\n" CABLE("A1", "0091"), "03MAPUTO91"},
    {"the header printed twice", HEADER("A1", "0091", "") HEADER("A1", "0091", "") "UNCLAS MAPUTO 000091\n" TEXT,
     "03MAPUTO91"},
    {"sections",
     HEADER("A1", "0091", "/01") "UNCLAS SECTION 01 OF 02 MAPUTO 000091\n" TEXT HEADER(
         "A2", "0091", "/02") "UNCLAS SECTION 02 OF 02 MAPUTO 000091\n\n3. More.\n",
     "03MAPUTO91"},
    {"the same cable sent twice", CABLE("A1", "0091") CABLE("A1", "0091"), "03MAPUTO91 03MAPUTO91"},
    {"PAGE 01 with another number", PAGE("MAPUTO", "00091") PAGE("MAPUTO", "00092"), "75MAPUTO91 75MAPUTO92"},
    {"PAGE 01 with the same number", PAGE("MAPUTO", "00091") PAGE("MAPUTO", "00091"), "75MAPUTO91"},
    {"classification lines, an end mark between",
     "R 130800Z JAN 03\nFM AMEMBASSY MAPUTO\nTO SECSTATE WASHDC\nUNCLAS MAPUTO 000091\n" TEXT "NNNN\n\n"
     "R 140800Z JAN 03\nFM AMEMBASSY MAPUTO\nTO SECSTATE WASHDC\nUNCLAS MAPUTO 000092\n" TEXT "NNNN\n",
     "03MAPUTO91 03MAPUTO92"},
    {"classification lines, a signature between",
     "R 130800Z JAN 03\nFM AMEMBASSY MAPUTO\nTO SECSTATE WASHDC\nUNCLAS MAPUTO 000091\n" TEXT "\n\n"
     "R 140800Z JAN 03\nFM AMEMBASSY LUSAKA\nTO SECSTATE WASHDC\n\nUNCLAS LUSAKA 000012\n" TEXT,
     "03MAPUTO91 03LUSAKA12"},
    {"a notice in place of the second header",
     "R 130800Z JAN 03\nUNCLAS MAPUTO 000091\n" TEXT "3. Cleared by the Embassy.\n\n"
     "This record is a partial extract of the original cable.\n\nR 130900Z JAN 03\nUNCLAS MAPUTO 000092\n" TEXT,
     "03MAPUTO91 03MAPUTO92"},
    {"signature behind the last full stop, crumbs of a page",
     "R 130800Z JAN 03\nFM AMEMBASSY MAPUTO\nTO SECSTATE WASHDC\nUNCLAS MAPUTO 000091\n" TEXT "3. It ends so. SOUSA\n\n"
     "Track: a @ Sat Dec 4 2010\nID: 1\n\nP 140800Z JAN 03\nFM AMEMBASSY MAPUTO\nTO SECSTATE WASHDC PRIORITY 0974\n"
     "INFO MOSCOW POLITICAL COLLECTIVE\nAMCONSUL VLADIVOSTOK\n\nUNCLAS MAPUTO 000092\n" TEXT,
     "03MAPUTO91 03MAPUTO92"},
    {"quoted telegram",
     HEADER("A1", "0091", "") "UNCLAS MAPUTO 000091\n" TEXT "\n3. FOLLOWING REPEAT LUSAKA 12 DTD JAN 12\nQUOTE\n\n"
                              "UNCLAS LUSAKA 000012\n" TEXT "UNQUOTE\nSOUSA\n",
     "03MAPUTO91"},
    {"quoted behind a signature",
     HEADER("A1", "0091",
            "") "UNCLAS MAPUTO 000091\n\n1. BEGIN TEXT OF LUSAKA 12\n\nBANDA\n\nUNCLAS LUSAKA 000012\n\n2. X.\n",
     "03MAPUTO91"},
    {"a newspaper is quoted, not a telegram",
     "R 130800Z JAN 03\nUNCLAS MAPUTO 000091\n" TEXT
     "\n\n3. \"Noticias\" is quoted below.\n\nSOUSA\n\n\nR 140800Z JAN 03\n"
     "UNCLAS MAPUTO 000092\n" TEXT,
     "03MAPUTO91 03MAPUTO92"},
    {"quoted with its whole header",
     CABLE_TEXT("0091") "\n3. Following is Lusaka 12.\n\nQUOTE\n\n" HEADER(
         "B7", "0012", "") "UNCLAS LUSAKA 000012\n" TEXT "UNQUOTE\nSOUSA\n",
     "03MAPUTO91"},
    {"a banner above the header", "UNCLASSIFIED\n\n" CABLE("A1", "0091") CABLE("A2", "0092"), "03MAPUTO91 03MAPUTO92"},
    {"a release above the header", "UNCLASSIFIED\nRELEASED IN FULL\n\n" CABLE("A1", "0091"), "03MAPUTO91"},
    {"the notice above the header", "This record is a partial extract of the original cable.\n\n" CABLE("A1", "0091"),
     "03MAPUTO91"},
    {"files with marks of UTF-8, put together", "\xEF\xBB\xBF" CABLE("A1", "0091") "\xEF\xBB\xBF" CABLE("A2", "0092"),
     "03MAPUTO91 03MAPUTO92"},
    {"a header and a body with its mark", HEADER("A1", "0091", "") "\xEF\xBB\xBFUNCLAS MAPUTO 000091\n" TEXT,
     "03MAPUTO91"},
    {"rules between",
     "R 130800Z JAN 03\nUNCLAS MAPUTO 000091\n" TEXT "--------\nR 140800Z JAN 03\nUNCLAS MAPUTO 000092\n" TEXT
     "\n* * *\n\nR 150800Z JAN 03\nUNCLAS MAPUTO 000093\n" TEXT,
     "03MAPUTO91 03MAPUTO92 03MAPUTO93"},
    {"signature behind a site's address, points below it",
     "R 130800Z JAN 03\nUNCLAS MAPUTO 000091\n\nSUBJECT: X\n\n1. Y.\n\nVisit Maputo's Classified Website:\n"
     "http://www.example.org/wiki/Maputo SOUSA\n\n...\n\nR 140800Z JAN 03\nUNCLAS MAPUTO 000092\n" TEXT,
     "03MAPUTO91 03MAPUTO92"},
    {"two words of a signature, a day behind it, a text cut short",
     "R 130800Z JAN 03\nUNCLAS MAPUTO 000091\n\nSUBJECT: X\n\n1. So it ends. LA SOUSA 2003-12-31\n\n\n"
     "R 140800Z JAN 03\nUNCLAS MAPUTO 000092\n\nSUBJECT: X\n\n1. The opening of the port's\nfirst quay...\n\n\n"
     "R 150800Z JAN 03\nUNCLAS MAPUTO 000093\n" TEXT,
     "03MAPUTO91 03MAPUTO92 03MAPUTO93"},
    {"each under its id",
     "03MAPUTO91\n\nR 130800Z JAN 03\nUNCLAS MAPUTO 000091\n" TEXT
     "\n\n03MAPUTO92\n====\nR 140800Z JAN 03\nUNCLAS MAPUTO "
     "000092\n" TEXT,
     "03MAPUTO91 03MAPUTO92"},
    {"a rule in the text is none between two",
     "R 130800Z JAN 03\nUNCLAS MAPUTO 000091\n" TEXT
     "\n3. As in\n\n--------\nUNCLAS MAPUTO 000092\n--------\n\n4. More.\n",
     "03MAPUTO91"},
    {"line ends of a page",
     "ZCZCA1&#x000A;DE RUEHMP #0091 0130800&#x000A;R 130800Z JAN 03&#x000A;FM AMEMBASSY "
     "MAPUTO\n\nUNCLAS MAPUTO 000091 &#x000A;&#x000A;E.O. 12958: N/A&#x000A;TAGS: EFIS, MZ&#x000A;SUBJECT: "
     "QUOTA&#x000A;&#x000A;1. The quota was raised.&#x000A;SOUSA\n",
     "03MAPUTO91"},
    {"number alone in the text", CABLE("A1", "0091") "3. See\nUNCLAS MAPUTO 000090, which went before it.\n",
     "03MAPUTO91"},
};

static struct cv_span ids_of(struct documents *d) {
    struct cv_buf b = {.arena = &d->arena};
    for (size_t i = 0; i < d->n; i++) {
        if (i) cv_buf_addc(&b, ' ');
        cv_buf_add(&b, d->cable[i].id);
    }
    return cv_buf_span(&b);
}

START_TEST(row) {
    struct documents d;
    size_t n = 0;
    read_documents(&d, cv_span_of(rows[_i].text, strlen(rows[_i].text)), NULL);
    cv_assert_span(rows[_i].name, ids_of(&d), rows[_i].ids);
    for (size_t i = 0; i < d.n; i++) {
        ck_assert_msg(d.doc[i].doc == i && d.doc[i].offset == n, "%s: document %zu", rows[_i].name, i);
        n += d.doc[i].bytes.n;
    }
    ck_assert_msg(n == strlen(rows[_i].text), "%s: %zu bytes of %zu", rows[_i].name, n, strlen(rows[_i].text));
    free_documents(&d);
}
END_TEST

/* ---- the same through a window that grows by a few bytes ---- */

struct slow {
    const char *text;
    size_t n, given, step;
};

static enum cv_status more(struct cv_reader *r) {
    struct slow *s = r->ctx;
    size_t step = s->n - s->given < s->step ? s->n - s->given : s->step;
    if (!step) r->eof = true;
    s->given += step;
    r->n += step;
    return CV_OK;
}

START_TEST(small_window) {
    static const size_t steps[] = {1, 7, 64, 4096};
    struct slow s = {.text = rows[_i].text, .n = strlen(rows[_i].text)};
    for (size_t k = 0; k < CV_ARRAY_LEN(steps); k++) {
        struct cv_reader r = {.p = s.text, .more = more, .ctx = &s, .line_no = 1};
        struct cv_document doc;
        struct cv_cable cable;
        struct cv_arena arena;
        char ids[256] = "";
        cv_arena_init(&arena, &cv_allocator_malloc, 0);
        s.given = 0;
        s.step = steps[k];
        while (cv_document_next(&r, &doc, &arena) == CV_OK) {
            ck_assert_int_eq(cv_document_parse(&doc, CV_NEED_HEAD, &arena, &cable), CV_OK);
            (void)snprintf(ids + strlen(ids), sizeof ids - strlen(ids), "%s%.*s", *ids ? " " : "", CV_FMT(cable.id));
        }
        ck_assert_msg(strcmp(ids, rows[_i].ids) == 0, "%s by %zu: got %s", rows[_i].name, steps[k], ids);
        cv_reader_close(&r);
        cv_arena_free(&arena);
    }
}
END_TEST

/* ---- encodings and line ends ---- */

static struct cv_span transform(struct documents *d, const char *text, const char *how) {
    struct cv_buf b = {.arena = &d->arena};
    bool wide = strncmp(how, "utf16", 5) == 0, big = strcmp(how, "utf16be") == 0;
    if (wide) cv_buf_add(&b, big ? CV_LIT("\xFE\xFF") : CV_LIT("\xFF\xFE"));
    if (strcmp(how, "bom") == 0) cv_buf_addz(&b, "\xEF\xBB\xBF");
    for (; *text; text++) {
        if (wide && big) cv_buf_addc(&b, 0);
        if (*text == '\n' && strcmp(how, "crlf") == 0)
            cv_buf_addz(&b, "\r\n");
        else if (*text == '\n' && strcmp(how, "cr") == 0)
            cv_buf_addc(&b, '\r');
        else
            cv_buf_addc(&b, *text);
        if (wide && !big) cv_buf_addc(&b, 0);
    }
    return cv_buf_span(&b);
}

START_TEST(forms) {
    static const char *const how[] = {"plain", "crlf", "cr", "bom", "utf16le", "utf16be"};
    struct documents made = {0}, d;
    cv_arena_init(&made.arena, &cv_allocator_malloc, 0);
    read_documents(&d, transform(&made, CABLE("A1", "0091") CABLE("A2", "0092"), how[_i]), NULL);
    cv_assert_span(how[_i], ids_of(&d), "03MAPUTO91 03MAPUTO92");
    cv_assert_span(how[_i], d.cable[1].subject, "FISHING QUOTA");
    ck_assert_uint_eq(d.cable[1].paragraphs.n, 2);
    free_documents(&d);
    free_documents(&made);
}
END_TEST

START_TEST(latin1) {
    static const char text[] = "UNCLAS MAPUTO 000091\n" TEXT "\nS\xE3o Tom\xE9 \x93quoted\x94\n";
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    ck_assert_uint_eq(d.n, 1);
    ck_assert_msg(cv_span_find(d.cable[0].raw, "S\xC3\xA3o Tom\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D") != SIZE_MAX,
                  "converted");
    ck_assert(!has_problem(&d.cable[0], CV_P_ENCODING));
    free_documents(&d);
}
END_TEST

/* What is left of a web page in a text: each with what it stands for. */
START_TEST(entities) {
    static const char text[] =
        HEADER("A1", "0091",
               "") "UNCLAS MAPUTO 000091&#x000A;\n&#xA;\nE.O. 12958: N/A &#10;\nTAGS: EFIS\xC2\xA0MZ\n"
                   "SUBJECT: &lt;R&amp;D&gt;\n\n&para;1. It&#8217;s &quot;up&quot; at AT&T &nope; &#x110000; &#8; "
                   "&&#xa0;&copy\n&nbsp;\nSOUSA\n";
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    ck_assert_uint_eq(d.n, 1);
    cv_assert_span("subject", d.cable[0].subject, "<R&D>");
    ck_assert_int_eq(d.cable[0].classification, CV_UNCLASSIFIED);
    cv_assert_span("text", d.cable[0].paragraphs.v[0].text,
                   "It\xE2\x80\x99s \"up\" at AT&T &nope; &#x110000; &#8; & &copy");
    cv_assert_span("signature", d.cable[0].signature, "SOUSA");
    ck_assert_uint_eq(d.cable[0].tags.n, 2);
    ck_assert_uint_eq(d.cable[0].paragraphs.n, 1);
    ck_assert_msg(cv_span_find(d.cable[0].raw, "&para;1.") != SIZE_MAX, "the document itself stays");
    cv_assert_span("problems", problem_codes(&d, 0), NULL);
    free_documents(&d);
}
END_TEST

/* What old systems put behind the last line is no signature. */
START_TEST(padded) {
    static const char ends[][8] = {"\x1A", "\n\x1A", "\n\0\0\0", "\r\n\x1A\0\0", ""};
    char text[512];
    struct documents d;
    size_t n =
        (size_t)snprintf(text, sizeof text, "%s", HEADER("A1", "0091", "") "UNCLAS MAPUTO 000091\n\n1. Up.\n\nSOUSA");
    memcpy(text + n, ends[_i], sizeof ends[_i]);
    read_documents(&d, cv_span_of(text, n + (_i == 2 ? 4 : _i == 3 ? 5 : strlen(ends[_i]))), NULL);
    ck_assert_uint_eq(d.n, 1);
    cv_assert_span("signature", d.cable[0].signature, "SOUSA");
    free_documents(&d);
}
END_TEST

/* The mark of UTF-8 decides, though a byte is damaged. */
START_TEST(marked_and_damaged) {
    static const char text[] = "\xEF\xBB\xBFUNCLAS MAPUTO 000091\n" TEXT "\nS\xC3\xA3o Tom\xE9\n";
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    ck_assert_msg(cv_span_find(d.cable[0].raw, "S\xC3\xA3o Tom\xEF\xBF\xBD") != SIZE_MAX, "converted");
    ck_assert(has_problem(&d.cable[0], CV_P_ENCODING));
    free_documents(&d);
}
END_TEST

START_TEST(undefined_bytes) {
    static const char text[] = "UNCLAS MAPUTO 000091\n" TEXT "\n\x81\x93 and \0 in it\n";
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    ck_assert(has_problem(&d.cable[0], CV_P_ENCODING));
    free_documents(&d);
}
END_TEST

/* ---- spans of the whole, lines of problems ---- */

START_TEST(parts) {
    static const char text[] = CABLE("A1", "0091");
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    cv_assert_span("raw", d.cable[0].raw, text);
    ck_assert_msg(cv_span_starts(d.cable[0].header, "ZCZCA1"), "header begins");
    ck_assert_msg(cv_span_starts(d.cable[0].body, "UNCLAS MAPUTO 000091"), "body begins");
    ck_assert_msg(cv_span_ends(d.cable[0].body, "NNNN"), "body ends");
    free_documents(&d);
}
END_TEST

START_TEST(lines_are_of_the_file) {
    static const char first[] = CABLE("A1", "0091");
    static const char second[] =
        HEADER("A2", "0092", "") "UNCLAS MAPUTO 000092\n\nE.O. 99999: N/A\nSUBJECT: X\n\n1. Y.\n";
    static const char text[] = CABLE("A1", "0091") HEADER("A2", "0092", "") "UNCLAS MAPUTO 000092\n\nE.O. 99999: N/A\n"
                                                                            "SUBJECT: X\n\n1. Y.\n";
    struct documents alone, both;
    unsigned before = 0;
    for (size_t i = 0; i + 1 < sizeof first; i++) before += first[i] == '\n';
    read_documents(&alone, CV_LIT(second), NULL);
    read_documents(&both, CV_LIT(text), NULL);
    ck_assert_uint_eq(both.n, 2);
    ck_assert_uint_gt(alone.cable[0].problems.n, 0);
    ck_assert_uint_eq(alone.cable[0].problems.n, both.cable[1].problems.n);
    for (size_t i = 0; i < alone.cable[0].problems.n; i++)
        ck_assert_uint_eq(alone.cable[0].problems.v[i].line_no + before, both.cable[1].problems.v[i].line_no);
    free_documents(&alone);
    free_documents(&both);
}
END_TEST

/* A window that is full before the document ends: cut, said so, and its rest is no document. */
static enum cv_status full(struct cv_reader *r) {
    if (r->n >= 2000) return CV_LIMIT;
    return more(r);
}

START_TEST(too_large) {
    struct documents made = {0};
    struct cv_buf b;
    struct slow s = {.step = 500};
    struct cv_reader r;
    struct cv_document doc;
    struct cv_cable cable;
    unsigned n = 0, large = 0;
    cv_arena_init(&made.arena, &cv_allocator_malloc, 0);
    b = (struct cv_buf){.arena = &made.arena};
    cv_buf_addz(&b, HEADER("A1", "0091", "") "UNCLAS MAPUTO 000091\n" TEXT);
    for (int i = 0; i < 500; i++) cv_buf_addz(&b, "The quota is a long story.\n");
    cv_buf_addz(&b, "NNNN\n" CABLE("A2", "0092"));
    s.text = b.p, s.n = b.n;
    r = (struct cv_reader){.p = b.p, .more = full, .ctx = &s, .line_no = 1};
    while (cv_document_next(&r, &doc, &made.arena) == CV_OK) {
        ck_assert_int_eq(cv_document_parse(&doc, CV_NEED_ALL, &made.arena, &cable), CV_OK);
        large += has_problem(&cable, CV_P_TOO_LARGE);
        cv_assert_span("id", cable.id, n++ ? "03MAPUTO92" : "03MAPUTO91");
    }
    ck_assert_uint_eq(n, 2);
    ck_assert_uint_eq(large, 1);
    cv_reader_close(&r);
    free_documents(&made);
}
END_TEST

int main(void) {
    Suite *s = suite_create("documents");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, small_window, 0, CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, forms, 0, 6);
    tcase_add_test(t, latin1);
    tcase_add_test(t, entities);
    tcase_add_loop_test(t, padded, 0, 5);
    tcase_add_test(t, marked_and_damaged);
    tcase_add_test(t, undefined_bytes);
    tcase_add_test(t, parts);
    tcase_add_test(t, lines_are_of_the_file);
    tcase_add_test(t, too_large);
    return cv_check_run(s);
}
