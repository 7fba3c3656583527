/* test_transport.c - page headers, stamps, notices and end marks out of the lines (sheet 2, 11, 12; NARA sheet 1, 2, 5). */
#include "text_case.h"

static const struct {
    const char *name, *in, *lines, *problems;
} rows[] = {
    {"a header of the 2000s closes the sentence", "one\n \nKABUL 00003934  002 OF 005 \n \n \ntwo", "one\n^two", NULL},
    {"with a part of a page", "one\n\nMADRID 00000766 001.2 OF 003\n\n\ntwo", "one\n^two", NULL},
    {"one blank line more is the text's own", "one.\n\n\nKABUL 00003934  002 OF 005\n\n\ntwo", "one.\n\n^two", NULL},
    {"one more behind it too", "one.\n\nPARIS 00002242 004 OF 004\n\n\n\ntwo", "one.\n\n^two", NULL},
    {"station cut to ten letters", "one\n\nUNVIE VIEN 00000285  036.2 OF 036\n\n\ntwo", "one\n^two", NULL},
    {"without pages", "one\n\nKUALA LUMP 00001403\n\n\ntwo", "one\n^two", NULL},
    {"inside a line", "said that by changing BRASILIA 00001378 003.2 OF 003 the current law",
     "said that by changing\n^+the current law", NULL},
    {"at a line's end", "SUBJECT: UPDATE REF: BRASILIA 1159 BRASILIA 00001378 001.2 OF 003\nnext",
     "SUBJECT: UPDATE REF: BRASILIA 1159\n^next", NULL},
    {"a known station of two words in capitals", "SAID THAT THE LA PAZ 00001784 002 OF 003 OFFICE",
     "SAID THAT THE\n^+OFFICE", NULL},
    {"an article before it", "covers many miles. A SANTIAGO 00013272 001.2 OF 002 technical",
     "covers many miles. A\n^+technical", NULL},
    {"one of three words, cut", "said that the RIO DE JAN 00000353 001.2 OF 003 office", "said that the\n^+office",
     NULL},
    {"two of them in one line", "a LIMA 00000001 001 OF 003 b LIMA 00000001 002 OF 003 c", "a\n^+b\n^+c", NULL},
    {"eight digits are not enough", "paid 12345678 pesos to 12345678 people", "paid 12345678 pesos to 12345678 people",
     NULL},
    {"PAGE of a routing indicator", "one\nPAGE 02 RUEHSK 1060 281322Z\ntwo", "one\n^two", NULL},
    {"page marks go beside it", "one\n\nCONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02        STATE  237171\n\ntwo",
     "one\n^two", NULL},
    {"page marks of two kinds",
     "one\nCONFIDENTIAL  POSS DUPE\n\n\nSECRET PTQ6889\nPAGE 03  LA PAZ 02004  01 OF 03  012251Z\n\ntwo", "one\n^two",
     NULL},
    {"LOU", "one\nLIMITED OFFICIAL USE\nLIMITED OFFICIAL USE\n\nPAGE 02        STATE  014455\n\n6. two", "one\n^6. two",
     NULL},
    {"a mark without a page is text", "one\nCONFIDENTIAL\ntwo", "one\nCONFIDENTIAL\ntwo", NULL},
    {"POSS DUPE behind the time", "one\nPAGE 02 LA PAZ 06550 031312Z POSS DUPE\ntwo", "one\n^two", NULL},
    {"cut at its gap", "one\nUNCLASSIFIED\nPAGE 02\n\nSTATE 268392\n\ntwo", "one\n^two", NULL},
    {"noise in its five digits", "one\nPAGE 02  OSLO  030 91  301011Z\ntwo", "one\n^two", NULL},
    {"noise in its digits", "one\nPAGE 03        STATE  3 3 1 3 6 1\ntwo", "one\n^two", NULL},
    {"a page of a book", "see\npage 12 of the report for more of what he\nsaid",
     "see\npage 12 of the report for more of what he\nsaid", NULL},
    {"glued to the line before it",
     "CONFIDENTIAL\nPAGE 02 MOSCOW 13169 01 OF 02 301754Z\nMEMBERS OF THE STAFF OF THE MINISTRY ARE IN CONFIDENTIAL\n\n"
     "PAGE 04 MOSCOW 13169 01 OF 02 301754Z\nTBILISI",
     "^MEMBERS OF THE STAFF OF THE MINISTRY ARE IN\n^TBILISI", NULL},
    {"glued, with one mark left, in joined text",
     "NIO SAID THERE HAD BEEN REPORTS OF UNIDENTIFIED LIGHTS, CONTRAILS AND MORE OVER THE BAY, LIMITED OFFICIAL USE\n\n"
     "LIMITED OFFICIAL USE\n\nPAGE 02 PORT L 00412 121105Z\n\nAND NOISE",
     "NIO SAID THERE HAD BEEN REPORTS OF UNIDENTIFIED LIGHTS, CONTRAILS AND MORE OVER THE BAY,\n^AND NOISE", NULL},
    {"not in a line of the wire",
     "HE ASKED THAT THE NOTE BE KEPT, AND MARKED AS CONFIDENTIAL\nCONFIDENTIAL\nPAGE 02 PORT L 00412 121105Z\nHE SAID",
     "HE ASKED THAT THE NOTE BE KEPT, AND MARKED AS CONFIDENTIAL\n^HE SAID", NULL},
    {"glued to a divided word",
     "WOULD SOON ASK FOR A PRECONFIDENTIAL\n\nCONFIDENTIAL\n\nPAGE 02 PORT L 00412 121105Z\n\nSENTATION OF",
     "WOULD SOON ASK FOR A PRE\n^SENTATION OF", NULL},
    {"inside joined text", "THE MINISTER CONFIDENTIAL CONFIDENTIAL PAGE 03 MOSCOW 13169 01 OF 02 301754Z SAID PAGE 01",
     "THE MINISTER\n^+SAID PAGE 01", NULL},
    {"pages of SMART", "one\n\nPage 2 of 3\nCONFIDENTIAL\nUNCLASSIFIED\n\ntwo", "one\n^two", NULL},
    {"a mark at a form feed", "one\n\fCONFIDENTIAL\nUNCLASSIFIED\n\ntwo", "one\n^two", NULL},
    {"a release stamp",
     "one\n\n\n  Sheryl P. Walter Declassified/Released US Department of State EO Systematic Review 20 Mar 2014\n"
     "\f   Declassified/Released US Department of State EO Systematic Review 30 JUN 2005\n\ntwo",
     "one\n^two", NULL},
    {"a release stamp in mid-sentence",
     "he said Margaret P. Grafeld Declassified/Released US Department of State EO Systematic Review 04 MAY 2006 that",
     "he said\n^+that", NULL},
    {"a broken stamp",
     "one\nSheryl P. Walter\nDeclassified/Released\nUS Department of State\nEO Systematic Review\n20 Mar 2014\ntwo",
     "one\n^two", NULL},
    {"handling lines",
     "one\n*** Current Handling Restrictions *** n/a\n*** Current Classification *** UNCLASSIFIED\ntwo", "one\n^two",
     NULL},
    {"released in full", "one\n\nReleased in Full\nJohn Q. Public\nUS Department of State\n2/25/2026\n\ntwo",
     "one\n^two", NULL},
    {"something was taken out", "asks for\nRELEASE IN PART B1,1.4(D)\na guarantee", "asks for\n^a guarantee",
     "redaction"},
    {"exemption codes", "RELEASE IN PART B6\none\nB6\ntwo\n1.4(B)\nthree", "^one\n^two\n^three",
     "redaction redaction redaction"},
    {"a code without a release is text", "visas of the class\nB2\nand others", "visas of the class\nB2\nand others",
     NULL},
    {"release in prose", "Release in full of the prisoners was what he wanted",
     "Release in full of the prisoners was what he wanted", NULL},
    {"a visit in mid-sentence", "they had plans to\nVisit Lima and its website",
     "they had plans to\nVisit Lima and its website", NULL},
    {"a FOIA banner",
     "one\nUNCLASSIFIED U.S. Department of State Case No. F-2012-12345 Doc No. C05389586 Date: 11/19/2014\ntwo",
     "one\n^two", NULL},
    {"a line of 2026", "one\nCSP-2025-00040 B-00002707027 \"UNCLASSIFIED\" 3/2/2026\ntwo", "one\n^two", NULL},
    {"an extract",
     "This record is a partial extract of the original cable. The full text of the original cable is not "
     "available.\n\nUNCLAS LIMA 1",
     "^UNCLAS LIMA 1", NULL},
    {"a weekday", "Friday, 23 February 2001, 15:53\nS E C R E T LIMA 1", "^S E C R E T LIMA 1", NULL},
    {"a weekday before the line", "Friday, 23 February 2001, 15:53 S E C R E T SECTION 01 OF 02 LIMA 000001",
     "^S E C R E T SECTION 01 OF 02 LIMA 000001", NULL},
    {"a weekday glued to it", "Friday, 23 February 2001, 15:53UNCLAS LIMA 000001", "^UNCLAS LIMA 000001", NULL},
    {"a weekday in the text", "Friday, 23 February 2001, 15:53 was the hour",
     "Friday, 23 February 2001, 15:53 was the hour", NULL},
    {"the foot of an archive's page", "end.\nHALL\n\n2005ROME00123 - Classification: UNCLASSIFIED", "end.\nHALL\n",
     NULL},
    {"a site's notice", "end.\n\nVisit Lima's Classified Web Site at\nhttp://www.state.sgov.gov/p/wha/lima\n\nNAME",
     "end.\n\n^NAME", NULL},
    {"the signature below a notice",
     "end.\n\nPlease visit Lima's Classified Website at:\nhttp://www.state.sgov.gov\nName", "end.\n\n^Name", NULL},
    {"end marks", "one\n\nCONFIDENTIAL\nNNNN", "one", NULL},
    {"end marks of all kinds", "one\nBT\n#1060\nNNNNMAFVVZCZ\n<< END OF DOCUMENT >>", "one", NULL},
    {"a short foot", "end.\nHALL\n\n      2004LIMA00123 - CONFIDENTIAL", "end.\nHALL\n", NULL},
    {"a year is no footer", "one\n2003 LIMA 123 - Classification of it", "one\n2003 LIMA 123 - Classification of it",
     NULL},
    {"the word in the text", "handled as UNCLAS\nand\n", "handled as UNCLAS\nand", NULL},
};

START_TEST(row) {
    struct text_case t;
    text_run(&t, rows[_i].in, TEXT_STRIP, 0);
    cv_assert_span(rows[_i].name, text_lines(&t), rows[_i].lines);
    cv_assert_span(rows[_i].name, text_problems(&t), rows[_i].problems);
    cv_arena_free(&t.arena);
}
END_TEST

START_TEST(first_page) {
    struct text_case t;
    text_run(&t, "SECRET\n\nPAGE 01        PORT L  004 12  121105Z\n\n42\nACTION AF-08", TEXT_STRIP, 0);
    cv_assert_span("station", t.parse.seen.page_station, "PORT L");
    ck_assert_int_eq(t.parse.seen.page_serial, 412);
    ck_assert_int_eq(t.parse.seen.page_mark, CV_SECRET);
    ck_assert(t.parse.lines.v[0].flags & CV_LINE_SECTION);
    cv_arena_free(&t.arena);
}
END_TEST

static const struct {
    const char *in;
    bool dashes, end;
} kinds[] = {
    {"-------", true, false},
    {"- - - - -", true, false},
    {"=====", true, false},
    {"-", true, false},
    {"", false, false},
    {"-- AND", false, false},
    {"NNNN", false, true},
    {"NNN", false, true},
    {"BT", false, true},
    {"#1060", false, true},
    {"#1060a", false, false},
    {"NN", false, false},
    {"NNNNMAFVVZCZ", false, true},
    {"NMAFVVZCZ", false, true},
    {"NATIONS VVZCZ", false, false},
    {"=======================CABLE TEXT============================", false, true},
    {"=======================CABLE ENDS============================", false, true},
    {"***** End of cable *****", false, true},
    {"----- END OF CABLE NETWORKS -----", false, false},
};

START_TEST(kind) {
    struct cv_span s = cv_span_of(kinds[_i].in, strlen(kinds[_i].in));
    ck_assert_msg(cv_is_dashes(s) == kinds[_i].dashes, "%s", kinds[_i].in);
    ck_assert_msg(cv_is_end_mark(s) == kinds[_i].end, "%s", kinds[_i].in);
}
END_TEST

int main(void) {
    Suite *s = suite_create("transport");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, kind, 0, (int)CV_ARRAY_LEN(kinds));
    tcase_add_test(t, first_page);
    return cv_check_run(s);
}
