/* rows.c - columns that several tables have, and the one way from a field to a struct cv_value.
 * May not: call SQLite; know one table. Facts: the SQL interface (missing is NULL, never ''). */
#include "tables.h"
#include <limits.h>

void cv_value_text(struct cv_value *out, struct cv_span text) {
    if (!text.n) return;
    *out = (struct cv_value){.kind = CV_VALUE_TEXT, .text = text};
}

void cv_value_name(struct cv_value *out, const char *name) {
    if (name) cv_value_text(out, cv_span_of(name, strlen(name)));
}

void cv_value_int(struct cv_value *out, int64_t value) {
    *out = (struct cv_value){.kind = CV_VALUE_INT, .integer = value};
}

void cv_value_positive(struct cv_value *out, int64_t value) {
    if (value > 0) cv_value_int(out, value);
}

void cv_value_list(struct cv_value *out, const struct cv_spans *list) {
    if (list->n) *out = (struct cv_value){.kind = CV_VALUE_LIST, .list = list};
}

void cv_read_mtime(const struct cv_row *row, struct cv_value *out) {
    enum { DAY = 86400, YEARS_9999 = 2932896 }; /* the last day that ISO 8601 writes with four digits */
    int64_t t = row->scanned->mtime, days, second;
    int year, month, day;
    if (t == INT64_MIN) return;
    days = t / DAY;
    second = t % DAY;
    if (second < 0) {
        second += DAY;
        days--;
    }
    if (days < -719162 || days > YEARS_9999) return; /* before year 1: a broken archive's time */
    cv_date_of_days((int)days, &year, &month, &day);
    cv_value_text(out, cv_arena_printf(row->scratch, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day,
                                       (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60)));
}

void cv_read_id(const struct cv_row *row, struct cv_value *out) {
    if (row->cable) cv_value_text(out, row->cable->id);
}

void cv_read_path(const struct cv_row *row, struct cv_value *out) { cv_value_text(out, row->scanned->path); }

void cv_read_doc(const struct cv_row *row, struct cv_value *out) {
    if (row->scanned->has_doc) cv_value_int(out, row->scanned->doc);
}

void cv_read_ordinal(const struct cv_row *row, struct cv_value *out) { cv_value_int(out, (int64_t)row->item + 1); }
