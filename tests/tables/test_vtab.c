/* test_vtab.c - the virtual table against a small archive: rows, messages, plans, and the cases that SQLite's planner
 * makes hard (OR, IN, LIKE, joins on arguments). Columns of a row are divided by '|', rows by a new line. */
#include "../cv_check.h"
#include "archive.h"

struct row {
    const char *name, *sql, *expected; /* expected NULL: as the next field's query gives */
    const char *same_as;
};

static const struct row rows[] = {
    {"path order", "SELECT path, doc FROM cables(%Q)", "2003/a.txt|0\n2003/a.txt|1\n2003/b.txt|0\n2004/c.txt|0", NULL},
    {"ordinal", "SELECT tag, ordinal FROM tags(%Q) WHERE path = '2003/b.txt'", "EFIS|1\nMZ|2", NULL},
    {"count", "SELECT count(*) FROM cables(%Q)", "4", NULL},
    {"hidden stay hidden", "SELECT count(*) FROM pragma_table_info('cables')", "39", NULL},
    {"arguments come back", "SELECT source = %Q, shard, shards, content FROM cables(%Q, 0, 1) LIMIT 1", "1|0|1|NULL",
     NULL},
    {"list is JSON", "SELECT value FROM cables(%Q), json_each(captions) WHERE cables.path = '2003/b.txt'", "SIPDIS",
     NULL},
    {"path in list", "SELECT id FROM cables(%Q) WHERE path IN ('2004/c.txt', NULL, '2003/b.txt', 'x')", NULL,
     "SELECT id FROM cables(%Q) WHERE +path IN ('2004/c.txt', NULL, '2003/b.txt', 'x')"},
    {"path in query", "SELECT id FROM cables(%Q) WHERE path IN (SELECT path FROM files(%Q) WHERE path > '2003/b')",
     NULL, "SELECT id FROM cables(%Q) WHERE +path > '2003/b'"},
    {"id in list", "SELECT path FROM cables(%Q) WHERE id IN ('03MAPUTO92', '03MAPUTO94', NULL)",
     "2003/a.txt\n2004/c.txt", NULL},
    {"id of a number", "SELECT path FROM cables(%Q) WHERE id = 92", "", NULL},
    {"path NULL", "SELECT path FROM cables(%Q) WHERE path = NULL", "", NULL},
    {"path blob", "SELECT path FROM cables(%Q) WHERE path = x'323030332F622E747874'", "", NULL},
    {"path nocase", "SELECT doc FROM cables(%Q) WHERE path = '2003/B.TXT' COLLATE NOCASE", "0", NULL},
    {"range", "SELECT path FROM cables(%Q) WHERE path > '2003/a.txt' AND path <= '2004/c.txt'",
     "2003/b.txt\n2004/c.txt", NULL},
    {"range nocase",
     "SELECT path FROM cables(%Q) WHERE path >= '2003/B' COLLATE NOCASE AND path < '2004/D' COLLATE NOCASE",
     "2003/b.txt\n2004/c.txt", NULL},
    {"range of blobs", "SELECT count(*) FROM cables(%Q) WHERE path < x'00'", "4", NULL},
    {"LIKE", "SELECT path FROM files(%Q) WHERE path LIKE '2003/B%%'", "2003/b.txt", NULL},
    {"LIKE by letters", "SELECT path FROM files(%Q) WHERE path LIKE 'NOTES%%'", "notes.txt", NULL},
    {"LIKE case-sensitive", "PRAGMA case_sensitive_like = 1; SELECT count(*) FROM files(%Q) WHERE path LIKE 'NOTES%%'",
     "0", NULL},
    {"LIKE wildcard first", "SELECT path FROM files(%Q) WHERE path LIKE '_003/%%b.txt'", "2003/b.txt", NULL},
    {"NOT LIKE", "SELECT path FROM files(%Q) WHERE path NOT LIKE '2003/%%'", "2004/c.txt\nnotes.txt", NULL},
    {"GLOB", "SELECT path FROM files(%Q) WHERE path GLOB '2003/[ab]*'", "2003/a.txt\n2003/b.txt", NULL},
    {"doc as text", "SELECT path FROM cables(%Q) WHERE doc = '1'", "2003/a.txt", NULL},
    {"doc real", "SELECT path FROM cables(%Q) WHERE doc = 1.0", "2003/a.txt", NULL},
    {"limit", "SELECT path FROM cables(%Q) LIMIT 2 OFFSET 1", "2003/a.txt\n2003/b.txt", NULL},
    {"limit beside LIKE", "SELECT path FROM cables(%Q) WHERE path LIKE '%%b.txt' LIMIT 1", "2003/b.txt", NULL},
    {"limit negative", "SELECT count(*) FROM (SELECT 1 FROM cables(%Q) LIMIT -1)", "4", NULL},
    {"OR over columns",
     "SELECT path, doc FROM cables(%Q) WHERE path = '2003/b.txt' OR id = '03MAPUTO91' OR doc = 1 ORDER BY 1, 2",
     "2003/a.txt|0\n2003/a.txt|1\n2003/b.txt|0", NULL},
    {"OR that overlaps", "SELECT tag FROM tags(%Q) WHERE path = '2003/b.txt' OR id = '03MAPUTO93'", "EFIS\nMZ", NULL},
    {"rowids differ", "SELECT count(DISTINCT rowid) = count(*) FROM paragraphs(%Q)", "1", NULL},
    {"rowid is stable",
     "SELECT (SELECT rowid FROM tags(%Q) WHERE path = '2003/b.txt' AND tag = 'MZ') = "
     "(SELECT rowid FROM tags(%Q) WHERE tag = 'MZ' AND id = '03MAPUTO93')",
     "1", NULL},
    {"join by path",
     "SELECT c.serial, p.number FROM cables(%Q) c JOIN paragraphs(%Q) p USING (path, doc) WHERE c.serial = 94",
     "94|1\n94|2", NULL},
    {"shards are parts",
     "SELECT count(DISTINCT id) FROM (SELECT id FROM cables(%Q, 0, 3) UNION ALL SELECT id FROM "
     "cables(%Q, 1, 3) UNION ALL SELECT id FROM cables(%Q, 2, 3))",
     "4", NULL},
    {"source of a join", "SELECT count(*) FROM (SELECT %Q AS s) JOIN cables ON cables.source = s", "4", NULL},
    {"no source, no rows", "SELECT count(*) FROM cables(NULL)", "0", NULL},
    {"argument in the function's way", "SELECT count(*) FROM (SELECT %Q AS s) LEFT JOIN cables(s) ON true", "4", NULL},
    {"order by path", "SELECT path FROM cables(%Q) ORDER BY path DESC, doc DESC LIMIT 1", "2004/c.txt", NULL},
    {"files", "SELECT path, size > 10, mtime LIKE '20__-%%Z', format FROM files(%Q) WHERE path >= '2004'",
     "2004/c.txt|1|1|acp127\nnotes.txt|1|1|NULL", NULL},
    {"no cable is a problem", "SELECT id, path, doc, code FROM problems(%Q) WHERE path = 'notes.txt'",
     "NULL|notes.txt|NULL|not-a-cable", NULL},
    {"problems are counted",
     "SELECT count(*) FROM cables(%Q) c WHERE c.problems <> (SELECT count(*) FROM problems(%Q) p "
     "WHERE p.path = c.path AND p.doc = c.doc)",
     "0", NULL},
    {"paragraphs are counted",
     "SELECT count(*) FROM cables(%Q) c WHERE c.paragraphs <> (SELECT count(*) FROM "
     "paragraphs(%Q) p WHERE p.path = c.path AND p.doc = c.doc)",
     "0", NULL},
    {"nothing asked", "SELECT 1 FROM cables('/nowhere') WHERE 1 = 0", "", NULL},
};

static void assert_same(const char *name, const char *got, const char *want) {
    ck_assert_msg(strcmp(got, want) == 0, "%s:\ngot  '%s'\nwant '%s'", name, got, want);
}

static void assert_row(sqlite3 *db, const struct row *r) {
    char *got = archive_query(db, r->sql), *want = r->expected ? NULL : archive_query(db, r->same_as);
    assert_same(r->name, got, r->expected ? r->expected : want);
    sqlite3_free(got);
    sqlite3_free(want);
}

START_TEST(query) {
    sqlite3 *db = archive_open();
    assert_row(db, &rows[_i]);
    archive_close(db);
}
END_TEST

/* ---- content: text from a table ---- */

static const struct row content_rows[] = {
    {"value", "SELECT id, path, doc FROM cables WHERE content = (SELECT body FROM inbox WHERE n = 1)",
     "03MAPUTO7|NULL|0", NULL},
    {"joined", "SELECT n, tag FROM inbox JOIN tags ON tags.content = inbox.body", "1|EFIS\n1|MZ\n3|EFIS\n3|MZ", NULL},
    {"joined the other way", "SELECT n, tag FROM tags JOIN inbox ON tags.content = inbox.body ORDER BY 1, 2",
     "1|EFIS\n1|MZ\n3|EFIS\n3|MZ", NULL},
    {"comes back",
     "SELECT count(*) FROM inbox JOIN cables ON cables.content = inbox.body WHERE cables.content = inbox.body", "2",
     NULL},
    {"no cable", "SELECT code, path FROM problems WHERE content = 'hello, world'", "not-a-cable|NULL", NULL},
    {"empty", "SELECT count(*) FROM cables WHERE content = ''", "0", NULL},
    {"blob", "SELECT id FROM inbox JOIN cables ON content = CAST(inbox.body AS BLOB) WHERE n = 1", "03MAPUTO7", NULL},
    {"order",
     "SELECT number FROM paragraphs WHERE content = (SELECT body FROM inbox WHERE n = 1) ORDER BY doc, ordinal", "1\n2",
     NULL},
    {"OR of contents", "SELECT count(*) FROM cables WHERE content IN (SELECT body FROM inbox)", "2", NULL},
    {"shards",
     "SELECT (SELECT count(*) FROM cables WHERE content = inbox.body AND shard = 0 AND shards = 2) + (SELECT count(*) "
     "FROM cables WHERE content = inbox.body AND shard = 1 AND shards = 2) FROM inbox WHERE n = 1",
     "1", NULL},
};

static void fill_inbox(sqlite3 *db) {
    static const unsigned serials[] = {7, 0, 8}; /* 0: NULL */
    char text[1024];
    sqlite3_stmt *stmt = NULL;
    ck_assert_int_eq(sqlite3_exec(db, "CREATE TABLE inbox(n INTEGER, body TEXT)", NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_prepare_v2(db, "INSERT INTO inbox VALUES (?, ?)", -1, &stmt, NULL), SQLITE_OK);
    for (int i = 0; i < 3; i++) {
        size_t n = archive_telegram(text, sizeof text, serials[i]);
        sqlite3_bind_int(stmt, 1, i + 1);
        if (serials[i])
            sqlite3_bind_text(stmt, 2, text, (int)n, SQLITE_TRANSIENT);
        else
            sqlite3_bind_null(stmt, 2);
        ck_assert_int_eq(sqlite3_step(stmt), SQLITE_DONE);
        sqlite3_reset(stmt);
    }
    sqlite3_finalize(stmt);
}

START_TEST(content) {
    sqlite3 *db = _i % 2 ? archive_open_nofiles() : archive_open();
    fill_inbox(db);
    assert_row(db, &content_rows[_i / 2]);
    archive_close(db);
}
END_TEST

/* ---- declared tables ---- */

#define DECLARE                                                                                                        \
    "CREATE VIRTUAL TABLE c USING cables(%Q); CREATE VIRTUAL TABLE p USING problems(%Q); ATTACH ':memory:' AS k; "     \
    "CREATE VIRTUAL TABLE k.cables USING cables(%Q);"
static const struct row declared_rows[] = {
    {"declared", DECLARE "SELECT count(*) FROM c", "4", NULL},
    {"in a schema", DECLARE "SELECT count(*) FROM k.cables", "4", NULL},
    {"bare argument", "CREATE VIRTUAL TABLE c USING cables(/nowhere); SELECT * FROM c",
     "error: cables: no such source '/nowhere'", NULL},
    {"double quotes", "CREATE VIRTUAL TABLE c USING cables(\"/no\"\"where\"); SELECT * FROM c",
     "error: cables: no such source '/no\"where'", NULL},
    {"apostrophe and comma", "CREATE VIRTUAL TABLE c USING cables('/o''brien, x'); SELECT * FROM c",
     "error: cables: no such source '/o'brien, x'", NULL},
    {"too many", "CREATE VIRTUAL TABLE c USING cables('/a', '/b'); SELECT * FROM c",
     "error: cables: declared with 2 arguments; it takes one, the source", NULL},
    {"no source is fine until read", "CREATE VIRTUAL TABLE c USING cables; DROP TABLE c; SELECT 1", "1", NULL},
    {"gone source can be dropped",
     "CREATE VIRTUAL TABLE c USING cables('/nowhere'); ALTER TABLE c RENAME TO d; DROP TABLE d; SELECT 1", "1", NULL},
    {"part", DECLARE "SELECT path FROM k.cables(%Q || '/2003') WHERE doc = 0", "2003/a.txt\n2003/b.txt", NULL},
    {"part with slash", DECLARE "SELECT path FROM k.cables(%Q || '/2004/')", "2004/c.txt", NULL},
    {"part that is a file", DECLARE "SELECT path, doc FROM k.cables(%Q || '/2003/a.txt')", "2003/a.txt|0\n2003/a.txt|1",
     NULL},
    {"itself", DECLARE "SELECT count(*) FROM k.cables(%Q || '/')", "4", NULL},
    {"part and range", DECLARE "SELECT path FROM k.cables(%Q || '/2003') WHERE path > '2003/b'", "2003/b.txt", NULL},
    {"part and path", DECLARE "SELECT path FROM k.cables(%Q || '/2003') WHERE path = '2004/c.txt'", "", NULL},
    {"part of a glob",
     "CREATE VIRTUAL TABLE c USING cables('%q/**/*.txt'); SELECT path FROM c('%q/2003') WHERE doc = 0",
     "2003/a.txt\n2003/b.txt", NULL},
    {"part beside a glob", "CREATE VIRTUAL TABLE c USING cables('/tmp/cv-*/x'); SELECT path FROM c('/var')",
     "error: cables: '/var' is no part of '/tmp/cv-*/x', which this table was declared over; for another source write "
     "temp.cables('/var')",
     NULL},
    {"part with shards", DECLARE "SELECT count(*) FROM k.cables(%Q || '/2003', 0, 1)", "3", NULL},
    {"function beside it", DECLARE "SELECT count(*) FROM temp.cables(%Q)", "4", NULL},
    {"source column of a declared table", DECLARE "SELECT DISTINCT source FROM c", "NULL", NULL},
    {"view", DECLARE "CREATE VIEW v AS SELECT id FROM c; SELECT count(*) FROM v", "4", NULL},
    {"view not trusted", DECLARE "CREATE VIEW v AS SELECT id FROM c; PRAGMA trusted_schema = 0; SELECT count(*) FROM v",
     "error: unsafe use of virtual table \"c\"", NULL},
    {"view of problems", DECLARE "CREATE VIEW v AS SELECT code FROM p; SELECT count(*) FROM v",
     "error: unsafe use of virtual table \"p\"", NULL},
    {"temp view of problems", DECLARE "CREATE TEMP VIEW v AS SELECT code FROM p; SELECT count(*) > 0 FROM v", "1",
     NULL},
    {"view of the function", "CREATE VIEW v AS SELECT id FROM cables('/'); SELECT count(*) FROM v",
     "error: unsafe use of virtual table \"cables\"", NULL},
    {"view of one without source",
     "CREATE VIRTUAL TABLE d USING cables; CREATE VIEW v AS SELECT id FROM d; SELECT * FROM v",
     "error: unsafe use of virtual table \"d\"", NULL},
    {"temp view of the function", "CREATE TEMP VIEW v AS SELECT id FROM cables(%Q); SELECT count(*) FROM v", "4", NULL},
    {"read-only", DECLARE "DELETE FROM c", "error: table c may not be modified", NULL},
    {"integrity", DECLARE "PRAGMA integrity_check", "ok", NULL},
};

START_TEST(declared) {
    sqlite3 *db = archive_open();
    assert_row(db, &declared_rows[_i]);
    archive_close(db);
}
END_TEST

/* ---- messages ---- */

static const struct row messages[] = {
    {"no such source", "SELECT * FROM cables('/nowhere')", "error: cables: no such source '/nowhere'", NULL},
    {"which table", "SELECT * FROM refs('/nowhere')", "error: refs: no such source '/nowhere'", NULL},
    {"none given", "SELECT * FROM cables",
     "error: cables: no source is given: write cables('/path/of/archive'), or set one with cablevtab_config('source', "
     "…) or "
     "CABLEVTAB_SOURCE",
     NULL},
    {"shard text", "SELECT * FROM cables(%Q, 'x', 4)", "error: cables: shard must be an integer from 0 to 3, not 'x'",
     NULL},
    {"shard high", "SELECT * FROM cables(%Q, 4, 4)", "error: cables: shard must be an integer from 0 to 3, not '4'",
     NULL},
    {"shards zero", "SELECT * FROM cables(%Q, 0, 0)",
     "error: cables: shards must be an integer from 1 to 1048576, not '0'", NULL},
    {"shards missing", "SELECT * FROM cables(%Q, 1)",
     "error: cables: shard is given without shards: cables(source, shard, shards)", NULL},
    {"another source", "CREATE VIRTUAL TABLE c USING cables('/a'); SELECT * FROM c('/b')",
     "error: cables: '/b' is no part of '/a', which this table was declared over; for another source write "
     "temp.cables('/b')",
     NULL},
    {"climbing", "CREATE VIRTUAL TABLE c USING cables('/a'); SELECT * FROM c('/a/../b')",
     "error: cables: '/a/../b' is no part of '/a', which this table was declared over; for another source write "
     "temp.cables('/a/../b')",
     NULL},
    {"beginning alike", "CREATE VIRTUAL TABLE c USING cables('/a'); SELECT * FROM c('/ab')",
     "error: cables: '/ab' is no part of '/a', which this table was declared over; for another source write "
     "temp.cables('/ab')",
     NULL},
};

START_TEST(message) {
    sqlite3 *db = archive_open();
    assert_row(db, &messages[_i]);
    archive_close(db);
}
END_TEST

START_TEST(part_that_is_not_there) {
    sqlite3 *db = archive_open();
    char *got = archive_query(db, DECLARE "SELECT count(*) FROM k.cables(%Q || '/2099')");
    ck_assert_msg(strncmp(got, "error: cables: no such source '/tmp/", 36) == 0, "%s", got);
    sqlite3_free(got);
    archive_close(db);
}
END_TEST

static const struct row nofiles_rows[] = {
    {"source refused", "SELECT * FROM cables(%Q)",
     "error: cables: this connection opens no files; give the text itself: WHERE content = …", NULL},
    {"declared refused", "CREATE VIRTUAL TABLE c USING cables(%Q); SELECT * FROM c",
     "error: cables: this connection opens no files; give the text itself: WHERE content = …", NULL},
    {"no files table", "SELECT * FROM files(%Q)", "error: no such table: files", NULL},
    {"part refused", "CREATE VIRTUAL TABLE c USING cables('/'); SELECT * FROM c('/tmp')",
     "error: cables: this connection opens no files; give the text itself: WHERE content = …", NULL},
};

START_TEST(nofiles) {
    sqlite3 *db = archive_open_nofiles();
    assert_row(db, &nofiles_rows[_i]);
    archive_close(db);
}
END_TEST

/* ---- plans in words ---- */

static const struct row plans[] = {
    {"path", "SELECT id FROM cables(%Q) WHERE path = 'x'", "path=? head-only", NULL},
    {"whole", "SELECT text FROM paragraphs(%Q) WHERE id = 'x'", "id=? whole", NULL},
    {"list", "SELECT id FROM cables(%Q) WHERE path IN ('x', 'y')", "path IN (?) head-only", NULL},
    {"pattern", "SELECT id FROM cables(%Q) WHERE path LIKE '2007/%%'", "path LIKE ? head-only", NULL},
    {"range", "SELECT id FROM cables(%Q) WHERE path > 'a' AND path < 'b'", "path>? path<? head-only", NULL},
    {"raw", "SELECT raw FROM cables(%Q) LIMIT 1", "limit whole", NULL},
    {"names", "SELECT path FROM files(%Q)", "list-only", NULL},
    {"formats", "SELECT format FROM files(%Q)", "first-bytes", NULL},
    {"shards", "SELECT id FROM cables(%Q, 0, 2)", "shard=? head-only", NULL},
    {"inner table of a join by id", "SELECT k.subject FROM refs(%Q) r JOIN cables(%Q) k ON k.id = r.ref_id",
     "head-only\nid=? head-only", NULL},
    {"inner table of a join by path",
     "SELECT p.text FROM paragraphs(%Q) p JOIN cables(%Q) k ON k.path = p.path AND k.doc = p.doc",
     "head-only\npath=? doc=? whole", NULL},
    {"one document", "SELECT id FROM cables(%Q) WHERE doc = 3", "doc=? head-only", NULL},
    {"list of documents", "SELECT id FROM cables(%Q) WHERE doc IN (0, 3)", "head-only", NULL},
    {"header column", "SELECT subject FROM cables(%Q) WHERE year = 1976 AND station = 'OSLO' AND date > '1976'",
     "head-only", NULL},
    {"order", "SELECT id FROM cables(%Q) ORDER BY path LIMIT 3", "head-only", NULL},
    {"offset", "SELECT id FROM cables(%Q) LIMIT 3 OFFSET 2", "limit head-only", NULL},
    {"arguments alone", "SELECT source, content FROM cables(%Q)", "head-only", NULL},
};

/* Of "2|0|0|SCAN r VIRTUAL TABLE INDEX 131073:head-only" the words at the end, a line for each table. */
static char *words_of_plan(const char *detail) {
    sqlite3_str *out = sqlite3_str_new(NULL);
    while (detail) {
        const char *end = strchr(detail, '\n'), *index = strstr(detail, " VIRTUAL TABLE INDEX ");
        const char *words = index ? strchr(index, ':') : NULL;
        size_t n = !words ? 0 : end ? (size_t)(end - words) : strlen(words);
        if (n && sqlite3_str_length(out)) sqlite3_str_appendchar(out, 1, '\n');
        if (n) sqlite3_str_append(out, words + 1, (int)n - 1);
        detail = end ? end + 1 : NULL;
    }
    return sqlite3_str_finish(out);
}

START_TEST(plan) {
    sqlite3 *db = archive_open();
    char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", plans[_i].sql), *got = archive_query(db, sql);
    char *words = words_of_plan(got);
    assert_same(plans[_i].name, words ? words : got, plans[_i].expected);
    sqlite3_free(words);
    sqlite3_free(got);
    sqlite3_free(sql);
    archive_close(db);
}
END_TEST

int main(void) {
    Suite *s = suite_create("vtab");
    TCase *t = tcase_create("rows");
    (void)archive_folder(); /* before the tests fork */
    unsetenv("CABLEVTAB_SOURCE");
    suite_add_tcase(s, t);
    tcase_add_loop_test(t, query, 0, (int)CV_ARRAY_LEN(rows));
    tcase_add_loop_test(t, content, 0, 2 * (int)CV_ARRAY_LEN(content_rows));
    tcase_add_loop_test(t, declared, 0, (int)CV_ARRAY_LEN(declared_rows));
    tcase_add_loop_test(t, message, 0, (int)CV_ARRAY_LEN(messages));
    tcase_add_test(t, part_that_is_not_there);
    tcase_add_loop_test(t, nofiles, 0, (int)CV_ARRAY_LEN(nofiles_rows));
    tcase_add_loop_test(t, plan, 0, (int)CV_ARRAY_LEN(plans));
    return cv_check_run(s);
}
