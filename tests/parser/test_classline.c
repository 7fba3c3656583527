/* test_classline.c - classification lines of all eras, and lines of text that are none (sheet 4, NARA sheet 2). */
#include "../cv_check.h"
#include "../../ext/parser/parser.h"

#define U  CV_UNCLASSIFIED
#define L  CV_LIMITED_OFFICIAL_USE
#define R  CV_RESTRICTED
#define C  CV_CONFIDENTIAL
#define S  CV_SECRET
#define T  CV_TOP_SECRET
#define NO CV_CLASS_NONE

static const struct {
    const char *line;
    enum cv_classification c; /* NO: no match */
    const char *station;
    int serial, section_no, section_of;
    const char *captions;
} rows[] = {
    {"C O N F I D E N T I A L MINSK 001060", C, "MINSK", 1060, 0, 0, NULL},
    {"UNCLAS SECTION 01 OF 03 KUALA LUMPUR 001403", U, "KUALA LUMPUR", 1403, 1, 3, NULL},
    {"S E C R E T SECTION 02 OF 02 RIYADH 000043 NOFORN", S, "RIYADH", 43, 2, 2, "NOFORN"},
    {"UNCLASSIFIED   STATE   00100153", U, "STATE", 100153, 0, 0, NULL},
    {"LIMITED OFFICIAL USE STATE 085417", L, "STATE", 85417, 0, 0, NULL},
    {"L I M I T E D  O F F I C I A L  U S E STATE 085417", L, "STATE", 85417, 0, 0, NULL},
    {"LIMDIS USE STATE 085417", L, "STATE", 85417, 0, 0, NULL},
    {"CONFIDENTIAL MINSK 1060", C, "MINSK", 1060, 0, 0, NULL},
    {"UNCLAS E F T O SANAA 002300", U, "SANAA", 2300, 0, 0, "E F T O"},
    {"C O N F I D E N T I A L NOFORN MOGADISHU 01643", C, "MOGADISHU", 1643, 0, 0, "NOFORN"},
    {"T O P  S E C R E T MINSK 001060", T, "MINSK", 1060, 0, 0, NULL},
    {"RESTRICTED MINSK 1060", R, "MINSK", 1060, 0, 0, NULL},
    {"CONFIDENTIAL//NOFORN", C, NULL, 0, 0, 0, "NOFORN"},
    {"SECRET//REL TO USA, GBR MINSK 000123", S, "MINSK", 123, 0, 0, "REL TO USA, GBR"},
    {"UNCLASSIFIED//FOR OFFICIAL USE ONLY", U, NULL, 0, 0, 0, "FOR OFFICIAL USE ONLY"},
    {"UNCLAS SENSITIVE MINSK 000123", U, "MINSK", 123, 0, 0, "SENSITIVE"},
    /* one letter wrong, lost, doubled; blanks; case */
    {"C O N F I D E N T I Q L MINSK 001060", C, "MINSK", 1060, 0, 0, NULL},
    {"C O N F I D E N T A L MINSK 001060", C, "MINSK", 1060, 0, 0, NULL},
    {"C O N F I I D E N T I A L MINSK 001060", C, "MINSK", 1060, 0, 0, NULL},
    {"C O N F I D E N T IA L MINSK 001060", C, "MINSK", 1060, 0, 0, NULL},
    {"O N F I D E N T I A L MINSK 001060", C, "MINSK", 1060, 0, 0, NULL},
    {"C  O  N  F  I  D  E  N  T  I  A  L  MINSK  001060", C, "MINSK", 1060, 0, 0, NULL},
    {"S e c r e t state 100153", S, "state", 100153, 0, 0, NULL},
    {"UNCLASS MINSK 001060", U, "MINSK", 1060, 0, 0, NULL},
    {"UNLCAS MINSK 001060", U, "MINSK", 1060, 0, 0, NULL},
    {"UNCLASSIFED MINSK 001060", U, "MINSK", 1060, 0, 0, NULL},
    /* sections */
    {"C O N F I D E N T I A L SECTION 1 OF 2 MEXICO 0679", C, "MEXICO", 679, 1, 2, NULL},
    {"C O N F I D E N T I A L FINAL SECTION OF 2 MEXICO 0679", C, "MEXICO", 679, 2, 2, NULL},
    {"CONFIDENTIAL SECTION TWO OF THREE MEXICO 0679", C, "MEXICO", 679, 2, 3, NULL},
    {"LIMITED OFFICIAL USE SECTION 1 OF 3 LA PAZ 2004/1", L, "LA PAZ", 2004, 1, 3, NULL},
    {"CONFIDENTIAL SECTION 1 ON 2 LA PAZ 2004", C, "LA PAZ", 2004, 1, 2, NULL},
    {"UNCLAS LA PAZ 2238 SECTION 2 OF 2", U, "LA PAZ", 2238, 2, 2, NULL},
    {"UNCLAS LA PAZ SECTION 2 OF 2 2238", U, "LA PAZ", 2238, 2, 2, NULL},
    {"UNCLAS SCTION 02 OF 02 MINSK 000525", U, "MINSK", 525, 2, 2, NULL},
    {"UNCLASSECTION 02 OF 02 MINSK 000525", U, "MINSK", 525, 2, 2, NULL},
    {"UNCLAS ECTION 02 OF 02 MINSK 000525", U, "MINSK", 525, 2, 2, NULL},
    {"UNCLAS SECTION01OF03 SAN JOSE 000525", U, "SAN JOSE", 525, 1, 3, NULL},
    {"UNCLAS S E C T I O N 01 OF 03 SAN JOSE 000525", U, "SAN JOSE", 525, 1, 3, NULL},
    {"UNCLAS SECTION O1 OF 03 SAN JOSE 000525", U, "SAN JOSE", 525, 1, 3, NULL},
    {"UNCLAS SECTION 01 0F 03 SAN JOSE 000525", U, "SAN JOSE", 525, 1, 3, NULL},
    {"UNCLAS 01 OF 03 SAN JOSE 000525", U, "SAN JOSE", 525, 1, 3, NULL},
    {"UNCLAS SECTION 01 OF 02 RIO DE", U, "RIO DE", 0, 1, 2, NULL},
    {"UNCLAS SECTION 01 OF 02", U, NULL, 0, 1, 2, NULL},
    /* number and station */
    {"UNCLAS MINSK 001O60", U, "MINSK", 1060, 0, 0, NULL},
    {"UNCLAS MINSK OOO41O", U, "MINSK", 410, 0, 0, NULL},
    {"UNCLAS MINSK 001060 ZFR 1061", U, "MINSK", 1060, 0, 0, NULL},
    {"UNCLAS SECTION 01 OF 02 MINSK 001060 ZDS NOFORN", U, "MINSK", 1060, 1, 2, "NOFORN"},
    {"UNCLAS LA PAZ 20 04", U, "LA PAZ", 2004, 0, 0, NULL},
    {"UNCLAS STATE 3011 77", U, "STATE", 301177, 0, 0, NULL},
    {"UNCLAS LONDON 0 9911", U, "LONDON", 9911, 0, 0, NULL},
    {"UNCLAS PORT-AU-PRINCE 000123", U, "PORT-AU-PRINCE", 123, 0, 0, NULL},
    {"UNCLAS ST. PETERSBURG 000123", U, "ST. PETERSBURG", 123, 0, 0, NULL},
    {"UNCLAS USUN NEW YORK 000123", U, "USUN NEW YORK", 123, 0, 0, NULL},
    {"UNCLAS XYZVILLE 000123", U, "XYZVILLE", 123, 0, 0, NULL},
    {"C O N F I D E N T I A L    001060", C, NULL, 1060, 0, 0, NULL},
    {"C O N F I D E N T I A L MINSK 001060 CORRECTED COPY", C, "MINSK", 1060, 0, 0, "CORRECTED COPY"},
    {"C O N F I D E N T I A L MINSK 001060 NOFORN CORRECTED COPY", C, "MINSK", 1060, 0, 0, "NOFORN CORRECTED COPY"},
    {"CONFIDENTIAL", C, NULL, 0, 0, 0, NULL},
    {"  SECRET", S, NULL, 0, 0, 0, NULL},
    {"CONFIDENTIAL POSS DUPE", C, NULL, 0, 0, 0, "POSS DUPE"},
    {"S E C R E T STATE 217123 TOSEC 120045", S, "STATE", 217123, 0, 0, NULL},
    {"S E C R E T TOSEC 120045 STATE 217123", S, "STATE", 217123, 0, 0, NULL},
    {"S E C R E T SECTO 10373", S, "SECTO", 10373, 0, 0, NULL},
    {"CONFIDENTIAL SECTION ONE OF TWO SECTIONS MEXICO 0679", C, "MEXICO", 679, 1, 2, NULL},
    {"CONFIDENTIAL PTQ6889", NO, NULL, 0, 0, 0, NULL},
    /* none */
    {"SECRETARY OF STATE 1974", NO, NULL, 0, 0, 0, NULL},
    {"SECRET MEETING OF MARCH 1974", NO, NULL, 0, 0, 0, NULL},
    {"SECRETS", NO, NULL, 0, 0, 0, NULL},
    {"CONFIDENTIAL - ENTIRE TEXT.", NO, NULL, 0, 0, 0, NULL},
    {"CONFIDENTIAL DISCUSSIONS WITH THE MINISTER", NO, NULL, 0, 0, 0, NULL},
    {"Confidential sources said in 1974", NO, NULL, 0, 0, 0, NULL},
    {"UNCLAS IN THE MIDDLE OF A SENTENCE", NO, NULL, 0, 0, 0, NULL},
    {"UNCLASSIFIED AND SENT TO ALL POSTS IN 2004 BY", NO, NULL, 0, 0, 0, NULL},
    {"E.O. 11652: GDS", NO, NULL, 0, 0, 0, NULL},
    {"CONFERENCE MINSK 1060", NO, NULL, 0, 0, 0, NULL},
    {"", NO, NULL, 0, 0, 0, NULL},
};

START_TEST(row) {
    struct cv_arena a;
    struct cv_classline got;
    const char *line = rows[_i].line;
    bool ok;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    ok = cv_classline_match(cv_span_of(line, strlen(line)), &a, &got);
    ck_assert_msg(ok == (rows[_i].c != NO), "%s: match %d", line, ok);
    ck_assert_msg(got.classification == rows[_i].c, "%s: classification %d", line, got.classification);
    cv_assert_span(line, got.station, rows[_i].station);
    cv_assert_span(line, got.captions, rows[_i].captions);
    ck_assert_msg(got.serial == rows[_i].serial, "%s: serial %d", line, got.serial);
    ck_assert_msg(got.section_no == rows[_i].section_no && got.section_of == rows[_i].section_of, "%s: section %d/%d",
                  line, got.section_no, got.section_of);
    cv_arena_free(&a);
}
END_TEST

START_TEST(prefixes) {
    struct cv_arena a;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    for (size_t n = 0; n <= strlen(rows[_i].line); n++) {
        struct cv_classline got;
        char *copy = malloc(n ? n : 1);
        ck_assert_ptr_nonnull(copy);
        memcpy(copy, rows[_i].line, n);
        (void)cv_classline_match(cv_span_of(copy, n), &a, &got);
        free(copy);
    }
    cv_arena_free(&a);
}
END_TEST

int main(void) {
    Suite *s = suite_create("classline");
    TCase *t = tcase_create("rows");
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, prefixes, 0, (int)CV_ARRAY_LEN(rows));
    suite_add_tcase(s, t);
    return cv_check_run(s);
}
