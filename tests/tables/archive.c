/* archive.c - see archive.h. */
#include "archive.h"
#include "../cv_check.h"
#include "../../include/cablevtab.h"
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];
static pid_t owner; /* libcheck forks: only who made the folder takes it away */

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *where) {
    (void)st;
    (void)type;
    (void)where;
    return remove(path);
}

static void remove_folder(void) {
    if (owner == getpid()) (void)nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* libcheck's own asserts hold only inside a test, and the folder is made before. */
static void must(bool holds) {
    if (holds) return;
    perror("cannot write the archive");
    abort();
}

size_t archive_telegram(char *buf, size_t cap, unsigned serial) {
    int n =
        snprintf(buf, cap,
                 "R 130800Z JAN 03\nFM AMEMBASSY MAPUTO\nTO SECSTATE WASHDC %04u\nUNCLAS MAPUTO %06u\n\nSIPDIS\n\n"
                 "E.O. 12958: N/A\nTAGS: EFIS, MZ\nSUBJECT: FISHING QUOTA %u\n\nREF: A. MAPUTO 9999 B. HARARE 12\n\n"
                 "1. The ministry raised quota number %u.\n\n2. Post will follow up.\nSOUSA\n",
                 serial, serial, serial, serial);
    must(n > 0 && (size_t)n < cap);
    return (size_t)n;
}

static void write_file(const char *name, unsigned first, unsigned n) {
    char path[256], text[1024];
    FILE *f;
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    f = fopen(path, "wb");
    must(f != NULL);
    for (unsigned i = 0; i < n; i++) {
        size_t size = archive_telegram(text, sizeof text, first + i);
        must(fwrite(text, 1, size, f) == size);
        must(fputs("NNNN\n\n\n\n", f) >= 0);
    }
    must(fclose(f) == 0);
}

static void make_folder(const char *name) {
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    must(mkdir(path, 0700) == 0);
}

const char *archive_folder(void) {
    char path[256];
    FILE *f;
    if (folder[0]) return folder;
    (void)snprintf(folder, sizeof folder, "/tmp/cablevtab-test-XXXXXX");
    must(mkdtemp(folder) != NULL);
    owner = getpid();
    (void)atexit(remove_folder);
    make_folder("2003");
    make_folder("2004");
    write_file("2003/a.txt", 91, 2);
    write_file("2003/b.txt", 93, 1);
    write_file("2004/c.txt", 94, 1);
    (void)snprintf(path, sizeof path, "%s/notes.txt", folder);
    f = fopen(path, "wb");
    must(f != NULL);
    must(fputs("Buy milk and bread.\n", f) >= 0);
    must(fclose(f) == 0);
    return folder;
}

const char *archive_bulk(const char *name, unsigned n) {
    static char path[256];
    (void)archive_folder();
    write_file(name, 1, n);
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static sqlite3 *open_with(int (*init)(sqlite3 *, char **, const struct sqlite3_api_routines *)) {
    sqlite3 *db = NULL;
    char *message = NULL;
    ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
    ck_assert_msg(init(db, &message, NULL) == SQLITE_OK, "%s", message ? message : "init failed");
    return db;
}

sqlite3 *archive_open(void) { return open_with(sqlite3_cablevtab_init); }
sqlite3 *archive_open_nofiles(void) { return open_with(sqlite3_cablevtab_nofiles_init); }

void archive_close(sqlite3 *db) { ck_assert_int_eq(sqlite3_close(db), SQLITE_OK); }

static void add_row(sqlite3_str *out, sqlite3_stmt *stmt) {
    if (sqlite3_str_length(out)) sqlite3_str_appendchar(out, 1, '\n');
    for (int i = 0; i < sqlite3_column_count(stmt); i++) {
        const char *z = (const char *)sqlite3_column_text(stmt, i);
        sqlite3_str_appendf(out, "%s%s", i ? "|" : "", z ? z : "NULL");
    }
}

char *archive_query(sqlite3 *db, const char *sql) {
    const char *f = archive_folder();
    char *filled = sqlite3_mprintf(sql, f, f, f, f);
    const char *rest = filled;
    sqlite3_str *out = sqlite3_str_new(NULL);
    sqlite3_stmt *stmt = NULL;
    int rc = SQLITE_OK;
    while (rest && *rest && rc == SQLITE_OK) {
        rc = sqlite3_prepare_v2(db, rest, -1, &stmt, &rest);
        while (rc == SQLITE_OK && stmt && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
            add_row(out, stmt);
            rc = SQLITE_OK;
        }
        if (rc == SQLITE_DONE) rc = SQLITE_OK;
        if (rc != SQLITE_OK) {
            sqlite3_str_reset(out);
            sqlite3_str_appendf(out, "error: %s", sqlite3_errmsg(db));
        }
        sqlite3_finalize(stmt);
        stmt = NULL;
    }
    sqlite3_free(filled);
    filled = sqlite3_str_finish(out);
    return filled ? filled : sqlite3_mprintf("");
}
