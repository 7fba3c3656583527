/* test_sections.c - headers of later sections out of the lines (sheet 3, 11 "Sections"; NARA sheet 2 "Sections"). */
#include "text_case.h"

#define FIRST                                                                                                          \
    "C O N F I D E N T I A L SECTION 01 OF 03 RIYADH 000043\n\nSIPDIS\n\nDEPT FOR NEA/ARPI\n\nE.O. 12958: DECL: "      \
    "06/25/2014\n"                                                                                                     \
    "TAGS: EPET, ENRG,\nKDEM KU\nSUBJECT: (C) COMMITTEE MEETS: NO DATE, NO\nMONEY\n\n1. (C) One goes\n"

static const struct {
    const char *name, *in, *tail, *problems; /* tail: what the lines from paragraph 1 on are */
    enum cv_container_kind kind;
} rows[] = {
    {"captions, pass lines and labels again",
     FIRST "\nC O N F I D E N T I A L SECTION 02 OF 03 RIYADH 000043\n\nSIPDIS\n\nDEPT FOR NEA/ARPI\n\nE.O. 12958: "
           "DECL: 06/25/2014\n"
           "TAGS: EPET, ENRG, KDEM KU\nSUBJECT: (C) COMMITTEE MEETS: NO DATE, NO\nMONEY\n\non here.\n\n"
           "C O N F I D E N T I A L SECTION 03 OF 03 RIYADH 000043\n\nSIPDIS\n\n2. (C) Two.",
     "1. (C) One goes\n^on here.\n^2. (C) Two.", NULL, CV_CONTAINER_NONE},
    {"a section is missing", FIRST "C O N F I D E N T I A L SECTION 03 OF 03 RIYADH 000043\n\n2. (C) Two.",
     "1. (C) One goes\n^2. (C) Two.", "section-missing", CV_CONTAINER_NONE},
    {"sections out of order",
     FIRST "C O N F I D E N T I A L SECTION 03 OF 03 RIYADH 000043\n\n3. (C) Three.\n\n"
           "C O N F I D E N T I A L SECTION 02 OF 03 RIYADH 000043\n\n2. (C) Two.",
     "1. (C) One goes\n^3. (C) Three.\n^2. (C) Two.", "section-missing", CV_CONTAINER_NONE},
    {"a section comes again",
     FIRST "C O N F I D E N T I A L SECTION 02 OF 03 RIYADH 000043\n\n2. (C) Two.\n\n"
           "C O N F I D E N T I A L SECTION 02 OF 03 RIYADH 000043\n\n2. (C) Two.\n\n"
           "C O N F I D E N T I A L SECTION 03 OF 03 RIYADH 000043\n\n3. (C) Three.",
     "1. (C) One goes\n^2. (C) Two.\n^2. (C) Two.\n^3. (C) Three.", "section-missing", CV_CONTAINER_NONE},
    {"each section is signed",
     FIRST
     "on.\nHARDY\n\nC O N F I D E N T I A L SECTION 02 OF 03 RIYADH 000043\n\n2. (C) Two.\nHARDY\n\nC O N F I D E N T "
     "I A L SECTION 03 OF 03 RIYADH 000043\n\n3. (C) Three.\nHARDY",
     "1. (C) One goes\non.\n^2. (C) Two.\n^3. (C) Three.\nHARDY", NULL, CV_CONTAINER_NONE},
    {"its foot above the operator's sign",
     FIRST "on.\n\nCONFIDENTIAL\n\nADP000\n\nC O N F I D E N T I A L SECTION 02 OF 03 RIYADH 000043\n\n2. (C) Two.\n\n"
           "C O N F I D E N T I A L SECTION 03 OF 03 RIYADH 000043\n\n3. (C) Three.",
     "1. (C) One goes\non.\n^2. (C) Two.\n^3. (C) Three.", NULL, CV_CONTAINER_NONE},
    {"inside a line of joined text",
     FIRST
     "and on until C O N F I D E N T I A L SECTION 02 OF 03 RIYADH 000043 SIPDIS E.O. 12958: DECL: 06/25/2014 TAGS: "
     "EPET, ENRG, KDEM KU SUBJECT: (C) COMMITTEE MEETS: NO DATE, NO MONEY the money ends.\n\nC O N F I D E N T I A "
     "L SECTION 03 OF 03 RIYADH 000043\n\n2. (C) Two.",
     "1. (C) One goes\nand on until\n^+the money ends.\n^2. (C) Two.", NULL, CV_CONTAINER_NONE},
    {"text that begins like a label",
     FIRST
     "on this\n\nC O N F I D E N T I A L SECTION 02 OF 03 RIYADH 000043\n\nSUBJECT: (C) COMMITTEE MEETS: NO DATE, "
     "NO\nMONEY\n\nsubject. More of it.\n\nC O N F I D E N T I A L SECTION 03 OF 03 RIYADH 000043\n\n2. (C) Two.",
     "1. (C) One goes\non this\n^subject. More of it.\n^2. (C) Two.", NULL, CV_CONTAINER_NONE},
    {"a short pass line again, and a signature that a pass line names",
     "C O N F I D E N T I A L SECTION 01 OF 02 RIYADH 000043\n\nSIPDIS\n\nNSC FOR HARDY\n\nSUBJECT: X\n\n1. (C) "
     "One.\n\n"
     "C O N F I D E N T I A L SECTION 02 OF 02 RIYADH 000043\n\nSIPDIS\n\nNSC FOR HARDY\n\nHARDY",
     "1. (C) One.\n^HARDY", NULL, CV_CONTAINER_NONE},
    {"its number garbled",
     FIRST "C O N F I D E N T I A L SECTION 02 OF 03 RIYADH 000034\n\n2. (C) Two.\n\n"
           "C O N F I D E N T I A L SECTION 03 OF 03 RIYADH 000043\n\n3. (C) Three.",
     "1. (C) One goes\n^2. (C) Two.\n^3. (C) Three.", "id-differs", CV_CONTAINER_NONE},
    {"another telegram's section stays", FIRST "C O N F I D E N T I A L SECTION 02 OF 04 RIYADH 000034\n\n2. (C) Two.",
     "1. (C) One goes\nC O N F I D E N T I A L SECTION 02 OF 04 RIYADH 000034\n\n2. (C) Two.", NULL, CV_CONTAINER_NONE},
    {"another telegram's line stays", FIRST "C O N F I D E N T I A L MOSCOW 001234\n\n2. (C) Two.",
     "1. (C) One goes\nC O N F I D E N T I A L MOSCOW 001234\n\n2. (C) Two.", NULL, CV_CONTAINER_NONE},
    {"a whole header of the 2000s",
     FIRST "#0043\nNNNN\n\nVZCZCXRO1155\nPP RUEHC\nDE RUEHRH #0043/02 1771145\nZNY CCCCC ZZH\nP 251145Z JUN 04\nFM "
           "AMEMBASSY RIYADH\n"
           "TO RUEHC/SECSTATE WASHDC PRIORITY 5531\nBT\nC O N F I D E N T I A L SECTION 02 OF 03 RIYADH "
           "000043\n\nSIPDIS\n\non here.\n"
           "C O N F I D E N T I A L SECTION 03 OF 03 RIYADH 000043\n2. (C) Two.",
     "1. (C) One goes\n^on here.\n^2. (C) Two.", NULL, CV_CONTAINER_NONE},
    {"a whole header of the 1970s",
     "SECRET\n\nPAGE 01 LIMA 02004 01 OF 02 012251Z\nACTION EB-11\nR 012028Z APR 74\nFM AMEMBASSY LIMA\nTO SECSTATE "
     "WASHDC 2703\n\n"
     "SECRET SECTION 1 OF 2 LIMA 2004/1\n\nE.O. 11652: GDS\nSUBJ: X\n1. ONE GOES "
     "ON.\nSMITH\n\nSECRET\n\nNNN\n\nSECRET\n\n"
     "PAGE 01 LIMA 02004 02 OF 02 012302Z\n\n64\nACTION EB-11\n\nR 012028Z APR 74\nFM AMEMBASSY LIMA\nTO SECSTATE "
     "WASHDC 2704\n\n"
     "SECRET SECTION 2 OF 2 LIMA 2004/2\n\n2. TWO.",
     "1. ONE GOES ON.\n^2. TWO.", NULL, CV_CONTAINER_NARA},
    {"a last word is no signature",
     "SECRET\nPAGE 01 LIMA 02004 01 OF 02 012251Z\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC 2703\n"
     "SECRET SECTION 1 OF 2 LIMA 2004/1\nSUBJ: X\n1. SOME WAY OUT APPEARS\nPROBABLE.\n\nSECRET\n\nNNN\n\nSECRET\n\n"
     "PAGE 01 LIMA 02004 02 OF 02 012302Z\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC 2704\n\n"
     "SECRET SECTION 2 OF 2 LIMA 2004/2\n\n2. TWO.",
     "1. SOME WAY OUT APPEARS\nPROBABLE.\n^2. TWO.", NULL, CV_CONTAINER_NARA},
    {"one section by itself", "UNCLAS LIMA 2238 SECTION 2 OF 2\n\n1. ONE.", "1. ONE.", "section-apart",
     CV_CONTAINER_NARA},
    {"the first of two by itself", "UNCLAS SECTION 1 OF 2 LIMA 2238\n\n1. ONE.", "1. ONE.", "section-apart",
     CV_CONTAINER_NARA},
    {"of a publisher's page it says nothing", "UNCLAS SECTION 01 OF 02 LIMA 002238\n\n1. ONE.", "1. ONE.", NULL,
     CV_CONTAINER_HTML},
    {"text without numbers",
     "UNCLAS SECTION 01 OF 03 LIMA 002238\n\nTAGS: ETRD\nSUBJECT: X\n\nTEXT that goes\n\nUNCLAS SECTION 02 OF 03 LIMA "
     "002238\n\nTAGS: ETRD\nSUBJECT: X\n\non here and\n\nUNCLAS SECTION 03 OF 03 LIMA 002238\n\nTAGS: "
     "ETRD\nSUBJECT: X\n\nends.",
     "TEXT that goes\n^on here and\n^ends.", NULL, CV_CONTAINER_NONE},
    {"no section at all", "UNCLAS LIMA 2238\n\n1. ONE.", "1. ONE.", NULL, CV_CONTAINER_NARA},
};

START_TEST(row) {
    struct text_case t;
    struct cv_span lines;
    size_t at;
    text_run(&t, rows[_i].in, TEXT_STRIP, 0);
    t.container.kind = rows[_i].kind;
    cv_sections_strip(&t.parse);
    lines = text_lines(&t);
    at = cv_span_find(lines, "\n1. ");
    if (at == SIZE_MAX) at = cv_span_find(lines, "\nTEXT ");
    ck_assert_msg(at != SIZE_MAX, "%s", rows[_i].name);
    cv_assert_span(rows[_i].name, cv_span_from(lines, at + 1), rows[_i].tail);
    cv_assert_span(rows[_i].name, text_problems(&t), rows[_i].problems);
    cv_arena_free(&t.arena);
}
END_TEST

int main(void) {
    Suite *s = suite_create("sections");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    return cv_check_run(s);
}
