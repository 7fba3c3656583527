/* tables.h - a table is a row of columns. The CREATE TABLE text, xColumn, what has to be parsed, cable_json and the
 * README's tables all come from these descriptors. A table's file needs no SQLite; vtab.c alone has it. */
#ifndef CV_EXT_TABLES_H
#define CV_EXT_TABLES_H

#include "../base/base.h"
#include "../scan/scan.h"

enum cv_type { CV_TEXT, CV_INTEGER, CV_JSON /* a JSON array of texts, as TEXT */ };

/* What a column can need beside enum cv_need: the entry's size and time; its format. */
enum { CV_ASK_STAT = CV_NEED_ALL + 1, CV_ASK_FORMAT = 2 * CV_ASK_STAT };

/* What a getter fills in; kind says which member counts. */
struct cv_value {
    enum { CV_VALUE_NULL, CV_VALUE_TEXT, CV_VALUE_INT, CV_VALUE_LIST } kind;
    struct cv_span text; /* lives as long as the row */
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
    unsigned needs; /* enum cv_need of this column, CV_ASK_…; 0: known without parsing (path, doc) */
    bool hidden;
    bool apart;          /* not in cable_json: where it was read, and the long texts */
    const char *meaning; /* one line, for the README */
};

struct cv_table {
    const char *name;
    const struct cv_column *columns;
    size_t ncolumns;
    unsigned needs;                              /* to know how many rows a document gives */
    size_t (*count)(const struct cv_scanned *s); /* rows of one document */
    unsigned usual;                              /* rows of a usual document, for the planner */
    bool directonly;                             /* even when declared: files, problems */
    bool entries;                                /* one row an entry, documents not looked at: files */
    bool faults;                                 /* also asks for entries without documents: problems */
    bool single;                                 /* one row a document, in JSON an object instead of an array: cables */
};

/* rows.c: columns that several tables have, and how a value gets into a struct cv_value. Absent and empty become NULL. */
void cv_read_id(const struct cv_row *row, struct cv_value *out);
void cv_read_path(const struct cv_row *row, struct cv_value *out);
void cv_read_doc(const struct cv_row *row, struct cv_value *out);
void cv_read_ordinal(const struct cv_row *row, struct cv_value *out);
#define CV_COLUMNS_OF_CABLE                                                                                            \
    {.name = "id",                                                                                                     \
     .type = CV_TEXT,                                                                                                  \
     .read = cv_read_id,                                                                                               \
     .needs = CV_NEED_ENVELOPE,                                                                                        \
     .apart = true,                                                                                                    \
     .meaning = "canonical message reference of the cable"},                                                           \
        {.name = "path",                                                                                               \
         .type = CV_TEXT,                                                                                              \
         .read = cv_read_path,                                                                                         \
         .apart = true,                                                                                                \
         .meaning = "where it was read, inside the source"},                                                           \
    {                                                                                                                  \
        .name = "doc", .type = CV_INTEGER, .read = cv_read_doc, .apart = true,                                         \
        .meaning = "position of the cable in its file, from 0"                                                         \
    }
#define CV_COLUMN_ORDINAL                                                                                              \
    { .name = "ordinal", .type = CV_INTEGER, .read = cv_read_ordinal, .meaning = "position in the cable, from 1" }
void cv_value_text(struct cv_value *out, struct cv_span text);
void cv_value_name(struct cv_value *out, const char *name); /* NULL: NULL */
void cv_value_int(struct cv_value *out, int64_t value);
void cv_value_positive(struct cv_value *out, int64_t value); /* NULL unless above 0 */
void cv_value_list(struct cv_value *out, const struct cv_spans *list);
void cv_read_mtime(const struct cv_row *row, struct cv_value *out); /* ISO 8601 in scratch */

extern const struct cv_table cv_table_cables, cv_table_paragraphs, cv_table_tags, cv_table_addressees, cv_table_refs,
    cv_table_attributes, cv_table_problems, cv_table_files;
extern const struct cv_table *const cv_tables[];
extern const size_t cv_tables_n;

/* The whole parse as a JSON object in the form of the examples: table -> rows; appended to out. json.c.
 * everything: also the columns that are apart or hidden. scanned->cable must be there, parsed with CV_NEED_ALL. */
void cv_json_cable(const struct cv_scanned *scanned, bool everything, struct cv_arena *scratch, struct cv_buf *out);
void cv_json_text(struct cv_buf *out, struct cv_span text); /* quoted and escaped */
void cv_json_int(struct cv_buf *out, int64_t value);
void cv_json_list(struct cv_buf *out, const struct cv_spans *list); /* ["a","b"] */

/* ---- what the tables and functions of one connection share (vtab_connection.c) ---- */

struct sqlite3;
struct sqlite3_stmt;

/* Held by every module and function that was registered; freed with the last of them. Holds no statement:
 * one kept here would make sqlite3_close say BUSY. */
struct cv_connection {
    struct cv_session session;
    struct cv_arena settings; /* texts of options; grows only, since a running scan may still use an old one */
    struct cv_arena scratch;  /* of one call of a scalar function */
    struct cv_span source;    /* cablevtab_config('source'); absent: the environment's */
    bool files;               /* false: the entry point that opens no file */
    unsigned refs;
};
/* One reference, the caller's; NULL without memory. */
struct cv_connection *cv_connection_new(bool files);
struct cv_connection *cv_connection_ref(struct cv_connection *c);
void cv_connection_unref(void *connection);
/* What a table reads when it is given no source: the option, else CABLEVTAB_SOURCE; may be absent. */
struct cv_span cv_connection_source(const struct cv_connection *c);
/* SQLite's allocator; the query's thread alone may use it. */
extern const struct cv_allocator cv_allocator_sqlite;

/* All tables, on db. An SQLite result code. */
int cv_tables_register(struct sqlite3 *db, struct cv_connection *c);

/* Whether the query was interrupted, on every SQLite (vtab_interrupt.c). The statement belongs to a vtab or to one call. */
struct cv_interrupts {
    struct sqlite3 *db;
    struct sqlite3_stmt *stmt; /* SELECT 1, prepared on first need */
    int64_t asked;             /* when it was stepped last, nanoseconds; 0: never */
    bool refused;              /* it could not be prepared (an authorizer): do without */
};
bool cv_interrupted(void *interrupts); /* a struct cv_interrupts; cheap enough for every document */
void cv_interrupts_close(struct cv_interrupts *i);

#endif
