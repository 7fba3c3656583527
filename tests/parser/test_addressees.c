/* test_addressees.c - lists of addressees: routing indicators, precedence, numbers, lines wrapped and joined,
 * exemptions; and the lists of SMART and of the archives' attributes (sheet 3, NARA sheet 2, 5). */
#include "../cv_check.h"
#include "../../ext/parser/parser.h"
#include <stdio.h>

/* One addressee a line: role|RI|name|precedence|number|collective, "-" for what is absent. */
static struct cv_span rows_text(const struct cv_cable *c, struct cv_arena *a) {
    struct cv_buf b = {.arena = a};
    for (size_t i = 0; i < c->addressees.n; i++) {
        const struct cv_addressee *d = &c->addressees.v[i];
        const char *prec = cv_precedence_name(d->precedence);
        cv_buf_add(&b, cv_arena_printf(a, "%s%s|%.*s|%.*s|%s|%.*s%s", i ? "\n" : "", cv_addressee_role_name(d->role),
                                       CV_FMT(d->routing_indicator), CV_FMT(d->name), prec ? prec : "",
                                       CV_FMT(d->message_number), d->collective ? "|c" : ""));
    }
    return cv_buf_span(&b);
}

static const struct {
    const char *name, *lines, *rows; /* lines: what stands between FM and the classification line */
    int garbled;                     /* problems */
} headers[] = {
    {"plain", "TO RUEHC/SECSTATE WASHDC PRIORITY 2240\nINFO RUEHZL/EUROPEAN POLITICAL COLLECTIVE",
     "action|RUEHC|SECSTATE WASHDC|PRIORITY|2240\ninfo|RUEHZL|EUROPEAN POLITICAL COLLECTIVE|ROUTINE||c", 0},
    {"DE is no line 3", "TO RUEHRI/AMCONSUL RIO DE JANEIRO 6772\nRUEHSO/AMCONSUL SAO PAULO",
     "action|RUEHRI|AMCONSUL RIO DE JANEIRO|ROUTINE|6772\naction|RUEHSO|AMCONSUL SAO PAULO|ROUTINE|", 0},
    {"zeros kept", "TO RUEHC/USAID WASHDC 0001", "action|RUEHC|USAID WASHDC|ROUTINE|0001", 0},
    {"slashes", "TO RHMCSUU/JOINT STAFF WASHINGTON DC//J3//\nRUEKJCS/OSD WASHDC//PA",
     "action|RHMCSUU|JOINT STAFF WASHINGTON DC//J3//|ROUTINE|\naction|RUEKJCS|OSD WASHDC//PA|ROUTINE|", 0},
    {"no RI", "TO SECSTATE WASHDC PRIORITY 4496", "action||SECSTATE WASHDC|PRIORITY|4496", 0},
    {"RI missing among others",
     "TO RUEHC/SECSTATE WASHDC 0122\nINFO ENVIRONMENT SCIENCE COLLECTIVE\nRUEHNY/AMEMBASSY OSLO",
     "action|RUEHC|SECSTATE WASHDC|ROUTINE|0122\ninfo||ENVIRONMENT SCIENCE COLLECTIVE|ROUTINE||c\n"
     "info|RUEHNY|AMEMBASSY OSLO|ROUTINE|",
     0},
    {"a station's name over two lines", "TO RUCNDT/USMISSION USUN NEW\nYORK 0523\nRUEHNY/AMEMBASSY OSLO",
     "action|RUCNDT|USMISSION USUN NEW YORK|ROUTINE|0523\naction|RUEHNY|AMEMBASSY OSLO|ROUTINE|", 0},
    {"blanks in a number", "TO SECSTATE WASHDC PRIORITY 8 123\nINFO SECSTATE WASHDC 27 03\nCTF 60 1234",
     "action||SECSTATE WASHDC|PRIORITY|8123\ninfo||SECSTATE WASHDC|ROUTINE|2703\ninfo||CTF 60|ROUTINE|1234", 0},
    {"for whom in it", "TO SECSTATE WASHDC 1322\nINFO AMEMBASSY OSLO\nCINCPAC FOR POLAD\nDIRNSA",
     "action||SECSTATE WASHDC|ROUTINE|1322\ninfo||AMEMBASSY OSLO|ROUTINE|\ninfo||CINCPAC FOR POLAD|ROUTINE|\n"
     "info||DIRNSA|ROUTINE|",
     0},
    {"two offices with a slash", "TO SECSTATE WASHDC 1322\nJCS/DIA",
     "action||SECSTATE WASHDC|ROUTINE|1322\naction||JCS/DIA|ROUTINE|", 0},
    {"a corrected copy is no addressee", "TO SECSTATE WASHDC 1322\nCORRECTED COPY (TEXT)",
     "action||SECSTATE WASHDC|ROUTINE|1322", 0},
    {"a month in a name", "TO RUEHNY/AMEMBASSY OSLO JANUARY LIMA 4802",
     "action|RUEHNY|AMEMBASSY OSLO JANUARY LIMA|ROUTINE|4802", 1},
    {"ZEN", "TO ZEN/AMEMBASSY OSLO PRIORITY", "action||AMEMBASSY OSLO|PRIORITY|", 0},
    {"range", "TO AMEMBASSY OSLO 7721-7722", "action||AMEMBASSY OSLO|ROUTINE|7721-7722", 0},
    {"misspelt precedence", "TO AMEMBASSY OSLO PIORITY 7721\nAMEMBASSY BERN PRIORTY\nAMEMBASSY ROME IMMEDAITE 123",
     "action||AMEMBASSY OSLO|PRIORITY|7721\naction||AMEMBASSY BERN|PRIORITY|\naction||AMEMBASSY ROME|IMMEDIATE|123", 0},
    {"number first", "TO AMEMBASSY OSLO 7721 PRIORITY", "action||AMEMBASSY OSLO|PRIORITY|7721", 0},
    {"niact", "TO AMEMBASSY OSLO NIACT IMMEDIATE 7721\nUSCINCSO IMMEDIATE NIACT",
     "action||AMEMBASSY OSLO|NIACT IMMEDIATE|7721\naction||USCINCSO|NIACT IMMEDIATE|", 0},
    {"precedence on the next line", "TO RUEHC/SECSTATE WASHDC\nPRIORITY\nINFO RUEHNY/AMEMBASSY OSLO\n1234",
     "action|RUEHC|SECSTATE WASHDC|PRIORITY|\ninfo|RUEHNY|AMEMBASSY OSLO|ROUTINE|1234", 0},
    {"wrapped in brackets of slashes",
     "TO RHMFISS/HQ SOMEWHERE COMMAND GE//J5 DIRECTORATE\nPOLICY//\nRUEHNY/AMEMBASSY OSLO",
     "action|RHMFISS|HQ SOMEWHERE COMMAND GE//J5 DIRECTORATE POLICY//|ROUTINE|\naction|RUEHNY|AMEMBASSY OSLO|ROUTINE|",
     0},
    {"wrapped place", "TO RUEHRC/DEPT OF AGRICULTURE\nWASHINGTON DC 0123\nINFO AMEMBASSY OSLO",
     "action|RUEHRC|DEPT OF AGRICULTURE WASHINGTON DC|ROUTINE|0123\ninfo||AMEMBASSY OSLO|ROUTINE|", 0},
    {"ALL", "TO SECSTATE WASHDC 4321\nINFO ALL AMCONSULS ITALY",
     "action||SECSTATE WASHDC|ROUTINE|4321\ninfo||ALL AMCONSULS ITALY|ROUTINE||c", 0},
    {"wrapped before COLLECTIVE",
     "TO RUEHZN/ENVIRONMENT SCIENCE AND TECHNOLOGY\nCOLLECTIVE PRIORITY\nZEN/AMEMBASSY OSLO",
     "action|RUEHZN|ENVIRONMENT SCIENCE AND TECHNOLOGY COLLECTIVE|PRIORITY||c\naction||AMEMBASSY OSLO|ROUTINE|", 0},
    {"names that are captions elsewhere", "TO SECSTATE WASHDC\nINFO USDOC\nUSIA\n\nAMEMBASSY OSLO",
     "action||SECSTATE WASHDC|ROUTINE|\ninfo||USDOC|ROUTINE|\ninfo||USIA|ROUTINE|\ninfo||AMEMBASSY OSLO|ROUTINE|", 0},
    {"page line inside", "TO SECSTATE WASHDC\nPAGE 02 RUEHSK 1060 281322Z\nINFO AMEMBASSY OSLO",
     "action||SECSTATE WASHDC|ROUTINE|\ninfo||AMEMBASSY OSLO|ROUTINE|", 0},
    {"unit numbers", "TO RUEUITH/DET 1 39LG ANKARA TU\nCTF 151",
     "action|RUEUITH|DET 1 39LG ANKARA TU|ROUTINE|\naction||CTF 151|ROUTINE|", 0},
    {"few digits behind a precedence", "TO SECSTATE WASHDC FLASH 21\nAIG 5410\nINFO SIXTH FLEET 12",
     "action||SECSTATE WASHDC|FLASH|21\naction||AIG 5410|ROUTINE|\ninfo||SIXTH FLEET 12|ROUTINE|", 0},
    {"month inside", "TO RUEHLP/AMEMBASSY LA PAZ FEB LIMA 4802", "action|RUEHLP|AMEMBASSY LA PAZ FEB LIMA|ROUTINE|4802",
     1},
    {"second post inside", "TO RUEHLP/AMEMBASSY LA PAZ AMEMBASSY LIMA 4802",
     "action|RUEHLP|AMEMBASSY LA PAZ AMEMBASSY LIMA|ROUTINE|4802", 1},
    {"lost RI", "TO /AMEMBASSY JIDDA 4069\nZ/AMEMBASSY OSLO 2745\n:AMEMBASSY BERN",
     "action||AMEMBASSY JIDDA|ROUTINE|4069\naction||AMEMBASSY OSLO|ROUTINE|2745\naction||AMEMBASSY BERN|ROUTINE|", 3},
    {"garbled RI", "TO UEHC/SECSTATE WASHDC 1234\nRUEHNY:AMEMBASSY OSLO",
     "action||SECSTATE WASHDC|ROUTINE|1234\naction|RUEHNY|AMEMBASSY OSLO|ROUTINE|", 2},
    {"exempt", "TO SOMEWHERE POSTS COLLECTIVE, XMT AMEMBASSY OSLO\nINFO AMEMBASSY BERN",
     "action||SOMEWHERE POSTS COLLECTIVE|ROUTINE||c\nexempt||AMEMBASSY OSLO||\ninfo||AMEMBASSY BERN|ROUTINE|", 0},
    {"exempt lines", "TO RUEHZL/EUROPEAN POLITICAL COLLECTIVE\nXMT AMCONSUL OSLO\nAMCONSUL BERN\nRUEHRO/AMEMBASSY ROME",
     "action|RUEHZL|EUROPEAN POLITICAL COLLECTIVE|ROUTINE||c\nexempt||AMCONSUL OSLO||\nexempt||AMCONSUL BERN||\n"
     "action|RUEHRO|AMEMBASSY ROME|ROUTINE|",
     0},
    {"all posts", "TO ALL DIPLOMATIC AND CONSULAR POSTS\nWESTERN AFFAIRS DIPL POSTS\nNATO CAPITALS",
     "action||ALL DIPLOMATIC AND CONSULAR POSTS|ROUTINE||c\naction||WESTERN AFFAIRS DIPL POSTS|ROUTINE||c\n"
     "action||NATO CAPITALS|ROUTINE||c",
     0},
    {"info on the line of TO", "TO SECSTATE WASHDC 1234 INFO AMEMBASSY OSLO 5678",
     "action||SECSTATE WASHDC|ROUTINE|1234\ninfo||AMEMBASSY OSLO|ROUTINE|5678", 0},
    {"commas", "TO SECSTATE WASHDC 1234\nINFO AMEMBASSY OSLO, BERN, AMEMBASSY ROME",
     "action||SECSTATE WASHDC|ROUTINE|1234\ninfo||AMEMBASSY OSLO|ROUTINE|\ninfo||BERN|ROUTINE|\n"
     "info||AMEMBASSY ROME|ROUTINE|",
     0},
    {"info first, TO twice", "INFO AMEMBASSY OSLO\nTO SECSTATE WASHDC\nTO AMEMBASSY BERN",
     "info||AMEMBASSY OSLO|ROUTINE|\naction||SECSTATE WASHDC|ROUTINE|\naction||AMEMBASSY BERN|ROUTINE|", 0},
    {"label alone", "TO\nSECSTATE WASHDC\nINFO\nAMEMBASSY OSLO",
     "action||SECSTATE WASHDC|ROUTINE|\ninfo||AMEMBASSY OSLO|ROUTINE|", 0},
    {"bare names", "TO SECSTATE WASHDC IMMEDIATE 2125\nINFO USCINCSO\nJCS\nOSD/ISA",
     "action||SECSTATE WASHDC|IMMEDIATE|2125\ninfo||USCINCSO|ROUTINE|\ninfo||JCS|ROUTINE|\ninfo||OSD/ISA|ROUTINE|", 0},
    {"blank lines in the list", "TO SECSTATE WASHDC 1234\n\nINFO AMEMBASSY OSLO\n\nAMEMBASSY BERN",
     "action||SECSTATE WASHDC|ROUTINE|1234\ninfo||AMEMBASSY OSLO|ROUTINE|\ninfo||AMEMBASSY BERN|ROUTINE|", 0},
    {"joined by a publisher",
     "TO RUEHC/SECSTATE WASHDC PRIORITY 2240 INFO RUCNAFG/SOMEWHERE COLLECTIVE RHEHAAA/NATIONAL SECURITY COUNCIL "
     "WASHINGTON DC RUEAIIA/CIA WASHINGTON DC",
     "action|RUEHC|SECSTATE WASHDC|PRIORITY|2240\ninfo|RUCNAFG|SOMEWHERE COLLECTIVE|ROUTINE||c\n"
     "info|RHEHAAA|NATIONAL SECURITY COUNCIL WASHINGTON DC|ROUTINE|\ninfo|RUEAIIA|CIA WASHINGTON DC|ROUTINE|",
     0},
    {"joined, no RI",
     "TO SECSTATE WASHDC 1142 INFO AMEMBASSY TBILISI PRIORITY USMISSION USUN NEW YORK PRIORITY AMEMBASSY BAKU "
     "AMEMBASSY "
     "YEREVAN SECDEF WASHDC 1234 JOINT STAFF WASHDC",
     "action||SECSTATE WASHDC|ROUTINE|1142\ninfo||AMEMBASSY TBILISI|PRIORITY|\ninfo||USMISSION USUN NEW "
     "YORK|PRIORITY|\n"
     "info||AMEMBASSY BAKU|ROUTINE|\ninfo||AMEMBASSY YEREVAN|ROUTINE|\ninfo||SECDEF WASHDC|ROUTINE|1234\ninfo||JOINT "
     "STAFF WASHDC|ROUTINE|",
     0},
    {"group count", "TO SECSTATE WASHDC 1234\nSTATE GRNC\nBT", "action||SECSTATE WASHDC|ROUTINE|1234", 0},
};

static void parse(struct cv_parse *p, struct cv_span text) {
    p->seen.filed_minute = -1;
    p->text = text;
    p->first_line_no = 1;
    p->needs = CV_NEED_ALL;
    cv_lines_split(p);
    cv_envelope_parse(p);
}

START_TEST(header) {
    struct cv_arena a;
    struct cv_cable c = {.format = "acp127"};
    struct cv_container none = {.kind = CV_CONTAINER_NONE};
    struct cv_parse p = {.arena = &a, .out = &c, .container = &none};
    int garbled = 0;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    parse(&p, cv_arena_printf(&a, "R 281322Z DEC 07\nFM AMEMBASSY MINSK\n%s\n\nUNCLAS MINSK 001060\n\nSIPDIS\n",
                              headers[_i].lines));
    cv_assert_span(headers[_i].name, rows_text(&c, &a), headers[_i].rows);
    for (size_t i = 0; i < c.problems.n; i++) garbled += c.problems.v[i].code == CV_P_ADDRESSEE_GARBLED;
    ck_assert_msg(garbled == headers[_i].garbled, "%s: %d problems", headers[_i].name, garbled);
    ck_assert_msg(p.seen.class_serial == 1060, "%s: classification line lost", headers[_i].name);
    cv_arena_free(&a);
}
END_TEST

static const struct {
    const char *name, *value, *rows;
    bool smart;
} lists[] = {
    {"turned round", "WASHDC, SECSTATE PRIORITY; ISLAMABAD, AMEMBASSY ROUTINE",
     "action||SECSTATE WASHDC|PRIORITY|\naction||AMEMBASSY ISLAMABAD|ROUTINE|", true},
    {"place second", "CIA, WASHINGTON DC ROUTINE\nMOSCOW, AMEMBASSY Priority",
     "action||CIA WASHINGTON DC|ROUTINE|\naction||AMEMBASSY MOSCOW|PRIORITY|", true},
    {"place missing", "SECSTATE Routine", "action||SECSTATE|ROUTINE|", true},
    {"wrapped", "WASHDC, SECSTATE PRIORITY; MOSCOW,\nAMEMBASSY PRIORITY",
     "action||SECSTATE WASHDC|PRIORITY|\naction||AMEMBASSY MOSCOW|PRIORITY|", true},
    {"with RI", "RUEHC/SECSTATE WASHDC ROUTINE", "action|RUEHC|SECSTATE WASHDC|ROUTINE|", true},
    {"exempt", "EUROPEAN POLITICAL COLLECTIVE ROUTINE; XMT: OSLO, AMEMBASSY",
     "action||EUROPEAN POLITICAL COLLECTIVE|ROUTINE||c\nexempt||AMEMBASSY OSLO||", true},
    {"attribute", "LIMA STATE", "action||LIMA||\naction||STATE||", false},
    {"attribute of one", "LA PAZ", "action||LA PAZ||", false},
};

START_TEST(list) {
    struct cv_arena a;
    struct cv_cable c = {.format = "smart"};
    struct cv_container none = {.kind = CV_CONTAINER_NONE};
    struct cv_parse p = {.arena = &a, .out = &c, .container = &none, .needs = CV_NEED_ALL};
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    cv_addressees_parse_list(&p, cv_span_of(lists[_i].value, strlen(lists[_i].value)), CV_ACTION, lists[_i].smart);
    cv_assert_span(lists[_i].name, rows_text(&c, &a), lists[_i].rows);
    cv_arena_free(&a);
}
END_TEST

int main(void) {
    Suite *s = suite_create("addressees");
    TCase *t = tcase_create("rows");
    tcase_add_loop_test(t, header, 0, (int)CV_ARRAY_LEN(headers));
    tcase_add_loop_test(t, list, 0, (int)CV_ARRAY_LEN(lists));
    suite_add_tcase(s, t);
    return cv_check_run(s);
}
