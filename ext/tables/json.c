/* json.c - the whole parse of a cable as a JSON object: table -> rows, from the same descriptors as the tables.
 * May not: call SQLite; know one column by its name.
 * cables is one object, every other table an array of objects; columns marked apart or hidden are left out. */
#include "tables.h"

/* Bytes that may stand in a JSON string as they are. Input is UTF-8 already. */
static bool plain(unsigned char c) { return c >= 0x20 && c != '"' && c != '\\'; }

void cv_json_text(struct cv_buf *out, struct cv_span text) {
    static const char hex[] = "0123456789abcdef";
    const char *from = text.p, *end = text.p + text.n;
    cv_buf_addc(out, '"');
    while (from < end) {
        const char *run = from;
        while (run < end && plain((unsigned char)*run)) run++;
        cv_buf_add(out, cv_span_range(from, run));
        if (run == end) break;
        switch (*run) {
        case '"':
            cv_buf_addz(out, "\\\"");
            break;
        case '\\':
            cv_buf_addz(out, "\\\\");
            break;
        case '\n':
            cv_buf_addz(out, "\\n");
            break;
        case '\r':
            cv_buf_addz(out, "\\r");
            break;
        case '\t':
            cv_buf_addz(out, "\\t");
            break;
        default:
            cv_buf_addz(out, "\\u00");
            cv_buf_addc(out, hex[(unsigned char)*run >> 4]);
            cv_buf_addc(out, hex[(unsigned char)*run & 15]);
        }
        from = run + 1;
    }
    cv_buf_addc(out, '"');
}

void cv_json_int(struct cv_buf *out, int64_t value) {
    char digits[24], *p = digits + sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do *--p = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0) *--p = '-';
    cv_buf_add(out, cv_span_range(p, digits + sizeof digits));
}

void cv_json_list(struct cv_buf *out, const struct cv_spans *list) {
    cv_buf_addc(out, '[');
    for (size_t i = 0; i < list->n; i++) {
        if (i) cv_buf_addc(out, ',');
        cv_json_text(out, list->v[i]);
    }
    cv_buf_addc(out, ']');
}

static void add_value(struct cv_buf *out, const struct cv_value *v) {
    switch (v->kind) {
    case CV_VALUE_NULL:
        cv_buf_addz(out, "null");
        break;
    case CV_VALUE_TEXT:
        cv_json_text(out, v->text);
        break;
    case CV_VALUE_INT:
        cv_json_int(out, v->integer);
        break;
    case CV_VALUE_LIST:
        cv_json_list(out, v->list);
        break;
    }
}

static void add_row(struct cv_buf *out, const struct cv_table *t, const struct cv_row *row, bool everything) {
    bool first = true;
    cv_buf_addc(out, '{');
    for (size_t i = 0; i < t->ncolumns; i++) {
        const struct cv_column *c = &t->columns[i];
        struct cv_value v = {.kind = CV_VALUE_NULL};
        if ((c->apart || c->hidden) && !everything) continue;
        if (!first) cv_buf_addc(out, ',');
        first = false;
        cv_json_text(out, cv_span_of(c->name, strlen(c->name)));
        cv_buf_addc(out, ':');
        c->read(row, &v);
        add_value(out, &v);
    }
    cv_buf_addc(out, '}');
}

void cv_json_cable(const struct cv_scanned *scanned, bool everything, struct cv_arena *scratch, struct cv_buf *out) {
    struct cv_row row = {scanned, scanned->cable, 0, scratch};
    bool first = true;
    cv_buf_addc(out, '{');
    for (size_t i = 0; i < cv_tables_n; i++) {
        const struct cv_table *t = cv_tables[i];
        size_t rows = t->count(scanned);
        if (t->entries) continue;
        if (!first) cv_buf_addc(out, ',');
        first = false;
        cv_json_text(out, cv_span_of(t->name, strlen(t->name)));
        cv_buf_addz(out, t->single ? ":" : ":[");
        for (row.item = 0; row.item < rows; row.item++) {
            if (row.item) cv_buf_addc(out, ',');
            add_row(out, t, &row, everything);
        }
        if (!t->single) cv_buf_addc(out, ']');
    }
    cv_buf_addc(out, '}');
}
