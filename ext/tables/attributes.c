/* attributes.c - the table attributes: what the container says beside the telegram.
 * May not: call SQLite, parse. Names, order and meaning are the SQL interface's. */
#include "tables.h"

static const struct cv_attribute *item(const struct cv_row *row) { return &row->cable->attributes.v[row->item]; }

static void read_name(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->name); }
static void read_value(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->value); }

static size_t count(const struct cv_scanned *s) { return s->cable ? s->cable->attributes.n : 0; }

#define FIELDS (CV_NEED_ENVELOPE | CV_NEED_FIELDS)

static const struct cv_column columns[] = {
    CV_COLUMNS_OF_CABLE,
    CV_COLUMN_ORDINAL,
    {"name", CV_TEXT, read_name, FIELDS, .meaning = "by the container's own name"},
    {"value", CV_TEXT, read_value, FIELDS, .meaning = "as it stands there"},
};

const struct cv_table cv_table_attributes = {.name = "attributes",
                                             .columns = columns,
                                             .ncolumns = CV_ARRAY_LEN(columns),
                                             .needs = FIELDS,
                                             .count = count,
                                             .usual = 12};
