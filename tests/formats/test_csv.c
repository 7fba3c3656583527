/* test_csv.c - the dump of Cablegate and other tables: rows, quotes, escapes, and rows that are no cables. Invented. */
#include "documents.h"

#define HEAD "ZCZCA1\nDE RUEHMP #0091 0130800\nR 130800Z JAN 03\nFM AMEMBASSY MAPUTO\nTO RUEHC/SECSTATE WASHDC 3301"
#define BODY(subject)                                                                                                  \
    "UNCLAS MAPUTO 000091\n\nE.O. 12958: N/A\nTAGS: EFIS, MZ\nSUBJECT: " subject "\n\n1. The quota rose.\n\nSOUSA"
#define ROW(no, id, class, subject)                                                                                    \
    "\"" no "\",\"1/13/2003 8:00\",\"" id "\",\"Embassy Maputo\",\"" class "\",\"02MAPUTO1|02LUSAKA2\",\"" HEAD        \
                                                                           "\",\"" BODY(subject) "\"\n"
#define OPEN_ROW                                                                                                       \
    "\"8\",\"1/13/2003 8:00\",\"03MAPUTO91\",\"Embassy Maputo\",\"UNCLASSIFIED\",\"\",\"" HEAD "\",\"" BODY("OPEN") "\n"

static const struct row {
    const char *name, *text, *ids, *subjects, *problems; /* of all rows that are cables, with | between */
} rows[] = {
    {"one", ROW("1", "03MAPUTO91", "UNCLASSIFIED", "QUOTA"), "03MAPUTO91", "QUOTA", ""},
    {"two", ROW("1", "03MAPUTO91", "UNCLASSIFIED", "A") ROW("2", "03MAPUTO91", "UNCLASSIFIED", "B"),
     "03MAPUTO91|03MAPUTO91", "A|B", "|"},
    {"no line end at the end",
     "\"1\",\"1/13/2003 8:00\",\"03MAPUTO91\",\"Embassy Maputo\",\"UNCLASSIFIED\",\"\",\"\",\"" BODY("A") "\"",
     "03MAPUTO91", "A", ""},
    {"escapes", ROW("1", "03MAPUTO91", "UNCLASSIFIED", "\\\"PRAWNS\\\" AND C:\\\\FISH"), "03MAPUTO91",
     "\"PRAWNS\" AND C:\\FISH", ""},
    {"the dump with doubled quotes",
     ROW("1", "03MAPUTO91", "UNCLASSIFIED", "\"\"A\"\" C:\\FISH")
         ROW("2", "03MAPUTO91", "UNCLASSIFIED", "\"\"B\"\", C"),
     "03MAPUTO91|03MAPUTO91", "\"A\" C:\\FISH|\"B\", C", "|"},
    {"a comma behind the dump's first quote",
     ROW("1", "03MAPUTO91", "UNCLASSIFIED", "PRAWNS\\\", AND") ROW("2", "03MAPUTO91", "UNCLASSIFIED", "B"),
     "03MAPUTO91|03MAPUTO91", "PRAWNS\", AND|B", "|"},
    {"a byte order mark", "\xEF\xBB\xBF" ROW("1", "03MAPUTO91", "UNCLASSIFIED", "A"), "03MAPUTO91", "A", ""},
    {"one name of the list, its value in quotes", "title,text\nfoo,\"" HEAD "\n\n" BODY("\"\"A\"\"") "\"\n",
     "03MAPUTO91", "\"A\"", ""},
    {"id and text alone", "id,text\n03MAPUTO92,\"" HEAD "\n\n" BODY("\"\"A\"\"") "\"\n", "03MAPUTO92", "\"A\"",
     "id-differs"},
    {"the id column wins", ROW("1", "03MAPUTO92", "UNCLASSIFIED", "A"), "03MAPUTO92", "A", "id-differs"},
    {"classification differs", ROW("1", "03MAPUTO91", "SECRET//NOFORN", "A"), "03MAPUTO91", "A",
     "classification-differs"},
    {"open quote", OPEN_ROW ROW("9", "03MAPUTO91", "UNCLASSIFIED", "B"), "03MAPUTO91|03MAPUTO91", "OPEN|B",
     "quote-unclosed|"},
    {"two open quotes", OPEN_ROW OPEN_ROW ROW("9", "03MAPUTO91", "UNCLASSIFIED", "B"),
     "03MAPUTO91|03MAPUTO91|03MAPUTO91", "OPEN|OPEN|B", "quote-unclosed|quote-unclosed|"},
    {"open quote at the end", ROW("7", "03MAPUTO91", "UNCLASSIFIED", "B") OPEN_ROW, "03MAPUTO91|03MAPUTO91", "B|OPEN",
     "|quote-unclosed"},
    {"names, doubled quotes",
     "reference_id,created,classification,header,body\n03MAPUTO91,1/13/2003 8:00,UNCLASSIFIED,\"" HEAD
     "\",\"" BODY("\"\"PRAWNS\"\"") "\"\n",
     "03MAPUTO91", "\"PRAWNS\"", ""},
    {"names, backslashes", "reference_id,body\n03MAPUTO91,\"" BODY("\\\"PRAWNS\\\", QUOTA") "\"\n", "03MAPUTO91",
     "\"PRAWNS\", QUOTA", "no-date"},
    {"a backslash ends a value", "reference_id,body,origin\n03MAPUTO91,\"" BODY("A") "\\\",Maputo\n", "03MAPUTO91", "A",
     "no-date"},
    {"tabs", "Reference ID\tRaw\n03MAPUTO91\t\"" BODY("A") "\"\n", "03MAPUTO91", "A", "no-date"},
    {"one column", "content\n\"" BODY("A") "\"\n\"" BODY("B") "\"\n", "|", "A|B", "no-date|no-date"},
    {"a row that is no cable",
     "reference_id,body\n03MAPUTO91,\"" BODY("A") "\"\nx,\"root:x:0:0:root\"\n03MAPUTO91,\"" BODY("B") "\"\n",
     "03MAPUTO91|03MAPUTO91", "A|B", "no-date|no-date"},
    {"CRLF", "reference_id,body\r\n03MAPUTO91,\"" BODY("A") "\"\r\n03MAPUTO91,\"" BODY("B") "\"\r\n",
     "03MAPUTO91|03MAPUTO91", "A|B", "no-date|no-date"},
};

static void add(struct cv_buf *b, size_t i, struct cv_span s) {
    if (i) cv_buf_addc(b, '|');
    cv_buf_add(b, s);
}

static void check(const char *name, struct cv_buf *b, const char *want) {
    struct cv_span got = cv_span_of(b->n ? b->p : "", b->n);
    cv_assert_span(name, got, want);
}

START_TEST(row) {
    const struct row *r = &rows[_i];
    struct documents d;
    struct cv_buf ids, subjects, problems;
    size_t n = 0;
    read_documents(&d, cv_span_of(r->text, strlen(r->text)), NULL);
    ids = subjects = problems = (struct cv_buf){.arena = &d.arena};
    for (size_t i = 0; i < d.n; i++) {
        if (d.parsed[i] == CV_MISUSE) continue;
        add(&ids, n, d.cable[i].id);
        add(&subjects, n, d.cable[i].subject);
        add(&problems, n++, problem_codes(&d, i));
    }
    check(r->name, &ids, r->ids);
    check(r->name, &subjects, r->subjects);
    check(r->name, &problems, r->problems);
    ck_assert_int_eq(d.end, CV_DONE);
    free_documents(&d);
}
END_TEST

START_TEST(attributes_by_column) {
    static const char text[] = ROW("17", "03MAPUTO91", "UNCLASSIFIED", "A");
    static const char *const want[] = {"number",         "17",           "created",    "1/13/2003 8:00",
                                       "reference_id",   "03MAPUTO91",   "origin",     "Embassy Maputo",
                                       "classification", "UNCLASSIFIED", "references", "02MAPUTO1|02LUSAKA2"};
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    ck_assert_uint_eq(d.cable[0].attributes.n, CV_ARRAY_LEN(want) / 2);
    for (size_t i = 0; i < d.cable[0].attributes.n; i++) {
        cv_assert_span("name", d.cable[0].attributes.v[i].name, want[2 * i]);
        cv_assert_span("value", d.cable[0].attributes.v[i].value, want[2 * i + 1]);
    }
    cv_assert_span("header", d.cable[0].header, HEAD);
    ck_assert(cv_span_starts(d.cable[0].body, "UNCLAS MAPUTO"));
    ck_assert_uint_eq(d.cable[0].refs.n, 0); /* a site's list is no REF line */
    free_documents(&d);
}
END_TEST

/* Without a date-time group the column gives day, hour and minute: unlike a page's, its minutes are true. */
START_TEST(date_of_the_column) {
    static const char text[] =
        "\"1\",\"12/28/2007 9:22\",\"07MAPUTO91\",\"Embassy Maputo\",\"UNCLASSIFIED\",\"\",\"\",\"" BODY("A") "\"\n";
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    cv_assert_span("date", d.cable[0].date, "2007-12-28T09:22:00Z");
    cv_assert_span("id", d.cable[0].id, "07MAPUTO91");
    cv_assert_span("dtg", d.cable[0].dtg, NULL);
    free_documents(&d);
}
END_TEST

START_TEST(nul_and_cr_in_a_value) {
    static const char text[] =
        "\"1\",\"1/13/2003 8:00\",\"03MAPUTO91\",\"Embassy Maputo\",\"UNCLASSIFIED\",\"\",\"" HEAD
        "\",\"UNCLAS MAPUTO 000091\r\rE.O. 12958: N/A\rTAGS: EFIS, MZ\rSUBJECT: A\r\r1. A \0 byte.\"\n";
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    ck_assert_uint_eq(d.n, 1);
    cv_assert_span("subject", d.cable[0].subject, "A");
    ck_assert(has_problem(&d.cable[0], CV_P_ENCODING));
    free_documents(&d);
}
END_TEST

/* Rows whose quote never closes must not make each other's search longer and longer. */
START_TEST(many_open_quotes) {
    struct documents made = {0};
    struct cv_buf b;
    struct cv_reader r;
    struct cv_document doc;
    size_t n = 0;
    cv_arena_init(&made.arena, &cv_allocator_malloc, 0);
    b = (struct cv_buf){.arena = &made.arena};
    cv_buf_addz(&b, "reference_id,body\n");
    for (int i = 0; i < 100000; i++) cv_buf_addz(&b, "x,\"y\\\n");
    r = cv_reader_memory(b.p, b.n);
    while (cv_document_next(&r, &doc, &made.arena) == CV_OK) n++;
    ck_assert_uint_gt(n, 10);
    cv_reader_close(&r);
    free_documents(&made);
}
END_TEST

int main(void) {
    Suite *s = suite_create("csv");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, row, 0, CV_ARRAY_LEN(rows));
    tcase_add_test(t, attributes_by_column);
    tcase_add_test(t, date_of_the_column);
    tcase_add_test(t, nul_and_cr_in_a_value);
    tcase_add_test(t, many_open_quotes);
    return cv_check_run(s);
}
