/* test_nara.c - the archives' layout: titles, attributes, both forms of pdftotext, documents without text. Invented. */
#include <stdio.h>

#include "documents.h"

#define STAMP "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005\n"
#define TELEGRAM                                                                                                       \
    "CONFIDENTIAL\n\nPAGE 01        PORT L  00412  121105Z\n\n42\nACTION AF-08\n\nINFO  OCT-01  ISO-00  /043 W\n"      \
    "                     --------------------- 071833\nR 121030Z MAR 75\nFM AMEMBASSY PORT LOUIS\n"                   \
    "TO SECSTATE WASHDC 2145\n\nC O N F I D E N T I A L PORT LOUIS 0412\n\nE.O. 11652: GDS\n"                          \
    "TAGS: EAGR, ETRD, MP\nSUBJ: SUGAR PRICES\n\n1. THE PRICE ROSE.\nHOLLIS\n\nCONFIDENTIAL\n\n\n\n\nNNN\n"
#define FIRST "Automatic Decaptioning: X\nCapture Date: 01 JAN 1994\nChannel Indicators: n/a\n"
#define ATTRIBUTES(more)                                                                                               \
    FIRST "Concepts: SUGAR, PRICES,\nTRADE AGREEMENTS\nDraft Date: 12 MAR 1975\nDocument Number: 1975PORTL00412\n"     \
          "Executive Order: GS\nFrom: PORT LOUIS\nLocator: TEXT ON-LINE\nOriginal Classification: CONFIDENTIAL\n"      \
          "Review Markings:\n\nDeclassified/Released\nUS Department of State\nEO Systematic Review\n30 JUN 2005\n\n"   \
          "Review Referrals: n/a\nSubject: SUGAR PRICES\n" more "Markings: " STAMP
#define LAYOUT(telegram, attributes)                                                                                   \
    "          " STAMP "\n\n                  Message Text\n" telegram                                                 \
    "\n\n               Message Attributes\n\n" attributes "\n\n\n          " STAMP "\f"
#define WITHOUT(number, locator, film)                                                                                 \
    "               Message Attributes\n\n" FIRST "Draft Date: 12 MAR 1975\nDocument Number: " number                  \
    "\nExecutive Order: X1\nFilm Number: " film "\nFrom: PORT LOUIS\nLocator: " locator                                \
    "\nOriginal Classification: SECRETARY\nOriginal Handling Restrictions: EXDIS, STADIS\nReference: 75 STATE 41226\n" \
    "Subject: O\\'NEILL\\'S VISIT\nTAGS: OVIP, MP, (O\\'NEILL, JAMES)\nTo: STATE\nDrafter: AHOLLIS\nMarkings: " STAMP

static const struct row {
    const char *name, *text, *ids, *problems; /* of all documents, with a blank between */
} rows[] = {
    {"one", LAYOUT(TELEGRAM, ATTRIBUTES("")), "75PORTLOUIS412", NULL},
    {"two", LAYOUT(TELEGRAM, ATTRIBUTES("")) LAYOUT(TELEGRAM, ATTRIBUTES("")), "75PORTLOUIS412 75PORTLOUIS412", NULL},
    {"plain", STAMP "\nMessage Text\n" TELEGRAM "Message Attributes\n" ATTRIBUTES("") "\n" STAMP, "75PORTLOUIS412",
     NULL},
    {"plain, two",
     "Message Text\n" TELEGRAM "Message Attributes\n" ATTRIBUTES("") "\n" STAMP "\n" STAMP "Message Text\n" TELEGRAM
                                                                     "Message Attributes\n" ATTRIBUTES(""),
     "75PORTLOUIS412 75PORTLOUIS412", NULL},
    {"titles lost", TELEGRAM "\n" ATTRIBUTES("") "\n" TELEGRAM "\n" ATTRIBUTES(""), "75PORTLOUIS412 75PORTLOUIS412",
     NULL},
    {"no text", WITHOUT("1975PORTL00413", "TEXT ON MICROFILM", "D750316-1214"), "75PORTLOUIS413",
     "text-missing no-classification"},
    {"no text, the number has the first letters of a name",
     "               Message Attributes\n\n" FIRST "Draft Date: 12 MAR 1976\nDocument Number: 1976HOCHI08888\n"
     "From: HO CHI MINH CITY\nLocator: TEXT ON MICROFILM\nOriginal Classification: SECRET\n"
     "Subject: A VISIT\nTAGS: OVIP, VM\nMarkings: " STAMP,
     "76HOCHIMINHCITY8888", "text-missing"},
    {"no text, then one with",
     WITHOUT("1975PORTL00413", "ADS TEXT UNRETRIEVABLE", "n/a") LAYOUT(TELEGRAM, ATTRIBUTES("")),
     "75PORTLOUIS413 75PORTLOUIS412", "text-missing no-classification"},
    {"error notice",
     "Message Text\n\nERROR READING TEXT INDEX\n\n" WITHOUT("1975PORTL00413", "ADS TEXT NOT CONVERTED", "n/a"),
     "75PORTLOUIS413", "text-missing no-classification"},
    {"the text is n/a", "Message Text\n\nn/a\n\n" WITHOUT("1975PORTL00413", "n/a", "n/a"), "75PORTLOUIS413",
     "text-missing no-classification"},
    {"Subject differs",
     LAYOUT(TELEGRAM, FIRST "Draft Date: 12 MAR 1975\nDocument Number: 1975PORTL00412\nLocator: TEXT ON-LINE\n"
                            "Subject: SUGAR, AND MORE\nMarkings: " STAMP),
     "75PORTLOUIS412", "attribute-differs"},
    {"Subject differs in case and blanks",
     LAYOUT(TELEGRAM, FIRST "Document Number: 1975PORTL00412\nLocator: TEXT ON-LINE\n"
                            "Subject: Sugar  prices\nMarkings: " STAMP),
     "75PORTLOUIS412", NULL},
    {"a blank in the number of the PAGE line",
     "Message Text\nPAGE 01        STATE  1801 80\n\nFM SECSTATE WASHDC\nTO AMEMBASSY OSLO\n\nUNCLAS STATE "
     "180180\n\nSUBJ: "
     "SUGAR PRICES\n1 . TEXT .\nNNN\nMessage Attributes\n" FIRST
     "Draft Date: 12 MAR 1975\nDocument Number: 1975STATE180180\nMarkings: " STAMP,
     "75STATE180180", "date-partial no-tags"},
    {"number differs",
     LAYOUT(TELEGRAM, FIRST "Document Number: 1975PORTL00999\nLocator: TEXT ON-LINE\nMarkings: " STAMP),
     "75PORTLOUIS412", "attribute-differs"},
    {"date differs by two days",
     LAYOUT(TELEGRAM, FIRST "Draft Date: 14 MAR 1975\nDocument Number: 1975PORTL00412\nMarkings: " STAMP),
     "75PORTLOUIS412", NULL},
    {"date differs by three",
     LAYOUT(TELEGRAM, FIRST "Draft Date: 15-MAR-1975 12:00:00 am\nDocument Number: 1975PORTL00412\nMarkings: " STAMP),
     "75PORTLOUIS412", "attribute-differs"},
    {"classification differs",
     LAYOUT(TELEGRAM, FIRST "Document Number: 1975PORTL00412\nOriginal Classification: SECRET\nMarkings: " STAMP),
     "75PORTLOUIS412", "attribute-differs"},
};

START_TEST(row) {
    struct documents d;
    struct cv_buf ids, codes;
    read_documents(&d, cv_span_of(rows[_i].text, strlen(rows[_i].text)), NULL);
    ids = codes = (struct cv_buf){.arena = &d.arena};
    for (size_t i = 0; i < d.n; i++) {
        struct cv_span c = problem_codes(&d, i);
        ck_assert_msg(strcmp(d.cable[i].format, "nara") == 0, "%s: format", rows[_i].name);
        if (i) cv_buf_addc(&ids, ' ');
        cv_buf_add(&ids, d.cable[i].id);
        if (codes.n && c.n) cv_buf_addc(&codes, ' ');
        cv_buf_add(&codes, c);
    }
    cv_assert_span(rows[_i].name, cv_buf_span(&ids), rows[_i].ids);
    cv_assert_span(rows[_i].name, cv_buf_span(&codes), rows[_i].problems);
    free_documents(&d);
}
END_TEST

START_TEST(attributes) {
    static const char text[] = LAYOUT(TELEGRAM, ATTRIBUTES("Unlisted Name: 5\nTAGS: n/a\n"));
    static const struct {
        const char *name, *value;
    } want[] = {{"Action office", "AF-08"},
                {"Info office", "OCT-01"},
                {"Info office", "ISO-00"},
                {"Counter", "071833"},
                {"Automatic Decaptioning", "X"},
                {"Capture Date", "01 JAN 1994"},
                {"Concepts", "SUGAR, PRICES, TRADE AGREEMENTS"},
                {"Draft Date", "12 MAR 1975"},
                {"Document Number", "1975PORTL00412"},
                {"Executive Order", "GS"},
                {"From", "PORT LOUIS"},
                {"Locator", "TEXT ON-LINE"},
                {"Original Classification", "CONFIDENTIAL"},
                {"Review Markings", "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005"},
                {"Subject", "SUGAR PRICES"},
                {"Unlisted Name", "5"},
                {"Markings", "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005"}};
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    ck_assert_uint_eq(d.cable[0].attributes.n, CV_ARRAY_LEN(want));
    for (size_t i = 0; i < CV_ARRAY_LEN(want); i++) {
        cv_assert_span(want[i].name, d.cable[0].attributes.v[i].name, want[i].name);
        cv_assert_span(want[i].name, d.cable[0].attributes.v[i].value, want[i].value);
    }
    free_documents(&d);
}
END_TEST

/* A page break inside the block: a stamp, a form feed, the stamp again. */
/* Where blank lines are lost the archives' own Subject says where the telegram's ends. */
START_TEST(text_right_behind_the_subject) {
    struct documents d;
    read_documents(&d,
                   CV_LIT(STAMP "\nMessage Text\nUNCLASSIFIED\nPAGE 01 PORT L 00412 121105Z\nR 121030Z MAR 75\n"
                                "FM AMEMBASSY PORT LOUIS\nTO SECSTATE WASHDC 2145\nUNCLAS PORT LOUIS 0412\n"
                                "E.O. 11652: N/A\nTAGS: EAGR, MP\nSUBJ: SUGAR PRICES\nTHE PRICE ROSE AGAIN IN MARCH.\n"
                                "HOLLIS\nUNCLASSIFIED\nNNN\nMessage Attributes\n" ATTRIBUTES("") "\n" STAMP),
                   NULL);
    cv_assert_span("subject", d.cable[0].subject, "SUGAR PRICES");
    ck_assert_uint_eq(d.cable[0].paragraphs.n, 1);
    cv_assert_span("text", d.cable[0].paragraphs.v[0].text, "THE PRICE ROSE AGAIN IN MARCH.");
    free_documents(&d);
}
END_TEST

START_TEST(wrapped_over_a_page) {
    static const char text[] =
        LAYOUT(TELEGRAM, FIRST "Concepts: SUGAR,\n\n   " STAMP "\f   " STAMP "\nPRICES\nCopy: SINGLE\n"
                               "Document Number: 1975PORTL00412\nMarkings: " STAMP);
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    ck_assert_uint_eq(d.n, 1);
    cv_assert_span("Concepts", attribute(&d.cable[0], "Concepts"), "SUGAR, PRICES");
    cv_assert_span("Copy", attribute(&d.cable[0], "Copy"), "SINGLE");
    free_documents(&d);
}
END_TEST

/* What the attributes give where there is no text. */
START_TEST(header_from_attributes) {
    static const char text[] = WITHOUT("1975PORTL00413", "TEXT ON MICROFILM", "D750316-1214");
    struct documents d;
    const struct cv_cable *c = &d.cable[0];
    read_documents(&d, CV_LIT(text), NULL);
    cv_assert_span("date", c->date, "1975-03-12");
    cv_assert_span("dtg", c->dtg, NULL);
    cv_assert_span("origin", c->origin, NULL);
    cv_assert_span("station", c->station, "PORTLOUIS");
    cv_assert_span("subject", c->subject, "O'NEILL'S VISIT");
    cv_assert_span("eo", c->executive_order, "11652");
    cv_assert_span("note", c->declassify_note, "XGDS-1");
    cv_assert_span("drafted by", c->drafted_by, "AHOLLIS");
    cv_assert_span("body", c->body, NULL);
    cv_assert_span("raw", c->raw, text);
    ck_assert_uint_eq(c->captions.n, 2);
    cv_assert_span("caption", c->captions.v[1], "STADIS");
    ck_assert_uint_eq(c->tags.n, 3);
    ck_assert_int_eq(c->tags.v[2].kind, CV_TAG_PERSON);
    cv_assert_span("person", c->tags.v[2].person, "O'NEILL, JAMES");
    cv_assert_span("person's tag", c->tags.v[2].tag, NULL);
    ck_assert_uint_eq(c->refs.n, 1);
    cv_assert_span("ref", c->refs.v[0].ref_id, "75STATE41226");
    ck_assert_uint_eq(c->addressees.n, 1);
    cv_assert_span("to", c->addressees.v[0].name, "STATE");
    ck_assert_uint_eq(c->paragraphs.n, 0);
    ck_assert_msg(cv_span_find(c->problems.v[0].message, "D750316-1214") != SIZE_MAX, "says where the text is");
    free_documents(&d);
}
END_TEST

/* The names of drafting at the end of the text, one label a line or both on one. */
static const struct drafting {
    const char *tail, *drafted, *approved;
} draftings[] = {
    {"DRAFTED BY: ECON:JDOE\nAPPROVED BY: DCM:RROE\nPOL:KFOE (SUBST)", "ECON:JDOE", "DCM:RROE; POL:KFOE (SUBST)"},
    {"DRAFTED BY ECON:JDOE; APPROVED BY DCM:RROE", "ECON:JDOE", "DCM:RROE"},
    {"DRAFTED BY ECON:JDOE\nAPPROVED BY DCM:RROE\nCLEARED BY:\nPOL:KFOE", "ECON:JDOE", "DCM:RROE; POL:KFOE"},
    {"DRAFTED BY ECON:JDOE, POL:KFOE  APPROVED: RROE", "ECON:JDOE, POL:KFOE", "RROE"},
};

START_TEST(drafting_at_the_end) {
    const struct drafting *r = &draftings[_i];
    struct documents d;
    char text[1024];
    int n =
        snprintf(text, sizeof text,
                 "Message Text\nUNCLAS PORT LOUIS 0412\n\nE.O. 11652: N/A\nTAGS: EAGR, MP\nSUBJ: SUGAR\n\n1. THE PRICE "
                 "ROSE.\n\n%s\nHOLLIS\n\nNNN\nMessage Attributes\n" FIRST
                 "Document Number: 1975PORTL00412\nLocator: TEXT ON-LINE\nMarkings: " STAMP,
                 r->tail);
    read_documents(&d, cv_span_of(text, (size_t)n), NULL);
    cv_assert_span(r->tail, d.cable[0].drafted_by, r->drafted);
    cv_assert_span(r->tail, d.cable[0].approved_by, r->approved);
    cv_assert_span(r->tail, d.cable[0].signature, "HOLLIS");
    ck_assert_uint_eq(d.cable[0].paragraphs.n, 1);
    free_documents(&d);
}
END_TEST

int main(void) {
    Suite *s = suite_create("nara");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, CV_ARRAY_LEN(rows));
    tcase_add_test(t, attributes);
    tcase_add_test(t, text_right_behind_the_subject);
    tcase_add_test(t, wrapped_over_a_page);
    tcase_add_test(t, header_from_attributes);
    tcase_add_loop_test(t, drafting_at_the_end, 0, CV_ARRAY_LEN(draftings));
    return cv_check_run(s);
}
