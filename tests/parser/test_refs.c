/* test_refs.c - REF blocks against the rows that are right for them (refs_cases.txt says how it is laid out), and the
 * same blocks cut short at every byte, and blocks that no telegram has: these must only end, and soon. */
#include "tests/cv_check.h"
#include "ext/parser/refs.h"
#include <stdio.h>
#include <time.h>

enum {
    MAX_CASES = 2000,
    MAX_LINES = 40,
    STRIDES = 20 /* rows of one check: a process each would take most of the time */
};

struct context {
    char station[40], date[16], addressee[80];
    int serial;
};
struct row {
    struct context cable;
    char name[24];
    char *input; /* with real line ends */
    char *want[MAX_LINES];
    size_t nwant;
};
static struct row rows[MAX_CASES];
static int nrows;

/* ---- reading the table ------------------------------------------------------------------------- */

static char *with_line_ends(const char *s) {
    char *out = malloc(strlen(s) + 1), *o = out;
    for (; *s; s++) {
        if (s[0] == '\\' && s[1] == 'n')
            *o++ = '\n', s++;
        else
            *o++ = *s;
    }
    *o = 0;
    return out;
}

static void bad_line(const char *path, int line_no) {
    (void)fprintf(stderr, "%s:%d: not understood\n", path, line_no);
    exit(EXIT_FAILURE);
}

static void read_table(const char *beside) {
    char path[512], line[4096];
    const char *slash = strrchr(beside, '/');
    struct context now = {"", "", "", 0};
    int line_no = 0;
    FILE *f;
    (void)snprintf(path, sizeof path, "%.*srefs_cases.txt", slash ? (int)(slash - beside + 1) : 0, beside);
    f = fopen(path, "r");
    if (!f) {
        (void)fprintf(stderr, "no %s: run from the top of the project\n", path);
        exit(EXIT_FAILURE);
    }
    while (fgets(line, sizeof line, f)) {
        line_no++;
        line[strcspn(line, "\n")] = 0;
        if (!line[0] || line[0] == '#') continue;
        if (line[0] == '@') {
            now = (struct context){"", "", "", 0};
            if (sscanf(line, "@ %39s %d %15s %79[^\n]", now.station, &now.serial, now.date, now.addressee) != 4)
                bad_line(path, line_no);
        } else if (line[0] == '<') {
            if (nrows == MAX_CASES) bad_line(path, line_no);
            rows[nrows] = (struct row){.cable = now, .input = with_line_ends(line + 2)};
            (void)snprintf(rows[nrows].name, sizeof rows[nrows].name, "line %d", line_no);
            nrows++;
        } else {
            struct row *r = &rows[nrows - 1];
            if (nrows == 0 || r->nwant == MAX_LINES) bad_line(path, line_no);
            r->want[r->nwant++] = strdup(line);
        }
    }
    (void)fclose(f);
}

/* ---- one block ------------------------------------------------------------------------------------ */

static void parse(struct cv_arena *a, struct cv_cable *out, const struct context *c, struct cv_span block) {
    static const struct cv_container none = {0};
    struct cv_parse p = {.arena = a, .out = out, .container = &none, .needs = CV_NEED_ALL};
    *out = (struct cv_cable){.serial = c->serial, .year = atoi(c->date)};
    if (strcmp(c->station, "-") != 0) out->station = cv_span_of(c->station, strlen(c->station));
    if (out->year) out->date = cv_span_of(c->date, strlen(c->date));
    if (strcmp(c->addressee, "-") != 0) {
        struct cv_addressee *to = CV_PUSH(a, &out->addressees, struct cv_addressee);
        if (!to) return;
        to->name = cv_span_of(c->addressee, strlen(c->addressee));
        to->collective = strstr(c->addressee, "COLLECTIVE") != NULL;
    }
    cv_refs_parse(&p, block, 1);
}

static void dash(char *to, size_t n, struct cv_span s) {
    (void)snprintf(to, n, "%.*s", s.p ? (int)s.n : 1, s.p ? s.p : "-");
}

static void expect(const struct row *r, const struct cv_cable *out) {
    size_t n = 0;
    for (size_t i = 0; i < out->refs.n + out->problems.n; i++) {
        char got[4200], label[8], id[64];
        if (i < out->refs.n) {
            const struct cv_ref *ref = &out->refs.v[i];
            dash(label, sizeof label, ref->label);
            dash(id, sizeof id, ref->ref_id);
            (void)snprintf(got, sizeof got, "%s %s %s %.*s", label, cv_ref_kind_name(ref->kind), id, CV_FMT(ref->text));
        } else
            (void)snprintf(got, sizeof got, "! %s", cv_problem_name(out->problems.v[i - out->refs.n].code));
        ck_assert_msg(n < r->nwant, "%s: '%s': unexpected '%s'", r->name, r->input, got);
        ck_assert_msg(strcmp(got, r->want[n]) == 0, "%s: '%s': got '%s', want '%s'", r->name, r->input, got,
                      r->want[n]);
        n++;
    }
    ck_assert_msg(n == r->nwant, "%s: '%s': missing '%s'", r->name, r->input, n < r->nwant ? r->want[n] : "");
}

START_TEST(block) {
    struct cv_arena a;
    struct cv_cable out;
    const struct row *r = &rows[_i];
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    parse(&a, &out, &r->cable, cv_span_of(r->input, strlen(r->input)));
    expect(r, &out);
    cv_arena_free(&a);
}
END_TEST

/* Cut at every byte, in a copy of just that length, so that the sanitizer sees a byte read too far. */
static void parse_prefixes(const struct row *r) {
    size_t n = strlen(r->input);
    for (size_t k = 0; k <= n; k++) {
        struct cv_arena a;
        struct cv_cable out;
        char *copy = malloc(k ? k : 1);
        memcpy(copy, r->input, k);
        cv_arena_init(&a, &cv_allocator_malloc, 0);
        parse(&a, &out, &r->cable, cv_span_of(copy, k));
        cv_arena_free(&a);
        free(copy);
    }
}

START_TEST(every_prefix) {
    for (int i = _i; i < nrows; i += STRIDES) parse_prefixes(&rows[i]);
}
END_TEST

/* ---- no memory -------------------------------------------------------------------------------------- */

START_TEST(no_memory) {
    for (int i = _i; i < nrows; i += STRIDES) {
        const struct row *r = &rows[i];
        for (size_t ceiling = 1; ceiling < 4000; ceiling += 97) {
            struct cv_arena a;
            struct cv_cable out;
            cv_arena_init(&a, &cv_allocator_malloc, ceiling);
            parse(&a, &out, &r->cable, cv_span_of(r->input, strlen(r->input)));
            cv_arena_free(&a);
        }
    }
}
END_TEST

/* ---- words ------------------------------------------------------------------------------------------ */

/* The table is searched by halves: one word out of order would hide others. */
START_TEST(words_are_found) {
    static const char *const some[] = {"A",      "AND",     "CA",      "CABLE",  "CONFIDENTIAL", "DEPTEL",  "EMAIL",
                                       "EMBTEL", "FAM",     "IIR",     "LETTER", "MAIL",         "MEETING", "MYTEL",
                                       "NONE",   "NOTAL",   "OI",      "OURTEL", "PARA",         "POST",    "PREVIOUS",
                                       "REF",    "REPORT",  "SECTION", "SIPDIS", "TD",           "TELCON",  "UNCLAS",
                                       "URTEL",  "YOURTEL", "ZULU",    "yourtel"};
    for (size_t i = 0; i < CV_ARRAY_LEN(some); i++)
        ck_assert_msg(cv_ref_word(cv_span_of(some[i], strlen(some[i]))) != 0, "%s", some[i]);
    ck_assert_uint_eq(cv_ref_word(CV_LIT("TBILISI")), 0);
    ck_assert_uint_ne(cv_ref_word(CV_LIT("AUGUST")), 0);
}
END_TEST

/* ---- blocks that are none --------------------------------------------------------------------------- */

static const char *const hostile[] = {"A. ",       "(A",       "((((",       "A. STATE ", "1 ",       "STATE ",  "06 ",
                                      "STATE 1/",  "LETTER, ", "Xyz 1 ",     "\n",        "\xC2\xB6", " ",       "A-1 ",
                                      "STATE 1 (", "AND ",     "EMAIL AND ", "MAY 1, ",   "'",        "\xE2\x80"};
enum { HOSTILE_BYTES = 1 << 20, SECONDS = 20 /* with the sanitizer on a busy machine; it is far below one without */ };

START_TEST(long_block) {
    const struct context c = {"PARIS", "2008-06-16", "SECSTATE WASHDC", 3000};
    size_t n = strlen(hostile[_i]);
    char *s = malloc(HOSTILE_BYTES);
    struct cv_arena a;
    struct cv_cable out;
    clock_t began = clock();
    for (size_t i = 0; i < HOSTILE_BYTES; i++) s[i] = hostile[_i][i % n];
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    parse(&a, &out, &c, cv_span_of(s, HOSTILE_BYTES));
    ck_assert_msg((clock() - began) / CLOCKS_PER_SEC < SECONDS, "'%s' a megabyte long takes too long", hostile[_i]);
    cv_arena_free(&a);
    free(s);
}
END_TEST

int main(void) {
    Suite *s = suite_create("refs");
    TCase *t = tcase_create("blocks"), *u = tcase_create("prefixes"), *m = tcase_create("memory"),
          *h = tcase_create("long");
    read_table(__FILE__);
    suite_add_tcase(s, t);
    suite_add_tcase(s, u);
    suite_add_tcase(s, m);
    suite_add_tcase(s, h);
    tcase_set_timeout(u, 60);
    tcase_set_timeout(m, 60);
    tcase_set_timeout(h, 60);
    tcase_add_loop_test(t, block, 0, nrows);
    tcase_add_test(t, words_are_found);
    tcase_add_loop_test(u, every_prefix, 0, STRIDES);
    tcase_add_loop_test(m, no_memory, 0, STRIDES);
    tcase_add_loop_test(h, long_block, 0, (int)CV_ARRAY_LEN(hostile));
    return cv_check_run(s);
}
