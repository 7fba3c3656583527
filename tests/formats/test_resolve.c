/* test_resolve.c - identity, date and classification where telegram, container and file name say different things, and
 * fields that a container fills in. All texts are invented. (resolve.c and fill.c, reached through the formats.) */
#include "documents.h"
#include "../../ext/parser/resolve.h"

#define TEXT "\nE.O. 12958: N/A\nTAGS: EFIS, MZ\nSUBJECT: QUOTA\n\n1. The quota rose.\nSOUSA\n"
#define TOP(de, dtg, fm)                                                                                               \
    "ZCZCA1\nRR RUEHC\nDE RUEHMP " de "\nZNR UUUUU ZZH\n" dtg "\nFM " fm "\nTO RUEHC/SECSTATE WASHDC 3301\n"

static const struct row {
    const char *name, *text, *id, *station, *date, *problems;
    int year, serial;
} rows[] = {
    {"all agree", TOP("#0091 0130800", "R 130800Z JAN 03", "AMEMBASSY MAPUTO") "UNCLAS MAPUTO 000091\n" TEXT,
     "03MAPUTO91", "MAPUTO", "2003-01-13T08:00:00Z", NULL, 2003, 91},
    {"no classification line", TOP("#0091 0130800", "R 130800Z JAN 03", "AMEMBASSY MAPUTO") TEXT, "03MAPUTO91",
     "MAPUTO", "2003-01-13T08:00:00Z", NULL, 2003, 91},
    {"DE line has another number",
     TOP("#0092 0130800", "R 130800Z JAN 03", "AMEMBASSY MAPUTO") "UNCLAS MAPUTO 000091\n" TEXT, "03MAPUTO91", "MAPUTO",
     "2003-01-13T08:00:00Z", "id-differs", 2003, 91},
    {"DE line has the last four digits",
     TOP("#3812 0130800", "R 130800Z JAN 03", "SECSTATE WASHDC") "UNCLAS STATE 063812\n" TEXT, "03STATE63812", "STATE",
     "2003-01-13T08:00:00Z", NULL, 2003, 63812},
    {"DE line two days off", TOP("#0091 0110800", "R 130800Z JAN 03", "AMEMBASSY MAPUTO") "UNCLAS MAPUTO 000091\n" TEXT,
     "03MAPUTO91", "MAPUTO", "2003-01-13T08:00:00Z", NULL, 2003, 91},
    {"DE line three days off",
     TOP("#0091 0100800", "R 130800Z JAN 03", "AMEMBASSY MAPUTO") "UNCLAS MAPUTO 000091\n" TEXT, "03MAPUTO91", "MAPUTO",
     "2003-01-13T08:00:00Z", "date-differs", 2003, 91},
    {"new year between", TOP("#0091 0010100", "R 312300Z DEC 02", "AMEMBASSY MAPUTO") "UNCLAS MAPUTO 000091\n" TEXT,
     "02MAPUTO91", "MAPUTO", "2002-12-31T23:00:00Z", NULL, 2002, 91},
    {"century", "R 130800Z JAN 66\nFM AMEMBASSY MAPUTO\nTO SECSTATE WASHDC\nUNCLAS MAPUTO 91\n" TEXT, "66MAPUTO91",
     "MAPUTO", "1966-01-13T08:00:00Z", /* TAGS are of 1973 and later */ "tag-unknown tag-unknown", 1966, 91},
    {"date-time group with a digit too many",
     TOP("#0091 0130800", "R 1300800Z JAN 03", "AMEMBASSY MAPUTO") "UNCLAS MAPUTO 000091\n" TEXT, "03MAPUTO91",
     "MAPUTO", NULL, "bad-date", 2003, 91},
    {"no year", "UNCLAS MAPUTO 000091\n" TEXT, NULL, "MAPUTO", NULL, "no-date", 0, 91},
    {"station of the FM line", TOP("#0091 0130800", "R 130800Z JAN 03", "USMISSION USUN NEW YORK") "UNCLAS\n" TEXT,
     "03USUNNEWYORK91", "USUNNEWYORK", "2003-01-13T08:00:00Z", NULL, 2003, 91},
    {"station misspelt", TOP("#0091 0130800", "R 130800Z JAN 03", "AMEMBASSY MAPUTO") "UNCLAS MAPTUO 000091\n" TEXT,
     "03MAPUTO91", "MAPUTO", "2003-01-13T08:00:00Z", NULL, 2003, 91},
    {"station unknown", "R 130800Z JAN 03\nFM AMEMBASSY QUAHOG\nTO SECSTATE WASHDC\nUNCLAS QUAHOG 000091\n" TEXT,
     "03QUAHOG91", "QUAHOG", "2003-01-13T08:00:00Z", "station-unknown", 2003, 91},
    {"line 4 says otherwise",
     "ZCZCA1\nDE RUEHMP #0091 0130800\nZNY SSSSS ZZH\nR 130800Z JAN 03\nFM AMEMBASSY MAPUTO\nTO SECSTATE "
     "WASHDC\nUNCLAS MAPUTO 000091\n" TEXT,
     "03MAPUTO91", "MAPUTO", "2003-01-13T08:00:00Z", "classification-differs", 2003, 91},
    {"nothing to find",
     TOP("#0091 0130800", "R 130800Z JAN 03", "AMEMBASSY MAPUTO") "UNCLAS MAPUTO 000091\n\n1. The quota rose.\n",
     "03MAPUTO91", "MAPUTO", "2003-01-13T08:00:00Z", "no-subject no-tags", 2003, 91},
};

START_TEST(row) {
    const struct row *r = &rows[_i];
    struct documents d;
    read_documents(&d, cv_span_of(r->text, strlen(r->text)), "99LUSAKA12.txt"); /* the name of a text decides nothing */
    ck_assert_msg(d.n == 1, "%s: %zu documents", r->name, d.n);
    cv_assert_span(r->name, d.cable[0].id, r->id);
    cv_assert_span(r->name, d.cable[0].station, r->station);
    cv_assert_span(r->name, d.cable[0].date, r->date);
    cv_assert_span(r->name, problem_codes(&d, 0), r->problems);
    ck_assert_msg(d.cable[0].year == r->year && d.cable[0].serial == r->serial, "%s: %d %d", r->name, d.cable[0].year,
                  d.cable[0].serial);
    free_documents(&d);
}
END_TEST

/* ---- dates as containers print them ---- */

static const struct date {
    enum cv_container_kind kind;
    const char *text, *day;
    int minute;
} dates[] = {
    {CV_CONTAINER_HTML, "2007-12-28 13:22", "2007-12-28", 802},
    {CV_CONTAINER_CSV, "12/28/2007 9:05", "2007-12-28", 545},
    {CV_CONTAINER_CSV, "1/3/2007", "2007-01-03", -1},
    {CV_CONTAINER_NARA, "12 MAR 1975", "1975-03-12", -1},
    {CV_CONTAINER_NARA, "01 jan 1994", "1994-01-01", -1},
    {CV_CONTAINER_NARA, "01-Jan-1994 12:00:00 am", "1994-01-01", 720},
    {CV_CONTAINER_NARA, "31/12/2019", "2019-12-31", -1},
    {CV_CONTAINER_SMART, "May 31, 2012", "2012-05-31", -1},
    {CV_CONTAINER_NARA, "31 FEB 1975", NULL, 0},
    {CV_CONTAINER_NARA, "n/a", NULL, 0},
    {CV_CONTAINER_HTML, "", NULL, 0},
    {CV_CONTAINER_CSV, "13/13/2007", NULL, 0},
};

START_TEST(container_date) {
    const struct date *r = &dates[_i];
    struct cv_arena a;
    int days = 0, minute = 0, y = 0, m = 0, day = 0;
    bool ok = cv_container_date(r->kind, cv_span_of(r->text, strlen(r->text)), &days, &minute);
    ck_assert_msg(ok == (r->day != NULL), "%s", r->text);
    if (!ok) return;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    cv_date_of_days(days, &y, &m, &day);
    cv_assert_span(r->text, cv_date_iso(&a, y, m, day), r->day);
    ck_assert_int_eq(minute, r->minute);
    cv_arena_free(&a);
}
END_TEST

/* ---- the indexers' values, where the telegram is not on line ---- */

#define INDEXED(lines)                                                                                                 \
    "Message Attributes\n\nAutomatic Decaptioning: X\nCapture Date: 01 JAN 1994\nCopy: SINGLE\nDraft Date: 12 MAR "    \
    "1974\n"                                                                                                           \
    "Document Number: 1974LIMA00412\nLocator: TEXT ON MICROFILM\n" lines

static const struct filled {
    const char *name, *text, *eo, *note, *on, *by, *to, *refs;
} filled[] = {
    {"GS", INDEXED("Executive Order: GS\n"), "11652", "GDS", NULL, NULL, NULL, NULL},
    {"X2", INDEXED("Executive Order: X2\n"), "11652", "XGDS-2", NULL, NULL, NULL, NULL},
    {"with date and name", INDEXED("Executive Order: GS 19850208 JOHNSON, RALPH R\n"), "12065", "GDS", "1985-02-08",
     "JOHNSON, RALPH R", NULL, NULL},
    {"with a date, before E.O. 12065", INDEXED("Executive Order: GS 19801231\n"), "11652", "GDS", "1980-12-31", NULL,
     NULL, NULL},
    {"number and code", INDEXED("Executive Order: 11652 GDS\n"), "11652", "GDS", NULL, NULL, NULL, NULL},
    {"not certain", INDEXED("Executive Order: RR\n"), NULL, NULL, NULL, NULL, NULL, NULL},
    {"N/A", INDEXED("Executive Order: N/A\n"), NULL, NULL, NULL, NULL, NULL, NULL},
    {"To, divided by the list", INDEXED("To: LIMA STATE BUENOS AIRES\n"), NULL, NULL, NULL, NULL,
     "LIMA|STATE|BUENOS AIRES", NULL},
    {"Reference, cut", INDEXED("Reference: STATE 216511, LETTER ABNAM OF AUGUST, 31\n"), NULL, NULL, NULL, NULL, NULL,
     "STATE 216511|LETTER ABNAM OF AUGUST31"},
};

START_TEST(indexed) {
    const struct filled *r = &filled[_i];
    struct documents d;
    struct cv_buf to, refs;
    read_documents(&d, cv_span_of(r->text, strlen(r->text)), NULL);
    ck_assert_msg(d.n == 1 && d.parsed[0] == CV_OK, "%s: %zu documents", r->name, d.n);
    cv_assert_span(r->name, d.cable[0].executive_order, r->eo);
    cv_assert_span(r->name, d.cable[0].declassify_note, r->note);
    cv_assert_span(r->name, d.cable[0].declassify_on, r->on);
    cv_assert_span(r->name, d.cable[0].classified_by, r->by);
    to = refs = (struct cv_buf){.arena = &d.arena};
    for (size_t i = 0; i < d.cable[0].addressees.n; i++) {
        if (i) cv_buf_addc(&to, '|');
        cv_buf_add(&to, d.cable[0].addressees.v[i].name);
    }
    for (size_t i = 0; i < d.cable[0].refs.n; i++) {
        if (i) cv_buf_addc(&refs, '|');
        cv_buf_add(&refs, d.cable[0].refs.v[i].text);
    }
    cv_assert_span(r->name, cv_buf_span(&to), r->to);
    cv_assert_span(r->name, cv_buf_span(&refs), r->refs);
    free_documents(&d);
}
END_TEST

int main(void) {
    Suite *s = suite_create("resolve");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, container_date, 0, CV_ARRAY_LEN(dates));
    tcase_add_loop_test(t, indexed, 0, CV_ARRAY_LEN(filled));
    return cv_check_run(s);
}
