/* test_eo.c - E.O. values: number, date, note, who classified (sheet 6, 16; NARA sheet 2). */
#include "../cv_check.h"
#include "head_parse.h"

static const struct row {
    const char *value, *eo, *on, *note, *by, *problems;
} rows[] = {
    {"12958: DECL: 12/28/2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: N/A", "12958", NULL, NULL, NULL, ""},
    {"12958: N/A DECL: 01/01/2010", "12958", "2010-01-01", NULL, NULL, ""},
    {"12958: DECL: 12/28/2017 AND 1.6X1", "12958", "2017-12-28", "1.6X1", NULL, ""},
    {"12958:N/A", "12958", NULL, NULL, NULL, ""},
    {"12958 N/A", "12958", NULL, NULL, NULL, ""},
    {"12958:  n/a", "12958", NULL, NULL, NULL, ""},
    {"19523: N/A", "19523", NULL, NULL, NULL, "bad-eo"},
    {"12598: DECL: 1/2/2010", "12598", "2010-01-02", NULL, NULL, "bad-eo"},
    {"DECL: 1/2/2010", NULL, "2010-01-02", NULL, NULL, "bad-eo"},
    {"12958: DECL 12/28/17", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: DECL: 12/28/2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 2017/12/28", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 28 DEC 2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: DECEMBER 28, 2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 12/28/2O17", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: O1/28/2017", "12958", "2017-01-28", NULL, NULL, ""},
    {"12958: DECL: 12-28-2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 12/ 28/2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 28/12/2017", "12958", "2017-12-28", NULL, NULL, "bad-declassify"},
    {"12958: DECL: 02/30/2017", "12958", NULL, "02/30/2017", NULL, "bad-declassify"},
    {"12958: DECL: 20171228", "12958", "2017-12-28", NULL, NULL, ""},
    {"12356: DECL: 3/1/98", "12356", "1998-03-01", NULL, NULL, ""},
    {"12356: DECL:OADR", "12356", NULL, "OADR", NULL, ""},
    {"12356: DECL: OADR", "12356", NULL, "OADR", NULL, ""},
    {"12958: DECL: X6", "12958", NULL, "X6", NULL, ""},
    {"12958: DECL: x1", "12958", NULL, "X1", NULL, ""},
    {"12958: 1.6X1", "12958", NULL, "1.6X1", NULL, ""},
    {"12958: DECL: 1.6 X1", "12958", NULL, "1.6 X1", NULL, ""},
    {"13526: DECL: 25X1", "13526", NULL, "25X1", NULL, ""},
    {"13526: DECL: 50X1-HUM", "13526", NULL, "50X1-HUM", NULL, ""},
    {"12958: DECL: MR", "12958", NULL, "MR", NULL, ""},
    {"11652: GDS", "11652", NULL, "GDS", NULL, ""},
    {"11652: XGDS-2", "11652", NULL, "XGDS-2", NULL, ""},
    {"11652: XGDS 2", "11652", NULL, "XGDS-2", NULL, ""},
    {"11652: X-GDS-2", "11652", NULL, "XGDS-2", NULL, ""},
    {"11652: G DS", "11652", NULL, "GDS", NULL, ""},
    {"11652: XGDS (2)", "11652", NULL, "XGDS-2", NULL, ""},
    {"11652: ADS", "11652", NULL, "ADS", NULL, ""},
    {"11652: ADS DECLAS AFTER GRANT APPROVAL", "11652", NULL, "ADS DECLAS AFTER GRANT APPROVAL", NULL, ""},
    {"11652: NA", "11652", NULL, NULL, NULL, ""},
    {"11652: N:A", "11652", NULL, NULL, NULL, ""},
    {"11652: /A", "11652", NULL, NULL, NULL, ""},
    {"1652: GDS", "1652", NULL, "GDS", NULL, "bad-eo"},
    {"12065: GDS 12/31/83", "12065", "1983-12-31", "GDS", NULL, ""},
    {"12065: GDS 8/12/85", "12065", "1985-08-12", "GDS", NULL, ""},
    {"12065: RDS-1 9/18/98 (ROE, RICHARD L.) OR-P", "12065", "1998-09-18", "RDS-1", "ROE, RICHARD L.", ""},
    {"12065: GDS 3/16/85 (ROE, ROBERT E.) OR-P", "12065", "1985-03-16", "GDS", "ROE, ROBERT E.", ""},
    {"12065: XDS-1 10/6/99 (ROE, PAUL H.) OR-M", "12065", "1999-10-06", "XDS-1", "ROE, PAUL H.", ""},
    {"12065: XGDS-1 (ROE, PAUL H.) OR-M", "12065", NULL, "XGDS-1", "ROE, PAUL H.", ""},
    {"12065: (GDS 11/20/85 (ROE, PAUL H.) OR-M", "12065", "1985-11-20", "GDS", "ROE, PAUL H.", ""},
    {"12065   GDS, 12/26/85 (ROE, P.)", "12065", "1985-12-26", "GDS", "ROE, P.", ""},
    {"12065 N/A", "12065", NULL, NULL, NULL, ""},
    {"12958: DECL: AFTER KOREAN\nUNIFICATION", "12958", NULL, "AFTER KOREAN UNIFICATION", NULL, ""},
    {"12958: DECL: UPON RELEASE", "12958", NULL, "UPON RELEASE", NULL, ""},
    {"12958: DECLASSIFIED BY NARA 12/05/1999", "12958", NULL, "DECLASSIFIED BY NARA 12/05/1999", NULL, ""},
    {"12958: AS AMENDED; DECLASSIFIED JUNE 21, 2006", "12958", NULL, "AS AMENDED; DECLASSIFIED JUNE 21, 2006", NULL,
     ""},
    {"12958: DECL: 12/28/2017 25X1", "12958", "2017-12-28", "25X1", NULL, ""},
    {"13526", "13526", NULL, NULL, NULL, ""},
    {"13526 DECL: 06/05/2022", "13526", "2022-06-05", NULL, NULL, ""},
    {"12958: DECL: 12/28", "12958", NULL, "12/28", NULL, "bad-declassify"},
    {"1 2958: N/A", "12958", NULL, NULL, NULL, ""},
    {"12958: DECL: 1/2/2017.", "12958", "2017-01-02", NULL, NULL, ""},
    {"12958: DECL: 12/28\n/2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 12/28/20\n17", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 12/28/201\n7", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 12/28/17 99", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 12//28/2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 12/28/1017", "12958", NULL, "12/28/1017", NULL, "bad-declassify"},
    {"12958: DECL: 2/5/98", "12958", "1998-02-05", NULL, NULL, ""},
    {"12065: RDS-3 3/11/00 (ROE, ANN)", "12065", "2000-03-11", "RDS-3", "ROE, ANN", ""},
    {"12065: GDS 5/27/87 ROE, JOHN R. (OR-M)", "12065", "1987-05-27", "GDS", "ROE, JOHN R.", ""},
    {"11652: XGDS-1 (INDEFINITE)", "11652", NULL, "XGDS-1 (INDEFINITE)", NULL, ""},
    {"I2958: DECL: 12/28/2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: D E C L : 12/28/2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL: 12/28/2017 (10 YEARS)", "12958", "2017-12-28", "10 YEARS", NULL, ""},
    {"12958: DECL: 5 YEARS AFTER KOREAN UNIFICATION", "12958", NULL, "5 YEARS AFTER KOREAN UNIFICATION", NULL, ""},
    {"12958: N/A//", "12958", NULL, NULL, NULL, ""},
    {"12958: N/A SIPDIS", "12958", NULL, NULL, NULL, ""},
    {"129R58: DECL: 12/28/2017", NULL, "2017-12-28", NULL, NULL, "bad-eo"},
    {"1T958: N/A", NULL, NULL, NULL, NULL, "bad-eo"},
    {"Q12065: GDS 8/12/85 (ROE, ANN)", "12065", "1985-08-12", "GDS", "ROE, ANN", ""},
    {"12958R N/A", "12958", NULL, NULL, NULL, ""},
    {"12S65: GDS 8/12/85 (ROE, ANN)", NULL, "1985-08-12", "GDS", "ROE, ANN", "bad-eo"},
    {"1206: GDS 8/12/85 (ROE, ANN)", "1206", "1985-08-12", "GDS", "ROE, ANN", "bad-eo"},
    {"12958:7DECL: 12/28/2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DE CL: 12/28/2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: DECL:Q 12/28/2017", "12958", "2017-12-28", NULL, NULL, ""},
    {"12958: SN/A", "12958", NULL, NULL, NULL, ""},
    {"12958: /NA", "12958", NULL, NULL, NULL, ""},
    {"12958: MR", "12958", NULL, "MR", NULL, ""},
};

START_TEST(row) {
    const struct row *r = &rows[_i];
    struct parse_fixture f;
    char problems[128];
    fixture_open(&f, 0);
    cv_eo_parse(&f.p, cv_span_of(r->value, strlen(r->value)), 1);
    cv_assert_span(r->value, f.cable.executive_order, r->eo);
    cv_assert_span(r->value, f.cable.declassify_on, r->on);
    cv_assert_span(r->value, f.cable.declassify_note, r->note);
    cv_assert_span(r->value, f.cable.classified_by, r->by);
    fixture_problems(&f.cable, problems, sizeof problems);
    ck_assert_msg(strcmp(problems, r->problems) == 0, "%s: problems '%s', want '%s'", r->value, problems, r->problems);
    fixture_close(&f);
}
END_TEST

int main(void) {
    Suite *s = suite_create("eo");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    return cv_check_run(s);
}
