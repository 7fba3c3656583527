/* test_limits.c - what SQLite may do to us in mid-query: interrupt, run out of memory, close, load twice. */
#include "../cv_check.h"
#include "../../include/cablevtab.h"
#include "archive.h"
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
    PROMPT_MS = 50,      /* what is promised */
    BULK = 60000,        /* cables in one file: seconds of work, of which no row comes out */
    PROGRESS_OPS = 1000, /* as Datasette sets it */
    WAIT_US = 60000
};
static const char no_rows[] = "SELECT count(*) FROM tags(%Q) WHERE tag = 'none'";

/* The query, with the file written. */
static char *over_bulk(void) { return sqlite3_mprintf(no_rows, archive_bulk("bulk.txt", BULK)); }

static double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* ---- interrupts ---- */

struct interrupter {
    sqlite3 *db;
    double at; /* when it was done */
};

static void *interrupt_later(void *p) {
    struct interrupter *i = p;
    (void)usleep(WAIT_US);
    i->at = now_ms();
    sqlite3_interrupt(i->db);
    return NULL;
}

START_TEST(interrupt_from_a_thread) {
    struct interrupter i = {archive_open(), 0};
    pthread_t thread;
    char *got, *sql = over_bulk();
    double end;
    ck_assert_int_eq(pthread_create(&thread, NULL, interrupt_later, &i), 0);
    got = archive_query(i.db, sql);
    end = now_ms();
    ck_assert_int_eq(pthread_join(thread, NULL), 0);
    ck_assert_str_eq(got, "error: interrupted");
    ck_assert_msg(end - i.at < PROMPT_MS, "%.1f ms", end - i.at);
    sqlite3_free(got);
    got = archive_query(i.db, "SELECT count(*) FROM cables(%Q || '/2003')"); /* the connection lives on */
    ck_assert_str_eq(got, "3");
    sqlite3_free(got);
    sqlite3_free(sql);
    archive_close(i.db);
}
END_TEST

static int stop_after(void *deadline) { return now_ms() > *(const double *)deadline; }

START_TEST(progress_handler) {
    sqlite3 *db = archive_open();
    char *got, *sql = over_bulk();
    double deadline = now_ms() + WAIT_US / 1e3, end;
    sqlite3_progress_handler(db, PROGRESS_OPS, stop_after, &deadline);
    got = archive_query(db, sql);
    end = now_ms();
    ck_assert_str_eq(got, "error: interrupted");
    ck_assert_msg(end - deadline < PROMPT_MS, "%.1f ms", end - deadline);
    sqlite3_free(got);
    sqlite3_free(sql);
    archive_close(db);
}
END_TEST

/* An authorizer that forbids all but what the query itself was prepared with: no way to be told, but no failure. */
static int forbid(void *x, int op, const char *a, const char *b, const char *c, const char *d) {
    (void)x, (void)op, (void)a, (void)b, (void)c, (void)d;
    return SQLITE_DENY;
}

START_TEST(authorizer) {
    sqlite3 *db = archive_open();
    sqlite3_stmt *stmt = NULL;
    char *sql = sqlite3_mprintf("SELECT count(*) FROM cables(%Q)", archive_folder());
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
    sqlite3_set_authorizer(db, forbid, NULL);
    if (sqlite3_step(stmt) == SQLITE_ROW) ck_assert_int_eq(sqlite3_column_int(stmt, 0), 4);
    sqlite3_finalize(stmt);
    sqlite3_free(sql);
    archive_close(db);
}
END_TEST

/* ---- life and death ---- */

START_TEST(loaded_twice) {
    sqlite3 *db = archive_open();
    sqlite3_stmt *stmt = NULL;
    char *sql = sqlite3_mprintf("SELECT id FROM cables(%Q)", archive_folder()), *got;
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(stmt), SQLITE_ROW);
    sqlite3_reset(stmt);
    ck_assert_int_eq(sqlite3_cablevtab_init(db, NULL, NULL), SQLITE_OK);
    got = archive_query(db, "SELECT count(*) FROM cables(%Q)");
    ck_assert_str_eq(got, "4");
    sqlite3_free(got);
    ck_assert_int_eq(sqlite3_step(stmt), SQLITE_ROW);
    sqlite3_finalize(stmt);
    sqlite3_free(sql);
    archive_close(db);
}
END_TEST

START_TEST(closed_in_mid_query) {
    sqlite3 *db = archive_open();
    sqlite3_stmt *stmt = NULL;
    char *sql = sqlite3_mprintf("SELECT id FROM cables(%Q)", archive_folder());
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(stmt), SQLITE_ROW);
    ck_assert_int_eq(sqlite3_close_v2(db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(stmt), SQLITE_ROW);
    sqlite3_finalize(stmt);
    sqlite3_free(sql);
}
END_TEST

START_TEST(auto_extension) {
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_auto_extension((void (*)(void))sqlite3_cablevtab_init), SQLITE_OK);
    ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "SELECT cablevtab_version()", NULL, NULL, NULL), SQLITE_OK);
    archive_close(db);
    sqlite3_reset_auto_extension();
}
END_TEST

/* ---- no memory ---- */

static sqlite3_mem_methods real;
static long left = -1; /* allocations until one fails; below 0: none does */

static bool refuse(void) { return left >= 0 && left-- == 0; }
static void *failing_malloc(int n) { return refuse() ? NULL : real.xMalloc(n); }
static void *failing_realloc(void *p, int n) { return refuse() ? NULL : real.xRealloc(p, n); }

/* *sum: of all the values that came, whatever they are; two runs that end well must agree in it. */
static void add_row(sqlite3_stmt *stmt, uint64_t *sum) {
    for (int i = 0; i < sqlite3_column_count(stmt); i++) {
        int type = sqlite3_column_type(stmt, i), n = sqlite3_column_bytes(stmt, i);
        const unsigned char *p = sqlite3_column_text(stmt, i);
        *sum = *sum * 31 + (unsigned)type;
        for (int k = 0; p && k < n; k++) *sum = *sum * 31 + p[k];
    }
}

static int query_once(const char *sql, uint64_t *sum) {
    sqlite3 *db = NULL;
    sqlite3_stmt *stmt = NULL;
    *sum = 0;
    int rc = sqlite3_open(":memory:", &db);
    if (rc == SQLITE_OK) rc = sqlite3_cablevtab_init(db, NULL, NULL);
    if (rc == SQLITE_OK) rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);
    while (rc == SQLITE_OK || rc == SQLITE_ROW) {
        rc = stmt ? sqlite3_step(stmt) : SQLITE_ERROR;
        if (rc == SQLITE_ROW) add_row(stmt, sum);
    }
    sqlite3_finalize(stmt);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
    return rc;
}

static const char *const starved[] = {
    "SELECT id, captions, mtime, raw, problems FROM cables(%Q) WHERE path IN ('2003/a.txt', '2004/c.txt') OR id = 'x'",
    "SELECT p.text, t.tag FROM paragraphs(%Q) p JOIN tags(%Q) t USING (path) WHERE p.path LIKE '2003/%%'",
    "SELECT cable_json(raw), cable_id('Maputo 12', 2003), cablevtab_stats(), cablevtab_debug() FROM cables(%Q)",
    "SELECT cablevtab_config('roots', '[\"/\"]'), cablevtab_config('source', 'x')",
};

START_TEST(no_memory) {
    char sql[512];
    const char *f = archive_folder();
    sqlite3_mem_methods failing;
    sqlite3_int64 used;
    uint64_t whole, sum;
    sqlite3_snprintf(sizeof sql, sql, starved[_i], f, f);
    sqlite3_shutdown();
    ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real), SQLITE_OK);
    failing = real;
    failing.xMalloc = failing_malloc;
    failing.xRealloc = failing_realloc;
    ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_MALLOC, &failing), SQLITE_OK);
    ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0), SQLITE_OK);
    sqlite3_initialize();
    ck_assert_int_eq(query_once(sql, &whole), SQLITE_DONE);
    used = sqlite3_memory_used();
    for (long n = 0; n < 100000; n += 1 + n / 200) { /* every one at first, then ever fewer */
        int rc;
        left = n;
        rc = query_once(sql, &sum);
        bool all = left >= 0; /* it came to its end before the allocation that was to fail */
        left = -1;
        ck_assert_msg(sqlite3_memory_used() == used, "%ld: %lld bytes left over", n, sqlite3_memory_used() - used);
        if (all) {
            ck_assert_int_eq(rc, SQLITE_DONE);
            return;
        }
        ck_assert_msg(rc != SQLITE_DONE || sum == whole, "%ld: other rows, and no error", n);
        ck_assert_msg(rc == SQLITE_NOMEM || rc == SQLITE_DONE || rc == SQLITE_ERROR, "%ld: %d", n, rc);
    }
    ck_abort_msg("no end");
}
END_TEST

int main(void) {
    Suite *s = suite_create("limits");
    TCase *t = tcase_create("sqlite");
    (void)archive_folder(); /* before the tests fork */
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 120);
    tcase_add_test(t, loaded_twice);
    tcase_add_test(t, closed_in_mid_query);
    tcase_add_test(t, auto_extension);
    tcase_add_test(t, authorizer);
    tcase_add_loop_test(t, no_memory, 0, (int)CV_ARRAY_LEN(starved));
    tcase_add_test(t, interrupt_from_a_thread);
    tcase_add_test(t, progress_handler);
    return cv_check_run(s);
}
