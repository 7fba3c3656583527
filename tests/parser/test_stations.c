/* test_stations.c - names of posts: exact, with kinds of post, cut, with one letter wrong, unknown (sheet 13). */
#include "tests/cv_check.h"
#include "ext/parser/parser.h"

static const struct name {
    const char *printed, *station; /* station NULL: not known */
} names[] = {
    {"AMEMBASSY KUALA LUMPUR", "KUALALUMPUR"},
    {"SECSTATE WASHDC", "STATE"},
    {"SECSTATE", "STATE"},
    {"STATE DEPT", "STATE"},
    {"DEPARTMENT", "STATE"},
    {"DEPT", "STATE"},
    {"STAT", "STATE"},
    {"SECTSTATE", "STATE"},
    {"WASHDC", "STATE"},
    {"USUN NEW YORK", "USUNNEWYORK"},
    {"USMISSION USUN NEW YORK", "USUNNEWYORK"},
    {"USUN", "USUNNEWYORK"},
    {"USUNNY", "USUNNEWYORK"},
    {"USUNNEW", "USUNNEWYORK"},
    {"USNATO", "USNATO"},
    {"USMISSION USNATO", "USNATO"},
    {"USEU BRUSSELS", "USEUBRUSSELS"},
    {"USEU", "USEUBRUSSELS"},
    {"AMEMBASSY BRUSSELS", "BRUSSELS"},
    {"UNVIE VIENNA", "UNVIEVIENNA"},
    {"USMISSION UNVIE VIENNA", "UNVIEVIENNA"},
    {"UNVIE VIEN", "UNVIEVIENNA"},
    {"AMEMBASSY VIENNA", "VIENNA"},
    {"UNESCO PARIS FR", "UNESCOPARISFR"},
    {"PARISFR", "UNESCOPARISFR"},
    {"USTR GENEVA", "USTRGENEVA"},
    {"USMISSION GENEVA", "GENEVA"},
    {"AIT TAIPEI", "AITTAIPEI"},
    {"TAIPEI", "TAIPEI"},
    {"IRAN RPO DUBAI", "IRANRPODUBAI"},
    {"CDC ATLANTA GA", "CDCATLANTAGA"},
    {"USDA FAS", "USDAFAS"},
    {"USDA", "USDAFAS"},
    {"RIO", "RIODEJANEIRO"},
    {"Rio de Jan", "RIODEJANEIRO"},
    {"RIODEJAN", "RIODEJANEIRO"},
    {"BA", "BUENOSAIRES"},
    {"KL", "KUALALUMPUR"},
    {"KUALA LUMP", "KUALALUMPUR"},
    {"BKK", "BANGKOK"},
    {"HCMC", "HOCHIMINHCITY"},
    {"PAP", "PORTAUPRINCE"},
    {"POS", "PORTOFSPAIN"},
    {"SDO", "SANTODOMINGO"},
    {"TGG", "TEGUCIGALPA"},
    {"VAT", "VATICAN"},
    {"MEXICO CITY", "MEXICO"},
    {"HAGUE", "THEHAGUE"},
    {"DELHI", "NEWDELHI"},
    {"ADDIS", "ADDISABABA"},
    {"TANA", "ANTANANARIVO"},
    {"DAR", "DARESSALAAM"},
    {"PETERSBURG", "STPETERSBURG"},
    {"ST. PETERSBURG", "STPETERSBURG"},
    {"PORT-AU-PRINCE", "PORTAUPRINCE"},
    {"Sana'a", "SANAA"},
    {"S\xC3\xA3o Paulo", "SAOPAULO"},
    {"N'DJAMENA", "NDJAMENA"},
    {"KIEV", "KIEV"},
    {"KYIV", "KYIV"},
    {"SAIGON", "SAIGON"},
    {"LENINGRAD", "LENINGRAD"},
    {"USLO PEKING", "PEKING"},
    {"USDEL SECRETARY", "SECTO"},
    {"SALT TWO GENEVA", "SALTTALKS"},
    {"EC BRUSSELS", "ECBRUSSELS"},
    {"USEC", "ECBRUSSELS"},
    {"SECTO", "SECTO"},
    {"TOSEC", "TOSEC"},
    /* Document Numbers and PAGE lines: the first six characters (NARA sheet 1, 2) */
    {"PRETOR", "PRETORIA"},
    {"NEWDE", "NEWDELHI"},
    {"NEW DE", "NEWDELHI"},
    {"SANJO", "SANJOSE"},
    {"NATOB", "NATOBRUSSELS"},
    {"LOUREN", "LOURENCOMARQUES"},
    {"PORTL", "PORTLOUIS"},
    {"PORT M", "PORTMORESBY"},
    {"LA PAZ OR-M", "LAPAZ"},
    {"MONTEV", "MONTEVIDEO"},
    {"STOCKH", "STOCKHOLM"},
    {"ABIDJA", "ABIDJAN"},
    /* a letter lost, wrong, doubled, or two exchanged */
    {"SOIA", "SOFIA"},
    {"MILSK", "MINSK"},
    {"BELGRDE", "BELGRADE"},
    {"TASHKNET", "TASHKENT"},
    {"PRETRIA", "PRETORIA"},
    {"WINDHOEEK", "WINDHOEK"},
    {"AMEMBASSY MOGADSHU", "MOGADISHU"},
    {"SECSTATEE", "STATE"},
    /* what is none, or could be two */
    {"NOWHERE", NULL},
    {"NOME", NULL},
    {"MOON", NULL},
    {"X", NULL},
    {"AMEMBASSY", NULL},
    {"KABUL PLUS", NULL},
    {"", NULL},
};

START_TEST(canonical) {
    const struct name *n = &names[_i];
    cv_assert_span(n->printed, cv_station_canonical(cv_span_of(n->printed, strlen(n->printed))), n->station);
}
END_TEST

static const struct unknown {
    const char *printed, *kept;
} unknowns[] = {
    {"Nowhere", "NOWHERE"},
    {"AMEMBASSY NO-WHERE", "NOWHERE"},
    {"St. Elsewhere", "STELSEWHERE"},
    {"USMISSION FAR OFF", "FAROFF"},
    {"PANEL 7", "PANEL7"},
};

START_TEST(kept_as_printed) {
    struct cv_arena a;
    bool known = true;
    const struct unknown *u = &unknowns[_i];
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    cv_assert_span(u->printed, cv_station_of(cv_span_of(u->printed, strlen(u->printed)), &a, &known), u->kept);
    ck_assert(!known);
    cv_arena_free(&a);
}
END_TEST

static const struct prefix {
    const char *text, *station, *rest;
} prefixes[] = {
    {"KABUL 12", "KABUL", " 12"},
    {"KABUL12", "KABUL", "12"},
    {"SAN JOSE 1, SAN", "SANJOSE", " 1, SAN"},
    {"STATE PASS", "STATE", " PASS"},
    {"MEXICO CITY 1", "MEXICO", " 1"},
    {"MEXICO CITIES", "MEXICO", " CITIES"},
    {"RIO\nDE JANEIRO 1", "RIODEJANEIRO", " 1"},
    {"AMEMBASSY LA PAZ FEB", "LAPAZ", " FEB"},
    {"  LIMA", "LIMA", ""},
    {"MOSCOW'S 1", "MOSCOW", "'S 1"},
    {"IRAN RPO DUBAI 4", "IRANRPODUBAI", " 4"},
    {"LIMA STATE", "LIMA", " STATE"},
    {"KABULX 1", NULL, "KABULX 1"},
    {"12 KABUL", NULL, "12 KABUL"},
    {"EMBASSY 12", NULL, "EMBASSY 12"},
};

START_TEST(longest_prefix) {
    const struct prefix *x = &prefixes[_i];
    struct cv_span text = cv_span_of(x->text, strlen(x->text));
    size_t n = 99;
    cv_assert_span(x->text, cv_station_prefix(text, &n), x->station);
    cv_assert_span(x->text, cv_span_from(text, n), x->rest);
}
END_TEST

static const struct country {
    const char *station, *name;
} countries[] = {{"MINSK", "Belarus"}, {"AMEMBASSY MINSK", "Belarus"},
                 {"RIO", "Brazil"},    {"STATE", "United States"},
                 {"SECTO", NULL},      {"NOWHERE", NULL}};

START_TEST(country) {
    const struct country *c = &countries[_i];
    cv_assert_span(c->station, cv_station_country(cv_span_of(c->station, strlen(c->station))), c->name);
}
END_TEST

int main(void) {
    Suite *s = suite_create("stations");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, canonical, 0, (int)CV_ARRAY_LEN(names));
    tcase_add_loop_test(t, kept_as_printed, 0, (int)CV_ARRAY_LEN(unknowns));
    tcase_add_loop_test(t, longest_prefix, 0, (int)CV_ARRAY_LEN(prefixes));
    tcase_add_loop_test(t, country, 0, (int)CV_ARRAY_LEN(countries));
    return cv_check_run(s);
}
