/* test_signature.c - who signed, and what stands behind it (sheet 12, NARA sheet 2). */
#include "text_case.h"

#define LONG                                                                                                           \
    "The quick brown fox jumps over the lazy dog and then it jumps over the other dog, which is just as lazy as the "  \
    "first. "

static const struct {
    const char *name, *in, *signature, *last; /* last: the text of the last paragraph */
} rows[] = {
    {"alone", "1. (U) a b c.\nMOORE", "MOORE", "a b c."},
    {"below a blank line", "1. (U) a b c.\n\nMOORE\n", "MOORE", "a b c."},
    {"title case", "1. (U) a b c.\n\nWolff", "Wolff", "a b c."},
    {"behind the last full stop", "1. (U) " LONG "END COMMENT. SOBEL", "SOBEL", NULL},
    {"below the end of a comment that has no stop", "1. (U) COMMENT: A B C. END COMMENT\nSOBEL", "SOBEL",
     "COMMENT: A B C. END COMMENT"},
    {"below a bracket that closes so", "1. A B C. (COMMENT: D. END COMMENT)\nSOBEL", "SOBEL",
     "A B C. (COMMENT: D. END COMMENT)"},
    {"behind a day", "1. A B C D E F G H I J K L M N O P BY DECEMBER\n18. KISSINGER", "KISSINGER", NULL},
    {"a last word is none", "1. SOME WAY OUT WHICH ALL OF THEM CAN ACCEPT NOW APPEARS\n\nPROBABLE.", NULL, NULL},
    {"no name behind it", "1. A B C D.\n\nDECONTROL UPON RECEIPT", NULL, NULL},
    {"with signs behind it", "1. a.\n\nZIMMER##", "ZIMMER", "a."},
    {"with a blank before it", "1. (U) a.\n\n KUBISKE", "KUBISKE", "a."},
    {"two signers", "1. (U) a.\n\nKEEGAN\nPAAL", "KEEGAN PAAL", "a."},
    {"glued to the end of a comment", "1. (U) Comment: a. End comment.SOBEL", "SOBEL", "Comment: a. End comment."},
    {"glued to a sentence", "1. (U) There are huge problems here.ATKINS", "ATKINS", "There are huge problems here."},
    {"words of the Department behind it", "1. (U) a b.\n\nMOORE\n\nMINIMIZE CONSIDERED", "MOORE", "a b."},
    {"words of a system behind it", "1. (U) a b.\n\nMOORE\n\nEnd Cable Text", "MOORE", "a b."},
    {"a notice between stars behind it",
     "1. (U) " LONG
     "It ends. MOORE ****************** Visit Lima's Classified Web Site: http://www.state.sgov.gov/p/lima "
     "******************",
     "MOORE", NULL},
    {"words of the Department and no name", "1. (U) a b.\n\nMINIMIZE CONSIDERED.", NULL, "a b.\nMINIMIZE CONSIDERED."},
    {"two words", "1. (U) a.\n\nLA LIME", "LA LIME", "a."},
    {"a hyphen", "1. (U) a.\n\nTHOMAS-GREENFIELD", "THOMAS-GREENFIELD", "a."},
    {"doubled", "1. (U) a.\n\nKUBISKE KUBISKE", "KUBISKE", "a."},
    {"doubled, of two words", "1. (U) a.\n\nLA WAINE LA WAINE", "LA WAINE", "a."},
    {"doubled on two lines", "1. (U) a.\n\nLA WAINE\nLA WAINE", "LA WAINE", "a."},
    {"particles", "1. (U) a.\n\nAmbassador John de la Cruz", "John de la Cruz", "a."},
    {"a title below it", "1. (U) a.\n\nSTEWART\nAmbassador", "STEWART", "a."},
    {"a title behind a comma", "1. (U) a.\n\nJ. P. STEWART, CHARGE D'AFFAIRES", "J. P. STEWART", "a."},
    {"a title alone", "1. (U) a.\n\nAMBASSADOR", NULL, "a.\nAMBASSADOR"},
    {"a title in a sentence", "1. (U) He will meet with the new\nAmbassador Stewart.", NULL,
     "He will meet with the new\nAmbassador Stewart."},
    {"signs before it", "1. (U) a.\n##\nCRIGLER\nBT", "CRIGLER", "a."},
    {"words of a system before it", "1. (U) a. ##\nEnd Cable Text\nCRIGLER", "CRIGLER", "a."},
    {"an attachment behind it", "1. (U) a.\nHARDY\n\nAttachment:\n\n1. b.\n\n2. c.\n\nDOE", "HARDY", "DOE"},
    {"above UNQUOTE", "1. THE FERRY SAILED.\n\nHOLLIS\nUNQUOTE", "HOLLIS", "THE FERRY SAILED."},
    {"a word with a full stop above it is none", "1. CONCLUSION.\n   NONE.\nHOLLIS", "HOLLIS", "CONCLUSION.\nNONE."},
    {"glued to a day", "1. THE FERRY SAILS AGAIN ON WEDNESDAY, JULY 13.HOLLIS", "HOLLIS",
     "THE FERRY SAILS AGAIN ON WEDNESDAY, JULY 13."},
    {"glued to a bracket", "1. THE FERRY SAILED ON TIME (SEE REFTEL).RUSH", "RUSH",
     "THE FERRY SAILED ON TIME (SEE REFTEL)."},
    {"a TAG glued to a sentence is none", "1. THE FERRY SAILED ON TIME. SEE OUR PAPERS.PFOR", NULL, NULL},
    {"glued to capitals", "1. THE FERRY SAILED ON TIME, AND NOBODY WAS ABOARD IT.HOLLIS", "HOLLIS",
     "THE FERRY SAILED ON TIME, AND NOBODY WAS ABOARD IT."},
    {"a saint", "1. (U) a.\nSt. Clair", "St. Clair", "a."},
    {"the end mark behind it on its line", "1. (U) a. End Summary. MOORE NNNN", "MOORE", "a. End Summary."},
    {"a title in brackets", "1. (U) a.\n\nMoore (acting)", "Moore", "a."},
    {"signs around it", "1. (U) a.\n<<<STEWART>>>", "STEWART", "a."},
    {"the sign of a signature", "1. (U) a.\n\n/s/ STEWART", "STEWART", "a."},
    {"a suffix", "1. (U) a.\n\nTIMKEN JR", "TIMKEN JR", "a."},
    {"initials glued to it", "1. (U) a.\n\nHUGHESMK", "HUGHESMK", "a."},
    {"the sender's system adds it last", "You have set a high standard.\n\nBest,\n\nJeff\nclinton", "clinton", "Jeff"},
    {"a lone number above it",
     "17. Nine million.\n\n\xC2\xB6"
     "18. \nCreamer",
     "Creamer", NULL},
    {"cut text",
     "17. Nine million.\n\n\xC2\xB6"
     "18. ~Creamer",
     "Creamer", NULL},
    {"marks and end marks behind it", "1. (C) a.\nJEFFERS \n\nCONFIDENTIAL\nNNNN\n#1060\nBT", "JEFFERS", "a."},
    {"crumbs behind it",
     "1. (C) a.\nWHITE\n\nTrack impresi\xC3\xB3n: name @ Sat Dec 4. Este documento\nID:\t187536\n2009-12-31\n.",
     "WHITE", "a."},
    {"a site behind it", "1. (C) a.\nAGUIRRE\nEPET @ EL PA\xC3\x8DS", "AGUIRRE", "a."},
    {"a date on its own line", "1. (U) " LONG "An autonomous offense. KUBISKE 2009-12-31", "KUBISKE", NULL},
    {"a notice before it",
     "1. (U) a.\n\nPlease visit Paris' Classified Website at: \nhttp://www.state.sgov.gov/p/eur/paris/index.c fm "
     "\n\nHOFMANN",
     "HOFMANN", "a."},
    {"a notice before it on one line",
     "1. (U) " LONG
     "An issue. Visit London's Classified Website: http://www.intelink.sgov.gov/wiki/Portal:Unit ed_Kingdom TUTTLE",
     "TUTTLE", NULL},
    {"none: a full sentence", "6. This cable was cleared by Embassy Brasilia.", NULL,
     "This cable was cleared by Embassy Brasilia."},
    {"none: the end of a comment", "1. Comment: a.\nEnd comment.", NULL, NULL},
    {"none: a web address", "9. Track reporting at \nhttp://www.intelink.sgov.gov/wiki/Portal:Germ any.", NULL, NULL},
    {"none: a word of the text", "1. THEY ARE ALREADY ON THEIR WAY TO THE CAPITAL OF\nBOLIVIA", NULL, NULL},
    {"none: a redaction", "6. Track reporting at\nxxxxx", NULL, NULL},
    {"a redaction above it", "1. (U) a.\n\nXXXXXXXXXXXX\nAGUIRRE", "AGUIRRE", NULL},
    {"minimize", "6.  (U) MINIMIZE CONSIDERED. \nCLINTON", "CLINTON", "MINIMIZE CONSIDERED."},
    {"the end of a part", "11. (U) a b c.\n\nEnd of Part One LA LIME", "LA LIME", NULL},
    {"the outer one of a repeat", "1. FOLLOWING SENT. QUOTE AGREED. KISSINGER UNQUOTE\nRUSH", "RUSH",
     "FOLLOWING SENT. QUOTE AGREED. KISSINGER UNQUOTE"},
    {"unquote and a name", "1. FOLLOWING SENT. QUOTE AGREED. UNQUOTE KISSINGER", "KISSINGER",
     "FOLLOWING SENT. QUOTE AGREED. UNQUOTE"},
    {"a cut text in capitals is none", "1. HE SAID THAT ELECTIONS WOULD BE HELD AND THAT\n\nTHE PARTY WOULD", NULL,
     NULL},
    {"below a list in capitals", "1. SCHEDULE:\n0900  CALL ON MINISTER\n1200  WHEELS UP\nATHERTON", "ATHERTON", NULL},
    {"a list's last item is none", "1. INFORM:\nTHE HAGUE\nSAN JOSE\nLISBON", NULL, NULL},
    {"a wrapped word is none", "1. SCHEDULE:\n0900  CALL ON THE MINISTER OF FOREIGN AFFAIRS AND\nRELIGION", NULL, NULL},
    {"its short form", "1. QTE AGREED.\nUNQTE\nRUSH", "RUSH", "QTE AGREED.\nUNQTE"},
    {"unquote behind it", "1. TEXT GOES ON. KISSINGER\nUNQUOTE", "KISSINGER", NULL},
    {"capitals behind a full stop", "3. COMMENT: WE AGREE. END COMMENT. HOLLIS", "HOLLIS",
     "COMMENT: WE AGREE. END COMMENT."},
    {"a note of the office behind it", "3. BY LOCAL AUTHORITIES.\nSTEDMAN\n\nNOTE BY OC/T: NOT PASSED ALL POSTS.",
     "STEDMAN", "NOTE BY OC/T: NOT PASSED ALL POSTS."},
    {"a group before it", "3. WE AGREE.\nGP-3\nRUSK", "RUSK", "WE AGREE."},
    {"a group at the end of its line", "3. WE AGREE. GP-3\nRUSK", "RUSK", "WE AGREE."},
    {"a lone caption", "1. (U) a.\n\nSMITH\nSIPDIS", "SMITH", "a."},
};

START_TEST(row) {
    struct text_case t;
    text_run(&t, rows[_i].in, TEXT_STRIP | TEXT_PARSE, 0);
    cv_assert_span(rows[_i].name, t.cable.signature, rows[_i].signature);
    if (rows[_i].last) {
        ck_assert(t.cable.paragraphs.n > 0);
        cv_assert_span(rows[_i].name, t.cable.paragraphs.v[t.cable.paragraphs.n - 1].text, rows[_i].last);
    }
    text_assert_accounted(rows[_i].name, &t);
    text_assert_text(rows[_i].name, &t);
    cv_arena_free(&t.arena);
}
END_TEST

START_TEST(office_note) {
    struct text_case t;
    text_run(&t, "3. BY LOCAL AUTHORITIES.\nSTEDMAN\n\nNOTE BY OC/T: NOT PASSED ALL POSTS.", TEXT_PARSE, 0);
    cv_assert_span("rows", text_paragraphs(&t),
                   "3||||BY LOCAL AUTHORITIES.\n||note||NOTE BY OC/T: NOT PASSED ALL POSTS.");
    cv_arena_free(&t.arena);
}
END_TEST

START_TEST(group_is_a_note) {
    struct text_case t;
    text_run(&t, "3. WE AGREE. GP-3. RUSK", TEXT_PARSE, 0);
    cv_assert_span("note", t.cable.declassify_note, "GP-3");
    cv_assert_span("signature", t.cable.signature, "RUSK");
    cv_arena_free(&t.arena);
}
END_TEST

int main(void) {
    Suite *s = suite_create("signature");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_test(t, office_note);
    tcase_add_test(t, group_is_a_note);
    return cv_check_run(s);
}
