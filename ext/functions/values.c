/* values.c - functions of single values: cable_id, cable_date, cable_tag, cable_station, cable_country.
 * May not: open files, know a connection's options.
 * DETERMINISTIC and INNOCUOUS: static data and the arguments decide, and nothing else is read. */
#include "functions.h"
SQLITE_EXTENSION_INIT3

/* All of them: a text, and a year or 0 where it is not given, to a text. */
struct value_function {
    struct cv_span (*of)(struct cv_span text, int year, struct cv_arena *arena);
};

static struct cv_span id_of(struct cv_span text, int year, struct cv_arena *arena) {
    return cv_id_canonical(text, year, arena);
}
static struct cv_span date_of(struct cv_span text, int year, struct cv_arena *arena) {
    (void)year;
    return cv_date_of_dtg(text, arena);
}
static struct cv_span tag_of(struct cv_span text, int year, struct cv_arena *arena) {
    return cv_tag_meaning(cv_arena_upper(arena, cv_span_trim(text)), year);
}
static struct cv_span station_of(struct cv_span text, int year, struct cv_arena *arena) {
    (void)year;
    (void)arena;
    return cv_station_canonical(text);
}
static struct cv_span country_of(struct cv_span text, int year, struct cv_arena *arena) {
    struct cv_span station = cv_station_canonical(text);
    (void)year;
    (void)arena;
    return cv_station_country(station.p ? station : text);
}

/* False: an error was reported. */
static bool read_year(sqlite3_context *ctx, sqlite3_value *value, int *out) {
    enum { FIRST = 1000, LAST = 9999 };
    int64_t year = sqlite3_value_int64(value);
    *out = 0;
    if (sqlite3_value_type(value) == SQLITE_NULL) return true;
    if (sqlite3_value_numeric_type(value) == SQLITE_INTEGER && (year == 0 || (year >= FIRST && year <= LAST))) {
        *out = (int)year;
        return true;
    }
    cv_function_error(ctx, "year must be a year of four digits, not '%s'", (const char *)sqlite3_value_text(value));
    return false;
}

static void call(sqlite3_context *ctx, int argc, sqlite3_value **argv) {
    const struct cv_function_use *use = cv_function_use_of(ctx);
    const struct value_function *f = use->function->data;
    struct cv_arena *scratch = &use->conn->scratch;
    struct cv_span text = cv_function_text(argv[0]), result;
    int year = 0;
    if (!text.p || (argc > 1 && !read_year(ctx, argv[1], &year))) return;
    result = f->of(text, year, scratch);
    if (scratch->failed)
        sqlite3_result_error_nomem(ctx);
    else
        cv_function_result(ctx, result);
    cv_arena_reset(scratch);
}

static const struct value_function id = {id_of}, date = {date_of}, tag = {tag_of}, station = {station_of},
                                   country = {country_of};
enum { PURE = SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS };

static const struct cv_function functions[] = {
    {"cable_id", 1, PURE, call, &id},           {"cable_id", 2, PURE, call, &id},
    {"cable_date", 1, PURE, call, &date},       {"cable_tag", 1, PURE, call, &tag},
    {"cable_tag", 2, PURE, call, &tag},         {"cable_station", 1, PURE, call, &station},
    {"cable_country", 1, PURE, call, &country},
};
const struct cv_function_group cv_functions_values = {functions, CV_ARRAY_LEN(functions)};
