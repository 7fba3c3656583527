/* archive.h - a small archive of invented telegrams in a temporary folder, and SQL against it, for tests that link the
 * extension statically. May not: use the shell, read anything but what it wrote. */
#ifndef CV_TESTS_TABLES_ARCHIVE_H
#define CV_TESTS_TABLES_ARCHIVE_H

#include <sqlite3.h>
#include <stddef.h>

/* A folder with telegrams: 2003/a.txt (two cables), 2003/b.txt, 2004/c.txt, notes.txt (no cable). One a process; gone
 * at the end of the process. */
const char *archive_folder(void);
/* n telegrams in one file of that folder, named so; returns its path. */
const char *archive_bulk(const char *name, unsigned n);
/* A telegram of Maputo with this number, into buf; returns its length. */
size_t archive_telegram(char *buf, size_t cap, unsigned serial);

/* A connection with all tables, or with those that open no file. */
sqlite3 *archive_open(void);
sqlite3 *archive_open_nofiles(void);
/* Close; fails the test when something is left over. */
void archive_close(sqlite3 *db);
/* All rows as text, columns divided by '|', rows by '\n'; or "error: …". %Q in sql is the folder. Caller frees it with
 * sqlite3_free. */
char *archive_query(sqlite3 *db, const char *sql);

#endif
