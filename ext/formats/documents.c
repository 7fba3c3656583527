/* documents.c - a stream of documents, and one document as a cable: what all formats share. Chooses the format,
 * decodes, turns what was noticed on the way into problems, sets header, body and raw.
 * May not: know a layout; that is the formats' (formats.h). Facts: sheet 2. */
#include "formats.h"

/* ---- cv_document_next ----------------------------------------------------------------------- */

static struct cv_format_state *state_of(struct cv_reader *r) {
    struct cv_format_state *state = r->format_state;
    if (state) return state;
    state = cv_allocator_malloc.resize(cv_allocator_malloc.ctx, NULL, 0, sizeof *state);
    if (!state) return NULL;
    *state = (struct cv_format_state){0};
    cv_arena_init(&state->arena, &cv_allocator_malloc, 0);
    r->format_state = state;
    return state;
}

/* UTF-16 is told by its mark alone; the formats see UTF-8. The whole stream is converted at once: nothing else says
 * where a line ends in it. */
static enum cv_status convert_utf16(struct cv_reader *r, struct cv_format_state *state) {
    enum cv_encoding e = cv_encoding_detect(cv_span_of(r->p, r->n < 4 ? r->n : 4));
    enum cv_status rc = CV_OK;
    struct cv_span text;
    size_t bad;
    if (e != CV_UTF16LE && e != CV_UTF16BE) return CV_OK;
    while (cv_reader_more(r, &rc)) continue;
    if (rc != CV_OK) return rc;
    text = cv_encoding_to_utf8(cv_span_of(r->p, r->n), &state->arena, &bad);
    if (state->arena.failed) return CV_NOMEM;
    r->p = text.p;
    r->n = text.n;
    r->eof = true;
    state->converted = true;
    return CV_OK;
}

static enum cv_status sniff(struct cv_reader *r, struct cv_format_state *state) {
    enum cv_status rc = CV_OK;
    while (r->n < CV_PROBE_BYTES && cv_reader_more(r, &rc)) continue;
    if (rc != CV_OK && rc != CV_LIMIT) return rc;
    rc = convert_utf16(r, state);
    if (rc != CV_OK) return rc;
    r->sniffed = true;
    if (!r->line_no) r->line_no = 1;
    r->format = r->n ? cv_format_found(cv_span_of(r->p, r->n), &state->starts) : NULL;
    state->starts_offset = r->offset;
    state->refused = !r->format;
    return r->format ? CV_OK : CV_MISUSE;
}

enum cv_status cv_document_next(struct cv_reader *r, struct cv_document *doc, struct cv_arena *arena) {
    struct cv_format_state *state = state_of(r);
    enum cv_status rc = CV_OK;
    *doc = (struct cv_document){0};
    if (!state) return CV_NOMEM;
    if (state->refused) return CV_DONE;
    if (!r->sniffed) rc = sniff(r, state);
    if (rc != CV_OK) return rc;
    if (!r->n && !cv_reader_more(r, &rc)) return rc == CV_OK ? CV_DONE : rc;
    doc->format = r->format;
    doc->name = r->name;
    rc = r->format->next(r, doc, arena);
    if (rc == CV_OK) doc->doc = state->doc++;
    return rc;
}

/* ---- cv_document_parse ---------------------------------------------------------------------- */

/* Two or four digits, letters, digits: nothing else is compared with the id of a page. */
struct cv_span cv_format_file_id(struct cv_span name) {
    size_t i = 0, letters = 0, digits = 0;
    size_t dot = cv_span_chr(name, '.');
    struct cv_span s = dot == SIZE_MAX ? name : cv_span_first(name, dot);
    while (i < s.n && cv_is_digit(s.p[i])) i++;
    if (i != 2 && i != 4) return CV_NONE;
    for (; i < s.n && (cv_is_alnum(s.p[i]) || s.p[i] == '-'); i++) {
        letters += cv_is_alpha(s.p[i]);
        digits = cv_is_digit(s.p[i]) ? digits + 1 : 0;
    }
    return i == s.n && letters >= 2 && digits ? s : CV_NONE;
}

bool cv_format_missing(struct cv_span value) {
    value = cv_span_trim(value);
    return !value.n || cv_span_is(value, "n/a");
}

void cv_format_attribute(struct cv_parse *p, struct cv_span name, struct cv_span value) {
    struct cv_attribute *row;
    value = cv_span_trim(value);
    if (cv_format_missing(value) || !name.n) return;
    row = CV_PUSH(p->arena, &p->out->attributes, struct cv_attribute);
    if (row) *row = (struct cv_attribute){name, value};
}

/* Old systems end a file with ^Z, and fill its last block with NUL (now U+FFFD), behind the last line. */
static struct cv_span padding_off(struct cv_span text) {
    struct cv_span s = cv_span_trim_right(text);
    size_t all = s.n;
    for (;; s = cv_span_trim_right(s)) {
        if (s.n && s.p[s.n - 1] == '\x1A')
            s.n--;
        else if (s.n >= 3 && memcmp(s.p + s.n - 3, "\xEF\xBF\xBD", 3) == 0)
            s.n -= 3;
        else
            break;
    }
    if (s.n == all) return text;
    /* Right behind a letter U+FFFD is a damaged one. */
    return cv_is_space(text.p[s.n]) || text.p[s.n] == '\x1A' ? s : text;
}

struct cv_span cv_format_text(struct cv_span text, struct cv_arena *a) {
    if (!text.n) return text;
    return padding_off(cv_plain_blanks(cv_entities_resolved(text, a), a));
}

enum cv_status cv_format_run(struct cv_parse *p, struct cv_span text, unsigned first_line_no) {
    p->text = text;
    p->first_line_no = first_line_no;
    if (p->account) {
        p->fates = cv_arena_alloc(p->arena, text.n ? text.n : 1);
        if (!p->fates) return CV_NOMEM;
    }
    return cv_telegram_parse(p);
}

static void flags_to_problems(struct cv_parse *p, const struct cv_document *doc, size_t bad) {
    if (doc->flags & CV_DOC_TRUNCATED) cv_problem(p, CV_P_TRUNCATED, 0, "the document ends before its time");
    if (doc->flags & CV_DOC_TOO_LARGE)
        cv_problem(p, CV_P_TOO_LARGE, 0, "the document is longer than max_document_bytes and was cut there");
    if (doc->flags & CV_DOC_QUOTE_UNCLOSED)
        cv_problem(p, CV_P_QUOTE_UNCLOSED, 0, "a quoted value does not end; the row ends where the next one begins");
    if (bad) cv_problem(p, CV_P_ENCODING, 0, "%zu bytes could not be read and became U+FFFD", bad);
}

static bool within(struct cv_span outer, const char *p) { return outer.p && p >= outer.p && p <= outer.p + outer.n; }

/* Address part and text part meet at the classification line. */
static void set_parts(struct cv_parse *p) {
    struct cv_cable *c = p->out;
    const char *at = p->text.p;
    if (c->telegram.p || !p->text.p) return; /* the format knew better, or there is no text */
    c->telegram = p->text;
    if (p->body_at < p->lines.n && within(p->text, p->lines.v[p->body_at].s.p)) at = p->lines.v[p->body_at].s.p;
    c->header = cv_span_trim(cv_span_range(p->text.p, at));
    c->body = cv_span_trim(cv_span_range(at, p->text.p + p->text.n));
    if (!c->header.n) c->header = CV_NONE;
    if (!c->body.n) c->body = CV_NONE;
}

static enum cv_status run(const struct cv_document *doc, unsigned needs, struct cv_arena *arena, struct cv_cable *out,
                          const unsigned char **fates) {
    struct cv_container container = {.kind = CV_CONTAINER_NONE};
    struct cv_parse p = {.arena = arena, .out = out, .container = &container, .needs = needs, .account = fates != NULL};
    struct cv_span bytes;
    enum cv_status rc;
    size_t bad = 0;
    *out = (struct cv_cable){.format = doc->format ? doc->format->name : NULL, .sections = 1};
    if (!doc->format) return CV_MISUSE;
    bytes = cv_encoding_to_utf8(doc->bytes, arena, &bad);
    if (arena->failed) return CV_NOMEM;
    container.file_id = cv_format_file_id(doc->name);
    flags_to_problems(&p, doc, bad);
    rc = doc->format->parse(doc, bytes, &container, &p);
    if (rc != CV_OK) return arena->failed ? CV_NOMEM : rc; /* without memory nothing looks like a cable */
    if (needs & CV_NEED_RAW) {
        set_parts(&p);
        out->raw = bytes;
    }
    /* Stages count lines from the document's first; a reader of the table, from the file's. */
    for (size_t i = 0; i < out->problems.n; i++) {
        unsigned no = out->problems.v[i].line_no;
        out->problems.v[i].line_no = (no ? no : 1) + (doc->line_no ? doc->line_no - 1 : 0);
    }
    if (fates) *fates = p.fates;
    return arena->failed ? CV_NOMEM : CV_OK;
}

enum cv_status cv_document_parse(const struct cv_document *doc, unsigned needs, struct cv_arena *arena,
                                 struct cv_cable *out) {
    return run(doc, needs, arena, out, NULL);
}

enum cv_status cv_document_account(const struct cv_document *doc, struct cv_arena *arena, struct cv_cable *out,
                                   const unsigned char **fates) {
    *fates = NULL;
    return run(doc, CV_NEED_ALL, arena, out, fates);
}
