/* reader.c - the window over a stream of bytes: growing it, its lines, moving on.
 * May not: know a layout, or copy the window. */
#include "formats.h"

struct cv_reader cv_reader_memory(const void *bytes, size_t n) {
    return (struct cv_reader){.p = bytes, .n = n, .eof = true, .line_no = 1};
}

void cv_reader_close(struct cv_reader *r) {
    struct cv_format_state *state;
    if (!r) return;
    state = r->format_state;
    if (state) {
        cv_arena_free(&state->arena);
        cv_allocator_malloc.resize(cv_allocator_malloc.ctx, state, sizeof *state, 0);
        r->format_state = NULL;
    }
    if (r->close) r->close(r);
    r->close = NULL;
}

bool cv_reader_position(const struct cv_reader *r, struct cv_position *out) {
    const struct cv_format_state *state = r->format_state;
    if (!state || !state->doc || !r->format || state->skipping || state->converted) return false;
    *out = (struct cv_position){r->offset, r->line_no, state->doc, state->csv.escape};
    return true;
}

void cv_reader_resume(struct cv_reader *r, const struct cv_position *p) {
    struct cv_format_state *state = r->format_state;
    state->doc = p->doc;
    state->csv.escape = p->escape;
    r->offset = p->offset;
    r->line_no = p->line_no;
}

bool cv_reader_more(struct cv_reader *r, enum cv_status *rc) {
    size_t n = r->n;
    *rc = CV_OK;
    while (!r->eof && r->more && r->n == n) {
        *rc = r->more(r);
        if (*rc != CV_OK) return false;
    }
    if (!r->more) r->eof = true;
    return r->n > n;
}

bool cv_reader_line(struct cv_reader *r, size_t at, struct cv_window_line *line, enum cv_status *rc) {
    size_t from = at;
    *rc = CV_OK;
    for (;;) {
        size_t stop = r->n ? (size_t)(cv_line_end(r->p + from, r->p + r->n) - r->p) : 0;
        /* The byte behind a CR must be there too, to see whether it is CR LF. */
        if (stop < r->n && (r->p[stop] != '\r' || stop + 1 < r->n || r->eof)) {
            size_t next = stop + 1;
            if (r->p[stop] == '\r' && next < r->n && r->p[next] == '\n') next++;
            *line = (struct cv_window_line){at, stop, next};
            return true;
        }
        from = stop;
        if (cv_reader_more(r, rc)) continue;
        if (*rc != CV_OK) return false;
        *line = (struct cv_window_line){at, r->n, r->n};
        return at < r->n;
    }
}

static unsigned count_lines(struct cv_span s) {
    const char *p = s.p, *end = s.p + s.n;
    unsigned n = 0;
    while (p < end) {
        p = cv_line_end(p, end);
        if (p == end) break;
        if (*p != '\f') n++; /* as lines.c: pdftotext puts it in front of a line */
        p += *p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1;
    }
    return n;
}

void cv_reader_take(struct cv_reader *r, size_t n, struct cv_document *doc) {
    struct cv_span rest;
    if (n > r->n) n = r->n;
    rest = cv_span_of(r->p + n, r->n - n);
    if (r->eof && cv_span_trim_left(rest).n == 0) n = r->n; /* blank lines at the end belong to the last one */
    doc->bytes = cv_span_of(r->p, n);
    doc->offset = r->offset;
    doc->line_no = r->line_no;
    if (n < r->n || !r->eof) r->line_no += count_lines(doc->bytes);
    r->p += n;
    r->n -= n;
    r->offset += n;
}

enum cv_status cv_reader_take_to(struct cv_reader *r, size_t n, enum cv_status rc, struct cv_document *doc) {
    if (rc == CV_LIMIT)
        doc->flags |= CV_DOC_TOO_LARGE;
    else if (rc != CV_OK)
        return rc;
    if (!n) n = r->n;
    if (!cv_span_trim_left(cv_span_of(r->p, n)).n) return CV_DONE;
    cv_reader_take(r, n, doc);
    return CV_OK;
}

enum cv_status cv_reader_take_rest(struct cv_reader *r, struct cv_document *doc) {
    enum cv_status rc;
    while (cv_reader_more(r, &rc)) continue;
    if (rc == CV_LIMIT)
        doc->flags |= CV_DOC_TOO_LARGE;
    else if (rc != CV_OK)
        return rc;
    if (!r->n) return CV_DONE;
    cv_reader_take(r, r->n, doc);
    return CV_OK;
}
