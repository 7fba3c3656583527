/* test_labels.c - labels at a line's start and inside a line (sheet 6 to 10, 16; NARA sheet 2, 3). */
#include "../cv_check.h"
#include "head_parse.h"

static const struct row {
    const char *line;
    enum cv_label label;
    const char *value; /* what stands behind it; NULL for CV_LABEL_NONE */
} rows[] = {
    {"E.O. 12958: DECL: 12/28/2017", CV_LABEL_EO, "12958: DECL: 12/28/2017"},
    {"EO 12958 N/A", CV_LABEL_EO, "12958 N/A"},
    {"E.O.12958: N/A", CV_LABEL_EO, "12958: N/A"},
    {"E. O. 12958: N/A", CV_LABEL_EO, "12958: N/A"},
    {"E.0. 12958: N/A", CV_LABEL_EO, "12958: N/A"},
    {"E.OM 11652: GDS", CV_LABEL_EO, "11652: GDS"},
    {"E. O 11652: GDS", CV_LABEL_EO, "11652: GDS"},
    {"E.O.:           13526", CV_LABEL_EO, "13526"},
    {"E.O: 13526", CV_LABEL_EO, "13526"},
    {"e.o. 12356: decl:oadr", CV_LABEL_EO, "12356: decl:oadr"},
    {".O. 12958: DECL: 01/01/2010", CV_LABEL_EO, "12958: DECL: 01/01/2010"},
    {"12958: N/A", CV_LABEL_EO, "12958: N/A"},
    {"E.O. 1 1652: GDS", CV_LABEL_EO, "1 1652: GDS"},
    {"T AGS: PFOR", CV_LABEL_TAGS, "PFOR"},
    {"SUB J: A", CV_LABEL_SUBJECT, "A"},
    {"SUBJECT : A", CV_LABEL_SUBJECT, "A"},
    {"REF : STATE 1", CV_LABEL_REF, "STATE 1"},
    {"12958 SHARES WERE SOLD", CV_LABEL_NONE, NULL},
    {"EOS LAUNCHED 12345", CV_LABEL_NONE, NULL},
    {"TAGS: PHUM, PGOV", CV_LABEL_TAGS, "PHUM, PGOV"},
    {"TAGS PREL, EWWT, PBTS", CV_LABEL_TAGS, "PREL, EWWT, PBTS"},
    {"TAG: PREL", CV_LABEL_TAGS, "PREL"},
    {"TAGES: PREL", CV_LABEL_TAGS, "PREL"},
    {"TABS: PREL", CV_LABEL_TAGS, "PREL"},
    {"TAS: PREL", CV_LABEL_TAGS, "PREL"},
    {"TGS: PREL", CV_LABEL_TAGS, "PREL"},
    {"AGS: PREL", CV_LABEL_TAGS, "PREL"},
    {"TAGS; PREL", CV_LABEL_TAGS, "PREL"},
    {"TAGS, PREL", CV_LABEL_TAGS, "PREL"},
    {"TAGS/ PREL", CV_LABEL_TAGS, "PREL"},
    {"TAGS- PREL", CV_LABEL_TAGS, "PREL"},
    {"TAGS. PREL", CV_LABEL_TAGS, "PREL"},
    {"TAGSC: PREL", CV_LABEL_TAGS, "PREL"},
    {"Tags: mtcre, prel", CV_LABEL_TAGS, "mtcre, prel"},
    {"Tags epet, [enrg](#)", CV_LABEL_TAGS, "epet, [enrg](#)"},
    {"Tags [epet](#), enrg", CV_LABEL_TAGS, "[epet](#), enrg"},
    {"Tags in the shop", CV_LABEL_NONE, NULL},
    {"TAGS ON THE CRATES WERE RED", CV_LABEL_NONE, NULL},
    {"tags were found", CV_LABEL_NONE, NULL},
    {"SUBJECT: A", CV_LABEL_SUBJECT, "A"},
    {"SUBJ: A", CV_LABEL_SUBJECT, "A"},
    {"     Subject:   A", CV_LABEL_SUBJECT, "A"},
    {"SUBJECT A MEETING", CV_LABEL_SUBJECT, "A MEETING"},
    {"Subject matters were many", CV_LABEL_NONE, NULL},
    {"subject. More than one side has an interest", CV_LABEL_NONE, NULL},
    {"Subject-matter experts came", CV_LABEL_NONE, NULL},
    {"SUBJECT-MATTER EXPERTS CAME", CV_LABEL_NONE, NULL},
    {"SUBJ- A MEETING", CV_LABEL_SUBJECT, "A MEETING"},
    {"SUBJECT. A MEETING", CV_LABEL_SUBJECT, "A MEETING"},
    {"ref. the last meeting", CV_LABEL_NONE, NULL},
    {"Tags, prel, pgov", CV_LABEL_TAGS, "prel, pgov"},
    {"SUBJEXT: A", CV_LABEL_SUBJECT, "A"},
    {"SUBEJCT: A", CV_LABEL_SUBJECT, "A"},
    {"SUBJECT>: A", CV_LABEL_SUBJECT, "A"},
    {".SUBJECT: A", CV_LABEL_SUBJECT, "A"},
    {"OBJECT: A", CV_LABEL_NONE, NULL},
    {"TTAGS: PREL, HR", CV_LABEL_TAGS, "PREL, HR"},
    {"YAGS: PREL, HR", CV_LABEL_TAGS, "PREL, HR"},
    {"BAGS: TWO WERE LOST", CV_LABEL_NONE, NULL},
    {"REFF: STATE 1", CV_LABEL_REF, "STATE 1"},
    {"REFRENCE: STATE 1", CV_LABEL_REF, "STATE 1"},
    {"REP: HE CAME", CV_LABEL_NONE, NULL},
    {"REFERENCE STATE 123", CV_LABEL_REF, "STATE 123"},
    {"Clssified By: DCM John Doe", CV_LABEL_CLASSIFIED_BY, "DCM John Doe"},
    {"Declassified by: NARA", CV_LABEL_NONE, NULL},
    {"Classified by - DCM John Doe", CV_LABEL_CLASSIFIED_BY, "DCM John Doe"},
    {"E.P. 12958: N/A", CV_LABEL_EO, "12958: N/A"},
    {"(U) E.O. 12958: N/A", CV_LABEL_EO, "12958: N/A"},
    {"SUBECT: A", CV_LABEL_SUBJECT, "A"},
    {"REF: A. 06 TBILISI 2601", CV_LABEL_REF, "A. 06 TBILISI 2601"},
    {"REFS: (A) STATE 1", CV_LABEL_REF, "(A) STATE 1"},
    {"REF(S): STATE 1", CV_LABEL_REF, "STATE 1"},
    {"REFTEL: STATE 1", CV_LABEL_REF, "STATE 1"},
    {"RETEL STATE 1234", CV_LABEL_REF, "STATE 1234"},
    {"REFERENCE: STATE 158384", CV_LABEL_REF, "STATE 158384"},
    {"RETELS: STATE 1", CV_LABEL_REF, "STATE 1"},
    {"Ref: Ref A) X", CV_LABEL_REF, "Ref A) X"},
    {"REF A) STATE 12", CV_LABEL_REF, "A) STATE 12"},
    {"REF STATE 1234", CV_LABEL_REF, "STATE 1234"},
    {"Ref Nixon visit", CV_LABEL_NONE, NULL},
    {"REFERENCES WERE MADE TO IT", CV_LABEL_NONE, NULL},
    {"Classified By: Charge X", CV_LABEL_CLASSIFIED_BY, "Charge X"},
    {"CLASSIFIED BY AMB. DOE", CV_LABEL_CLASSIFIED_BY, "AMB. DOE"},
    {"(U) Classified by DCM John Doe", CV_LABEL_CLASSIFIED_BY, "DCM John Doe"},
    {"Classified by type, goods are", CV_LABEL_NONE, NULL},
    {"Derived from: DSCG 05-1", CV_LABEL_DERIVED_FROM, "DSCG 05-1"},
    {"Reason: 1.4 (b)", CV_LABEL_REASON, "1.4 (b)"},
    {"Reason was given", CV_LABEL_NONE, NULL},
    {"DECL: 2022/05/31", CV_LABEL_DECLASSIFY, "2022/05/31"},
    {"Declassify on: X1", CV_LABEL_DECLASSIFY, "X1"},
    {"\xC2\xB6"
     "B. MADRID 707",
     CV_LABEL_NONE, NULL},
    {"1. (C) SUBJECT: none", CV_LABEL_NONE, NULL},
    {"", CV_LABEL_NONE, NULL},
    {"E.O. I2958: DECL: 12/28/2017", CV_LABEL_EO, "I2958: DECL: 12/28/2017"},
    {"E.O. l1652 GDS", CV_LABEL_EO, "l1652 GDS"},
    {"CLASSIFIED B Y: DCM JOHN DOE", CV_LABEL_CLASSIFIED_BY, "DCM JOHN DOE"},
    {"CLASSIFIED\nBY: DCM JOHN DOE", CV_LABEL_CLASSIFIED_BY, "DCM JOHN DOE"},
    {"RE: A) MINSK 1030 B) STATE 12345", CV_LABEL_REF, "A) MINSK 1030 B) STATE 12345"},
    {"RE: 06 MINSK 1030", CV_LABEL_REF, "06 MINSK 1030"},
    {"RE: YOUR PROPOSAL", CV_LABEL_NONE, NULL},
    {"RE: MINSK AND 10 OTHERS", CV_LABEL_NONE, NULL},
    {"TAG PREL PGOV BO", CV_LABEL_TAGS, "PREL PGOV BO"},
    {"TAG TEAM PGOV", CV_LABEL_NONE, NULL},
    {"(C) SUBJECT: A", CV_LABEL_SUBJECT, "A"},
    {"(C) SUBJECT MATTER EXPERTS", CV_LABEL_NONE, NULL},
    {"E.O. 129R58: DECL: 12/28/2017", CV_LABEL_EO, "129R58: DECL: 12/28/2017"},
    {"E.O. 1A234 WAS SIGNED", CV_LABEL_NONE, NULL},
    {"Q.O. 12065: XDS-4", CV_LABEL_EO, "12065: XDS-4"},
    {"TAGST PREL, PHUM", CV_LABEL_TAGS, "PREL, PHUM"},
    {"TAGSX WERE LOST", CV_LABEL_NONE, NULL},
    {"TAG:S PREL, PHUM", CV_LABEL_TAGS, "PREL, PHUM"},
    {"T7GS: PREL, PHUM", CV_LABEL_TAGS, "PREL, PHUM"},
    {"SUBJEC:T A", CV_LABEL_SUBJECT, "A"},
    {"SUBJ ECT: A", CV_LABEL_SUBJECT, "A"},
    {"RF: A. MINSK 1030", CV_LABEL_REF, "A. MINSK 1030"},
    {"RE#: MINSK 1030", CV_LABEL_REF, "MINSK 1030"},
    {"RESF: 95 MINSK 1030", CV_LABEL_REF, "95 MINSK 1030"},
    {"REV: A SHORT ONE", CV_LABEL_NONE, NULL},
    {"CL ASSIFIED BY POLCOUNS JOHN ROE, REASON: 1.5(B)", CV_LABEL_CLASSIFIED_BY, "POLCOUNS JOHN ROE, REASON: 1.5(B)"},
    {"CLASSIFIED RBY AMBASSADOR ANN ROE", CV_LABEL_CLASSIFIED_BY, "AMBASSADOR ANN ROE"},
    {"CLASSIFI#D BY DCM ANN ROE FOR REASONS", CV_LABEL_CLASSIFIED_BY, "DCM ANN ROE FOR REASONS"},
    {"CLASSIFIED B:Y ANN ROE", CV_LABEL_CLASSIFIED_BY, "ANN ROE"},
    {"DECLASSIFIED BY AMBASSADOR ROE", CV_LABEL_NONE, NULL},
    {"CLASSIFIEDS BE READ", CV_LABEL_NONE, NULL},
};

START_TEST(at_start) {
    const struct row *r = &rows[_i];
    struct cv_span line = cv_span_of(r->line, strlen(r->line));
    size_t at = 0;
    enum cv_label label = cv_label_match(line, &at);
    ck_assert_msg(label == r->label, "%s: label %d, want %d", r->line, (int)label, (int)r->label);
    if (r->value) cv_assert_span(r->line, cv_span_from(line, at), r->value);
}
END_TEST

static const struct mid {
    const char *line;
    enum cv_label label;
    const char *before, *value;
} mids[] = {
    {"E.O. 12958: N/A TAGS: ASEC SNAR BR", CV_LABEL_TAGS, "E.O. 12958: N/A ", "ASEC SNAR BR"},
    {"BRAZIL UPDATE - OCTOBER, 2008 REF: BRASILIA 1159", CV_LABEL_REF, "BRAZIL UPDATE - OCTOBER, 2008 ",
     "BRASILIA 1159"},
    {"DEPT FOR WHA/BSC E.O. 12958: DECL: 1/1/2010", CV_LABEL_EO, "DEPT FOR WHA/BSC ", "12958: DECL: 1/1/2010"},
    {"ON UK PRIMEREF: A. LONDON 1939", CV_LABEL_REF, "ON UK PRIME", "A. LONDON 1939"},
    {"PREL SUBJECT: A", CV_LABEL_SUBJECT, "PREL ", "A"},
    {"A MEETINGClassified By: DCM X", CV_LABEL_CLASSIFIED_BY, "A MEETING", "DCM X"},
    {"Ref Nixon visit", CV_LABEL_NONE, NULL, NULL},
    {"IN BRIEF: A", CV_LABEL_NONE, NULL, NULL},
    {"DECLASSIFIED BY: A", CV_LABEL_NONE, NULL, NULL},
    {"MINSK 2045 (U) Classified by DCM X for reasons 1.5 (b)", CV_LABEL_CLASSIFIED_BY, "MINSK 2045 ",
     "DCM X for reasons 1.5 (b)"},
    {"A LIST Classified by NARA of old", CV_LABEL_NONE, NULL, NULL},
};

START_TEST(in_line) {
    const struct mid *r = &mids[_i];
    struct cv_span line = cv_span_of(r->line, strlen(r->line));
    enum cv_label label = CV_LABEL_NONE;
    size_t value_at = 0, at = cv_label_find(line, 1, &label, &value_at);
    if (r->label == CV_LABEL_NONE) {
        ck_assert_msg(at == SIZE_MAX, "%s: label %d found", r->line, (int)label);
        return;
    }
    ck_assert_msg(at != SIZE_MAX && label == r->label, "%s: label %d, want %d", r->line, (int)label, (int)r->label);
    cv_assert_span(r->line, cv_span_first(line, at), r->before);
    cv_assert_span(r->line, cv_span_from(line, value_at), r->value);
}
END_TEST

int main(void) {
    Suite *s = suite_create("labels");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, at_start, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, in_line, 0, (int)CV_ARRAY_LEN(mids));
    return cv_check_run(s);
}
