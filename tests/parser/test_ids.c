/* test_ids.c - ids made, taken apart, and repaired (sheet 4, 9; NARA sheet 1). */
#include "tests/cv_check.h"
#include "ext/parser/parser.h"

static const struct id {
    const char *text;
    int year;
    const char *id; /* NULL: it is none */
} ids[] = {
    {"Rio de Jan 0138", 2008, "08RIODEJANEIRO138"},
    {"07MINSK1060", 0, "07MINSK1060"},
    {"07MINSK1060", 2009, "07MINSK1060"},
    {"07 MINSK 1060", 0, "07MINSK1060"},
    {"2007 MINSK 001060", 0, "07MINSK1060"},
    {"MINSK 1060 (2007)", 0, "07MINSK1060"},
    {"MINSK 1060/07", 0, "07MINSK1060"},
    {"'07 MINSK 1060", 0, "07MINSK1060"},
    {"MINSK 1060", 0, NULL},
    {"MINSK 1060", 2007, "07MINSK1060"},
    {"minsk 1060", 2007, "07MINSK1060"},
    {"870 ULAANBAATAR", 2007, "07ULAANBAATAR870"},
    {"SECSTATE WASHDC 12", 1999, "99STATE12"},
    {"STATE A-4945", 1975, "75STATE-A4945"},
    {"75STATE-A4945", 0, "75STATE-A4945"},
    {"73BANGKOK-A50", 0, "73BANGKOK-A50"},
    {"STATE CA-3400", 1966, "66STATE-CA3400"},
    {"LA PAZ A87", 1974, "74LAPAZ-A87"},
    {"1975PORTL00412", 0, "75PORTLOUIS412"},
    {"1976STATE290286", 0, "76STATE290286"},
    {"1974PRETOR04668", 0, "74PRETORIA4668"},
    {"STATE 1234 (NOTAL)", 2003, "03STATE1234"},
    {"DEPTEL 1234", 1974, "74STATE1234"},
    {"05 SAN JOSE 12.", 0, "05SANJOSE12"},
    /* what publishers took into the id */
    {"09SECTION01OF03SANJOSE525", 0, "09SANJOSE525"},
    {"09SCTION02OF02SANJOSE525", 0, "09SANJOSE525"},
    {"09ECTION03OF05SANJOSE525", 0, "09SANJOSE525"},
    {"07EFTOSANAA2300", 0, "07SANAA2300"},
    {"07EFTOATHENS404", 0, "07ATHENS404"},
    {"06MADRID002583ZFR2585", 0, "06MADRID2583"},
    {"85NOFORNMOGADISHU1643", 0, "85MOGADISHU1643"},
    {"07SOIA828", 0, "07SOFIA828"},
    {"06MILSK1226", 0, "06MINSK1226"},
    {"08AMEMBASSYLIMA12", 0, "08LIMA12"},
    {"08UNCLASSECTION01OF02LIMA12", 0, "08LIMA12"},
    {"UNCLASSIFIEDAR ES SALAAM 1466", 1973, "73DARESSALAAM1466"},
    {"08SIPDISEFTOLIMA12", 0, "08LIMA12"},
    {"08SECTION01OF02RIODEJANEIRO12", 0, "08RIODEJANEIRO12"},
    {"06SECTO12", 0, "06SECTO12"},
    {"06SECDEF12", 0, "06SECDEF12"},
    {"06SECSTATE12", 0, "06STATE12"},
    /* a station that no list has stays */
    {"08NOWHERE12", 0, "08NOWHERE12"},
    {"NOWHERE 12", 2008, "08NOWHERE12"},
    /* none */
    {"", 2008, NULL},
    {"12", 2008, NULL},
    {"MINSK", 2008, NULL},
    {"A letter of May 5", 2008, NULL},
    {"STATE 1234567", 2008, NULL},
    {"STATE 12, KABUL 13", 2008, NULL},
    {"PARA 2", 2008, NULL},
    {"EMBTEL 12", 2008, NULL},
    {"STATE 281322Z DEC 07", 2008, NULL},
    {"UNSCR 1747", 2008, NULL},
    {"14 MAY 2008", 2008, NULL},
    {"2004 HUMAN RIGHTS REPORT FOR PANAMA", 2008, NULL},
};

START_TEST(canonical) {
    const struct id *x = &ids[_i];
    struct cv_arena a;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    cv_assert_span(x->text, cv_id_canonical(cv_span_of(x->text, strlen(x->text)), x->year, &a), x->id);
    cv_arena_free(&a);
}
END_TEST

static const struct split {
    const char *id;
    int year;
    const char *station; /* NULL: it is none */
    int serial;
} splits[] = {
    {"1975PORTL00412", 1975, "PORTLOUIS", 412},
    {"07MINSK1060", 2007, "MINSK", 1060},
    {"12 KABUL 1234", 2012, "KABUL", 1234},
    {"1976STATE290286", 1976, "STATE", 290286},
    {"1974NEWDE12211", 1974, "NEWDELHI", 12211},
    {"1974SANJO05140", 1974, "SANJOSE", 5140},
    {"1974NATOB04830", 1974, "NATOBRUSSELS", 4830},
    {"1974LOUREN00956", 1974, "LOURENCOMARQUES", 956},
    {"09SECTION01OF03SANJOSE525", 2009, "SANJOSE", 525},
    {"66LIMA12", 1966, "LIMA", 12},
    {"KABUL 1234", 0, NULL, 0},
    {"75STATE-A4945", 0, NULL, 0},
    {"readme", 0, NULL, 0},
    {"0001", 0, NULL, 0},
    {"07MINSK", 0, NULL, 0},
    {"2008-12-29", 0, NULL, 0},
};

START_TEST(split) {
    const struct split *x = &splits[_i];
    struct cv_arena a;
    struct cv_span station = CV_NONE;
    int year = 0, serial = 0;
    bool ok;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    ok = cv_id_split(cv_span_of(x->id, strlen(x->id)), &a, &year, &station, &serial);
    ck_assert_msg(ok == (x->station != NULL), "%s", x->id);
    if (ok) {
        cv_assert_span(x->id, station, x->station);
        ck_assert_msg(year == x->year && serial == x->serial, "%s: %d %d", x->id, year, serial);
    }
    cv_arena_free(&a);
}
END_TEST

START_TEST(make) {
    struct cv_arena a;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    cv_assert_span("2007", cv_id_make(&a, 2007, CV_LIT("MINSK"), 1060), "07MINSK1060");
    cv_assert_span("2000", cv_id_make(&a, 2000, CV_LIT("LIMA"), 5), "00LIMA5");
    cv_assert_span("no year", cv_id_make(&a, 0, CV_LIT("LIMA"), 5), NULL);
    cv_assert_span("no number", cv_id_make(&a, 2000, CV_LIT("LIMA"), 0), NULL);
    cv_assert_span("no station", cv_id_make(&a, 2000, CV_NONE, 5), NULL);
    cv_arena_free(&a);
}
END_TEST

int main(void) {
    Suite *s = suite_create("ids");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, canonical, 0, (int)CV_ARRAY_LEN(ids));
    tcase_add_loop_test(t, split, 0, (int)CV_ARRAY_LEN(splits));
    tcase_add_test(t, make);
    return cv_check_run(s);
}
