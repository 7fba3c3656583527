/* test_refs_block.c - where a REF block ends: lines that go on, and lines that are text already (sheet 9). */
#include "tests/cv_check.h"
#include "ext/parser/parser.h"

static const struct go_on {
    const char *value, *line;
    unsigned blanks;
    bool want;
} rows[] = {
    /* a labelled entry, also over a blank line */
    {"A. STATE 12", "B. STATE 13", 0, true},
    {"A. STATE 12", "B. STATE 13", 1, true},
    {"A. STATE 12",
     "     \xC2\xB6"
     "B. STATE 13",
     1, true},
    {"", "(A) STATE 12; (B) LIMA 13 (NOTAL);", 1, true},
    {"", "[A] STATE 12", 1, true},
    {"", "7 FAM 222.2, 78 STATE 322111", 1, true},
    {"", "NONE", 1, true},
    {"", "NONE OF THEM CAME.", 1, false},
    {"", "(C) HE CAME.", 1, false},
    {"(A) STATE 12", "(B) KABUL 13", 1, true},
    {"(A) STATE 12 (B) KABUL 13", "(C) LIMA 14", 1, true},
    {"A. STATE 12\nB. KABUL 13", "C. SMITH-JONES E-MAIL OF MAY 5", 0, true},
    {"A. STATE 12\nB. KABUL 13", "C. SMITH-JONES E-MAIL OF MAY 5", 1, true},
    {"A. STATE 12", "B. MEETING WITH SMITH", 0, true},
    {"(A) PEKING 6501\n(B) STATE 237654", "(C) HONG KONG", 0, true},
    {"STATE 115678; BUCHAREST 2650", "I. SUMMARY", 1, false},
    {"CHIANG MAI 123", "A. ENFORCEMENT", 0, false},
    {"CHIANG MAI 123", "A. BONN 55", 0, true},
    {"(A) PEKING 6501\n(B) STATE 237654", "(C) HONG KONG WAS CALM", 0, false},
    {"(A) LIMA 1; (B) LIMA 2; (C) LIMA 3; (D) LIMA 4; (E) LIMA 5", "(F) ROE-DOE TELCON", 0, true},
    {"A. STATE 12", "B) KABUL 13", 0, true},
    {"REF A: STATE 12", "REF B: KABUL 13", 0, true},
    {"A. STATE 12", "B. NOWHERESK 13", 1, true},
    {"A. STATE 12", "B. 13", 0, true},
    {"A. A. STATE 12", "B. B. 2006 KABUL 13", 1, true},
    {"A. (A) STATE 12",
     "\xC2\xB6"
     "B. (B) KABUL 13",
     1, true},
    {"A. STATE 12", "B. USCINCEUR 311345Z MAY 03", 1, true},
    /* lists and indented lines */
    {"STATE 12, KABUL 13,", "LIMA 14", 0, true},
    {"STATE 12, KABUL 13", "LIMA 14", 0, true},
    {"STATE 12", "13, 14", 0, true},
    {"STATE 12", "AND PREVIOUS", 0, true},
    {"STATE 12", "(NOTAL)", 0, true},
    {"STATE 12", "(NOTAL) AND 13", 0, true},
    {"STATE 12 AND", "KABUL 13", 0, true},
    {"A. STATE 12", "     KABUL 13", 0, true},
    {"A. SMITH E-MAIL TO JONES AND OTHERS OF MAY 5 ON THE MATTER", "     OF WHALES", 0, true},
    {"A. SMITH E-MAIL TO JONES AND OTHERS OF MAY 5 ON THE MATTER", "OF WHALES", 0, true},
    /* an entry that is not complete */
    {"(A) MADRID 12 (B) SECSTATE", "36633", 0, true},
    {"(A) MADRID 12 (B) SECSTATE", "36633", 1, true},
    {"A. RIO", "DE JANEIRO 1291", 0, true},
    {"(C) 74", "PORT LOUIS 2208", 0, true},
    {"A. STATE 12 B.", "KABUL 13", 1, true},
    {"(A) STATE 12; (B)", "KABUL 13", 1, true},
    {"A. STATE 12 B. E-MAIL", "SMITH TO JONES, MAY 5", 1, true},
    {"", "STATE 12", 0, true},
    {"A. STATE 12, B. TBILISI", "#2071", 0, true},
    {"A. Lima 510, 518, 523 [B] KOLKATA 65 [C] ROE-DOE", "TELCON OCTOBER 20", 0, true},
    {"A. KABUL A-50", "OF 2/21/79", 0, true},
    {"-(A) LIMA 12", "-(B) KABUL 13", 0, true},
    {"(A) LIMA 12; (B) 2007", "HUMAN RIGHTS REPORT FOR BRAZIL; (C) LIMA 13", 0, true},
    {"A. Lima 3 B. EMAIL ROE/DOE", "AUGUST 17", 0, true},
    {"A. KABUL 12 B. KYIV 2646", "(EXDIS) C. 09 LIMA 3215", 0, true},
    {"A. KABUL 12, B. JCS 210814Z", "JAN 76", 0, true},
    {"(A) LIMA 24; (B) 2009 HUMAN RIGHTS REPORT FOR THE YEAR", "AND ZIMBABWE; (C) LIMA 27 and 27", 0, true},
    {"A. STATE 12 (8", "APRIL 1975), B. LIMA 13", 0, true},
    {"A. Lima 3, B. STATE 4 AND 5, C. LIMA 6, STATE 1234, PORT", "AU PRINCE 3069; LIMA 7", 0, true},
    {"(A) STATE 12\n(B) KABUL 13", "(C) NOWHERESK 71", 0, true},
    {"[A] LIMA 12 [B] STATE: 35821 [C]", "ROE E-MAIL TO DOE OF MAY 5 [D] LIMA 14", 0, true},
    {"(A) LIMA 12, (B) 2000 BANDAR SERI", "BEGAWAN 2130 ET AL", 0, true},
    {"A. STATE 12 B. SAN", "JOSE 1234 C. LIMA 3", 0, true},
    {"A. STATE 12 B. PORT", "NOWHERESK 1794 C. LIMA 3", 0, true},
    {"A. STATE 12 B. LIMA 1276", "(2001) C. LIMA 1765", 0, true},
    {"A. STATE 12 B. LIMA 1276", "(2001) NOTAL, C. LIMA 1765", 0, true},
    {"A. STATE 12 B. NAHA", "(04) 21 (EXDIS)", 0, true},
    {"A. STATE 12 B. ROE E-MAIL TO", "DOE OF NOVEMBER 26 C. LIMA 3", 0, true},
    {"A. STATE 12 B. ROE-DOE EMAIL", "OF JULY 2 C. OSLO 13", 0, true},
    {"A. STATE 12 B. 9 FAM", "41.26 C. LIMA 3", 0, true},
    {"(A) STATE 12 (B) LIMA 13", "(C) NOWHERESK 8755 (D) LIMA 14", 0, true},
    {"(A) STATE 12, (B) LIMA 13,", "(C) NOWHERESK 8755, (D) LIMA 14", 0, true},
    /* text */
    {"A. STATE 12 B. PORT SECURITY", "NOWHERESK IS A PORT", 0, false},
    {"STATE 12", "OF WHALES AND MEN", 0, false},
    {"LIMA 12; SKOPJE 6555", "(U) A Long Meeting", 1, false},
    {"STATE 12", "(U) This message is sensitive.", 0, false},
    {"STATE 12", "(SBU) This is the second of three cables", 0, false},
    {"STATE 12", "(C) Poloff met the minister on May 5.", 1, false},
    {"(A) STATE 12 (B) KABUL 13", "(C) Poloff met the minister on May 5.", 1, false},
    {"(A) STATE 12 (B) KABUL 13", "(C) Poloff met the minister on May 5.", 0, false},
    {"STATE 12", "Embassy delivered the note on May 5.", 0, false},
    {"STATE 12", "Embassy delivered the note on May 5.", 1, false},
    {"STATE 12", "POST REGRETS THE ERROR.", 0, false},
    {"STATE 12", "POST REGRETS THE ERROR.", 1, false},
    {"KUALA LUMPUR", "SUMMARY OF THE QUARTER", 1, false},
    {"STATE 12", "IN THE LAST WEEK", 2, false},
    {"A. STATE 12 B. SMITH E-MAIL OF MAY 5", "The minister said so.", 1, false},
    {"STATE 12 (B)", "Embassy delivered the note on May 5.", 0, false},
    {"STATE 12", "", 1, false},
};

START_TEST(go_on) {
    const struct go_on *r = &rows[_i];
    bool got = cv_refs_go_on(cv_span_of(r->value, strlen(r->value)), cv_span_of(r->line, strlen(r->line)), r->blanks);
    ck_assert_msg(got == r->want, "'%s' / '%s' after %u blank lines: %d", r->value, r->line, r->blanks, got);
}
END_TEST

int main(void) {
    Suite *s = suite_create("refs_block");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, go_on, 0, (int)CV_ARRAY_LEN(rows));
    return cv_check_run(s);
}
