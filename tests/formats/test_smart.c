/* test_smart.c - SMART messages: labels in all their forms, head and tail, archive copies. Invented. */
#include <stdio.h>

#include "documents.h"

#define HEAD                                                                                                           \
    "CONFIDENTIAL\nSBU\nPage 1 of 2\n\nMRN:              12 KAMPALA 877\nDate/DTG:         May 31, 2012 / 310914Z "    \
    "MAY 12\n"                                                                                                         \
    "From:             AMEMBASSY KAMPALA\nAction:           WASHDC, SECSTATE PRIORITY; NAIROBI, AMEMBASSY Routine\n"   \
    "E.O.:             13526\nTAGS:             EAIR, UG\nCaptions:         SIPDIS\n"                                  \
    "Reference:        A) 12 KAMPALA 801\n                  B) 11 STATE 120044\nPass Line:        STATE FOR AF/E\n"    \
    "Subject:          Airport Lease: The Bidders Are\n                  Down To One\n"                                \
    "Classified By: Deputy Chief of Mission Ruth Okello\nReason: 1.4 (b) and (d)\nDECL: 2022/05/31\n"
#define TEXT                                                                                                           \
    "\n1. (SBU) One bidder is left.\n\n2. (C) The remaining bidder asks for\nRELEASE IN PART B1\na guarantee.\n"
#define TAIL                                                                                                           \
    "\nSignature:        Alder\nDrafted By:       KAMPALA:Whitcomb, Dale\nCleared By:       POL:Nsubuga, Grace\n"      \
    "                  ECON:Mukasa, John\nECO:Otim, Rose\nApproved By:      EXEC:Okello, Ruth\n"                       \
    "Released By:      KAMPALA:Whitcomb, Dale\nInfo:             KIGALI, AMEMBASSY ROUTINE; CIA, WASHINGTON DC "       \
    "ROUTINE\n"                                                                                                        \
    "XMT: JUBA, AMCONSUL\nAttachments:      Lease.pdf\nAction Post:\nDissemination Rule: Archive "                     \
    "Copy\n\nCONFIDENTIAL\nPage 2 of 2\n"

static struct cv_span whole(struct documents *d, const char *text) {
    read_documents(d, cv_span_of(text, strlen(text)), NULL);
    ck_assert_uint_eq(d->n, 1);
    ck_assert_int_eq(d->parsed[0], CV_OK);
    ck_assert_str_eq(d->cable[0].format, "smart");
    return problem_codes(d, 0);
}

static void check_fields(const char *name, const struct cv_cable *c) {
    cv_assert_span(name, c->id, "12KAMPALA877");
    cv_assert_span(name, c->date, "2012-05-31T09:14:00Z");
    cv_assert_span(name, c->dtg, "310914Z MAY 12");
    cv_assert_span(name, c->origin, "AMEMBASSY KAMPALA");
    ck_assert_int_eq(c->classification, CV_CONFIDENTIAL);
    cv_assert_span(name, c->subject, "Airport Lease: The Bidders Are Down To One");
    cv_assert_span(name, c->executive_order, "13526");
    cv_assert_span(name, c->declassify_on, "2022-05-31");
    cv_assert_span(name, c->classified_by, "Ruth Okello");
    cv_assert_span(name, c->signature, "Alder");
    cv_assert_span(name, c->drafted_by, "KAMPALA:Whitcomb, Dale");
    cv_assert_span(name, c->approved_by, "EXEC:Okello, Ruth");
    ck_assert_uint_eq(c->captions.n, 2); /* SBU in the banner is SENSITIVE */
    cv_assert_span(name, c->captions.v[1], "SENSITIVE");
    ck_assert_uint_eq(c->reasons.n, 2);
    ck_assert_uint_eq(c->pass_to.n, 1);
    ck_assert_uint_eq(c->refs.n, 2);
    ck_assert_uint_eq(c->paragraphs.n, 2);
    cv_assert_span(name, c->paragraphs.v[1].text, "The remaining bidder asks for a guarantee.");
    ck_assert_int_eq(c->precedence, CV_PRIORITY);
    ck_assert_uint_eq(c->addressees.n, 5);
    cv_assert_span(name, c->addressees.v[0].name, "SECSTATE WASHDC");
    ck_assert_int_eq(c->addressees.v[1].precedence, CV_ROUTINE);
    cv_assert_span(name, c->addressees.v[3].name, "CIA WASHINGTON DC");
    ck_assert_int_eq(c->addressees.v[4].role, CV_EXEMPT);
    cv_assert_span(name, c->addressees.v[4].name, "AMCONSUL JUBA");
    cv_assert_span(name, attribute(c, "Cleared By"), "POL:Nsubuga, Grace; ECON:Mukasa, John; ECO:Otim, Rose");
    cv_assert_span(name, attribute(c, "Released By"), "KAMPALA:Whitcomb, Dale");
    cv_assert_span(name, attribute(c, "Attachments"), "Lease.pdf");
    cv_assert_span(name, attribute(c, "Dissemination Rule"), "Archive Copy");
    cv_assert_span(name, attribute(c, "Action Post"), NULL);
}

START_TEST(message) {
    struct documents d;
    cv_assert_span("problems", whole(&d, HEAD TEXT TAIL), "redaction");
    check_fields("message", &d.cable[0]);
    ck_assert_msg(cv_span_starts(d.cable[0].body, "1. (SBU)"), "body begins behind the labels");
    free_documents(&d);
}
END_TEST

START_TEST(tail_under_the_head) {
    struct documents d;
    cv_assert_span("problems", whole(&d, HEAD TAIL "\f" TEXT), "redaction");
    check_fields("tail under the head", &d.cable[0]);
    free_documents(&d);
}
END_TEST

START_TEST(subject_again) {
    struct documents d;
    (void)whole(&d, HEAD "\nAirport Lease: The Bidders Are Down\nTo One\n" TEXT TAIL);
    check_fields("subject again", &d.cable[0]);
    ck_assert_msg(cv_span_starts(d.cable[0].body, "1. (SBU)"), "the subject is no text");
    free_documents(&d);
}
END_TEST

#define OLD_HEAD                                                                                                       \
    "UNCLASSIFIED\n\nMRN: 85 PORT LOUIS 199\nDate/DTG: Jan 28, 1985 / 280000Z Jan 85\nFrom: AMEMBASSY PORT LOUIS\n"    \
    "Action: USCINCLANT ROUTINE\nE.O.: Unknown\nTAGS: MARR, MP\nReference: n/a\nSubject: INQUIRY RE OVERFLIGHTS\n"
#define OLD_TELEGRAM                                                                                                   \
    "\nLIMITED OFFICIAL USE\n\nPAGE 01 PORT L 00199 280704Z\nACTION PM-11\n\nINFO OCT-00 ADS-00 /022 W\n"              \
    "---026406 280708Z /12\nO 280653Z JAN 85\nFM AMEMBASSY PORT LOUIS\nTO USCINCPAC HONOLULU HI IMMEDIATE\n"           \
    "INFO SECSTATE WASHDC 1694\n\nLIMITED OFFICIAL USE PORT LOUIS 00199\n\nE.O. 12356: N/A\nTAGS: MARR, MP\n"          \
    "SUBJECT: INQUIRY RE OVERFLIGHTS\n\n1. THE EMBASSY WAS ASKED.\nGARDNER\n\nLIMITED OFFICIAL USE\n\nNNN\n\n"         \
    "UNCLASSIFIED\nPage 2 of 3\n\fUNCLASSIFIED\n\nInfo: PARIS, AMEMBASSY ROUTINE\nXMT: JUBA, "                         \
    "AMCONSUL\n\nDissemination Rule: Archive Copy\n\nUNCLASSIFIED\n"

/* The telegram inside wins in every column. */
START_TEST(archive_copy) {
    struct documents d;
    const struct cv_cable *c = &d.cable[0];
    cv_assert_span("problems", whole(&d, OLD_HEAD OLD_TELEGRAM), NULL);
    cv_assert_span("id", c->id, "85PORTLOUIS199");
    cv_assert_span("date", c->date, "1985-01-28T06:53:00Z");
    ck_assert_int_eq(c->classification, CV_LIMITED_OFFICIAL_USE);
    ck_assert_int_eq(c->precedence, CV_IMMEDIATE);
    cv_assert_span("eo", c->executive_order, "12356");
    cv_assert_span("signature", c->signature, "GARDNER");
    ck_assert_uint_eq(c->addressees.n, 3);
    cv_assert_span("to", c->addressees.v[0].name, "USCINCPAC HONOLULU HI");
    cv_assert_span("exempt, which no header says", c->addressees.v[2].name, "AMCONSUL JUBA");
    cv_assert_span("rule", attribute(c, "Dissemination Rule"), "Archive Copy");
    cv_assert_span("office", attribute(c, "Action office"), "PM-11");
    free_documents(&d);
}
END_TEST

START_TEST(two_in_a_file) {
    static const char text[] = HEAD TEXT TAIL "\f" OLD_HEAD OLD_TELEGRAM;
    struct documents d;
    read_documents(&d, CV_LIT(text), NULL);
    ck_assert_uint_eq(d.n, 2);
    check_fields("first", &d.cable[0]);
    cv_assert_span("second", d.cable[1].id, "85PORTLOUIS199");
    free_documents(&d);
}
END_TEST

/* Two fields on one line, and one that names no person. */
START_TEST(reason_and_decl) {
    static const char text[] =
        "CONFIDENTIAL\n\nMRN: 12 KAMPALA 877\nFrom: AMEMBASSY KAMPALA\nE.O.: 13526\nTAGS: EAIR, UG\n"
        "Date/DTG: May 31, 2012 / 310914Z MAY 12\nSubject: A lease\nClassified By: Deputy Chief of Mission Ruth "
        "Okello\n"
        "Reason: 1.4 (b), (d)      DECL: 2022/05/31\nDerived From: DSCG 05-1\n\n1. (U) Text.\n";
    struct documents d;
    const struct cv_cable *c = &d.cable[0];
    (void)whole(&d, text);
    cv_assert_span("decl", c->declassify_on, "2022-05-31");
    cv_assert_span("by", c->classified_by, "Ruth Okello");
    ck_assert_uint_eq(c->reasons.n, 2);
    ck_assert_uint_eq(c->paragraphs.n, 1);
    free_documents(&d);
}
END_TEST

/* Blank before the colon, none at all, another order. */
START_TEST(forms_of_labels) {
    static const char text[] =
        "UNCLASSIFIED\n\nMRN 12 KAMPALA 877\nFrom :  AMEMBASSY KAMPALA\nE.O:  13526 DECL: 06/05/2022\n"
        "Subject : A lease\nTAGS : EAIR, UG\nDate/DTG :  May 31, 2012 / 310914Z MAY 12\n\n1. (U) Text.\n";
    struct documents d;
    const struct cv_cable *c = &d.cable[0];
    (void)whole(&d, text);
    cv_assert_span("id", c->id, "12KAMPALA877");
    cv_assert_span("origin", c->origin, "AMEMBASSY KAMPALA");
    cv_assert_span("subject", c->subject, "A lease");
    cv_assert_span("decl", c->declassify_on, "2022-06-05");
    cv_assert_span("dtg", c->dtg, "310914Z MAY 12");
    ck_assert_uint_eq(c->tags.n, 2);
    ck_assert_uint_eq(c->paragraphs.n, 1);
    free_documents(&d);
}
END_TEST

/* Banners with marks behind their slashes, as a label, and without the classification's own word. */
static const struct banner {
    const char *banner, *caption;
    enum cv_classification class;
} banners[] = {
    {"SECRET//NOFORN", "NOFORN", CV_SECRET},
    {"SENSITIVE BUT UNCLASSIFIED", "SENSITIVE", CV_UNCLASSIFIED},
    {"Classification: UNCLASSIFIED // SBU", "SENSITIVE", CV_UNCLASSIFIED},
    {"CONFIDENTIAL", NULL, CV_CONFIDENTIAL},
};

START_TEST(banner) {
    const struct banner *r = &banners[_i];
    struct documents d;
    char text[512];
    const struct cv_cable *c = &d.cable[0];
    (void)snprintf(text, sizeof text,
                   "%s\nMRN: 12 KAMPALA 877\nFrom: AMEMBASSY KAMPALA\nE.O.: 13526\nTAGS: EAIR, UG\n"
                   "Date/DTG: May 31, 2012 / 310914Z MAY 12\nSubject: A lease\nAction Office: AF/E\n\n1. (U) Text.\n",
                   r->banner);
    (void)whole(&d, text);
    ck_assert_int_eq(c->classification, r->class);
    ck_assert_uint_eq(c->captions.n, r->caption != NULL);
    if (r->caption) cv_assert_span(r->banner, c->captions.v[0], r->caption);
    cv_assert_span("office", attribute(c, "Action Office"), "AF/E");
    free_documents(&d);
}
END_TEST

/* Codes in the margin beside a line, of the head and of the text; behind a word they are its own. */
/* Stamps of a release in the text, a page count on the banner's line, and a line behind the last field. */
START_TEST(stamps_around) {
    static const char text[] =
        "C05389001\nUNCLASSIFIED\nMRN: 12 KAMPALA 877\nFrom: AMEMBASSY KAMPALA\nE.O.: 13526\nTAGS: EAIR, UG\n"
        "Date/DTG: May 31, 2012 / 310914Z MAY 12\nCaptions: None\nSubject: A lease\n\n1. (U) It was\n"
        "REVIEW AUTHORITY: Jane Roe, Senior Reviewer\nC05389001\nsigned.\n\nSignature: Okello\n"
        "Drafted By: KAMPALA:Roe, Jane\nApproved By: DCM:Doe, John\nDissemination Rule: Archive Copy\n\n"
        "UNCLASSIFIED                  Page 1 of 1\n\nReviewed once more\n";
    struct documents d;
    const struct cv_cable *c = &d.cable[0];
    (void)whole(&d, text);
    ck_assert_uint_eq(c->captions.n, 0);
    ck_assert_uint_eq(c->paragraphs.n, 1);
    cv_assert_span("text", c->paragraphs.v[0].text, "It was signed.");
    cv_assert_span("signature", c->signature, "Okello");
    cv_assert_span("approved", c->approved_by, "DCM:Doe, John");
    cv_assert_span("rule", c->attributes.v[c->attributes.n - 1].value, "Archive Copy");
    free_documents(&d);
}
END_TEST

START_TEST(codes_in_the_margin) {
    static const char text[] =
        "UNCLASSIFIED\nMRN: 12 KAMPALA 877\nFrom: AMEMBASSY KAMPALA\nE.O.: 13526\nTAGS: EAIR, UG\nRef: 12 KAMPALA 8\n"
        "Date/DTG: May 31, 2012 / 310914Z MAY 12\nSubject: A lease            B5\n\n1. (U) Mr. Roe was            "
        "B6\n"
        "asked.               1.4(D), B1\n\n2. (U) The vitamin is B6\nor B12.\n";
    struct documents d;
    const struct cv_cable *c = &d.cable[0];
    cv_assert_span("problems", whole(&d, text), "redaction redaction redaction");
    cv_assert_span("subject", c->subject, "A lease");
    ck_assert_uint_eq(c->refs.n, 1);
    ck_assert_uint_eq(c->paragraphs.n, 2);
    cv_assert_span("text", c->paragraphs.v[0].text, "Mr. Roe was asked.");
    cv_assert_span("words", c->paragraphs.v[1].text, "The vitamin is B6 or B12.");
    free_documents(&d);
}
END_TEST

int main(void) {
    Suite *s = suite_create("smart");
    TCase *t = tcase_create("messages");
    suite_add_tcase(s, t);
    tcase_add_test(t, message);
    tcase_add_test(t, tail_under_the_head);
    tcase_add_test(t, subject_again);
    tcase_add_test(t, archive_copy);
    tcase_add_test(t, two_in_a_file);
    tcase_add_test(t, forms_of_labels);
    tcase_add_test(t, reason_and_decl);
    tcase_add_loop_test(t, banner, 0, CV_ARRAY_LEN(banners));
    tcase_add_test(t, codes_in_the_margin);
    tcase_add_test(t, stamps_around);
    return cv_check_run(s);
}
