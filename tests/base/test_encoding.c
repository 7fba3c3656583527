/* test_encoding.c - telling encodings apart and turning them into UTF-8 (sheet 2). */
#include "../cv_check.h"

#define ROW(name, bytes, encoding, utf8, bad)                                                                          \
    { name, bytes, sizeof(bytes) - 1, encoding, utf8, bad }
static const struct {
    const char *name, *bytes;
    size_t n;
    enum cv_encoding encoding;
    const char *utf8;
    size_t bad;
} rows[] = {
    ROW("empty", "", CV_ASCII, "", 0),
    ROW("ascii", "UNCLAS MINSK", CV_ASCII, "UNCLAS MINSK", 0),
    ROW("utf-8", "Charg\xC3\xA9", CV_UTF8, "Charg\xC3\xA9", 0),
    ROW("utf-8 with mark", "\xEF\xBB\xBFTAGS", CV_UTF8, "TAGS", 0),
    ROW("latin-1 pilcrow",
        "\xB6"
        "7. (C)",
        CV_LATIN1,
        "\xC2\xB6"
        "7. (C)",
        0),
    ROW("latin-1 e acute", "Bogot\xE1 text", CV_LATIN1, "Bogot\xC3\xA1 text", 0),
    ROW("cp1252 quotes", "\x93yes\x94 \xB6", CV_CP1252, "\xE2\x80\x9Cyes\xE2\x80\x9D \xC2\xB6", 0),
    ROW("cp1252 hole",
        "a\x81"
        "b\x93",
        CV_CP1252,
        "a\xEF\xBF\xBD"
        "b\xE2\x80\x9C",
        1),
    ROW("overlong is not utf-8", "\xC0\x80 plain text", CV_CP1252, "\xC3\x80\xE2\x82\xAC plain text", 0),
    ROW("surrogate is not utf-8", "\xED\xA0\x80 plain", CV_CP1252, "\xC3\xAD\xC2\xA0\xE2\x82\xAC plain", 0),
    ROW("utf-8 cut at the end", "Charg\xC3\xA9 d\xC3", CV_UTF8, "Charg\xC3\xA9 d\xEF\xBF\xBD", 1),
    ROW("FF is no lead byte", "plain text\xFF", CV_LATIN1, "plain text\xC3\xBF", 0),
    ROW("NUL", "a\0b", CV_ASCII,
        "a\xEF\xBF\xBD"
        "b",
        1),
    ROW("utf-16 le",
        "\xFF\xFE"
        "A\0B\0",
        CV_UTF16LE, "AB", 0),
    ROW("utf-16 be", "\xFE\xFF\0A\0B", CV_UTF16BE, "AB", 0),
    ROW("utf-16 odd byte",
        "\xFF\xFE"
        "A\0B",
        CV_UTF16LE, "A\xEF\xBF\xBD", 1),
    ROW("long plain, then one", "0123456789012345678901234567890123456789\xB6", CV_LATIN1,
        "0123456789012345678901234567890123456789\xC2\xB6", 0),
};

START_TEST(row) {
    struct cv_arena a;
    size_t bad = 99;
    /* Exactly n bytes on the heap: one read too far is the sanitizer's. */
    char *copy = malloc(rows[_i].n ? rows[_i].n : 1);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, rows[_i].bytes, rows[_i].n);
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    struct cv_span s = cv_span_of(copy, rows[_i].n);
    ck_assert_msg(cv_encoding_detect(s) == rows[_i].encoding, "%s: encoding %d", rows[_i].name, cv_encoding_detect(s));
    cv_assert_span(rows[_i].name, cv_encoding_to_utf8(s, &a, &bad), rows[_i].utf8);
    ck_assert_msg(bad == rows[_i].bad, "%s: %zu bad", rows[_i].name, bad);
    cv_arena_free(&a);
    free(copy);
}
END_TEST

static const char *const names[][2] = {
    {"a.txt", "a.txt"},
    {"caf\xE9.txt", "caf\xC3\xA9.txt"},
    {"caf\xE9", "caf\xC3\xA9"},
    {"caf\xC3\xA9.txt", "caf\xC3\xA9.txt"},
    {"\xFF\xFE.txt", "\xC3\xBF\xC3\xBE.txt"},
    {"\xFE\xFF", "\xC3\xBE\xC3\xBF"},
    {"\xEF\xBB\xBF"
     "a.txt",
     "\xEF\xBB\xBF"
     "a.txt"},
    {"a\x81.txt", "a\xEF\xBF\xBD.txt"},
};

START_TEST(name) {
    struct cv_arena a;
    cv_arena_init(&a, &cv_allocator_malloc, 0);
    cv_assert_span(names[_i][0], cv_encoding_name_to_utf8(cv_span_of(names[_i][0], strlen(names[_i][0])), &a),
                   names[_i][1]);
    cv_arena_free(&a);
}
END_TEST

static const char *const masked[][2] = {
    {"", ""},
    {"no such source 'x'", "no such source 'x'"},
    {"caf\xC3\xA9", "caf\xC3\xA9"},
    {"\xFF\xFE", "??"},
    {"cut \xE2\x82", "cut ??"},
    {"g\xFFz", "g?z"},
};

START_TEST(mask) {
    char *copy = strdup(masked[_i][0]);
    ck_assert_ptr_nonnull(copy);
    cv_encoding_mask(copy);
    ck_assert_str_eq(copy, masked[_i][1]);
    free(copy);
}
END_TEST

int main(void) {
    Suite *s = suite_create("encoding");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, row, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, name, 0, (int)CV_ARRAY_LEN(names));
    tcase_add_loop_test(t, mask, 0, (int)CV_ARRAY_LEN(masked));
    return cv_check_run(s);
}
