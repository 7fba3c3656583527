/* test_json.c - the JSON of texts, numbers and lists, byte for byte. The form of a whole cable is held by the examples. */
#include "../../ext/tables/tables.h"
#include "../cv_check.h"

static const struct {
    struct cv_span text;
    const char *json;
} texts[] = {
    {{"", 0}, "\"\""},
    {{"FISHING QUOTA", 13}, "\"FISHING QUOTA\""},
    {{"a\"b\\c", 5}, "\"a\\\"b\\\\c\""},
    {{"one\ntwo\r\n\tthree", 15}, "\"one\\ntwo\\r\\n\\tthree\""},
    {{"\x00\x01\x1f\x7f", 4}, "\"\\u0000\\u0001\\u001f\x7f\""},
    {{"caf\xc3\xa9", 5}, "\"caf\xc3\xa9\""},
    {{"/", 1}, "\"/\""},
};

START_TEST(text) {
    struct cv_arena arena;
    struct cv_buf out = {.arena = &arena};
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    cv_json_text(&out, texts[_i].text);
    cv_assert_span(texts[_i].json, cv_buf_span(&out), texts[_i].json);
    cv_arena_free(&arena);
}
END_TEST

static const struct {
    int64_t value;
    const char *json;
} numbers[] = {{0, "0"}, {7, "7"}, {-1, "-1"}, {INT64_MAX, "9223372036854775807"}, {INT64_MIN, "-9223372036854775808"}};

START_TEST(number) {
    struct cv_arena arena;
    struct cv_buf out = {.arena = &arena};
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    cv_json_int(&out, numbers[_i].value);
    cv_assert_span(numbers[_i].json, cv_buf_span(&out), numbers[_i].json);
    cv_arena_free(&arena);
}
END_TEST

START_TEST(list) {
    struct cv_span items[] = {CV_LIT("SIPDIS"), CV_LIT("NO\"FORN")};
    struct cv_spans none = {0}, two = {items, 2, 2};
    struct cv_arena arena;
    struct cv_buf out = {.arena = &arena};
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    cv_json_list(&out, &none);
    cv_json_list(&out, &two);
    cv_assert_span("list", cv_buf_span(&out), "[][\"SIPDIS\",\"NO\\\"FORN\"]");
    cv_arena_free(&arena);
}
END_TEST

/* What the SQL interface promises of every table: names once, hidden columns last, ids first. */
START_TEST(descriptor) {
    const struct cv_table *t = cv_tables[_i];
    bool hidden = false;
    ck_assert_str_eq(t->columns[0].name, t->entries ? "path" : "id");
    for (size_t i = 0; i < t->ncolumns; i++) {
        ck_assert_msg(t->columns[i].read && t->columns[i].meaning, "%s.%s", t->name, t->columns[i].name);
        ck_assert_msg(!hidden || t->columns[i].hidden, "%s.%s comes after a hidden one", t->name, t->columns[i].name);
        hidden = t->columns[i].hidden;
        for (size_t k = 0; k < i; k++)
            ck_assert_msg(strcmp(t->columns[i].name, t->columns[k].name) != 0, "%s.%s", t->name, t->columns[i].name);
    }
}
END_TEST

int main(void) {
    Suite *s = suite_create("json");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, text, 0, (int)CV_ARRAY_LEN(texts));
    tcase_add_loop_test(t, number, 0, (int)CV_ARRAY_LEN(numbers));
    tcase_add_test(t, list);
    tcase_add_loop_test(t, descriptor, 0, (int)cv_tables_n);
    return cv_check_run(s);
}
