/* test_captions.c - captions and pass lines (sheet 4, 5; NARA sheet 2 "Handling words"). */
#include "../cv_check.h"
#include "head_parse.h"

static const struct row {
    const char *line, *captions; /* NULL: the line is none */
} rows[] = {
    {"SIPDIS", "SIPDIS"},
    {"Sipdis", "SIPDIS"},
    {"SIPDIS SENSITIVE", "SIPDIS SENSITIVE"},
    {"//NOFORN//", "NOFORN"},
    {"E F T O", "EFTO"},
    {"S I P D I S", "SIPDIS"},
    {"LIMDIS, NOFORN", "LIMDIS NOFORN"},
    {"EXDIS/NOFORN", "EXDIS NOFORN"},
    {"STADIS////////", "STADIS"},
    {"ROGER CHANNEL", "ROGER CHANNEL"},
    {"SY CHANNEL", "SY CHANNEL"},
    {"INL CHANNEL", "INL CHANNEL"},
    {"COUNTRY TEAM MESSAGE", "COUNTRY TEAM MESSAGE"},
    {"VISAS DONKEY", "VISAS DONKEY"},
    {"SENSITIVE BUT UNCLASSIFIED -- HANDLE ACCORDINGLY", "SENSITIVE BUT UNCLASSIFIED -- HANDLE ACCORDINGLY"},
    {"Sensitive but unclassified; not for Internet Distribution.",
     "SENSITIVE BUT UNCLASSIFIED; NOT FOR INTERNET DISTRIBUTION"},
    {"FOR OFFICIAL USE ONLY", "FOUO"},
    {"NIACT IMMEDIATE", "NIACT IMMEDIATE"},
    {"LIMITED DISTRIBUTION", "LIMITED DISTRIBUTION"},
    {"REL TO USA, GBR", "REL TO USA, GBR"},
    {"USE BY DIPLOMATIC POUCH ONLY", "USE BY DIPLOMATIC POUCH ONLY"},
    {"SIDPIS", "SIPDIS"},
    {"SIPDIS SIPDIS", "SIPDIS"},
    {"SIPDIS STATE FOR WHA", NULL},
    {"Sensitive but unclassified - entire text. Please protect accordingly.", NULL},
    {"GREEN TEA WAS SERVED", NULL},
    {"Green", NULL},
    {"SUMMARY", NULL},
    {"DEPT FOR EUR/UMB", NULL},
    {"", NULL},
    {"USIAC", "USIAC"},
    {"INFORM CONSULS", "INFORM CONSULS"},
    {"TOSEC 120012", "TOSEC 120012"},
    {"SECTO 10045 (TEXT)", NULL},
    {"SENSITIVE - NOT FOR DISTRIBUTION OUTSIDE USG", "SENSITIVE NOT FOR DISTRIBUTION OUTSIDE USG"},
    {"SIP DIS", "SIPDIS"},
    {"SIPDI S", "SIPDIS"},
    {"SIP#IS", "SIPDIS"},
    {"NOFOR N", "NOFORN"},
    {"SIADIS", "SIPDIS"},
    {"EXDIS/SALT", "EXDIS SALT"},
    {"CORRECTED COPY", "CORRECTED COPY"},
    {"C O R R E C T E D  C O P Y (PARA 3)", "CORRECTED COPY"},
    {"CORRECTED COPY OF A LETTER", NULL},
    {"LIMDIS - MILITARY HANDLE AS SPECAT EXCLUSIVE", "LIMDIS MILITARY HANDLE AS SPECAT EXCLUSIVE"},
    {"MILITARY FORCES MOVED", NULL},
    {"USIAEA", "USIAEA"},
    {"Sens itive", NULL},
};

START_TEST(caption) {
    const struct row *r = &rows[_i];
    struct parse_fixture f;
    char got[256];
    bool is;
    fixture_open(&f, 2007);
    is = cv_caption_line(&f.p, cv_span_of(r->line, strlen(r->line)), true);
    ck_assert_msg(is == (r->captions != NULL), "%s: %s caption line", r->line, is ? "a" : "no");
    fixture_join(&f.cable.captions, got, sizeof got);
    ck_assert_msg(strcmp(got, r->captions ? r->captions : "") == 0, "%s: got '%s'", r->line, got);
    fixture_close(&f);
}
END_TEST

static const struct pass {
    const char *line;
    bool pass, strict;
} passes[] = {
    {"DEPT FOR EUR/UMB AND G/TIP", true, true},
    {"STATE PASS USTR - WEISEL AND JENSEN", true, true},
    {"STATE FOR SA/FO, SA/A", true, true},
    {"FOR WHA/AND, WHA/USOAS", true, false},
    {"TREASURY FOR A FAIBISHENKO", true, true},
    {"NSC FOR AHARRIMAN", true, true},
    {"SANTO DOMINGO FOR FCS AND FAS", true, false},
    {"WHA/CAR FOR RANDALL BUDDEN", true, true},
    {"PASS TO USAID", true, true},
    {"FROM AMBASSADOR ROE", true, false},
    {"GENEVA FOR USTR", true, false},
    {"ALSO FOR EB", true, false},
    {"NSC PLEASE PASS", true, false},
    {"STATE EEB/CIP - SROE", true, false},
    {"For EUR/PGI (Roe), EUR/PPD (Doe)", true, false},
    {"THE LAST WORD", false, false},
    {"SIPDIS", false, false},
    {"1. FOR THE DEPARTMENT", false, false},
    {"43 WING FOR OPERATIONS", true, false},
    {"NOT FOR DISTRIBUTION OUTSIDE USG", false, false},
};

START_TEST(pass) {
    const struct pass *r = &passes[_i];
    struct cv_span line = cv_span_of(r->line, strlen(r->line));
    ck_assert_msg(cv_pass_line(line) == r->pass, "%s: pass line", r->line);
    ck_assert_msg(cv_pass_line_strict(line) == r->strict, "%s: strict pass line", r->line);
}
END_TEST

int main(void) {
    Suite *s = suite_create("captions");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, caption, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, pass, 0, (int)CV_ARRAY_LEN(passes));
    return cv_check_run(s);
}
