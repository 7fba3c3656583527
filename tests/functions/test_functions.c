/* test_functions.c - the SQL functions: values, options, what they say when they are called wrongly, and who may call. */
#include "../cv_check.h"
#include "../tables/archive.h"

struct row {
    const char *name, *sql, *expected;
};

static const struct row rows[] = {
    {"version", "SELECT cablevtab_version()", "0.1.0"},
    {"debug is JSON",
     "SELECT json_extract(cablevtab_debug(), '$.version'), json_extract(cablevtab_debug(), "
     "'$.sqlite_running') = sqlite_version()",
     "0.1.0|1"},
    {"stats at first", "SELECT json_extract(cablevtab_stats(), '$.files_opened')", "0"},
    {"stats after", "SELECT count(*) FROM cables(%Q); SELECT json_extract(cablevtab_stats(), '$.files_opened') >= 4",
     "4\n1"},
    {"only what is asked is opened",
     "SELECT id FROM cables(%Q) WHERE path = '2003/b.txt'; SELECT "
     "json_extract(cablevtab_stats(), '$.files_opened')",
     "03MAPUTO93\n1"},
    {"heads alone", "SELECT count(id) FROM cables(%Q); SELECT json_extract(cablevtab_stats(), '$.documents_parsed')",
     "4\n0"},
    {"files opens nothing",
     "SELECT count(size) FROM files(%Q); SELECT json_extract(cablevtab_stats(), '$.files_opened')", "4\n0"},
    {"id", "SELECT cable_id('Rio de Jan 0138', 2008)", "08RIODEJANEIRO138"},
    {"id without year", "SELECT cable_id('07MINSK1060'), cable_id('nothing of the kind')", "07MINSK1060|NULL"},
    {"id of NULL", "SELECT cable_id(NULL), cable_id(NULL, 2008), cable_id('', 2008)", "NULL|NULL|NULL"},
    {"date", "SELECT cable_date('281322Z DEC 07'), cable_date('x'), cable_date(NULL)",
     "2007-12-28T13:22:00Z|NULL|NULL"},
    {"tag", "SELECT cable_tag('PHUM'), cable_tag(' phum '), cable_tag('MZ'), cable_tag('QQQQ')",
     "Human Rights|Human Rights|Mozambique|NULL"},
    {"tag in a year", "SELECT cable_tag('PHUM', 2007), cable_tag('PHUM', NULL), cable_tag('PHUM', '2007')",
     "Human Rights|Human Rights|Human Rights"},
    {"station", "SELECT cable_station('Rio de Janeiro'), cable_station('Atlantis')", "RIODEJANEIRO|NULL"},
    {"country", "SELECT cable_country('MINSK'), cable_country('Rio de Janeiro'), cable_country('Atlantis')",
     "Belarus|Brazil|NULL"},
    {"bad year", "SELECT cable_id('x', 'long ago')",
     "error: cable_id: year must be a year of four digits, not 'long ago'"},
    {"json of no cable", "SELECT cable_json('hello, world'), cable_json(NULL), cable_json('')", "NULL|NULL|NULL"},
    {"json of one",
     "SELECT json_extract(cable_json(raw), '$.cables.serial', '$.tags[1].tag', '$.paragraphs[0].number') "
     "FROM cables(%Q) WHERE path = '2003/b.txt'",
     "[93,\"MZ\",1]"},
    {"json of several",
     "SELECT json_array_length(cable_json(group_concat(raw, char(10) || 'NNNN' || char(10, 10)))) FROM "
     "cables(%Q) WHERE path LIKE '2003/%%'",
     "3"},
    {"json keys", "SELECT group_concat(key) FROM json_each(cable_json((SELECT raw FROM cables(%Q) LIMIT 1)))",
     "cables,paragraphs,tags,addressees,refs,attributes,problems"},
    {"in an index", "CREATE TABLE t(x); CREATE INDEX i ON t(cable_id(x)); SELECT 1", "1"},

    {"unknown option", "SELECT cablevtab_config('colour')",
     "error: cablevtab_config: there is no option 'colour'; known are source, roots, threads, max_document_bytes, "
     "max_member_bytes, max_archive_bytes, max_members, max_ratio, max_depth"},
    {"no option", "SELECT cablevtab_config(NULL)",
     "error: cablevtab_config: there is no option 'NULL'; known are source, roots, threads, max_document_bytes, "
     "max_member_bytes, max_archive_bytes, max_members, max_ratio, max_depth"},
    {"threads", "SELECT cablevtab_config('threads', 3), cablevtab_config('threads')", "3|3"},
    {"bad threads", "SELECT cablevtab_config('threads', 'many')",
     "error: cablevtab_config: threads must be an integer from 1 to 64, not 'many'"},
    {"NULL threads", "SELECT cablevtab_config('threads', NULL)",
     "error: cablevtab_config: threads must be an integer from 1 to 64, not NULL"},
    {"document bytes", "SELECT cablevtab_config('max_document_bytes', 1000)", "1000"},
    {"source",
     "SELECT cablevtab_config('source'); SELECT cablevtab_config('source', %Q) = %Q; SELECT count(*) FROM cables",
     "NULL\n1\n4"},
    {"source given beats it", "SELECT cablevtab_config('source', '/nowhere'); SELECT count(*) FROM cables(%Q)",
     "/nowhere\n4"},
    {"source taken back", "SELECT cablevtab_config('source', 'x'), cablevtab_config('source', NULL)", "x|NULL"},
    {"roots at first", "SELECT cablevtab_config('roots')", "NULL"},
    {"roots confine",
     "SELECT cablevtab_config('roots', json_array(%Q || '/2003')) LIKE '%%/2003\"]'; SELECT count(*) FROM "
     "cables(%Q || '/2003'); SELECT count(*) FROM cables(%Q || '/2003/../2003')",
     "1\n3\n3"},
    {"roots narrowed",
     "SELECT cablevtab_config('roots', json_array(%Q)) IS NOT NULL; SELECT cablevtab_config('roots', "
     "json_array(%Q || '/2003')) IS NOT NULL",
     "1\n1"},
    {"roots not text", "SELECT cablevtab_config('roots', '[1]')",
     "error: cablevtab_config: roots must be a JSON array of folders, like '[\"/data\"]'"},
    {"roots empty", "SELECT cablevtab_config('roots', '[]')",
     "error: cablevtab_config: roots must be a JSON array of folders, like '[\"/data\"]'"},
    {"roots no JSON", "SELECT cablevtab_config('roots', '/data')",
     "error: cablevtab_config: roots must be a JSON array of folders, like '[\"/data\"]'"},
    {"roots NULL", "SELECT cablevtab_config('roots', NULL)",
     "error: cablevtab_config: roots must be a JSON array of folders, like '[\"/data\"]'"},
    {"roots nowhere", "SELECT cablevtab_config('roots', '[\"/no/where\"]')",
     "error: cablevtab_config: roots: there is no '/no/where'"},
    {"roots not widened", "SELECT cablevtab_config('roots', '[\"/usr\"]'); SELECT cablevtab_config('roots', '[\"/\"]')",
     "error: cablevtab_config: roots can be narrowed but not widened: '/' lies outside of what is set"},

    {"config in a view", "CREATE VIEW v AS SELECT cablevtab_config('threads', 1); SELECT * FROM v",
     "error: unsafe use of cablevtab_config()"},
    {"stats in a view", "CREATE VIEW v AS SELECT cablevtab_stats(); SELECT * FROM v",
     "error: unsafe use of cablevtab_stats()"},
    {"values in a view",
     "PRAGMA trusted_schema = 0; CREATE VIEW v AS SELECT cable_date('281322Z DEC 07'); SELECT * FROM v",
     "2007-12-28T13:22:00Z"},
};

START_TEST(function) {
    sqlite3 *db = archive_open();
    char *got = archive_query(db, rows[_i].sql);
    ck_assert_msg(strcmp(got, rows[_i].expected) == 0, "%s:\ngot  '%s'\nwant '%s'", rows[_i].name, got,
                  rows[_i].expected);
    sqlite3_free(got);
    archive_close(db);
}
END_TEST

START_TEST(roots_refuse) {
    sqlite3 *db = archive_open();
    char *got =
        archive_query(db, "SELECT cablevtab_config('roots', json_array(%Q || '/2003')); SELECT * FROM cables(%Q)");
    ck_assert_msg(strncmp(got, "error: cables: ", 15) == 0 && strstr(got, archive_folder()), "%s", got);
    sqlite3_free(got);
    archive_close(db);
}
END_TEST

START_TEST(source_of_the_environment) {
    sqlite3 *db = archive_open();
    char *got;
    ck_assert_int_eq(setenv("CABLEVTAB_SOURCE", archive_folder(), 1), 0);
    got = archive_query(db, "SELECT count(*) FROM cables; SELECT cablevtab_config('source') = %Q");
    ck_assert_str_eq(got, "4\n1");
    sqlite3_free(got);
    archive_close(db);
}
END_TEST

int main(void) {
    Suite *s = suite_create("functions");
    TCase *t = tcase_create("rows");
    (void)archive_folder(); /* before the tests fork */
    unsetenv("CABLEVTAB_SOURCE");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, function, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_test(t, roots_refuse);
    tcase_add_test(t, source_of_the_environment);
    return cv_check_run(s);
}
