/* fuzz_refs.c - any bytes as the value of a REF line, as an id, a date-time group, a TAG and a station: the parsers
 * behind the refs table and the SQL functions of single values. */
#include "checks.h"

/* A REF block: its fields alone, as head.c hands them over. */
static void check_refs(struct cv_span value, int year, struct cv_arena *arena) {
    struct cv_cable cable = {.year = year, .station = CV_LIT("MINSK")};
    const struct cv_container container = {.kind = CV_CONTAINER_NONE};
    struct cv_parse p = {
        .arena = arena, .out = &cable, .container = &container, .needs = CV_NEED_ALL, .first_line_no = 1};
    cv_refs_parse(&p, value, 1);
    for (size_t i = 0; i < cable.refs.n; i++) {
        const struct cv_ref *ref = &cable.refs.v[i];
        fuzz_utf8("label", ref->label);
        fuzz_utf8("ref_id", ref->ref_id);
        fuzz_utf8("text", ref->text);
        fuzz_require(ref->text.n != 0, "a reference says something");
    }
    for (size_t i = 0; i < cable.problems.n; i++) fuzz_utf8("message", cable.problems.v[i].message);
}

/* The id of a station that is known is its own canonical form; other names stay as they are printed. */
static void check_id(struct cv_span text, int year, struct cv_arena *arena) {
    struct cv_span id = cv_id_canonical(text, year, arena), station;
    int serial;
    fuzz_utf8("id", id);
    if (!id.p || !cv_id_split(id, arena, &year, &station, &serial) || !cv_station_canonical(station).p) return;
    fuzz_require(cv_span_eq(cv_id_canonical(id, year, arena), id), "an id is its own canonical form");
}

static void check_values(struct cv_span text, int year, struct cv_arena *arena) {
    struct cv_span station = cv_station_canonical(text);
    fuzz_utf8("date", cv_date_of_dtg(text, arena));
    fuzz_utf8("tag", cv_tag_meaning(text, year));
    fuzz_utf8("country", cv_station_country(station));
    if (station.p)
        fuzz_require(cv_span_eq(cv_station_canonical(station), station), "a station is its own canonical form");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const int years[] = {0, 1973, 1975, 1999, 2000, 2006, 2010, 2030};
    struct cv_span bytes = cv_span_of((const char *)data, size), text, line;
    int year = years[size % CV_ARRAY_LEN(years)];
    struct cv_arena arena;
    size_t bad;
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    text = cv_encoding_to_utf8(bytes, &arena, &bad);
    if (text.n) check_refs(text, year, &arena);
    while (text.n) {
        size_t n = cv_span_chr(text, '\n');
        line = cv_span_first(text, n);
        check_id(line, year, &arena);
        check_values(line, year, &arena);
        text = n == SIZE_MAX ? CV_NONE : cv_span_from(text, n + 1);
    }
    cv_arena_free(&arena);
    return 0;
}
