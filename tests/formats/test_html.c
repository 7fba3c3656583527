/* test_html.c - Cablegate pages: the table, the blocks, entities and links, and that both readers of the markup agree.
 * All pages are invented, in the true layout. */
#include "documents.h"
#include "../../ext/formats/html.h"
#include <dirent.h>
#include <stdio.h>

#define TOP                                                                                                            \
    "<?xml version='1.0' encoding='utf-8' ?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\">\n"     \
    "<html lang='en'>\n<head>\n<title>Cable Viewer</title>\n</head>\n<body>\n<pre>help</pre>\n"
#define TABLE(id, created, class)                                                                                      \
    "<table class='cable'>\n<tr>\n<th>Reference "                                                                      \
    "ID</th>\n<th>Created</th>\n<th>Released</th>\n<th>Classification</th>\n"                                          \
    "<th>Origin</th>\n</tr>\n<tr>\n<td>\n<a href='/cable/x.html'>" id                                                  \
    "</a>\n</td>\n<td>\n<a href='/date/x.html'>" created                                                               \
    "</a>\n</td>\n<td>\n2010-12-06 17:05\n</td>\n<td>\n<a href='/c/5.html' title='x'>" class "</a>\n</"                \
                                                                                             "td>\n<td>\nEmbassy "     \
                                                                                             "Maputo\n</td>\n</"       \
                                                                                             "tr>\n</table>\n"
#define END "\n</div>\n</body>\n</html>\n"
#define EXTRACT                                                                                                        \
    "<code><pre>This record is a partial extract of the original cable. The full text of the original cable is "       \
    "not available.\n</pre></code>\n"
#define NL "&#x000A;"
#define HEADER                                                                                                         \
    "<code><pre>ZCZCA1" NL "RR RUEHC" NL "DE RUEHMP #0091 0130800" NL "R 130800Z JAN 03" NL "FM AMEMBASSY MAPUTO" NL   \
    "TO RUEHC/SECSTATE WASHDC 3301</pre></code>\n"
#define BODY                                                                                                           \
    "<code><pre>UNCLAS MAPUTO 000091 " NL NL "SIPDIS " NL NL "E.O. 12958: N/A " NL                                     \
    "TAGS: <a href='/tag/EFIS_0.html'>EFIS</a>"                                                                        \
    " <a href='/tag/MZ_0.html'>MZ</a>" NL "SUBJECT: PRAWNS &amp; QUOTAS &lt;2003&gt;" NL NL                            \
    "<a id='par1' href='#par1'>\xC2\xB6</a>1. The quota rose." NL NL "SOUSA</pre></code>\n"

static const struct row {
    const char *name, *page, *file, *id, *date, *subject, *problems;
} rows[] = {
    {"two blocks", TOP TABLE("03MAPUTO91", "2003-01-13 08:08", "UNCLASSIFIED") HEADER BODY END, "03MAPUTO91.html",
     "03MAPUTO91", "2003-01-13T08:00:00Z", "PRAWNS & QUOTAS <2003>", NULL},
    {"extract", TOP TABLE("03MAPUTO91", "2003-01-13 20:08", "UNCLASSIFIED") EXTRACT BODY END, NULL, "03MAPUTO91",
     "2003-01-13T20:00:00Z", "PRAWNS & QUOTAS <2003>", "date-partial"},
    {"one block", TOP TABLE("03MAPUTO91", "2003-01-13 20:08", "UNCLASSIFIED") BODY END, NULL, "03MAPUTO91",
     "2003-01-13T20:00:00Z", "PRAWNS & QUOTAS <2003>", "date-partial"},
    {"an id that a publisher made",
     TOP TABLE("03SECTION01OF02MAPUTO91", "2003-01-13 08:08", "UNCLASSIFIED") HEADER BODY END, NULL, "03MAPUTO91",
     "2003-01-13T08:00:00Z", "PRAWNS & QUOTAS <2003>", NULL},
    {"the page's id wins", TOP TABLE("03MAPUTO92", "2003-01-13 08:08", "UNCLASSIFIED") HEADER BODY END, NULL,
     "03MAPUTO92", "2003-01-13T08:00:00Z", "PRAWNS & QUOTAS <2003>", "id-differs"},
    {"but not against the file's name", TOP TABLE("03MAPUTO92", "2003-01-13 08:08", "UNCLASSIFIED") HEADER BODY END,
     "03MAPUTO91.html", "03MAPUTO91", "2003-01-13T08:00:00Z", "PRAWNS & QUOTAS <2003>", "id-differs"},
    {"dates that differ", TOP TABLE("03MAPUTO91", "2003-01-15 08:08", "UNCLASSIFIED") HEADER BODY END, NULL,
     "03MAPUTO91", "2003-01-13T08:00:00Z", "PRAWNS & QUOTAS <2003>", "date-differs"},
    {"classifications that differ", TOP TABLE("03MAPUTO91", "2003-01-13 08:08", "SECRET//NOFORN") HEADER BODY END, NULL,
     "03MAPUTO91", "2003-01-13T08:00:00Z", "PRAWNS & QUOTAS <2003>", "classification-differs"},
    {"another cable's text, years away", TOP TABLE("99LUSAKA12", "1999-05-05 08:08", "UNCLASSIFIED") HEADER BODY END,
     NULL, "99LUSAKA12", "1999-05-05T08:00:00Z", "PRAWNS & QUOTAS <2003>", "date-differs id-differs date-partial"},
    {"other quotes, capitals, no closing tags",
     "<HTML><BODY><TABLE CLASS=\"cable\"><TR><TH>Reference ID<TH>Created<TR><TD>03MAPUTO91<TD>2003-01-13 "
     "08:08</TABLE><PRE>"
     "UNCLAS MAPUTO 000091<BR><BR>E.O. 12958: N/A<BR>TAGS: EFIS, MZ<BR>SUBJECT: &quot;QUOTA&quot; &#8212; "
     "&eacute;<BR><BR>1. Up.",
     NULL, "03MAPUTO91", "2003-01-13T08:00:00Z", "\"QUOTA\" \xE2\x80\x94 \xC3\xA9", "date-partial"},
};

START_TEST(row) {
    const struct row *r = &rows[_i];
    struct documents d;
    read_documents(&d, cv_span_of(r->page, strlen(r->page)), r->file);
    ck_assert_msg(d.n == 1 && d.parsed[0] == CV_OK, "%s: %zu documents", r->name, d.n);
    cv_assert_span(r->name, d.cable[0].id, r->id);
    cv_assert_span(r->name, d.cable[0].date, r->date);
    cv_assert_span(r->name, d.cable[0].subject, r->subject);
    cv_assert_span(r->name, problem_codes(&d, 0), r->problems);
    cv_assert_span(r->name, d.cable[0].raw, r->page);
    free_documents(&d);
}
END_TEST

/* ---- the same page as it goes from hand to hand ---- */

#define T_    TABLE("03MAPUTO91", "2003-01-13 08:08", "UNCLASSIFIED")
#define PLAIN TOP T_ HEADER BODY END

static const struct variant {
    const char *name, *page;
    bool table; /* it has the cable's table */
} variants[] = {
    {"mark of UTF-8", "\xEF\xBB\xBF" PLAIN, true},
    {"a remark of the program that copied it", PLAIN "<!-- Mirrored from example.org by a copying program -->\n", true},
    {"one in front of it", "<!-- saved from url=(0036)http://example.org/03MAPUTO91.html -->\n" PLAIN, true},
    {"two classes",
     "<html><body><table border=0 class=\"wide cable\"><tr><th>Reference ID<th>Created<tr><td>03MAPUTO91"
     "<td>2003-01-13 08:08</table>" HEADER BODY,
     true},
    {"a table around it", "<html><body><table><tr><td>Menu</td><td>" T_ HEADER BODY "</td></tr></table></body></html>",
     true},
    {"no table", "<html><head><title>Mirror</title></head><body><pre>help</pre>" HEADER BODY "<pre>comments</pre>" END,
     false},
    {"blocks the other way about",
     TOP T_ "<pre><code>ZCZCA1" NL "RR RUEHC" NL "DE RUEHMP #0091 0130800" NL "R 130800Z JAN 03" NL
            "FM AMEMBASSY MAPUTO" NL "TO RUEHC/SECSTATE WASHDC 3301</code></pre>" BODY END,
     true},
    {"line ends beside breaks",
     TOP T_ HEADER
     "<pre>UNCLAS MAPUTO 000091<br />\n<br />\nSIPDIS<br>\r\n<br>\r\nE.O. 12958: N/A<br/>\nTAGS: EFIS MZ<br/>\n"
     "SUBJECT: PRAWNS &amp; QUOTAS<br/>\n&lt;2003&gt;<br/>\n<br/>\n&para;1. The "
     "quota<br/>\nrose.<br/>\n<br/>\nSOUSA</pre>" END,
     true},
    {"blanks of a browser",
     TOP T_ HEADER
     "<pre>UNCLAS MAPUTO 000091&nbsp;\n&nbsp;\nSIPDIS\n&nbsp;\nE.O. 12958:&nbsp;N/A\nTAGS: EFIS MZ\nSUBJECT: "
     "PRAWNS &amp; QUOTAS\xC2\xA0\n&lt;2003&gt;\n\xC2\xA0\n&para;1.&#160;The "
     "quota\xC2\xA0\nrose.\n&nbsp;\nSOUSA</pre>" END,
     true},
    {"a script in the text",
     TOP T_ HEADER "<pre>UNCLAS MAPUTO 000091\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: EFIS MZ\nSUBJECT: PRAWNS &amp; "
                   "<b>QUOTAS</b> &lt;2003&gt;\n\n1. The <script>var x = 'SECRET';</script><style>b { color: red "
                   "}</style>quota<!-- so "
                   "--> rose.\n\nSOUSA</pre>" END,
     true},
};

START_TEST(variant) {
    const struct variant *r = &variants[_i];
    struct documents plain, d;
    const struct cv_cable *a, *b;
    read_documents(&plain, CV_LIT(PLAIN), NULL);
    read_documents(&d, cv_span_of(r->page, strlen(r->page)), NULL);
    ck_assert_msg(d.n == 1 && d.parsed[0] == CV_OK, "%s: %zu documents", r->name, d.n);
    a = &plain.cable[0], b = &d.cable[0];
    ck_assert_msg(cv_span_eq(a->id, b->id) && cv_span_eq(a->dtg, b->dtg) && cv_span_eq(a->origin, b->origin) &&
                      cv_span_eq(a->subject, b->subject) && cv_span_eq(a->signature, b->signature),
                  "%s: fields", r->name);
    ck_assert_msg(a->tags.n == b->tags.n && a->addressees.n == b->addressees.n && b->captions.n == 1, "%s: lists",
                  r->name);
    ck_assert_msg(b->paragraphs.n == 1, "%s: %zu paragraphs", r->name, b->paragraphs.n);
    cv_assert_span(r->name, b->paragraphs.v[0].text, "The quota rose.");
    ck_assert_msg(attribute(b, "Reference ID").p ? r->table : !r->table, "%s: table", r->name);
    cv_assert_span(r->name, problem_codes(&d, 0), NULL);
    free_documents(&plain);
    free_documents(&d);
}
END_TEST

/* ---- pages without a telegram ---- */

#define ROW(id) "<tr><td><a href='/cable/x.html'>" id "</a></td><td>PRAWNS</td><td>2003-01-13 08:08</td></tr>"
#define LIST(rows)                                                                                                     \
    TOP "<table class='cable'><tr><th>Reference ID</th><th>Subject</th><th>Created</th></tr>" rows "</table>" END

static const struct textless {
    const char *name, *page, *id, *problems; /* id NULL: no cable */
} textless[] = {
    {"the list of a month", LIST(ROW("03MAPUTO91") ROW("03MAPUTO92")), NULL, NULL},
    {"with one cable in it", LIST(ROW("03MAPUTO91")), NULL, NULL},
    {"cut before the text", TOP T_ "</div></body></html>", "03MAPUTO91", "text-missing date-partial"},
    {"header and nothing else", TOP T_ HEADER "<code><pre></pre></code>" END, "03MAPUTO91", "text-missing"},
    {"the notice and nothing else", TOP T_ EXTRACT END, "03MAPUTO91", "text-missing date-partial"},
    {"an article",
     "<html><body><p>It says:</p><blockquote>\nUNCLAS MAPUTO 000091\n\nE.O. 12958: N/A\nTAGS: EFIS, MZ\n"
     "SUBJECT: QUOTA\n\n1. (U) Up.\n</blockquote></body></html>",
     NULL, NULL},
    {"help", "<html><body><h1>Structure</h1><pre>FM AMEMBASSY MAPUTO\nTO SECSTATE WASHDC</pre></body></html>", NULL,
     NULL},
};

START_TEST(without_text) {
    const struct textless *r = &textless[_i];
    struct documents d;
    read_documents(&d, cv_span_of(r->page, strlen(r->page)), NULL);
    ck_assert_msg(r->id ? d.n == 1 && d.parsed[0] == CV_OK : d.n == 0 || d.parsed[0] == CV_MISUSE, "%s", r->name);
    if (r->id) {
        cv_assert_span(r->name, d.cable[0].id, r->id);
        cv_assert_span(r->name, problem_codes(&d, 0), r->problems);
    }
    free_documents(&d);
}
END_TEST

START_TEST(a_day_without_an_hour) {
    static const char page[] = TOP TABLE("03MAPUTO91", "2003-01-13", "UNCLASSIFIED") EXTRACT BODY END;
    struct documents d;
    read_documents(&d, CV_LIT(page), NULL);
    cv_assert_span("date", d.cable[0].date, "2003-01-13");
    free_documents(&d);
}
END_TEST

START_TEST(attributes_by_their_names) {
    static const char page[] = TOP TABLE("03MAPUTO91", "2003-01-13 08:08", "UNCLASSIFIED//FOUO") HEADER BODY END;
    struct documents d;
    read_documents(&d, CV_LIT(page), NULL);
    ck_assert_uint_eq(d.cable[0].attributes.n, 5);
    cv_assert_span("id", attribute(&d.cable[0], "Reference ID"), "03MAPUTO91");
    cv_assert_span("created", attribute(&d.cable[0], "Created"), "2003-01-13 08:08");
    cv_assert_span("released", attribute(&d.cable[0], "Released"), "2010-12-06 17:05");
    cv_assert_span("classification", attribute(&d.cable[0], "Classification"), "UNCLASSIFIED//FOUO");
    cv_assert_span("origin", attribute(&d.cable[0], "Origin"), "Embassy Maputo");
    cv_assert_span("FM", d.cable[0].origin, "AMEMBASSY MAPUTO");
    ck_assert(cv_span_starts(d.cable[0].header, "ZCZCA1"));
    ck_assert(cv_span_ends(d.cable[0].header, "3301"));
    ck_assert(cv_span_starts(d.cable[0].body, "UNCLAS MAPUTO"));
    free_documents(&d);
}
END_TEST

START_TEST(two_pages_in_a_file) {
    static const char page[] = TOP TABLE("03MAPUTO91", "2003-01-13 08:08", "UNCLASSIFIED")
        HEADER BODY END TOP TABLE("03MAPUTO91", "2003-01-13 08:08", "UNCLASSIFIED") HEADER BODY END;
    struct documents d;
    read_documents(&d, CV_LIT(page), NULL);
    ck_assert_uint_eq(d.n, 2);
    cv_assert_span("second", d.cable[1].id, "03MAPUTO91");
    free_documents(&d);
}
END_TEST

/* ---- the quick reader against libxml2 ---- */

static void compare(const char *name, struct cv_span page, bool must_be_quick) {
    struct cv_arena a;
    struct cv_page *quick, *sax;
    bool ok;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    quick = cv_arena_alloc(&a, sizeof *quick);
    sax = cv_arena_alloc(&a, sizeof *sax);
    ck_assert(quick && sax);
    ok = cv_page_quick(page, &a, quick);
    ck_assert_msg(ok || !must_be_quick, "%s: not the known layout", name);
    ck_assert_int_eq(cv_page_sax(page, &a, sax), CV_OK);
    if (ok) {
        ck_assert_msg(quick->names == sax->names && quick->cells == sax->cells, "%s: cells", name);
        ck_assert_msg(quick->blocks == sax->blocks, "%s: %zu and %zu blocks", name, quick->blocks, sax->blocks);
        for (size_t i = 0; i < quick->cells; i++)
            ck_assert_msg(cv_span_eq(quick->cell[i], sax->cell[i]), "%s: cell %zu", name, i);
        for (size_t i = 0; i < quick->blocks; i++)
            ck_assert_msg(cv_span_eq(quick->block[i], sax->block[i]), "%s: block %zu", name, i);
    }
    cv_arena_free(&a);
}

START_TEST(readers_agree) {
    for (size_t i = 0; i < CV_ARRAY_LEN(rows); i++)
        compare(rows[i].name, cv_span_of(rows[i].page, strlen(rows[i].page)), i + 1 < CV_ARRAY_LEN(rows));
    for (size_t i = 0; i < CV_ARRAY_LEN(variants); i++)
        compare(variants[i].name, cv_span_of(variants[i].page, strlen(variants[i].page)), false);
}
END_TEST

/* All pages at hand are in the known layout. */
START_TEST(readers_agree_on_real_pages) {
    const char *shared = getenv("CABLEVTAB_SHARED");
    char folder[512], path[1024];
    static char page[1 << 20];
    struct dirent *e;
    DIR *dir;
    (void)snprintf(folder, sizeof folder, "%s/cables/html", shared ? shared : "../shared");
    dir = opendir(folder);
    if (!dir) {
        printf("skipped: no %s\n", folder);
        return;
    }
    while ((e = readdir(dir))) {
        FILE *f;
        size_t n;
        (void)snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        f = e->d_name[0] == '.' ? NULL : fopen(path, "rb");
        if (!f) continue;
        n = fread(page, 1, sizeof page, f);
        (void)fclose(f);
        compare(e->d_name, cv_span_of(page, n), true);
    }
    (void)closedir(dir);
}
END_TEST

/* A page that nests without end is left in good time, and what was read up to there stays. */
START_TEST(deep_nesting) {
    struct documents made = {0}, d;
    struct cv_buf b;
    cv_arena_init(&made.arena, &cv_allocator_malloc, 0);
    b = (struct cv_buf){.arena = &made.arena};
    cv_buf_addz(&b, "<html>" TABLE("03MAPUTO91", "2003-01-13 08:08", "UNCLASSIFIED") BODY);
    for (int i = 0; i < 200000; i++) cv_buf_addz(&b, "<div><pre>");
    read_documents(&d, cv_buf_span(&b), NULL);
    ck_assert_uint_eq(d.n, 1);
    cv_assert_span("id", d.cable[0].id, "03MAPUTO91");
    ck_assert(has_problem(&d.cable[0], CV_P_LIMIT));
    free_documents(&d);
    free_documents(&made);
}
END_TEST

/* Ends of pages that are none, without end: each is looked at once. */
START_TEST(many_ends) {
    static const char *const pieces[] = {"</html ", "</html><!--", "<table class='"};
    struct documents made = {0}, d;
    struct cv_buf b;
    cv_arena_init(&made.arena, &cv_allocator_malloc, 0);
    b = (struct cv_buf){.arena = &made.arena};
    cv_buf_addz(&b, "<html>" TABLE("03MAPUTO91", "2003-01-13 08:08", "UNCLASSIFIED") BODY);
    for (int i = 0; i < 1000000; i++) cv_buf_addz(&b, pieces[_i]);
    read_documents(&d, cv_buf_span(&b), NULL);
    ck_assert_uint_eq(d.n, 1);
    cv_assert_span("id", d.cable[0].id, "03MAPUTO91");
    free_documents(&d);
    free_documents(&made);
}
END_TEST

int main(void) {
    Suite *s = suite_create("html");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, row, 0, CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, variant, 0, CV_ARRAY_LEN(variants));
    tcase_add_loop_test(t, without_text, 0, CV_ARRAY_LEN(textless));
    tcase_add_test(t, a_day_without_an_hour);
    tcase_add_test(t, attributes_by_their_names);
    tcase_add_test(t, two_pages_in_a_file);
    tcase_add_test(t, readers_agree);
    tcase_add_test(t, readers_agree_on_real_pages);
    tcase_add_test(t, deep_nesting);
    tcase_add_loop_test(t, many_ends, 0, 3);
    return cv_check_run(s);
}
