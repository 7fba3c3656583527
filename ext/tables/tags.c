/* tags.c - the table tags: one row per TAG.
 * May not: call SQLite, parse. Names, order and meaning are the SQL interface's. */
#include "tables.h"

static const struct cv_tag *item(const struct cv_row *row) { return &row->cable->tags.v[row->item]; }

static void read_tag(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->tag); }
static void read_kind(const struct cv_row *row, struct cv_value *out) {
    cv_value_name(out, cv_tag_kind_name(item(row)->kind));
}
static void read_name(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->name); }
static void read_person(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->person); }

static size_t count(const struct cv_scanned *s) { return s->cable ? s->cable->tags.n : 0; }

#define TAGS (CV_NEED_ENVELOPE | CV_NEED_TAGS)

static const struct cv_column columns[] = {
    CV_COLUMNS_OF_CABLE,
    CV_COLUMN_ORDINAL,
    {"tag", CV_TEXT, read_tag, TAGS, .meaning = "the code; NULL where a person stands for itself"},
    {"kind", CV_TEXT, read_kind, TAGS, .meaning = "subject, geographic, organization, program, person, unknown"},
    {"name", CV_TEXT, read_name, TAGS, .meaning = "its meaning in the cable's year"},
    {"person", CV_TEXT, read_person, TAGS, .meaning = "the person named with it"},
};

const struct cv_table cv_table_tags = {
    .name = "tags", .columns = columns, .ncolumns = CV_ARRAY_LEN(columns), .needs = TAGS, .count = count, .usual = 5};
