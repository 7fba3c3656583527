/* test_paragraphs.c - numbers, marks, lines joined, quoted documents, unnumbered texts (sheet 11, 16). */
#include "text_case.h"

#define LONG                                                                                                           \
    "The quick brown fox jumps over the lazy dog and then it jumps over the other dog, which is just as lazy as the "  \
    "first. "

static const struct {
    const char *name, *in, *paragraphs, *problems;
} rows[] = {
    /* numbers and marks */
    {"marks in all places",
     "1. (SBU) a.\n\n2. b.\n\n3.(C) c.\n\n(C) 4. d.\n\n5) (S/NF) e.\n\n\xC2\xB6"
     "6.  (C) f.\n\n7 (C) g.",
     "1|SBU|||a.\n2||||b.\n3|C|||c.\n4|C|||d.\n5|S/NF|||e.\n6|C|||f.\n7|C|||g.", NULL},
    {"a double number",
     "\xC2\xB6"
     "1. 1. Summary and comment: x.\n\n\xC2\xB6"
     "2. 2. y.",
     "1||summary||Summary and comment: x.\n2||||y.", "summary-unclosed"},
    {"numbers without anything behind them",
     "1. a.\n\n\xC2\xB6"
     "2.\n\n3. b.",
     "1||||a.\n2||||\n3||||b.", NULL},
    {"a mark with a point", "7. (C/NF). Text", "7|C/NF|||Text", NULL},
    {"a garbled mark", "1. {C) Text", "1|C|||Text", "mark-garbled"},
    {"a gap", "4. (U) a.\n\n15. (SBU) b.", "4|U|||a.\n15|SBU|||b.", "paragraph-gap"},
    {"a repeat", "4. a.\n\n5. b.\n\n5. c.", "4||||a.\n5||||b.\n5||||c.", "paragraph-repeat"},
    {"a misprint", "20. a.\n\n21. b.\n\n2. c.\n\n23. d.", "20||||a.\n21||||b.\n2||||c.\n23||||d.", "paragraph-repeat"},
    {"a misprinted one", "9. a.\n\n10. b.\n\n1. c.\n\n12. d.", "9||||a.\n10||||b.\n1||||c.\n12||||d.",
     "paragraph-repeat"},
    {"a year at line start",
     "1. (U) The prisoners could all of them be released in June \n\xC2\xB6"
     "2006. \n\n2. (U) b.",
     "1|U|||The prisoners could all of them be released in June 2006.\n2|U|||b.", NULL},
    {"an amount at line start", "1. The ministry says that all of this together costs\n3.2 billion.\n2. b.",
     "1||||The ministry says that all of this together costs 3.2 billion.\n2||||b.", NULL},
    {"a date at line start", "1. He came on March\n2. He left.", "1||||He came on March / 2. He left.", NULL},
    {"a marked list in another numbering",
     "3. (S) Themes:\n\n4. (S) Wants:\n\nA. (S) Near:\n\n1) (S) Tides.\n\n2) (S) Reefs.\n\n5. (S) Ends.",
     "3|S|||Themes:\n4|S|||Wants: / A. (S) Near: / 1) (S) Tides. / 2) (S) Reefs.\n5|S|||Ends.", NULL},
    {"the next letter behind a line that ends in a letter", "2. CASES\n\na. Owner A\nb. 1997\nc. Settled.",
     "2||||CASES / a. Owner A / b. 1997 / c. Settled.", NULL},
    {"countries over the names of participants",
     "7. (U) Participants:\n\nU.S.\n\nDr. Roe\n\nPERU\n\nCol Poe\n\n8. (U) Roe sends.",
     "7|U|||Participants: / U.S. / Dr. Roe / PERU / Col Poe\n8|U|||Roe sends.", NULL},
    {"a list over a page break",
     "1. (U) Schools:\nAges 6-9\n   Ward A, Lima\n\nLIMA 00000567  002 OF 002\n\n\n   Ward B, Ica\n\n2. (U) b.",
     "1|U|||Schools: / Ages 6-9 / Ward A, Lima / Ward B, Ica\n2|U|||b.", NULL},
    {"a list restarts", "7. (U) They ask for:\n\n1. money;\n2. time;\n3. air.\n\n8. (U) We do not.",
     "7|U|||They ask for: / 1. money; / 2. time; / 3. air.\n8|U|||We do not.", NULL},
    {"a list that meets the sequence", "1. They ask for:\n1. money;\n2. time.\n\n2. (U) We do not.",
     "1||||They ask for: / 1. money; / 2. time.\n2|U|||We do not.", NULL},
    {"a list with brackets below an unmarked number",
     "1. They want:\n\n1) Peace.\n2) Bread.\n3) Land.\n\n2. We want:\n\n   1. Peace;\n   2. Bread; and\n   3. "
     "Land.\n\n3. Nobody.",
     "1||||They want: / 1) Peace. / 2) Bread. / 3) Land.\n2||||We want: / 1. Peace; / 2. Bread; and / 3. "
     "Land.\n3||||Nobody.",
     NULL},
    {"a quoted document",
     "2. It rests on this:\n\nBegin text:\n\n1. The quota is high.\n2. It holds.\n\nEnd text.\n\n3. Post will follow "
     "up.",
     "2||||It rests on this: / Begin text: / 1. The quota is high. / 2. It holds. / End text.\n3||||Post will follow "
     "up.",
     NULL},
    {"a quoted letter with the cable's numbers",
     "3. DRAFT FOLLOWS.\n\n4. BEGIN TEXT: DEAR SIR.\n\n5. I AM WELL. END TEXT.\n\n6. PLEASE ADVISE.",
     "3||||DRAFT FOLLOWS.\n4||||BEGIN TEXT: DEAR SIR.\n5||||I AM WELL. END TEXT.\n6||||PLEASE ADVISE.", NULL},
    {"numbers without blank lines between", "1. ONE.\n2. TWO.\n3. THREE.", "1||||ONE.\n2||||TWO.\n3||||THREE.", NULL},
    {"misprints without blank lines", "20. A.\n21. B.\n2. C.\n23. D.\n25. E.",
     "20||||A.\n21||||B.\n2||||C.\n23||||D.\n25||||E.", "paragraph-repeat paragraph-gap"},
    {"names at the end of a list are no heading",
     "7. (U) Participants:\n\nMr. Roe\n\nCol Doe\nMs. Poe (Int)\n\n8. (U) B.",
     "7|U|||Participants: / Mr. Roe / Col Doe / Ms. Poe (Int)\n8|U|||B.", NULL},
    {"slashes around a heading, no blank line above", "2. (C) It ends so.\n//COMMENT//\n3. (C) B.",
     "2|C|||It ends so.\n3|C|comment|COMMENT|B.", NULL},
    {"two points", "3. A.\n4.. B.", "3||||A.\n4||||B.", NULL},
    {"in mid-line", "1. (U) " LONG "It ends. 2. (U) In August, it began.",
     "1|U|||The quick brown fox jumps over the lazy dog and then it jumps over the other dog, which is just as lazy as "
     "the first. It ends.\n"
     "2|U|||In August, it began.",
     NULL},
    {"all numbers begin anew",
     "1.  Lead Stories\n2.  Trade\n3.  Weather\n\n\n1.  Lead Stories\n\nSome text here.\n\n2.  Trade\n\nMore of "
     "it.\n\n3.  Weather\n\nRain.",
     "1||||Lead Stories\n2||||Trade\n3||||Weather\n1||||Lead Stories / Some text here.\n2||||Trade / More of "
     "it.\n3||||Weather / Rain.",
     "paragraph-repeat"},
    {"out of order", "4. a.\n\n6. b.\n\n5. c.", "4||||a.\n6||||b.\n5||||c.", "paragraph-gap paragraph-repeat"},
    {"a bracket of the mark is lost", "1. U) a.\n\n2. (SBU It b.\n\n3. (CONF) c.\n\n4. (NATO the d.",
     "1|U|||a.\n2|SBU|||It b.\n3|CONF|||c.\n4||||(NATO the d.", "mark-garbled mark-garbled"},
    {"a comma or PARA needs a mark", "1. (U) a.\n\n2, (U) b.\n\nPARA 3. (U) c.\n\nPARA 4. No.\n\n5, no.",
     "1|U|||a.\n2|U|||b.\n3|U|||c. / PARA 4. No. / 5, no.", NULL},
    /* unnumbered text */
    {"no number at all", "One block\nof text.\n\nAnother one.", "||||One block of text.\n||||Another one.", NULL},
    {"before the first number", "(SBU) This is the second of three.\n\n1. (U) a.",
     "|SBU|||This is the second of three.\n1|U|||a.", NULL},
    {"between numbers", "1. (U) a.\n\nMore of a.\n\n2. (U) b.", "1|U|||a. / More of a.\n2|U|||b.", NULL},
    {"behind the last number", "1. (U) a.\n\nMore of a.\n\nComment: So it goes.\n\nAnd on.",
     "1|U|||a. / More of a.\n||comment||Comment: So it goes.\n||||And on.", NULL},
    {"a marked comment behind the last number", "1. (U) a.\n\n(C) Comment: So it goes.",
     "1|U|||a.\n|C|comment||Comment: So it goes.", NULL},
    {"the end of a comment ends a block of capitals",
     "A MAN CAME IN FROM THE COLD OF THE NORTHERN MOUNTAINS. (COMMENT: B. END COMMENT)\n\nC CAME.",
     "||||A MAN CAME IN FROM THE COLD OF THE NORTHERN MOUNTAINS. (COMMENT: B. END COMMENT)\n||||C CAME.", NULL},
    {"marked numbers of a quoted telegram",
     "1. (C) Repeat:\n\nQUOTE\n\n1. (C) One.\n\n2. (C) Two.\n\nUNQUOTE\n\n2. (C) We agree.",
     "1|C|||Repeat: / QUOTE / 1. (C) One. / 2. (C) Two. / UNQUOTE\n2|C|||We agree.", NULL},
    {"marked numbers of a quoted telegram in mid-line",
     "1. (C) Repeat:\n\nQUOTE. LIMA 123.\n1. (C) SUMMARY: One is all there is of it. END SUMMARY. 2. (C) "
     "Two.\nUNQUOTE\n\n2. "
     "(C) We agree.",
     "1|C|||Repeat: / QUOTE. LIMA 123. / 1. (C) SUMMARY: One is all there is of it. END SUMMARY. 2. (C) Two. "
     "UNQUOTE\n"
     "2|C|||We agree.",
     NULL},
    {"a mark below its number", "1.\n(C) a.\n\n2.\n\n(U) b.\n\n(U) c.\n\n3.\n\nComment: d.",
     "1|C|||a.\n2|U|||b. / (U) c.\n3||comment||Comment: d.", NULL},
    {"a number in brackets needs a mark", "1. (U) a.\n\n(2) (U) b.\n\n(3) c.", "1|U|||a.\n2|U|||b. / (3) c.", NULL},
    {"a short piece of joined text", "1. (U) It is more- LIMA 00000001 002 OF 003 over wet. 2. (U) Two.",
     "1|U|||It is more-over wet.\n2|U|||Two.", NULL},
    {"a year alone closes a short line",
     "1. (U) It ends in\n\xC2\xB6"
     "2007.\n\n2. (U) b.",
     "1|U|||It ends in 2007.\n2|U|||b.", NULL},
    {"a dash in a mark", "1. (C-NF) a.\n\n2. (S - NOFORN) b.", "1|C-NF|||a.\n2|S-NOFORN|||b.", NULL},
    {"an attachment behind the signature", "WHO\n---\n\n1. a.\nHARDY\n\nAttachment:\n\n1. b.\n\n2. c.",
     "1|||WHO|a.\n||||Attachment:\n||||1. b.\n||||2. c.", NULL},
    {"a text that breaks off", "1. The minister said that he ...", "1||||The minister said that he ...", "truncated"},
    {"in mid-sentence", "1. The minister said that he will be at the\n\n",
     "1||||The minister said that he will be at the", "truncated"},
    /* noise of the line */
    {"a line again behind a stray capital",
     "1. (U) There was a fairly transparent reference to\nQhere was a fairly "
     "transparent reference to that.",
     "1|U|||There was a fairly transparent reference to Qhere was a fairly transparent reference to that.",
     "line-noise"},
    {"the same in joined text",
     "1. (U) The executives said that they would no longer QThe executives said that they would no longer use it.",
     "1|U|||The executives said that they would no longer QThe executives said that they would no longer use it.",
     "line-noise"},
    {"words that come again are no noise",
     "1. (U) They met the Deputy Assistant Secretary of\nState and the other Deputy Assistant Secretary of War.",
     "1|U|||They met the Deputy Assistant Secretary of State and the other Deputy Assistant Secretary of War.", NULL},
    {"nor is a list", "1. (U) a:\n\nNothing to report from here.\n\nNothing to report from here.",
     "1|U|||a: / Nothing to report from here. / Nothing to report from here.", NULL},
    /* lines */
    {"bullets", "1. Points:\n-- who pays\nfor it;\n-- who guards it; and\n- who is to blame.\n* nobody",
     "1||||Points: / -- who pays for it; / -- who guards it; and / - who is to blame. / * nobody", NULL},
    {"items", "1. Two reasons:\nA. CYCLONE.\nB. NO MINISTER.\n(1) one;\n(a) two;",
     "1||||Two reasons: / A. CYCLONE. / B. NO MINISTER. / (1) one; / (a) two;", NULL},
    {"a dash that goes on an item",
     "1. Points:\n--  the first of the points that are made\n-   and its second line;\n--  the second.",
     "1||||Points: / --  the first of the points that are made and its second line; / --  the second.", NULL},
    {"a table", "1. (U) Figures:\n\nSection    Km    Stations\nNorth      112   3\nSouth       87   2\n\n2. (U) b.",
     "1|U|||Figures: / Section    Km    Stations / North      112   3 / South       87   2\n2|U|||b.", NULL},
    {"short lines", "3. (U) Participants:\nJohn Doe\nJane Roe, of the\nMinistry",
     "3|U|||Participants: / John Doe / Jane Roe, of the Ministry", NULL},
    {"a hyphen stays", "1. a self-\ncontained unit by TOSEC/\nSECTO and a 30-\nyear-old man",
     "1||||a self-contained unit by TOSEC/SECTO and a 30- year-old man", NULL},
    {"an apostrophe", "1. the ministry's and the people'\ns right", "1||||the ministry's and the people's right", NULL},
    {"a blank line is a break", "1. One.\n\nTwo.\n\n\nThree.", "1||||One. / Two. / Three.", NULL},
    {"a blank line in mid-sentence", "1. It will also increase \n\nfocus on special care.",
     "1||||It will also increase focus on special care.", NULL},
    {"a day below its month", "1. IT WAS REPORTED ON SEPT\n5 AND 8.", "1||||IT WAS REPORTED ON SEPT 5 AND 8.", NULL},
    {"a list's last line and a sentence in capitals",
     "THE SHIP SAILED MARCH 10. PORTS:\n\nMARCH 11 - BERN\nMARCH 12 - LIMA\n\nHE WAS WELL RECEIVED.",
     "||||THE SHIP SAILED MARCH 10. PORTS:\n||||MARCH 11 - BERN / MARCH 12 - LIMA\n||||HE WAS WELL RECEIVED.", NULL},
    {"a title behind its number in capitals", "4. THE GUNS\n\nHE WANTS HOWITZERS AND ALL THE OTHER KINDS THERE ARE.",
     "4||||THE GUNS / HE WANTS HOWITZERS AND ALL THE OTHER KINDS THERE ARE.", NULL},
    {"lines of a list in capitals that begin with the same word", "1. OWED:\n\nTO THE FERRY: 4\nTO THE CREW: 5",
     "1||||OWED: / TO THE FERRY: 4 / TO THE CREW: 5", NULL},
    {"sentences in capitals that address several", "4. FOR BERN: PLEASE TELL THEM.\nFOR ROME: PLEASE DO NOT.",
     "4||||FOR BERN: PLEASE TELL THEM. / FOR ROME: PLEASE DO NOT.", NULL},
    {"wide gaps behind bullets",
     "1. They want:\n--    a well that is deep enough for all of them in the\nvillage;\n\xE2\x80\xA2\ta dam of a size "
     "that nobody in the village has ever\nseen; and\n1)   a road.",
     "1||||They want: / --    a well that is deep enough for all of them in the village; / \xE2\x80\xA2\ta dam of a "
     "size that "
     "nobody in the village has ever seen; and / 1)   a road.",
     NULL},
    {"a line of a table with one narrow gap", "1. Times:\n\nJUNE 3    1300  ARRIVE\n          1500  CALL",
     "1||||Times: / JUNE 3    1300  ARRIVE /           1500  CALL", NULL},
    {"the end of a comment without numbers", "Begin Comment\n\nGood news.\n\nEnd Comment",
     "||comment|Begin Comment|Good news. / End Comment", NULL},
    {"Roman items", "1. WHY:\nI.  WHO;\nII. WHEN; AND\nIII. WHERE.",
     "1||||WHY: / I.  WHO; / II. WHEN; AND / III. WHERE.", NULL},
    {"a garbled bracket before unnumbered text", "{C) The ferry sails.\n\n(SUB) b.",
     "|C|||The ferry sails.\n||||(SUB) b.", "mark-garbled"},
    {"a letter's head in capitals",
     "1. TEXT FOLLOWS:\n\nDEAR MR. PRESIDENT,\n\nIT IS A PLEASURE TO WRITE TO YOU ON THIS DAY.",
     "1||||TEXT FOLLOWS: / DEAR MR. PRESIDENT, / IT IS A PLEASURE TO WRITE TO YOU ON THIS DAY.", NULL},
    {"a page break in mid-sentence", "1. or\nwho is to blame if nobody\n\nLIMA 00000001  002 OF 003\n\n\ndoes.",
     "1||||or who is to blame if nobody does.", NULL},
    {"a page break in a word", "1. a self-\n\nLIMA 00000001  002 OF 003\n\n\ncontained unit",
     "1||||a self-contained unit", NULL},
    {"a filler", "1. (U) One.\n-\n2. (U) Two.\n-\nThree.", "1|U|||One.\n2|U|||Two. / Three.", NULL},
    {"a caption astray", "1. (U) One goes\n\nSIPDIS\n\non here.", "1|U|||One goes on here.", NULL},
    {"a caption glued in front", "1. (U) The list of the people is this:\nSIPDIS Rt Hon Member of Parliament",
     "1|U|||The list of the people is this: / Rt Hon Member of Parliament", NULL},
    /* entire text */
    {"entire text", "1. (S - ENTIRE TEXT).\n\n2. DETAILS FOLLOW.", "1|S|note||ENTIRE TEXT\n2||||DETAILS FOLLOW.", NULL},
    {"entire text behind a mark", "1. (C) ENTIRE TEXT.\n\n2. DETAILS FOLLOW.",
     "1|C|note||ENTIRE TEXT\n2||||DETAILS FOLLOW.", NULL},
    {"entire text before a text", "1. (LOU - ENTIRE TEXT)  SUMMARY: A. END SUMMARY.\n\n2. B.",
     "1|LOU|summary||SUMMARY: A. END SUMMARY.\n2||||B.", NULL},
    {"entire text behind a mark before a text", "1. (C) ENTIRE TEXT. A.\n\n2. B.", "1|C|||A.\n2||||B.", NULL},
    {"entire text above the numbers", "CONFIDENTIAL ENTIRE TEXT\n\n1. A.", "|CONFIDENTIAL|note||ENTIRE TEXT\n1||||A.",
     NULL},
    {"entire text in words", "1. CONFIDENTIAL - ENTIRE TEXT.\n2. DETAILS.",
     "1|CONFIDENTIAL|note||ENTIRE TEXT\n2||||DETAILS.", NULL},
    {"noise repeats a line",
     "1. (U) It would no longer\nQwould use the blue light at all and then\n\nwould use the blue light at all and "
     "then.",
     NULL, NULL},
};

START_TEST(row) {
    struct text_case t;
    text_run(&t, rows[_i].in, TEXT_STRIP | TEXT_PARSE, 0);
    if (rows[_i].paragraphs) {
        cv_assert_span(rows[_i].name, text_paragraphs(&t), rows[_i].paragraphs);
        cv_assert_span(rows[_i].name, text_problems(&t), rows[_i].problems);
    }
    text_assert_accounted(rows[_i].name, &t);
    text_assert_text(rows[_i].name, &t);
    cv_arena_free(&t.arena);
}
END_TEST

START_TEST(every_prefix) {
    struct text_case t;
    char z[2048];
    size_t n = strlen(rows[_i].in);
    ck_assert(n < sizeof z);
    for (size_t k = 0; k <= n; k++) {
        memcpy(z, rows[_i].in, k);
        z[k] = 0;
        text_run(&t, z, TEXT_STRIP | TEXT_SECTIONS | TEXT_PARSE, 0);
        text_assert_accounted(rows[_i].name, &t);
        text_assert_text(rows[_i].name, &t);
        cv_arena_free(&t.arena);
    }
}
END_TEST

/* The arena refuses at every point in turn: the parse ends, nothing is read or written where it may not. */
START_TEST(every_refusal) {
    struct text_case t;
    for (text_ceiling = 64; text_ceiling < 60000; text_ceiling += text_ceiling < 4096 ? 61 : 509) {
        text_run(&t, rows[_i].in, TEXT_STRIP | TEXT_SECTIONS | TEXT_PARSE, 0);
        cv_arena_free(&t.arena);
    }
    text_ceiling = 0;
}
END_TEST

START_TEST(entire_text_spreads) {
    struct text_case t;
    text_run(&t, "1. (S - ENTIRE TEXT).\n\n2. DETAILS FOLLOW.\n\n3. (U) NOT HERE.", TEXT_PARSE, 0);
    cv_assert_span("2", t.cable.paragraphs.v[1].classification, "SECRET");
    cv_assert_span("2", t.cable.paragraphs.v[1].portion, NULL);
    cv_assert_span("3", t.cable.paragraphs.v[2].classification, "UNCLASSIFIED");
    cv_arena_free(&t.arena);
}
END_TEST

int main(void) {
    Suite *s = suite_create("paragraphs");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, every_prefix, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, every_refusal, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_test(t, entire_text_spreads);
    return cv_check_run(s);
}
