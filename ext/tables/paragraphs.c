/* paragraphs.c - the table paragraphs: one row per paragraph of the text.
 * May not: call SQLite, parse. Names, order and meaning are the SQL interface's. */
#include "tables.h"

static const struct cv_paragraph *item(const struct cv_row *row) { return &row->cable->paragraphs.v[row->item]; }

static void read_number(const struct cv_row *row, struct cv_value *out) {
    if (item(row)->number >= 0) cv_value_int(out, item(row)->number);
}
static void read_portion(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->portion); }
static void read_classification(const struct cv_row *row, struct cv_value *out) {
    cv_value_text(out, item(row)->classification);
}
static void read_heading(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->heading); }
static void read_role(const struct cv_row *row, struct cv_value *out) {
    cv_value_name(out, cv_paragraph_role_name(item(row)->role));
}
static void read_text(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->text); }

static size_t count(const struct cv_scanned *s) { return s->cable ? s->cable->paragraphs.n : 0; }

#define WHOLE (CV_NEED_ENVELOPE | CV_NEED_TEXT)

static const struct cv_column columns[] = {
    CV_COLUMNS_OF_CABLE,
    CV_COLUMN_ORDINAL,
    {"number", CV_INTEGER, read_number, WHOLE, .meaning = "as printed; NULL where the paragraph has none"},
    {"portion", CV_TEXT, read_portion, WHOLE, .meaning = "portion mark: C, SBU, S/NF"},
    {"classification", CV_TEXT, read_classification, WHOLE, .meaning = "what the mark stands for"},
    {"heading", CV_TEXT, read_heading, WHOLE, .meaning = "the heading it stands under"},
    {"role", CV_TEXT, read_role, WHOLE | CV_NEED_ROLES, .meaning = "summary, comment, action request, note, or NULL"},
    {"text", CV_TEXT, read_text, WHOLE, .meaning = "without number, mark and page breaks; lines joined"},
};

const struct cv_table cv_table_paragraphs = {.name = "paragraphs",
                                             .columns = columns,
                                             .ncolumns = CV_ARRAY_LEN(columns),
                                             .needs = WHOLE,
                                             .count = count,
                                             .usual = 12};
