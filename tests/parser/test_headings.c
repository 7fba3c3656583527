/* test_headings.c - which lines are headings and for how long they hold (sheet 11). */
#include "text_case.h"

#define LONG                                                                                                           \
    "The quick brown fox jumps over the lazy dog and then it jumps over the other dog, which is just as lazy as the "  \
    "first. "
#define LONG_OUT                                                                                                       \
    "The quick brown fox jumps over the lazy dog and then it jumps over the other dog, which is just as lazy as the "  \
    "first."

static const struct {
    const char *name, *in, *paragraphs, *problems;
} rows[] = {
    {"title case", "Better Relations with the Government\n\n2. (C) a.", "2|C||Better Relations with the Government|a.",
     NULL},
    {"between dashes",
     "1. (U) a.\n\n----------------------\nNO DATE UNTIL THE FALL\n---------------------- \n\n3. (C) b.\n4. (U) c.",
     "1|U|||a.\n3|C||NO DATE UNTIL THE FALL|b.\n4|U||NO DATE UNTIL THE FALL|c.", "paragraph-gap"},
    {"underlined", "Summary\n-------\n\n1. (U) a.", "1|U|summary|Summary|a.", NULL},
    {"of two underlined ones the nearer", "ECONOMY\n-------\nPrices\n------\n\n1. (U) a.", "1|U||Prices|a.", NULL},
    {"in capitals between numbers, without blank lines",
     "1. THE FERRY SAILED AND CARRIED 12 TONS (1972: 9.4).\nIMPORTS\n2. NONE CAME FROM THE SEVEN ISLANDS OF THE "
     "SO-CALLED U.S.\nEMBASSY\n3. ITEMS:\nA. TEA FROM CEYLON.\nSALT\n4. END.",
     "1||||THE FERRY SAILED AND CARRIED 12 TONS (1972: 9.4).\n2|||IMPORTS|NONE CAME FROM THE SEVEN ISLANDS OF THE "
     "SO-CALLED U.S. EMBASSY\n3|||IMPORTS|ITEMS: / A. TEA FROM CEYLON. / SALT\n4|||IMPORTS|END.",
     NULL},
    {"figures of a table whose gaps are lost are none", "1. TRADE:\nTEA 12.5 13.1\n-----\nSUM 12.5 13.1\n\n2. UP.",
     "1||||TRADE: / TEA 12.5 13.1 / SUM 12.5 13.1\n2||||UP.", NULL},
    {"a bracketed summary is none", "(SUMMARY) THE FERRY SAILED. (END SUMMARY)\n\n1. IT WAS LATE.",
     "||summary||(SUMMARY) THE FERRY SAILED. (END SUMMARY)\n1||||IT WAS LATE.", NULL},
    {"a summary above another's dashes is none",
     "SUMMARY: THE FERRY SAILED.  END SUMMARY\n-------\nTHE CREW\n-------\n1. IT WAS LATE.",
     "||summary||SUMMARY: THE FERRY SAILED.  END SUMMARY\n1|||THE CREW|IT WAS LATE.", NULL},
    {"FOLLOWING announces a list", "FOLLOWING ARE MISSING:\n\n1. ONE SAILOR\n2. ONE COOK",
     "||||FOLLOWING ARE MISSING:\n1||||ONE SAILOR\n2||||ONE COOK", NULL},
    {"below a table", "1. TRADE:\n\nTEA       12    13\nSALT       3     4\n\nPRICES\n\n2. UP.",
     "1||||TRADE: / TEA       12    13 / SALT       3     4\n2|||PRICES|UP.", NULL},
    {"SUMMARY right above its text", "SUMMARY\nTHE FERRY SAILED. END SUMMARY\n\n1. IT WAS LATE.",
     "||summary|SUMMARY|THE FERRY SAILED. END SUMMARY\n1||||IT WAS LATE.", NULL},
    {"Comment as the last line of a block", "1. (U) It is small.\nComment\n2. (U) b.",
     "1|U|||It is small.\n2|U|comment|Comment|b.", NULL},
    {"one word joined to the end of joined text", "1. (U) " LONG "It ends. Background 2. (U) " LONG "It ends.",
     "1|U|||" LONG_OUT " It ends.\n2|U||Background|" LONG_OUT " It ends.", "heading-joined"},
    {"the end of a summary above dashes", "1. (C) Summary: a. End summary. -------- The Crew -------- 2. (C) b.",
     "1|C|summary||Summary: a. End summary.\n2|C||The Crew|b.", NULL},
    {"the last row of a table is none",
     "1. (U) Trade:\n-----\nTea       12    13\nSalt       3     4\n-----\nSum       15    17\n-----\nSource: "
     "Customs\n\n2. "
     "(U) b.",
     "1|U|||Trade: / Tea       12    13 / Salt       3     4 / Sum       15    17 / Source: Customs\n2|U|||b.", NULL},
    {"an item's letter behind a list",
     "1. (U) Contents:\n\nA. Tea\nB. Salt\n\nA. TEA\n\n2. (U) b.\n\nB. SALT\n\n3. (U) c.",
     "1|U|||Contents: / A. Tea / B. Salt\n2|U||A. TEA|b.\n3|U||B. SALT|c.", NULL},
    {"joined to a piece behind a page header",
     "1. (U) One is here and it is what it is BERN 00000001 001.2 OF 002 all in the same boat. Views from the "
     "Hill\n\n2. (U) b.",
     "1|U|||One is here and it is what it is all in the same boat.\n2|U||Views from the Hill|b.", "heading-joined"},
    {"Roman numerals without blank lines",
     "I. SUMMARY\n1. ALL WENT WELL.\nII. DETAILS\n2. NONE SO FAR.\nTHEY WILL COME.\nIII. COMMENT\n3. GOOD.",
     "1||summary|I. SUMMARY|ALL WENT WELL.\n2|||II. DETAILS|NONE SO FAR. THEY WILL COME.\n3||comment|III. "
     "COMMENT|GOOD.",
     NULL},
    {"an item of a list is no numeral's heading", "1. ITEMS:\nH. HEAT.\nI. ICE\n2. MORE.\nI WILL. SAY\n3. NO.",
     "1||||ITEMS: / H. HEAT. / I. ICE\n2||||MORE. / I WILL. SAY\n3||||NO.", NULL},
    {"a sentence that announces a list", "TENDER CLOSES MARCH 15. BIDDERS ARE:\n1. FIRM A, PARIS\n2. FIRM B, BONN\n",
     "||||TENDER CLOSES MARCH 15. BIDDERS ARE:\n1||||FIRM A, PARIS\n2||||FIRM B, BONN", NULL},
    {"the end of a bracket is none", "1. (U) " LONG "(Comment: It ends. End Comment)\n\n2. (U) b.",
     "1|U|||" LONG "(Comment: It ends. End Comment)\n2|U|||b.", NULL},
    {"text right above an underlined one", "1. IT ROSE, IN PARTICULAR IN\nMANUFACTURING.\nB. PRICES\n---------\n2. UP.",
     "1||||IT ROSE, IN PARTICULAR IN MANUFACTURING.\n2|||B. PRICES|UP.", NULL},
    {"a letter's without blank lines", "A. PRICES\n1. THEY ROSE BY 2 PERCENT.\nB. MONEY\n2. IT FELL.",
     "1|||A. PRICES|THEY ROSE BY 2 PERCENT.\n2|||B. MONEY|IT FELL.", NULL},
    {"letters in a row without blank lines",
     "A. ENFORCEMENT\n\n1. NONE.\nB. PROGRAMS\n2. ITEMS:\nB. ONE.\nC. TWO\n3. MORE.\nC. NEXT\n4. END.",
     "1|||A. ENFORCEMENT|NONE.\n2|||B. PROGRAMS|ITEMS: / B. ONE. / C. TWO\n3|||B. PROGRAMS|MORE.\n4|||C. NEXT|END.",
     NULL},
    {"between stars", "1. (U) a.\n\n*The Harbor*\n\n2. (U) b.", "1|U|||a.\n2|U||The Harbor|b.", NULL},
    {"text without number under one", "1. (U) a.\n\nThe Crew\n--------\n\nMore.\n\n2. (U) b.",
     "1|U|||a. / More.\n2|U||The Crew|b.", NULL},
    {"short runs of dashes in joined text",
     "SUMMARY ------- 1. (C) The ferry sails. ------- THE CREW ------- 2. (C) It is late. ------- COMMENT ------- "
     "3. "
     "(C) "
     "It sinks.",
     "1|C|summary|SUMMARY|The ferry sails.\n2|C||THE CREW|It is late.\n3|C|comment|COMMENT|It sinks.", NULL},
    {"underlined with gaps", "THE RECORD OF THE LAST TEN YEARS\n- - - - - - - - - - - - -\n\n2. (U) a.",
     "2|U||THE RECORD OF THE LAST TEN YEARS|a.", NULL},
    {"underlined over two lines",
     "GIVE US YOUR WATER; OH WHAT THE HECK WE'LL TAKE YOUR COUNTRY\nTOO\n---------------- ----\n\n8. (U) a.",
     "8|U||GIVE US YOUR WATER; OH WHAT THE HECK WE'LL TAKE YOUR COUNTRY TOO|a.", NULL},
    {"each line underlined",
     "Minister of Foreign and European\n--------------------------------\nAffairs - Name "
     "Surname\n----------------------\n11. (U) a.",
     "11|U||Minister of Foreign and European Affairs - Name Surname|a.", NULL},
    {"an underline decides over points", "1. (U) a.\n\nThe President is cornered, but...\n---------\n\n2. (U) b.",
     "1|U|||a.\n2|U||The President is cornered, but...|b.", NULL},
    {"underlined on its own line", "Comment ------------\n\n6. (U) a.", "6|U|comment|Comment|a.", NULL},
    {"dashes around it in the text", "1. (U) " LONG "------- Comment ------- \n7. (SBU) b.",
     "1|U|||" LONG_OUT "\n7|SBU|comment|Comment|b.", "paragraph-gap"},
    {"slashes around it", "1. (U) a.\n\n//COMMENT//\n\n2. (U) b.", "1|U|||a.\n2|U|comment|COMMENT|b.", NULL},
    {"a mark in front", "(SBU) Better Relations\n\n2. (C) a.", "2|C||Better Relations|a.", NULL},
    {"short lines before a number", "Cooperation with the police is good\nbut not with the army\n\n2. (C) a.",
     "2|C||Cooperation with the police is good but not with the army|a.", NULL},
    {"of two the nearer", "THE RECORD\n\nHuman Rights Abuses\n\n2. (U) a.", "2|U||Human Rights Abuses|a.", NULL},
    {"without a blank line behind it", "1. (U) a.\n\nPublic Outreach\n2. (C) b.", "1|U|||a.\n2|C||Public Outreach|b.",
     NULL},
    {"a page break in the last sentence before one",
     "1. (U) a.  The companies have not been aggressive in promoting\n\nLIMA 00000001  002 OF 003\n\n\nDoha, as "
     "others "
     "in "
     "Lima\nhave been too (all of them)\nPress Coverage\n--------------\n\n2. (C) b.",
     "1|U|||a.  The companies have not been aggressive in promoting Doha, as others in Lima have been too (all of "
     "them)\n2|C||Press Coverage|b.",
     NULL},
    {"a page break in the last words before a number",
     "1. (U) around 50 million soles, which brings the Ministry's\n\nLIMA 00000001  002 OF 003\n\n\n2009 Total to "
     "over "
     "260. END NOTE)\n\n2. (C) b.",
     "1|U|||around 50 million soles, which brings the Ministry's 2009 Total to over 260. END NOTE)\n2|C|||b.", NULL},
    {"at a page break", "1. (U) a.\n\nTHE WAY OUT\n\nLIMA 00000001  002 OF 003\n\n\n2. (C) b.",
     "1|U|||a.\n2|C||THE WAY OUT|b.", NULL},
    {"a comment heading", "COMMENT: WHO WINS?\n------------------\n\n5. (C) a.", "5|C|comment|COMMENT: WHO WINS?|a.",
     NULL},
    {"a word of the title is no marker", "Summary of Events\n-----------------\n\n5. (C) a.",
     "5|C||Summary of Events|a.", NULL},
    {"a mark behind it", "SUMMARY (C)\n-----------\n\n5. (C) a.", "5|C|summary|SUMMARY (C)|a.", NULL},
    {"END SUMMARY ends it", "SUMMARY\n-------\n\n1. (U) a. END SUMMARY.\n\n2. (U) b.",
     "1|U|summary|SUMMARY|a. END SUMMARY.\n2|U|||b.", NULL},
    {"END SUMMARY as a line", "SUMMARY\n\n1. (U) a.\n\nEND SUMMARY\n\n2. (U) b.", "1|U|summary|SUMMARY|a.\n2|U|||b.",
     NULL},
    {"the end of the line is no heading",
     "1. (U) We go on with it until we have reached the point. End\nSummary.\n\n2. (U) b.",
     "1|U|summary||We go on with it until we have reached the point. End Summary.\n2|U|||b.", NULL},
    {"joined to the paragraph before", "1. (U) " LONG "It ended in May. Haiti: A Great Opportunity\n2. (U) b.",
     "1|U|||" LONG_OUT " It ended in May.\n2|U||Haiti: A Great Opportunity|b.", "heading-joined"},
    {"joined in mid-line", "1. (U) " LONG "It ended in May. Two Person Race 2. (U) b.",
     "1|U|||" LONG_OUT " It ended in May.\n2|U||Two Person Race|b.", "heading-joined"},
    {"a line of text is none", "1. (U) a.\n\nThis line ends with a full stop.\n\n2. (U) b.",
     "1|U|||a. / This line ends with a full stop.\n2|U|||b.", NULL},
    {"a marked line in a paragraph is text",
     "1. (U) They all came in by the door at the back of the house\n(C) John Doe\nand left.\n\n2. (U) b.",
     "1|U|||They all came in by the door at the back of the house (C) John Doe and left.\n2|U|||b.", NULL},
    {"an item is none", "1. (U) a:\n\n-- The First Item\n\n2. (U) b.", "1|U|||a: / -- The First Item\n2|U|||b.", NULL},
    {"a rule of a table", "1. (U) a.\n\nName    Age\n----    ---\nJohn    30\n\n2. (U) b.",
     "1|U|||a. / Name    Age / John    30\n2|U|||b.", NULL},
    {"the end of a quoted text", "1. (U) BEGIN POINTS:\n\n-- one.\n\nEND POINTS\n\n2. (U) b.",
     "1|U|||BEGIN POINTS: / -- one. / END POINTS\n2|U|||b.", NULL},
    {"dashes above the next heading",
     "1. (U) a line of text that is not a heading, but full of commas, and "
     "ends\nhere.\n------------\nCONNECTED\n------------\n2. (U) b.",
     "1|U|||a line of text that is not a heading, but full of commas, and ends here.\n2|U||CONNECTED|b.", NULL},
    {"capitals before a page's end are none",
     "1. THE MECHANISM WORKS WELL, HE SAID, AND COULD EASILY ABSORB\n\nCONFIDENTIAL\n\nPAGE 02 LIMA 00001 "
     "301754Z\n\nMORE FUNDS FOR THIS PURPOSE\n\n2. B.",
     "1||||THE MECHANISM WORKS WELL, HE SAID, AND COULD EASILY ABSORB MORE FUNDS FOR THIS PURPOSE\n2||||B.", NULL},
};

START_TEST(row) {
    struct text_case t;
    text_run(&t, rows[_i].in, TEXT_STRIP | TEXT_PARSE, 0);
    cv_assert_span(rows[_i].name, text_paragraphs(&t), rows[_i].paragraphs);
    cv_assert_span(rows[_i].name, text_problems(&t), rows[_i].problems);
    text_assert_accounted(rows[_i].name, &t);
    text_assert_text(rows[_i].name, &t);
    cv_arena_free(&t.arena);
}
END_TEST

int main(void) {
    Suite *s = suite_create("headings");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    return cv_check_run(s);
}
