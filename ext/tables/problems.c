/* problems.c - the table problems: everything that could not be read as it should.
 * May not: call SQLite, parse. Names, order and meaning are the SQL interface's.
 * A document's own rows come first, then the one that the scan found with it (too large, truncated …).
 * An entry without a document has the scan's row alone. */
#include "tables.h"

static size_t of_cable(const struct cv_scanned *s) { return s->cable ? s->cable->problems.n : 0; }

static const struct cv_problem *item(const struct cv_row *row) {
    return row->item < of_cable(row->scanned) ? &row->cable->problems.v[row->item] : NULL;
}

static void read_line(const struct cv_row *row, struct cv_value *out) {
    const struct cv_problem *p = item(row);
    cv_value_positive(out, p ? p->line_no : row->scanned->problem_line);
}
static void read_code(const struct cv_row *row, struct cv_value *out) {
    const struct cv_problem *p = item(row);
    cv_value_name(out, cv_problem_name(p ? p->code : (enum cv_problem_code)row->scanned->problem));
}
static void read_message(const struct cv_row *row, struct cv_value *out) {
    const struct cv_problem *p = item(row);
    cv_value_text(out, p ? p->message : row->scanned->problem_message);
}

static size_t count(const struct cv_scanned *s) { return of_cable(s) + (s->problem >= 0); }

#define WHOLE (CV_NEED_HEAD | CV_NEED_TEXT | CV_NEED_ROLES)

static const struct cv_column columns[] = {
    CV_COLUMNS_OF_CABLE,
    {"line", CV_INTEGER, read_line, WHOLE, .apart = true, .meaning = "from 1; NULL: the document or file as a whole"},
    {"code", CV_TEXT, read_code, WHOLE, .meaning = "one of the problem codes"},
    {"message", CV_TEXT, read_message, WHOLE, .apart = true, .meaning = "in words"},
};

/* DIRECTONLY even when declared: a message may quote a line of what was read. */
const struct cv_table cv_table_problems = {.name = "problems",
                                           .columns = columns,
                                           .ncolumns = CV_ARRAY_LEN(columns),
                                           .needs = WHOLE,
                                           .count = count,
                                           .usual = 2,
                                           .directonly = true,
                                           .faults = true};
