/* tables.h - a table is a row of columns. The CREATE TABLE text, xColumn, what has to be parsed, cable_json and the
 * README's tables all come from these descriptors. A table's file needs no SQLite; vtab.c alone has it. */
#ifndef CV_EXT_TABLES_H
#define CV_EXT_TABLES_H

#include "../base/base.h"
#include "../scan/scan.h"

enum cv_type { CV_TEXT, CV_INTEGER, CV_JSON /* a JSON array of texts, as TEXT */ };

/* What a getter fills in; kind says which member counts. */
struct cv_value {
    enum { CV_VALUE_NULL, CV_VALUE_TEXT, CV_VALUE_INT, CV_VALUE_LIST } kind;
    struct cv_span text;          /* lives as long as the row */
    int64_t integer;
    const struct cv_spans *list;
};

/* One row: item counts from 0 within the document. scratch is emptied when the cursor moves on. */
struct cv_row {
    const struct cv_scanned *scanned;
    const struct cv_cable *cable; /* scanned->cable */
    size_t item;
    struct cv_arena *scratch;
};

struct cv_column {
    const char *name;
    enum cv_type type;
    void (*read)(const struct cv_row *row, struct cv_value *out);
    unsigned needs; /* enum cv_need of this column; 0: known without parsing (path, doc) */
    bool hidden;
    const char *meaning; /* one line, for the README */
};

struct cv_table {
    const char *name;
    const struct cv_column *columns;
    size_t ncolumns;
    unsigned needs;    /* to know how many rows a document gives */
    size_t (*count)(const struct cv_scanned *s); /* rows of one document */
    bool directonly;   /* even when declared: files, problems */
    bool entries;      /* one row an entry, documents not looked at: files */
    bool faults;       /* also asks for entries without documents: problems */
};

extern const struct cv_table cv_table_cables, cv_table_paragraphs, cv_table_tags, cv_table_addressees, cv_table_refs,
    cv_table_attributes, cv_table_problems, cv_table_files;
extern const struct cv_table *const cv_tables[];
extern const size_t cv_tables_n;

/* The whole parse as a JSON object in the form of the examples: table -> rows; appended to out. json.c */
void cv_json_cable(const struct cv_scanned *scanned, struct cv_arena *scratch, struct cv_buf *out);
void cv_json_text(struct cv_buf *out, struct cv_span text);        /* quoted and escaped */
void cv_json_list(struct cv_buf *out, const struct cv_spans *list); /* ["a","b"] */

#endif
