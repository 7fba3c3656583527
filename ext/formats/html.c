/* html.c - Cablegate pages: one table with the page's own account of the cable, then the telegram in one or two
 * preformatted blocks. Knows the page; the markup is html_quick.c's and html_sax.c's.
 * May not: decide which value wins (resolve.c does), or follow a link. Facts: sheet 14. */
#include "html.h"

enum {
    PROBE_BLOCKS = 16,    /* preformatted blocks that are looked into: a page has three */
    PROBE_TEXT = 4096,    /* bytes of each */
    PAGE_BITS = 80,       /* the table of a cable: over any evidence of the text in it */
    TAG_BYTES = 1024,     /* a longer tag is none */
    NEXT_PAGE_BYTES = 512 /* enough to see whether another page begins */
};

static struct cv_span mark_off(struct cv_span s) {
    s = cv_span_trim_left(s);
    if (s.n >= 3 && memcmp(s.p, "\xEF\xBB\xBF", 3) == 0) s = cv_span_trim_left(cv_span_from(s, 3));
    return s;
}

static bool begins_page(struct cv_span s) {
    return cv_span_starts(s, "<!DOCTYPE html") || cv_span_starts(s, "<html") || cv_span_starts(s, "<?xml");
}

/* Also a part of a page: what a browser or a copying program kept of it. */
static bool begins_html(struct cv_span s) {
    s = mark_off(s);
    return begins_page(s) || cv_span_starts(s, "<!--") || cv_span_starts(s, "<head") || cv_span_starts(s, "<body") ||
           cv_span_starts(s, "<table") || cv_span_starts(s, "<div") || cv_span_starts(s, "<code") ||
           cv_span_starts(s, "<pre");
}

/* Behind a page's end; a program that copies pages leaves a remark there, which begins none. */
static bool another_page(struct cv_span s) {
    for (s = mark_off(s); cv_span_starts(s, "<!--"); s = mark_off(s)) {
        size_t end = cv_span_index(s, "-->");
        if (end == SIZE_MAX) return false;
        s = cv_span_from(s, end + 3);
    }
    return begins_page(s);
}

/* The next `<name` from *at on, whatever the case of its letters; *tag: up to its closing bracket. */
static bool next_tag(struct cv_span s, size_t *at, const char *name, struct cv_span *tag) {
    size_t n = strlen(name);
    while (*at < s.n) {
        const char *hit = memchr(s.p + *at, '<', s.n - *at);
        struct cv_span rest;
        if (!hit) break;
        *at = (size_t)(hit - s.p) + 1;
        rest = cv_span_from(s, *at);
        if (!cv_span_starts(rest, name) || (rest.n > n && cv_is_alnum(rest.p[n]))) continue;
        *tag = cv_span_first(rest, TAG_BYTES);
        *tag = cv_span_first(*tag, cv_span_chr(*tag, '>'));
        return true;
    }
    return false;
}

/* The value of a class attribute has the word in it. */
static bool has_class_cable(struct cv_span tag) {
    static const char word[] = "cable", between[] = " \t\r\n=\"'";
    size_t at = cv_span_find(tag, "class"), n = 0;
    struct cv_span value;
    if (at == SIZE_MAX) return false;
    value = cv_span_from(tag, at + 5);
    while (n < value.n && value.p[n] && strchr(between, value.p[n])) n++;
    value = cv_span_from(value, n);
    for (n = 0; n < value.n && value.p[n] != '\'' && value.p[n] != '"';) n++;
    value = cv_span_first(value, n);
    for (struct cv_span one; (one = cv_span_word(&value)).p;)
        if (cv_span_is(one, word)) return true;
    return false;
}

/* The first bytes of a block as they read: breaks as line ends, other markup and entities out. */
static struct cv_span first_lines(struct cv_span block, char *text, size_t room) {
    size_t n = 0;
    for (size_t i = 0, len; i < block.n && n < room; i += len) {
        struct cv_span rest = cv_span_from(block, i);
        bool tag = block.p[i] == '<', entity = block.p[i] == '&';
        size_t end = tag || entity ? cv_span_chr(cv_span_first(rest, 256), tag ? '>' : ';') : SIZE_MAX;
        len = end == SIZE_MAX ? 1 : end + 1;
        if (cv_span_starts(rest, "</pre")) break;
        if (end == SIZE_MAX)
            text[n++] = block.p[i];
        else if (cv_span_starts(rest, "<br") || cv_span_starts(rest, "&#x000A;") || cv_span_starts(rest, "&#10;") ||
                 cv_span_starts(rest, "&#xA;"))
            text[n++] = '\n';
    }
    return cv_span_of(text, n);
}

static unsigned probe(const struct cv_probe *p) {
    char text[PROBE_TEXT];
    struct cv_span head = p->head, tag;
    size_t at = 0;
    if (!begins_html(head)) return 0;
    while (next_tag(head, &at, "table", &tag))
        if (has_class_cable(tag)) return PAGE_BITS;
    at = 0; /* no such table, or not within the first bytes: the text in its block must show itself */
    for (int i = 0; i < PROBE_BLOCKS && next_tag(head, &at, "pre", &tag); i++) {
        unsigned bits =
            cv_telegram_evidence(first_lines(cv_span_from(head, at + tag.n + 1), text, sizeof text), p->enough);
        if (bits >= CV_PROBE_MIN) return bits;
    }
    return 0;
}

/* A page ends where another begins behind its </html>. */
static enum cv_status next(struct cv_reader *r, struct cv_document *doc, struct cv_arena *arena) {
    enum cv_status rc = CV_OK;
    struct cv_span tag;
    size_t at = 0;
    (void)arena;
    for (;;) {
        size_t from = at;
        bool ended = r->eof;
        while (next_tag(cv_span_of(r->p, r->n), &at, "/html", &tag)) {
            size_t behind = at + tag.n + 1;
            from = at - 1;
            if (behind + NEXT_PAGE_BYTES > r->n && !r->eof) break;
            if (behind >= r->n || r->p[behind - 1] != '>' ||
                !another_page(cv_span_first(cv_span_of(r->p + behind, r->n - behind), NEXT_PAGE_BYTES)))
                continue;
            cv_reader_take(r, (size_t)(cv_span_trim_left(cv_span_from(cv_span_of(r->p, r->n), behind)).p - r->p), doc);
            return CV_OK;
        }
        at = from < at || r->n < 8 ? from : r->n - 8; /* the tag may stand across the window's end */
        /* That nothing follows decides what a tag near the end means: it is looked at once more. */
        if (!cv_reader_more(r, &rc) && (rc != CV_OK || ended)) break;
    }
    if (rc != CV_OK && rc != CV_LIMIT) return rc;
    return cv_reader_take_rest(r, doc);
}

/* ---- parse --------------------------------------------------------------------------------------------- */

static void set_container(struct cv_container *c, const struct cv_page *page) {
    const struct {
        const char *name;
        struct cv_span *field;
    } fields[] = {{"Reference ID", &c->id}, {"Created", &c->date}, {"Classification", &c->classification}};
    c->kind = CV_CONTAINER_HTML;
    for (size_t i = 0; i < page->names && i < page->cells; i++)
        for (size_t k = 0; k < CV_ARRAY_LEN(fields); k++)
            if (cv_span_is(page->name[i], fields[k].name) && page->cell[i].n) *fields[k].field = page->cell[i];
}

/* "This record is a partial extract of the original cable. …" in place of the header. */
static bool is_extract_notice(struct cv_span block) {
    return cv_span_starts(cv_span_trim_left(block), "This record is a partial extract");
}

/* The site's lists of cables are tables of the same class, a row for each cable and its subject in it. */
static bool is_list(const struct cv_page *page) {
    bool list = page->more_cells;
    for (size_t i = 0; i < page->names; i++) list |= cv_span_is(page->name[i], "Subject");
    return list;
}

/* No text, or the notice alone. */
static bool is_missing(struct cv_span body) {
    enum { NOTICE_BYTES = 160 };
    return !body.n || (body.n < NOTICE_BYTES && is_extract_notice(body));
}

/* Both blocks as one text, a blank line between them; *header, *body: the parts in it. */
static struct cv_span join_blocks(struct cv_arena *a, struct cv_span first, struct cv_span second,
                                  struct cv_span *header, struct cv_span *body) {
    struct cv_buf b = {.arena = a};
    struct cv_span text;
    first = cv_span_trim(cv_format_text(first, a));
    second = cv_span_trim(cv_format_text(second, a));
    *header = CV_NONE;
    *body = second;
    if (!first.n) return second.n ? second : cv_span_of("", 0);
    cv_buf_add(&b, first);
    cv_buf_addz(&b, "\n\n");
    cv_buf_add(&b, second);
    text = cv_buf_span(&b);
    if (text.n < first.n + 2) return text; /* the arena failed */
    *header = cv_span_first(text, first.n);
    *body = cv_span_from(text, first.n + 2);
    return text;
}

static enum cv_status parse(const struct cv_document *doc, struct cv_span bytes, struct cv_container *container,
                            struct cv_parse *p) {
    struct cv_page *page = cv_arena_alloc(p->arena, sizeof *page);
    struct cv_span header, body, text, first = CV_NONE, second;
    enum cv_status rc = CV_OK;
    (void)doc;
    if (!page) return CV_NOMEM;
    if (!cv_page_quick(bytes, p->arena, page)) {
        *page = (struct cv_page){.names = 0};
        rc = cv_page_sax(bytes, p->arena, page);
    }
    if (rc == CV_NOMEM || p->arena->failed) return CV_NOMEM;
    if (rc == CV_LIMIT) cv_problem(p, CV_P_LIMIT, 0, "the page's markup is nested too deep and was read up to there");
    set_container(container, page);
    if (page->blocks == CV_PAGE_BLOCKS && !is_extract_notice(page->block[0])) first = page->block[0];
    second = page->blocks ? page->block[page->blocks - 1] : CV_NONE;
    text = join_blocks(p->arena, first, second, &header, &body);
    if (!page->blocks && is_list(page)) return CV_MISUSE;
    if (!container->id.p && !cv_is_telegram(text)) return CV_MISUSE;
    container->text_missing = is_missing(body);
    if (container->text_missing) cv_problem(p, CV_P_TEXT_MISSING, 0, "the page has no text of the telegram");
    rc = cv_format_run(p, text, 1);
    if (p->needs & CV_NEED_RAW && header.p) { /* one block alone is divided like any text */
        p->out->telegram = text;
        p->out->header = header;
        p->out->body = body;
    }
    for (size_t i = 0; i < page->names && i < page->cells; i++) cv_format_attribute(p, page->name[i], page->cell[i]);
    return rc;
}

const struct cv_format cv_format_html = {"html", probe, next, parse};
