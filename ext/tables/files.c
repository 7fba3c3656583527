/* files.c - the table files: what a source holds, members of archives too, without parsing it.
 * May not: call SQLite, open anything. Names, order and meaning are the SQL interface's. */
#include "tables.h"

static void read_size(const struct cv_row *row, struct cv_value *out) {
    if (row->scanned->entry_size <= INT64_MAX) cv_value_int(out, (int64_t)row->scanned->entry_size);
}
static void read_format(const struct cv_row *row, struct cv_value *out) { cv_value_name(out, row->scanned->format); }

static size_t count(const struct cv_scanned *s) {
    (void)s;
    return 1;
}

static const struct cv_column columns[] = {
    {"path", CV_TEXT, cv_read_path, 0, .meaning = "from the source's folder on"},
    {"size", CV_INTEGER, read_size, CV_ASK_STAT, .meaning = "bytes"},
    {"mtime", CV_TEXT, cv_read_mtime, CV_ASK_STAT, .meaning = "ISO 8601"},
    {"format", CV_TEXT, read_format, CV_ASK_FORMAT, .meaning = "from the first bytes; NULL: no cable"},
};

/* DIRECTONLY even when declared: it shows the names of files that are no cables. */
const struct cv_table cv_table_files = {.name = "files",
                                        .columns = columns,
                                        .ncolumns = CV_ARRAY_LEN(columns),
                                        .count = count,
                                        .usual = 1,
                                        .directonly = true,
                                        .entries = true};
