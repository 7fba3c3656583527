/* addressees.c - the table addressees: one row per addressee.
 * May not: call SQLite, parse. Names, order and meaning are the SQL interface's. */
#include "tables.h"

static const struct cv_addressee *item(const struct cv_row *row) { return &row->cable->addressees.v[row->item]; }

static void read_role(const struct cv_row *row, struct cv_value *out) {
    cv_value_name(out, cv_addressee_role_name(item(row)->role));
}
static void read_routing_indicator(const struct cv_row *row, struct cv_value *out) {
    cv_value_text(out, item(row)->routing_indicator);
}
static void read_name(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, item(row)->name); }
static void read_precedence(const struct cv_row *row, struct cv_value *out) {
    cv_value_name(out, cv_precedence_name(item(row)->precedence));
}
static void read_message_number(const struct cv_row *row, struct cv_value *out) {
    cv_value_text(out, item(row)->message_number);
}
static void read_collective(const struct cv_row *row, struct cv_value *out) {
    cv_value_int(out, item(row)->collective);
}

static size_t count(const struct cv_scanned *s) { return s->cable ? s->cable->addressees.n : 0; }

#define LIST (CV_NEED_ENVELOPE | CV_NEED_ADDRESSEES)

static const struct cv_column columns[] = {
    CV_COLUMNS_OF_CABLE,
    CV_COLUMN_ORDINAL,
    {"role", CV_TEXT, read_role, LIST, .meaning = "action, info, exempt"},
    {"routing_indicator", CV_TEXT, read_routing_indicator, LIST, .meaning = "RUEHC"},
    {"name", CV_TEXT, read_name, LIST, .meaning = "SECSTATE WASHDC"},
    {"precedence", CV_TEXT, read_precedence, LIST, .meaning = "own or inherited"},
    {"message_number", CV_TEXT, read_message_number, LIST, .meaning = "as printed"},
    {"collective", CV_INTEGER, read_collective, LIST, .meaning = "1 for a collective address"},
};

const struct cv_table cv_table_addressees = {.name = "addressees",
                                             .columns = columns,
                                             .ncolumns = CV_ARRAY_LEN(columns),
                                             .needs = LIST,
                                             .count = count,
                                             .usual = 8};
