/* test_subject.c - SUBJECT values: lines joined, portion mark, publishers' marks (sheet 8). */
#include "../cv_check.h"
#include "head_parse.h"

static const struct row {
    const char *value, *subject, *portion;
} rows[] = {
    {"IOM BULLISH ON TIP COOPERATION", "IOM BULLISH ON TIP COOPERATION", NULL},
    {"GOVERNMENT SPENDS  MORE", "GOVERNMENT SPENDS MORE", NULL},
    {"LINES JOINED\nBY ONE BLANK", "LINES JOINED BY ONE BLANK", NULL},
    {"LINES JOINED\n-         OVER A FILLER", "LINES JOINED OVER A FILLER", NULL},
    {"PLANS\n-- AND WHAT FOLLOWS", "PLANS -- AND WHAT FOLLOWS", NULL},
    {"SUBJECT: PRINTED TWICE", "PRINTED TWICE", NULL},
    {"SUBJECT AND OBJECT", "SUBJECT AND OBJECT", NULL},
    {"THE US-\nEU SUMMIT", "THE US-EU SUMMIT", NULL},
    {"TRADE - \nAN UPDATE", "TRADE - AN UPDATE", NULL},
    {"TOSEC/\nSECTO CABLES", "TOSEC/SECTO CABLES", NULL},
    {"(C) PIPELINE MEETS", "PIPELINE MEETS", "C"},
    {"(C/NF) PIPELINE MEETS", "PIPELINE MEETS", "C/NF"},
    {"PIPELINE MEETS (U)", "PIPELINE MEETS", "U"},
    {"(Iceland) PIPELINE", "(Iceland) PIPELINE", NULL},
    {"THE REPORT (TIP)", "THE REPORT (TIP)", NULL},
    {"Upper and lower stay", "Upper and lower stay", NULL},
    {"AT&amp;T \\'WINS\\'", "AT&T 'WINS'", NULL},
    {"NOTES 11-09-2009 -----------", "NOTES 11-09-2009", NULL},
    {"NOTES -- 2 -- ", "NOTES -- 2 --", NULL},
    {"AS ABOVE", "AS ABOVE", NULL},
    {"", NULL, NULL},
};

START_TEST(row) {
    const struct row *r = &rows[_i];
    struct parse_fixture f;
    fixture_open(&f, 2007);
    cv_subject_set(&f.p, cv_span_of(r->value, strlen(r->value)), 1);
    cv_assert_span(r->value, f.cable.subject, r->subject);
    cv_assert_span(r->value, f.cable.subject_portion, r->portion);
    fixture_close(&f);
}
END_TEST

int main(void) {
    Suite *s = suite_create("subject");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    return cv_check_run(s);
}
