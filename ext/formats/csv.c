/* csv.c - tables of cables: the dump of Cablegate (eight columns, no line of names) and CSV or TSV with one. A row is
 * a document; its columns are the container, header and body the telegram.
 * May not: let a row out whose text is no telegram. Facts: NARA sheet 6. */
#include "csv.h"

enum column { NUMBER, CREATED, REFERENCE_ID, ORIGIN, CLASSIFICATION, REFERENCES, HEADER, BODY, RAW, OTHER, COLUMNS };

static const struct {
    const char *name;
    enum column column;
} columns[] = {{"number", NUMBER},
               {"created", CREATED},
               {"reference_id", REFERENCE_ID},
               {"origin", ORIGIN},
               {"classification", CLASSIFICATION},
               {"references", REFERENCES},
               {"header", HEADER},
               {"body", BODY},
               {"raw", RAW},
               {"text", RAW},
               {"content", RAW},
               {"date", CREATED}, /* names that such tables have for two of them */
               {"id", REFERENCE_ID}};

enum {
    DUMP_BITS = 60,
    TABLE_BITS = 60, /* a line of names that has a text and at least one more of the list */
    TEXT_ALONE_BITS = 40,
    MAX_RESYNCS = 1000 /* rows with an open quote after which the rest of a table is given up */
};

/* ---- probe and dialect --------------------------------------------------------------------------------------- */

static enum column column_of(struct cv_span name) {
    char plain[32];
    size_t n = 0;
    name = cv_span_trim(name);
    for (size_t i = 0; i < name.n && n < sizeof plain; i++)
        plain[n++] = (char)(name.p[i] == ' ' || name.p[i] == '-' ? '_' : cv_to_lower(name.p[i]));
    for (size_t i = 0; i < CV_ARRAY_LEN(columns); i++)
        if (cv_span_is(cv_span_of(plain, n), columns[i].name)) return columns[i].column;
    return OTHER;
}

static struct cv_span first_line(struct cv_span s) {
    size_t n = 0;
    if (s.n >= 3 && memcmp(s.p, "\xEF\xBB\xBF", 3) == 0) s = cv_span_from(s, 3);
    while (s.n && (s.p[0] == '\n' || s.p[0] == '\r' || s.p[0] == ' ')) s = cv_span_from(s, 1);
    while (n < s.n && s.p[n] != '\n' && s.p[n] != '\r') n++;
    return cv_span_first(s, n);
}

/* The names of a first line; false where it is none. Names in quotes hold no delimiter. */
static bool read_names(struct cv_span line, struct cv_csv_dialect *d) {
    static const char delimiters[] = {',', '\t'};
    if (line.n > 1024) return false;
    d->delimiter = ',';
    for (size_t i = 0; i < sizeof delimiters; i++)
        if (cv_span_chr(line, delimiters[i]) != SIZE_MAX) {
            d->delimiter = delimiters[i];
            break;
        }
    for (size_t at = 0; at <= line.n && d->ncolumns < CV_CSV_COLUMNS;) {
        struct cv_span rest = cv_span_from(line, at), name;
        size_t n = cv_span_chr(rest, d->delimiter);
        if (n == SIZE_MAX) n = rest.n;
        name = cv_span_trim(cv_span_first(rest, n));
        if (name.n >= 2 && name.p[0] == '"' && name.p[name.n - 1] == '"') name = cv_span_of(name.p + 1, name.n - 2);
        d->column[d->ncolumns++] = (unsigned char)column_of(name);
        at += n + 1;
    }
    return true;
}

/* Letters, digits, underscores: a line of such names is one of no sentence and of no source code. */
static bool plain_names(struct cv_span line, char delimiter) {
    for (size_t i = 0; i < line.n; i++)
        if (!cv_is_alnum(line.p[i]) && line.p[i] != '_' && line.p[i] != '"' && line.p[i] != delimiter) return false;
    return true;
}

/* A value in quotes opens in the line: at its start or behind a delimiter. */
static bool opens_value(struct cv_span line, char delimiter) {
    const char before[] = {delimiter, '"', 0};
    return line.n && (line.p[0] == '"' || cv_span_find(line, before) != SIZE_MAX);
}

static unsigned table_bits(const struct cv_csv_dialect *d, struct cv_span head, struct cv_span line) {
    unsigned known = 0, text = 0;
    struct cv_span rest;
    for (unsigned i = 0; i < d->ncolumns; i++) {
        known += d->column[i] != OTHER;
        text += d->column[i] == RAW || d->column[i] == BODY;
    }
    if (!text) return 0;
    if (known >= 2) return TABLE_BITS;
    rest = cv_span_trim_left(cv_span_range(line.p + line.n, head.p + head.n));
    if (d->ncolumns >= 2 && plain_names(line, d->delimiter))
        return opens_value(first_line(rest), d->delimiter) ? TABLE_BITS : TEXT_ALONE_BITS;
    if (d->ncolumns >= 2) return 0;
    /* One column: only if its values stand in quotes. "Text" alone on a line begins many a note. */
    return rest.n && rest.p[0] == '"' ? TEXT_ALONE_BITS : 0;
}

static unsigned probe(const struct cv_probe *p) {
    struct cv_csv_dialect d = {.escape = CV_CSV_UNDECIDED};
    struct cv_span line = first_line(p->head);
    if (cv_csv_dump_row(line)) return DUMP_BITS;
    if (!line.n || !read_names(line, &d)) return 0;
    return table_bits(&d, p->head, line);
}

static void find_dialect(struct cv_reader *r, struct cv_csv_dialect *d) {
    static const unsigned char dump[] = {NUMBER,         CREATED,    REFERENCE_ID, ORIGIN,
                                         CLASSIFICATION, REFERENCES, HEADER,       BODY};
    struct cv_span line = first_line(cv_span_of(r->p, r->n));
    if (cv_csv_dump_row(line)) {
        *d = (struct cv_csv_dialect){
            .delimiter = ',', .dump = true, .escape = CV_CSV_UNDECIDED, .ncolumns = sizeof dump};
        memcpy(d->column, dump, sizeof dump);
        return;
    }
    (void)read_names(line, d);
}

/* ---- next ------------------------------------------------------------------------------------------------------ */

struct row {
    struct cv_csv_dialect dialect;
    struct cv_span names; /* the line of names, for columns that are not of the list; absent in the dump */
};

static enum cv_status pass_names(struct cv_reader *r, struct cv_format_state *state) {
    struct cv_document names = {0};
    enum cv_status rc;
    bool unclosed;
    size_t n = 0;
    state->header_passed = true;
    if (r->n >= 3 && memcmp(r->p, "\xEF\xBB\xBF", 3) == 0) cv_reader_take(r, 3, &names);
    find_dialect(r, &state->csv);
    if (state->csv.dump) return CV_OK;
    while (n < r->n && cv_is_space(r->p[n])) n++;
    cv_reader_take(r, n, &names);
    rc = cv_csv_row(r, &state->csv, &n, &unclosed);
    if (rc != CV_OK) return rc;
    state->csv_names = cv_arena_copy(&state->arena, cv_span_trim(cv_span_of(r->p, n)));
    state->csv.escape = CV_CSV_UNDECIDED;
    cv_reader_take(r, n, &names);
    return state->arena.failed ? CV_NOMEM : CV_OK;
}

static enum cv_status next(struct cv_reader *r, struct cv_document *doc, struct cv_arena *arena) {
    struct cv_format_state *state = r->format_state;
    struct row *row;
    enum cv_status rc = CV_OK;
    bool unclosed = false;
    size_t n = 0;
    if (!state->header_passed) rc = pass_names(r, state);
    if (rc != CV_OK) return rc;
    do { /* blank lines between rows */
        struct cv_document blank = {0};
        if (!r->n && !cv_reader_more(r, &rc)) return rc == CV_OK ? CV_DONE : rc;
        for (n = 0; n < r->n && cv_is_space(r->p[n]) && r->p[n] != '\t';) n++;
        if (n) cv_reader_take(r, n, &blank);
    } while (n);
    if (state->resyncs >= MAX_RESYNCS) return CV_DONE;
    rc = cv_csv_row(r, &state->csv, &n, &unclosed);
    if (rc == CV_LIMIT)
        doc->flags |= CV_DOC_TOO_LARGE;
    else if (rc != CV_OK)
        return rc;
    if (unclosed) {
        doc->flags |= CV_DOC_QUOTE_UNCLOSED;
        state->resyncs += !state->csv.dump;
    }
    row = cv_arena_alloc(arena, sizeof *row);
    if (!row) return CV_NOMEM;
    *row = (struct row){state->csv, cv_arena_copy(arena, state->csv_names)};
    doc->format_data = row;
    cv_reader_take(r, n, doc);
    return CV_OK;
}

/* ---- parse ----------------------------------------------------------------------------------------------------- */

struct values {
    struct cv_span v[CV_CSV_COLUMNS], of[COLUMNS];
    unsigned line[CV_CSV_COLUMNS], line_of[COLUMNS];
    size_t n;
};

static void read_values(struct cv_span bytes, const struct row *row, struct cv_arena *a, struct values *out) {
    out->n = cv_csv_values(bytes, &row->dialect, a, out->v, out->line);
    for (size_t i = 0; i < out->n && i < row->dialect.ncolumns; i++) {
        enum column c = (enum column)row->dialect.column[i];
        if (c == OTHER || out->of[c].p || !out->v[i].n) continue;
        out->of[c] = out->v[i];
        out->line_of[c] = out->line[i];
    }
}

/* header, blank line, body; of a general table one column may be all. */
static struct cv_span telegram_of(struct cv_parse *p, const struct values *v, unsigned *line) {
    struct cv_span header = cv_span_trim(v->of[HEADER]), body = v->of[BODY];
    struct cv_buf b = {.arena = p->arena};
    *line = v->line_of[HEADER];
    if (cv_span_starts(header, "This record is a partial extract")) header = CV_NONE;
    if (!header.n) {
        *line = body.n ? v->line_of[BODY] : v->line_of[RAW];
        return body.n ? body : v->of[RAW];
    }
    if (!body.n) body = v->of[RAW];
    cv_buf_add(&b, header);
    cv_buf_addz(&b, "\n\n");
    cv_buf_add(&b, body);
    return cv_buf_span(&b);
}

/* The dump's rows are cables by their id and date, whatever their text; of any other table the text must show it. */
static bool is_cable(const struct row *row, const struct values *v, struct cv_span text) {
    if (row->dialect.dump && v->n >= 8 && cv_format_file_id(v->of[REFERENCE_ID]).p) return true;
    return cv_is_telegram(text);
}

static void push_attributes(struct cv_parse *p, const struct row *row, const struct values *v) {
    struct cv_span names[CV_CSV_COLUMNS];
    unsigned line[CV_CSV_COLUMNS];
    size_t n = row->names.p ? cv_csv_values(row->names, &row->dialect, p->arena, names, line) : 0;
    for (size_t i = 0; i < v->n && i < row->dialect.ncolumns; i++) {
        unsigned char c = row->dialect.column[i];
        if (c == HEADER || c == BODY || c == RAW) continue;
        if (c != OTHER)
            cv_format_attribute(p, cv_span_of(columns[c].name, strlen(columns[c].name)), v->v[i]);
        else if (i < n)
            cv_format_attribute(p, names[i], v->v[i]);
    }
}

static enum cv_status parse(const struct cv_document *doc, struct cv_span bytes, struct cv_container *container,
                            struct cv_parse *p) {
    const struct row *row = doc->format_data;
    struct values *v = cv_arena_alloc(p->arena, sizeof *v);
    struct cv_span text;
    unsigned line = 0;
    enum cv_status rc;
    if (!v || !row) return row ? CV_NOMEM : CV_MISUSE;
    read_values(bytes, row, p->arena, v);
    text = telegram_of(p, v, &line);
    if (!text.p || !is_cable(row, v, text)) return p->arena->failed ? CV_NOMEM : CV_MISUSE;
    container->kind = CV_CONTAINER_CSV;
    container->id = v->of[REFERENCE_ID];
    container->date = v->of[CREATED];
    container->classification = v->of[CLASSIFICATION];
    container->refs = v->of[REFERENCES];
    rc = cv_format_run(p, cv_format_text(text, p->arena), line + 1);
    push_attributes(p, row, v);
    return rc;
}

const struct cv_format cv_format_csv = {"csv", probe, next, parse};
