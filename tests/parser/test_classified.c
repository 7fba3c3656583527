/* test_classified.c - Classified By values: name, title, reasons (sheet 10). */
#include "../cv_check.h"
#include "head_parse.h"

static const struct row {
    const char *value, *name, *title, *reasons;
} rows[] = {
    {"Ambassador Jane Roe for reasons 1.4 (b) and (d).", "Jane Roe", "Ambassador", "1.4(b) 1.4(d)"},
    {"RICHARD ROE, DCM, STATE. REASON: 1.4 (B), (D)", "RICHARD ROE", "DCM", "1.4(b) 1.4(d)"},
    {"DCM John Doe; reasons 1.5 (b/d)", "John Doe", "DCM", "1.5(b) 1.5(d)"},
    {"A/S Jane Doe per 1.4(b,d)", "Jane Doe", "A/S", "1.4(b) 1.4(d)"},
    {"Charge d'Affaires, a.i., John Q. Doe, E.O. 12958, reasons 1.4 (b)", "John Q. Doe", "Charge d'Affaires, a.i.",
     "1.4(b)"},
    {"AMB. DOE", "DOE", "AMB.", ""},
    {"Derived from: DSCG 05-1", NULL, NULL, ""},
    {"Econ Counselor Ann T. Farrow, Reasons 1.4 (b/d).", "Ann T. Farrow", "Econ Counselor", "1.4(b) 1.4(d)"},
    {"Charge Peter Small for reason 1.4 (d).", "Peter Small", "Charge", "1.4(d)"},
    {"JOHN DOE, JR., AMBASSADOR, REASON 1.4 B D", "JOHN DOE, JR.", "AMBASSADOR", "1.4(b) 1.4(d)"},
    {"Counselor for Economic Affairs John Doe, reasons 1.4 (b), 1.4 (d)", "John Doe", "Counselor for Economic Affairs",
     "1.4(b) 1.4(d)"},
    {"DAS John Doe for reasons 1.4(b)", "John Doe", "DAS", "1.4(b)"},
    {"INR DAS John Doe; E.O. 12958 Reasons: 1.4 (b)", "John Doe", "INR DAS", "1.4(b)"},
    {"DCM Joao das Neves for reasons 1.4(b)", "Joao das Neves", "DCM", "1.4(b)"},
    {"CDA Jane Q. Public, Reason 1.4 (B)", "Jane Q. Public", "CDA", "1.4(b)"},
    {"Ambassador/John Doe, reason 1.4 (B)", "John Doe", "Ambassador", "1.4(b)"},
    {"DAS for Central Asia John Doe for reasons 1.4(B,D)", "John Doe", "DAS for Central Asia", "1.4(b) 1.4(d)"},
    {"John Doe, Deputy Chief of Mission, State, EXEC; REASON: 1.4 (B )(D)", "John Doe", "Deputy Chief of Mission",
     "1.4(b) 1.4(d)"},
    {"Deputy Chief of Mission and Charge d'Affaires a.i. Ann de la Cruz, reason 1.4 b and d", "Ann de la Cruz",
     "Deputy Chief of Mission and Charge d'Affaires a.i.", "1.4(b) 1.4(d)"},
    {"POLCOUNS JOHN MCDOE. REASON 1.5 b and d", "JOHN MCDOE", "POLCOUNS", "1.5(b) 1.5(d)"},
    {"P/E Chief Mary van der Berg for reasons 1.4 (b/d)", "Mary van der Berg", "P/E Chief", "1.4(b) 1.4(d)"},
    {"(U) AMBASSDOR JOHN O'DOE, FOR RESONS 1.4 (C)", "JOHN O'DOE", "AMBASSDOR", "1.4(c)"},
    {"Charge d,Affaires John Doe for reasons 1.4 (b)", "John Doe", "Charge d,Affaires", "1.4(b)"},
    {"Charge d\xE2\x80\x99"
     "Affaires John Doe. Reasons: 1.4 (b)",
     "John Doe",
     "Charge d\xE2\x80\x99"
     "Affaires",
     "1.4(b)"},
    {"P0LITICAL COUNSELOR JOHN DOE REASONS: 1.4 (B)", "JOHN DOE", "P0LITICAL COUNSELOR", "1.4(b)"},
    {"EUR/CE Director Jane Roe under 1.4 (b)", "Jane Roe", "EUR/CE Director", "1.4(b)"},
    {"Acting Political Section Chief Jane Roe based on 1.4 (d)", "Jane Roe", "Acting Political Section Chief",
     "1.4(d)"},
    {"DCM John Doe and PolCouns Jane Roe for reasons 1.4 (b)", "John Doe", "DCM", "1.4(b)"},
    {"John Doe, Political and Economic Counselor, reason 1.4 (b)", "John Doe", "Political and Economic Counselor",
     "1.4(b)"},
    {"Ambassador: John Doe; reasons 1.4 (b)", "John Doe", "Ambassador", "1.4(b)"},
    {"DCM - John Doe - reasons 1.4 (b)", "John Doe", "DCM", "1.4(b)"},
    {"Charge (acting) John Doe, 1,4 (b)", "John Doe", "Charge", "1.4(b)"},
    {"John Doe (CDA), for reasons 1.4 (b)", "John Doe", NULL, "1.4(b)"},
    {"Classified by: Ambassador John Doe for reasons 1.4 (b)", "John Doe", "Ambassador", "1.4(b)"},
    {"Ambassador to Saudi Arabia John West for 1.4 (d)", "John West", "Ambassador to Saudi Arabia", "1.4(d)"},
    {"Ambassador John Doe, Embassy Paris, reasons 1.4 (d)", "John Doe", "Ambassador", "1.4(d)"},
    {"Consul General Chad Peterson for reasons 1.4 (d)", "Chad Peterson", "Consul General", "1.4(d)"},
    {"THOMAS J. DOE, CHIEF, EXEC, STATE.\nREASON: 1.4 (b), (d)", "THOMAS J. DOE", "CHIEF", "1.4(b) 1.4(d)"},
    {"POLITICAL MINISTER COUNSELOR\nROBERT DOE. REASON: 1.4 (B)", "ROBERT DOE", "POLITICAL MINISTER COUNSELOR",
     "1.4(b)"},
    {"William Doe III, Ambassador, US Embassy; 1.4(b)", "William Doe III", "Ambassador", "1.4(b)"},
    {"M. Lee Doe, Political Section Chief, reason 1.4(b)", "M. Lee Doe", "Political Section Chief", "1.4(b)"},
    {"Acting Political and Economic Counselor Edward Smith for re\nason 1.4 (b)", "Edward Smith",
     "Acting Political and Economic Counselor", "1.4(b)"},
    {"Reasons 1.4 (b) and (d)", NULL, NULL, "1.4(b) 1.4(d)"},
    {"Ambassador John Doe for reasons 1.4 (b) and (d). A meeting took place.", "John Doe", "Ambassador",
     "1.4(b) 1.4(d)"},
    {"AMBASSADOR JOHN R. DOE, REASONS 1.4 (B) & (D)", "JOHN R. DOE", "AMBASSADOR", "1.4(b) 1.4(d)"},
    {"Economic Section Chief John Doe, for reasons 1.4 (b), (d), and (e).", "John Doe", "Economic Section Chief",
     "1.4(b) 1.4(d) 1.4(e)"},
    {"POL/ECON COUNSELOR JOHN DOE. REASONS 1.4(B)(D)", "JOHN DOE", "POL/ECON COUNSELOR", "1.4(b) 1.4(d)"},
    {"CDA John Doe, per 1.4 b,d", "John Doe", "CDA", "1.4(b) 1.4(d)"},
    {"Ambassador Jose L. St. Clair for Reasons 1.4 (b,d)", "Jose L. St. Clair", "Ambassador", "1.4(b) 1.4(d)"},
    {"Deputy Assistant Secretary for South and Central Asian Affairs Jane Roe for 1.4 (b)", "Jane Roe",
     "Deputy Assistant Secretary for South and Central Asian Affairs", "1.4(b)"},
    {"Iran Watcher Jane Roe -- 1.4 (b)", "Jane Roe", "Iran Watcher", "1.4(b)"},
    {"JANE ROE, DIRECTOR, IRAN REGIONAL PRESENCE OFFICE, DUBAI, DOS.\nREASON: 1.4 (d)", "JANE ROE", "DIRECTOR",
     "1.4(d)"},
    {"Cynthia R. Doe, Economic Chief, Economic, State; REASON: 1.4(B), (D)", "Cynthia R. Doe", "Economic Chief",
     "1.4(b) 1.4(d)"},
    {"Daniel Doe, A/PRINOFF, Consulate Curacao, DOS.\nREASON: 1.4 (b), (d)", "Daniel Doe", "A/PRINOFF",
     "1.4(b) 1.4(d)"},
    {"A/S Thomas Roe, WHA. Reason 1.4 (b) and (d)", "Thomas Roe", "A/S", "1.4(b) 1.4(d)"},
    {"JOHN DOE, ACTING CHARGE D'AFFAIRES AI, REASONS 1.4 (B), (D)", "JOHN DOE", "ACTING CHARGE D'AFFAIRES AI",
     "1.4(b) 1.4(d)"},
    {"CG KENNETH ROE, CONSULATE GENERAL SHANGHAI, STATE.", "KENNETH ROE", "CG", ""},
    {"SCOTT H. ROE, DIRECTOR, AF/S", "SCOTT H. ROE", "DIRECTOR", ""},
    {"U.S. Permanent Representative to NATO Victoria Roe. Reasons: 1.4 (b)/(d).", "Victoria Roe",
     "U.S. Permanent Representative to NATO", "1.4(b) 1.4(d)"},
    {"Robert Doe, Charge d'Affaires a.i., for reasons 1.4 (b)", "Robert Doe", "Charge d'Affaires a.i.", "1.4(b)"},
    {"Robert Doe, Charge d'Affaires, a.i., for reasons 1.4 (b)", "Robert Doe", "Charge d'Affaires, a.i.", "1.4(b)"},
    {"Minister-Counselor for Political Affairs Alice G. Roe for reasons 1.4 (b) and (d)", "Alice G. Roe",
     "Minister-Counselor for Political Affairs", "1.4(b) 1.4(d)"},
    {"AIT Director Stephen M. Roe, Reasons 1.4 (b/d)", "Stephen M. Roe", "AIT Director", "1.4(b) 1.4(d)"},
    {"Charge' d'Affaires John Doe", "John Doe", "Charge' d'Affaires", ""},
    {"Ambassador Mark R. Doe, U.S. Global AIDS Coordinator, reason 1.4 (b)", "Mark R. Doe", "Ambassador", "1.4(b)"},
    {"UNVIE Ambassador Glyn T. Doe for reasons 1.4 b, d, and h.", "Glyn T. Doe", "UNVIE Ambassador",
     "1.4(b) 1.4(d) 1.4(h)"},
    {"ECONOMIC OFFICER TYLER ROE, FOR REASONS 1.5 (B AND D)", "TYLER ROE", "ECONOMIC OFFICER", "1.5(b) 1.5(d)"},
    {"Acting DCM Steven Roe. Reasons 1.5 b/d", "Steven Roe", "Acting DCM", "1.5(b) 1.5(d)"},
    {"By Ambassador John Doe, Reasons 1.4 (b) and (d)", "John Doe", "Ambassador", "1.4(b) 1.4(d)"},
    {"Ambassador Doe for reason 1.4 (b)", "Doe", "Ambassador", "1.4(b)"},
    {"Ambassador J. Doe-Roe, E.O. 12958, Reasons: 1.4 (b), (d)", "J. Doe-Roe", "Ambassador", "1.4(b) 1.4(d)"},
    {"Pol/Mil Counselor Tim Doe, reasons 1.4 (b), (d)", "Tim Doe", "Pol/Mil Counselor", "1.4(b) 1.4(d)"},
    {"Political Counselor Mirembe L. Nantongo-Roe. Reason: Sections 1.4 (b) and (d).", "Mirembe L. Nantongo-Roe",
     "Political Counselor", "1.4(b) 1.4(d)"},
    {"Acting Deputy Chief of Mission John Doe for E.O. 12958 reasons 1.4 (b)", "John Doe",
     "Acting Deputy Chief of Mission", "1.4(b)"},
    {"Regional Security Officer John Doe for Reasons 1.4 (c) and (d)", "John Doe", "Regional Security Officer",
     "1.4(c) 1.4(d)"},
    {"ADCM John Doe, reason 1.4 (b)", "John Doe", "ADCM", "1.4(b)"},
    {"A/DCM John Doe, reason 1.4 (b)", "John Doe", "A/DCM", "1.4(b)"},
    {"Charge d' Affaires John Doe, reason 1.4 (b)", "John Doe", "Charge d' Affaires", "1.4(b)"},
    {"DEPUTY CHIEF OF MISSION JOHN DOE, FOR REASONS 1.4 (B) AND (D)", "JOHN DOE", "DEPUTY CHIEF OF MISSION",
     "1.4(b) 1.4(d)"},
    {"ACTING DCM JANE ROE FOR REASONS 1.4 B AND D.", "JANE ROE", "ACTING DCM", "1.4(b) 1.4(d)"},
    {"POLITICAL OFFICER JEAN-PAUL DE LA ROE", "JEAN-PAUL DE LA ROE", "POLITICAL OFFICER", ""},
    {"Deputy Political Counselor Jane Roe - Reasons 1.4 b/d.", "Jane Roe", "Deputy Political Counselor",
     "1.4(b) 1.4(d)"},
    {"PAO Jane Roe.  Reason:  1.4 (d)", "Jane Roe", "PAO", "1.4(d)"},
    {"USNATO Polad John Doe", "John Doe", "USNATO Polad", ""},
    {"Ambassador John Post, reason 1.4 (b)", "John Post", "Ambassador", "1.4(b)"},
    {"DCM John Q. Law for reasons 1.4 (b)", "John Q. Law", "DCM", "1.4(b)"},
    {"Deputy Chief of Mission Milan Roe for reasons 1.4 (b)", "Milan Roe", "Deputy Chief of Mission", "1.4(b)"},
    {"Consulate General Milan Principal Officer John Doe for reasons 1.4 (b)", "John Doe",
     "Consulate General Milan Principal Officer", "1.4(b)"},
    {"PRT and Sub-National Governance Acting Director Dan Wil\nliams for reasons 1.4 (b)", "Dan Williams",
     "PRT and Sub-National Governance Acting Director", "1.4(b)"},
    {"Al Roe, DCM, reason 1.4 (d)", "Al Roe", "DCM", "1.4(d)"},
    {"DCM Al Roe, reason 1.4 (d)", "Al Roe", "DCM", "1.4(d)"},
    {"DCM GEORGIA JORDAN, REASONS 1.4 (B) AND (D)", "GEORGIA JORDAN", "DCM", "1.4(b) 1.4(d)"},
    {"POLCOUNS Milan von Hagen for reasons 1.4 (b)", "Milan von Hagen", "POLCOUNS", "1.4(b)"},
    {"Charge Sydney Lima, reasons 1.4 (b)", "Sydney Lima", "Charge", "1.4(b)"},
    {"Florence Jordan, Consul General, Consulate General Vancouver, State. REASON: 1.4 (b)", "Florence Jordan",
     "Consul General", "1.4(b)"},
    {"Embassy Paris, Political Counselor John Doe, 1.4 (b)", "John Doe", "Embassy Paris, Political Counselor",
     "1.4(b)"},
    {"ROE, RICHARD L. FOR REASONS 1.5 (B) AND (D)", "ROE, RICHARD L.", NULL, "1.5(b) 1.5(d)"},
    {"Roe, Richard, Political Counselor. Reasons 1.4 (b)", "Roe, Richard", "Political Counselor", "1.4(b)"},
    {"Acting Political Counselor John Roe for Ambassador Jane Doe. Reasons 1.4 (b)", "John Roe",
     "Acting Political Counselor", "1.4(b)"},
    {"Political Section Chief Jose Roe y Doe for reasons 1.4 (b)", "Jose Roe y Doe", "Political Section Chief",
     "1.4(b)"},
};

START_TEST(row) {
    const struct row *r = &rows[_i];
    struct parse_fixture f;
    char reasons[128] = "";
    fixture_open(&f, 2007);
    cv_classified_parse(&f.p, cv_span_of(r->value, strlen(r->value)), 1);
    cv_assert_span(r->value, f.cable.classified_by, r->name);
    cv_assert_span(r->value, f.cable.classified_by_title, r->title);
    fixture_join(&f.cable.reasons, reasons, sizeof reasons);
    ck_assert_msg(strcmp(reasons, r->reasons) == 0, "%s: reasons '%s', want '%s'", r->value, reasons, r->reasons);
    fixture_close(&f);
}
END_TEST

int main(void) {
    Suite *s = suite_create("classified");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    return cv_check_run(s);
}
