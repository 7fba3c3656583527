/* test_differential.c - random conditions, joins and orders over our tables give the very rows that an ordinary table with
 * the same content gives. Whatever the planner offers, and xBestIndex takes or leaves, the answer must not change. */
#include "../cv_check.h"
#include "archive.h"
#include <stdio.h>

enum { PROGRAMS = 4, ROUNDS = 400, DEEPEST = 3, SQL_BYTES = 4096 };

/* Not here: `path = … COLLATE NOCASE`. Two of them joined by OR become an IN in BINARY on SQLite 3.40.1, with an index on an
 * ordinary table too. */
static const char *const atoms[] = {
    "path = '2003/b.txt'",
    "path IN ('2003/a.txt', '2004/c.txt', NULL)",
    "path IN (SELECT path FROM copy WHERE ordinal = 2)",
    "path NOT IN ('2003/a.txt')",
    "path > '2003/a.txt'",
    "path >= '2003/b' COLLATE NOCASE",
    "path <= '2003/B.txt' COLLATE NOCASE",
    "path < '2004'",
    "path < x'00'",
    "path > 5",
    "path BETWEEN '2003/a.txt' AND '2003/b.txt'",
    "path LIKE '2003/%'",
    "path LIKE '2003/B%'",
    "path LIKE '%c.txt'",
    "path LIKE '200_/_.txt'",
    "path NOT LIKE '2003/%'",
    "path GLOB '2003/*'",
    "path GLOB '200[4-9]/*'",
    "path IS NULL",
    "path IS '2003/b.txt'",
    "id = '03MAPUTO92'",
    "id = '03maputo92'",
    "id IN ('03MAPUTO91', '03MAPUTO94')",
    "id > '03MAPUTO92'",
    "id IS NOT NULL",
    "doc = 1",
    "doc = '1'",
    "doc = 0.5",
    "doc IN (0, 3)",
    "ordinal = 2",
    "ordinal > 1",
    "tag = 'MZ'",
    "tag LIKE 'e%'",
    "kind = 'subject'",
    "person IS NULL",
    "1 = 0",
};

static unsigned next(unsigned *seed, unsigned below) {
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) % below;
}

static void condition(char *out, size_t cap, unsigned *seed, unsigned depth) {
    size_t n;
    if (depth == 0 || next(seed, 4) == 0) {
        (void)snprintf(out, cap, "%s", atoms[next(seed, (unsigned)CV_ARRAY_LEN(atoms))]);
        return;
    }
    (void)snprintf(out, cap, next(seed, 6) ? "(" : "NOT (");
    n = strlen(out);
    condition(out + n, cap - n, seed, depth - 1);
    n = strlen(out);
    (void)snprintf(out + n, cap - n, next(seed, 2) ? ") AND (" : ") OR (");
    n = strlen(out);
    condition(out + n, cap - n, seed, depth - 1);
    n = strlen(out);
    (void)snprintf(out + n, cap - n, ")");
}

/* The same query over ours and over the copy; %s is the condition, the table's name comes before it. */
static const char *const shapes[] = {
    "SELECT group_concat(r, char(10)) FROM (SELECT path || ' ' || doc || ' ' || ordinal AS r FROM %s WHERE %s ORDER BY "
    "1)",
    "SELECT group_concat(r, char(10)) FROM (SELECT path || tag AS r FROM %s WHERE %s ORDER BY path, doc, ordinal LIMIT "
    "3 "
    "OFFSET 1)",
    "SELECT group_concat(r, char(10)) FROM (SELECT path || ' ' || count(*) AS r FROM %s WHERE %s GROUP BY path)",
    "SELECT group_concat(r, char(10)) FROM (SELECT DISTINCT path || doc AS r FROM %s WHERE %s ORDER BY 1)",
    "SELECT count(*), min(id), max(path) FROM %s WHERE %s",
};

static char *ask(sqlite3 *db, const char *shape, const char *table, const char *where) {
    char sql[SQL_BYTES];
    sqlite3_stmt *stmt = NULL;
    sqlite3_str *out = sqlite3_str_new(db);
    sqlite3_snprintf(sizeof sql, sql, shape, table, where);
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    while (sqlite3_step(stmt) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(stmt); i++)
            sqlite3_str_appendf(out, "%s|", (const char *)sqlite3_column_text(stmt, i));
    ck_assert_msg(sqlite3_finalize(stmt) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    return sqlite3_str_finish(out);
}

START_TEST(same_rows) {
    sqlite3 *db = archive_open();
    unsigned seed = (unsigned)_i + 1;
    char where[SQL_BYTES / 2], function[256];
    char *made = archive_query(db, "CREATE TEMP TABLE copy AS SELECT * FROM tags(%Q);"
                                   "CREATE VIRTUAL TABLE declared USING tags(%Q)");
    ck_assert_str_eq(made, "");
    sqlite3_free(made);
    sqlite3_snprintf(sizeof function, function, "tags(%Q)", archive_folder());
    for (int round = 0; round < ROUNDS; round++) {
        const char *shape = shapes[next(&seed, (unsigned)CV_ARRAY_LEN(shapes))];
        const char *table = next(&seed, 2) ? function : "declared";
        condition(where, sizeof where, &seed, DEEPEST);
        char *want = ask(db, shape, "copy", where), *got = ask(db, shape, table, where);
        ck_assert_msg(strcmp(want, got) == 0, "%s: %s\ngot  %s\nwant %s", shape, where, got, want);
        sqlite3_free(want);
        sqlite3_free(got);
    }
    archive_close(db);
}
END_TEST

int main(void) {
    Suite *s = suite_create("differential");
    TCase *t = tcase_create("conditions");
    (void)archive_folder(); /* before the tests fork */
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 120);
    tcase_add_loop_test(t, same_rows, 0, PROGRAMS);
    return cv_check_run(s);
}
