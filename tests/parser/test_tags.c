/* test_tags.c - TAGS values: separators, persons, phrases, repairs, meanings by year (sheet 7, 16; NARA sheet 2). */
#include "../cv_check.h"
#include "head_parse.h"

static const struct row {
    int year;
    const char *value, *tags, *problems; /* tag:first letters of its kind, (person) */
} rows[] = {
    {2007, "PHUM, PGOV, PREL, BO", "PHUM:sub PGOV:sub PREL:sub BO:geo", ""},
    {2009, "PGOV PREL KDEM XY PU", "PGOV:sub PREL:sub KDEM:pro XY:geo PU:geo", ""},
    {2007, "PREL; PGOV;KDEM", "PREL:sub PGOV:sub KDEM:pro", ""},
    {2007, "TAGS: PREL, PGOV", "PREL:sub PGOV:sub", ""},
    {2007, "PREL AND PGOV (U)", "PREL:sub PGOV:sub", ""},
    {2007, "PREL, QOX", "PREL:sub QOX:unk", "tag-unknown"},
    {2007, "prel, pgov", "PREL:sub PGOV:sub", ""},
    {2007, "PREL, EWWT, PBTS,\nPHSA, SP", "PREL:sub EWWT:sub PBTS:sub PHSA:sub SP:geo", ""},
    {2007, "[PHUM](#) [PGOV](#) [BO](#)", "PHUM:sub PGOV:sub BO:geo", ""},
    {1975, "OVIP (ROE, RICHARD A.), PFOR, FR", "OVIP:sub(ROE, RICHARD A.) PFOR:sub FR:geo", ""},
    {2009, "OVIP ROE RICHARD PREL", "OVIP:sub(ROE, RICHARD) PREL:sub", ""},
    {2009, "OVIP ROE, RICHARD, PREL", "OVIP:sub(ROE, RICHARD) PREL:sub", ""},
    {1974, "PINT (ALVAREZ, SANCHO)", "PINT:sub(ALVAREZ, SANCHO)", ""},
    {1974, "PINT: (ALVAREZ, SANCHO), CI", "PINT:sub(ALVAREZ, SANCHO) CI:geo", ""},
    {1974, "OEXC (JUAN ROE AND PEDRO DOE)", "OEXC:sub(JUAN ROE) OEXC:sub(PEDRO DOE)", ""},
    {1974, "OVIP (ROE, A.) (DOE, B.)", "OVIP:sub(ROE, A.) OVIP:sub(DOE, B.)", ""},
    {1975, "PFOR, XF, US (ROE, RICHARD A)", "PFOR:sub XF:geo US:geo(ROE, RICHARD A)", ""},
    {1978, "PDEV, UK, (ROE, R.), (DOE, D.)", "PDEV:sub UK:geo(ROE, R.) UK:geo(DOE, D.)", ""},
    {1974, "PINT: PGOV: BL", "PINT:sub PGOV:sub BL:geo", ""},
    {2007, "PREL PGOV PREL", "PREL:sub PGOV:sub", ""},
    {2007, "ITPHUM", "IT:geo PHUM:sub", "tag-repaired"},
    {2007, "PRELPK", "PREL:sub PK:geo", "tag-repaired"},
    {2003, "EFIS, MZ, EFISMZ", "EFIS:sub MZ:geo", "tag-repaired"},
    {2007, "MOPPS", "MOPS:sub", "tag-repaired"},
    {2007, "POGOV", "PGOV:sub", "tag-repaired"},
    {2007, "KWWMN", "KWMN:pro", "tag-repaired"},
    {2007, "PREL/PGOV", "PREL:sub PGOV:sub", ""},
    {2007, "UNGA/C-6", "UNGA/C-6:org", ""},
    {2007, "UNGA/C-99", "UNGA/C-99:org", "tag-unknown"},
    {2007, "HUMAN RIGHTS", "HUMAN RIGHTS:unk", "tag-unknown"},
    {2007, "PREL, MEDIA REACTION REPORT, SP", "PREL:sub MEDIA REACTION REPORT:unk SP:geo", "tag-unknown"},
    {2007, "PREL, DOMESTIC POLITICS", "PREL:sub DOMESTIC POLITICS:unk", "tag-unknown"},
    {2007, "PREL POLITICS", "PREL:sub POLITICS:unk", "tag-unknown"},
    {2007, "PREL, USEU BRUSSELS, PGOV", "PREL:sub USEU BRUSSELS:unk PGOV:sub", "tag-unknown"},
    {2007, "ZANU-PF", "ZANU-PF:org", ""},
    {2007, "PREL, RU", "PREL:sub RU:geo", "tag-unofficial"},
    {1975, "PFOR, CY", "PFOR:sub CY:geo", ""},
    {1979, "PFORN, BL", "PFOR:sub BL:geo", "tag-repaired"},
    {2007, "PREL SIPDIS PGOV", "PREL:sub PGOV:sub", ""},
    {2007, "PREL (US/SY)", "PREL:sub US:geo SY:geo", ""},
    {2007, "(PREL), (PGOV, SY)", "PREL:sub PGOV:sub SY:geo", ""},
    {2007, "N/A", "", ""},
    {2007, "PREL -- PGOV.", "PREL:sub PGOV:sub", ""},
    {2007, "KABC KDEF PREL", "KABC:pro KDEF:pro PREL:sub", "tag-unknown tag-unknown"},
    {2007, "PREL P GOV LH", "PREL:sub PGOV:sub LH:geo", "tag-repaired"},
    {1974, "EAGR, ET RD, IT", "EAGR:sub ETRD:sub IT:geo", "tag-repaired"},
    {1974, "EAGR, UK FR, IT", "EAGR:sub UK:geo FR:geo IT:geo", ""},
    {2007, "PREL, U.S., UK", "PREL:sub US:geo UK:geo", ""},
    {2009, "PREL, START, IRAN, MALI", "PREL:sub START:unk IRAN:unk MALI:sub", "tag-unknown tag-unknown tag-unknown"},
    {2007, "PREL, AIDS, HIV, OIC, CTBT", "PREL:sub AIDS:sub HIV:unk OIC:unk CTBT:sub",
     "tag-unknown tag-unknown tag-unknown tag-unknown"},
};

static void print_tags(const struct cv_cable *c, char *out, size_t n) {
    size_t at = 0;
    out[0] = 0;
    for (size_t i = 0; i < c->tags.n && at < n; i++) {
        const struct cv_tag *t = &c->tags.v[i];
        at +=
            (size_t)snprintf(out + at, n - at, "%s%.*s:%.3s", i ? " " : "", CV_FMT(t->tag), cv_tag_kind_name(t->kind));
        if (t->person.p && at < n) at += (size_t)snprintf(out + at, n - at, "(%.*s)", CV_FMT(t->person));
    }
}

START_TEST(row) {
    const struct row *r = &rows[_i];
    struct parse_fixture f;
    char tags[512], problems[256];
    fixture_open(&f, r->year);
    cv_tags_parse(&f.p, cv_span_of(r->value, strlen(r->value)), 1);
    print_tags(&f.cable, tags, sizeof tags);
    ck_assert_msg(strcmp(tags, r->tags) == 0, "%s: got '%s', want '%s'", r->value, tags, r->tags);
    fixture_problems(&f.cable, problems, sizeof problems);
    ck_assert_msg(strcmp(problems, r->problems) == 0, "%s: problems '%s', want '%s'", r->value, problems, r->problems);
    fixture_close(&f);
}
END_TEST

/* Container values have their persons at the end, away from the TAG. */
START_TEST(container_persons) {
    struct parse_fixture f;
    char tags[512];
    fixture_open(&f, 1979);
    cv_tags_parse(&f.p, CV_LIT("ENRG, EAID, OVIP, TZ, (ROE, GEORGE)"), 0);
    print_tags(&f.cable, tags, sizeof tags);
    ck_assert_str_eq(tags, "ENRG:sub EAID:sub OVIP:sub TZ:geo :per(ROE, GEORGE)");
    ck_assert_ptr_null(f.cable.tags.v[4].tag.p);
    fixture_close(&f);
}
END_TEST

static const struct meaning {
    const char *tag;
    int year;
    const char *name;
} meanings[] = {
    {"PHUM", 2007, "Human Rights"},
    {"phum", 0, "Human Rights"},
    {"BO", 2007, "Belarus"},
    {"RU", 2007, "Russia"},
    {"RU", 1975, NULL},
    {"EU", 2007, "European Union"},
    {"PGOF", 2007, "Internal Governmental Affairs"},
    {"BP", 1975, "British Solomon Islands"},
    {"XXXX", 2007, NULL},
    {"", 2007, NULL},
};

START_TEST(meaning) {
    const struct meaning *r = &meanings[_i];
    cv_assert_span(r->tag, cv_tag_meaning(cv_span_of(r->tag, strlen(r->tag)), r->year), r->name);
}
END_TEST

static const struct only {
    const char *line;
    bool tags;
} onlys[] = {
    {"EDIS, ETRD, EAGR, BL", true},
    {"PHSA, SP", true},
    {"KDEM KU IZ", true},
    {"[PHUM](#) [BO](#)", true},
    {"SIPDIS", false},
    {"MONEY, GOOD COFFEE", false},
    {"Kdem ku", false},
    {"THE UN VOTE", false},
    {"", false},
};

START_TEST(only) {
    const struct only *r = &onlys[_i];
    ck_assert_msg(cv_tags_only(cv_span_of(r->line, strlen(r->line))) == r->tags, "%s", r->line);
}
END_TEST

int main(void) {
    Suite *s = suite_create("tags");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_test(t, container_persons);
    tcase_add_loop_test(t, meaning, 0, (int)CV_ARRAY_LEN(meanings));
    tcase_add_loop_test(t, only, 0, (int)CV_ARRAY_LEN(onlys));
    return cv_check_run(s);
}
