/* test_joins.c - a join on one source parses each document whole at most once, however many cables a file holds and
 * however long it is. What is counted is cablevtab_stats(). */
#include "../cv_check.h"
#include "archive.h"
#include <stdio.h>

enum { MANY = 3000, LONG = 17000 }; /* cables in one file; of LONG ones it is too long to be held in memory */

#define HALVES "/2003"     /* two files, one with two cables */
#define DUMP   "/dump.txt" /* one file */

/* The heads that a first look-up by id reads come on top, and one document of which the first scan knows too little. */
static const struct row {
    const char *name, *sql;
    unsigned cables, rows; /* of the source; that come out */
    bool by_id;
} rows[] = {
    {"id",
     "SELECT count(p.text) FROM cables(%Q || '" HALVES "') c JOIN paragraphs(%Q || '" HALVES "') p ON p.id = c.id", 3,
     6, true},
    {"path",
     "SELECT count(p.text) FROM cables(%Q || '" HALVES "') c JOIN paragraphs(%Q || '" HALVES "') p ON p.path = c.path",
     3, 10, false},
    {"the outer table asks for more",
     "SELECT count(p.text || c.body) FROM cables(%Q || '" HALVES "') c JOIN paragraphs(%Q || '" HALVES
     "') p ON p.path = c.path",
     3, 10, false},
    {"the inner table asks for more",
     "SELECT count(p.portion) + count(c.body) FROM paragraphs(%Q || '" HALVES "') p CROSS JOIN cables(%Q || '" HALVES
     "') c ON p.path = c.path",
     3, 10, false},
    {"three tables",
     "SELECT count(p.text || r.text) FROM cables(%Q || '" HALVES "') c JOIN paragraphs(%Q || '" HALVES
     "') p ON p.id = c.id JOIN refs(%Q || '" HALVES "') r ON r.id = c.id",
     3, 12, true},
    {"id in a long file",
     "SELECT count(p.text) FROM cables(%Q || '" DUMP "') c JOIN paragraphs(%Q || '" DUMP "') p ON p.id = c.id", LONG,
     2 * LONG, true},
    {"path and doc in a long file",
     "SELECT count(p.text) FROM cables(%Q || '" DUMP "') c JOIN paragraphs(%Q || '" DUMP
     "') p ON p.path = c.path AND p.doc = c.doc",
     LONG, 2 * LONG, false},
    {"tags by id in a long file",
     "SELECT count(t.tag || c.body) FROM tags(%Q || '" DUMP "') t CROSS JOIN cables(%Q || '" DUMP "') c ON t.id = c.id",
     LONG, 2 * LONG, true},
};

static const char counts[] =
    "SELECT json_extract(cablevtab_stats(), '$.documents_parsed'), json_extract(cablevtab_stats(), "
    "'$.heads_parsed'), json_extract(cablevtab_stats(), '$.files_opened')";

START_TEST(parsed_once) {
    const struct row *row = &rows[_i];
    sqlite3 *db = archive_open();
    unsigned found, whole, heads, opened;
    char *got;
    if (row->cables >= MANY) (void)archive_bulk("dump.txt", row->cables);
    got = archive_query(db, row->sql);
    ck_assert_msg(sscanf(got, "%u", &found) == 1 && found == row->rows, "%s: %s", row->name, got);
    sqlite3_free(got);
    got = archive_query(db, counts);
    ck_assert_int_eq(sscanf(got, "%u|%u|%u", &whole, &heads, &opened), 3);
    ck_assert_msg(whole <= row->cables + 1, "%s: %u whole parses", row->name, whole);
    ck_assert_msg(heads <= (row->by_id ? row->cables * 2 : 0) + 2, "%s: %u heads", row->name, heads);
    ck_assert_msg(opened <= 4, "%s: %u files opened", row->name, opened);
    sqlite3_free(got);
    archive_close(db);
}
END_TEST

int main(void) {
    Suite *s = suite_create("joins");
    TCase *t = tcase_create("stats");
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 120);
    tcase_add_loop_test(t, parsed_once, 0, CV_ARRAY_LEN(rows));
    return cv_check_run(s);
}
