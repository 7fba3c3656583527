/* refs.c - the table refs: one row per reference.
 * May not: call SQLite, parse. Names, order and meaning are the SQL interface's. */
#include "tables.h"

static const struct cv_ref *item(const struct cv_row *row) { return &row->cable->refs.v[row->item]; }

static void read_label(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->label); }
static void read_kind(const struct cv_row *row, struct cv_value *out) {
    cv_value_name(out, cv_ref_kind_name(item(row)->kind));
}
static void read_ref_id(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->ref_id); }
static void read_text(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->text); }

static size_t count(const struct cv_scanned *s) { return s->cable ? s->cable->refs.n : 0; }

static const struct cv_column columns[] = {
    CV_COLUMNS_OF_CABLE,
    CV_COLUMN_ORDINAL,
    {"label", CV_TEXT, read_label, CV_NEED_HEAD, .meaning = "letter or digit before it"},
    {"kind", CV_TEXT, read_kind, CV_NEED_HEAD, .meaning = "telegram, airgram, email, letter, report, other"},
    {"ref_id", CV_TEXT, read_ref_id, CV_NEED_HEAD, .meaning = "canonical reference of a telegram or airgram"},
    {"text", CV_TEXT, read_text, CV_NEED_HEAD, .meaning = "as printed, without the label"},
};

const struct cv_table cv_table_refs = {.name = "refs",
                                       .columns = columns,
                                       .ncolumns = CV_ARRAY_LEN(columns),
                                       .needs = CV_NEED_HEAD,
                                       .count = count,
                                       .usual = 3};
