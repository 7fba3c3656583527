/* html_sax.c - any HTML page, read through libxml2's push parser: cells of the cable's table, preformatted blocks.
 * May not: touch libxml2's global handlers, load anything, or follow what the page names. The only file that has
 * libxml2. Limits: depth of tags, since libxml2 walks up its stack for each of them. */
#include "html.h"
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <pthread.h>

enum {
    MAX_DEPTH = 512,  /* open tags; a page of a cable has about fifteen */
    PIECE = 16 * 1024 /* bytes between two looks at the limit */
};

enum where { OUTSIDE, NAME, CELL, BLOCK };

struct state {
    struct cv_arena *arena;
    struct cv_page *page;
    struct cv_buf text;
    xmlParserCtxtPtr context;
    enum where where;
    unsigned depth;
    bool table; /* inside the cable's table */
    bool seen_table;
    bool silent;      /* inside a script or a style sheet */
    bool after_break; /* <br> was the last thing in a block */
    bool stop;
};

static bool has_class(const xmlChar **atts, const char *word) {
    for (; atts && atts[0]; atts += 2) {
        struct cv_span value, one;
        if (!atts[1] || strcasecmp((const char *)atts[0], "class") != 0) continue;
        value = cv_span_of((const char *)atts[1], strlen((const char *)atts[1]));
        while ((one = cv_span_word(&value)).p)
            if (cv_span_is(one, word)) return true;
    }
    return false;
}

static bool is(const xmlChar *name, const char *z) { return strcasecmp((const char *)name, z) == 0; }

static void begin(struct state *s, enum where where) {
    s->where = where;
    s->text = (struct cv_buf){.arena = s->arena};
}

/* What stands before the table is help; of a page without one, only what shows that it is of a telegram is taken. */
static bool is_wanted(const struct state *s, struct cv_span block) {
    return s->page->blocks < CV_PAGE_BLOCKS && (s->seen_table || cv_is_telegram(block));
}

/* An unclosed cell ends where the next one begins. */
static void end(struct state *s) {
    struct cv_page *page = s->page;
    struct cv_span text = cv_buf_span(&s->text);
    if (s->where == NAME && page->names < CV_PAGE_CELLS) page->name[page->names++] = cv_single_spaced(s->arena, text);
    if (s->where == CELL && page->cells < page->names)
        page->cell[page->cells++] = cv_single_spaced(s->arena, text);
    else if (s->where == CELL)
        page->more_cells = true;
    if (s->where == BLOCK && is_wanted(s, text)) page->block[page->blocks++] = text;
    s->where = OUTSIDE;
}

static void start_element(void *ctx, const xmlChar *name, const xmlChar **atts) {
    struct state *s = ctx;
    if (++s->depth > MAX_DEPTH) s->stop = true;
    s->silent = is(name, "script") || is(name, "style");
    if (is(name, "table") && !s->table && !s->seen_table) {
        s->table = s->seen_table = has_class(atts, "cable");
        if (s->table) s->page->blocks = 0; /* what stood before it is help, not the telegram */
    } else if (s->table && (is(name, "th") || is(name, "td"))) {
        end(s);
        begin(s, is(name, "th") ? NAME : CELL);
    } else if (is(name, "pre") && !s->table && s->where != BLOCK) {
        begin(s, BLOCK);
    } else if (is(name, "br") && s->where != OUTSIDE) {
        cv_buf_addc(&s->text, '\n');
    }
    s->after_break = is(name, "br");
}

static void end_element(void *ctx, const xmlChar *name) {
    struct state *s = ctx;
    if (s->depth) s->depth--;
    s->silent = false;
    if (s->where == BLOCK ? is(name, "pre") : is(name, "th") || is(name, "td") || is(name, "table")) end(s);
    if (is(name, "table")) s->table = false;
}

/* A line end right behind <br> is the source's, not the text's. */
static void characters(void *ctx, const xmlChar *text, int n) {
    struct state *s = ctx;
    struct cv_span add = cv_span_of((const char *)text, n > 0 ? (size_t)n : 0);
    if (s->where == OUTSIDE || s->silent || !add.n) return;
    if (s->after_break && add.p[0] == '\r') add = cv_span_from(add, 1);
    if (s->after_break && add.n && add.p[0] == '\n') add = cv_span_from(add, 1);
    s->after_break = false;
    cv_buf_add(&s->text, add);
}

/* libxml2 would print what it dislikes on stderr, which is the host's. */
static void silent(void *ctx, const char *message, ...) {
    (void)ctx;
    (void)message;
}
static void silent_structured(void *ctx, xmlErrorPtr error) {
    (void)ctx;
    (void)error;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void prepare(void) { xmlInitParser(); } /* must have run before a second thread parses */

static xmlParserCtxtPtr make_context(struct state *s) {
    xmlSAXHandler sax = {0};
    xmlParserCtxtPtr context;
    sax.startElement = start_element;
    sax.endElement = end_element;
    sax.characters = characters;
    sax.ignorableWhitespace = characters;
    sax.cdataBlock = characters;
    sax.warning = sax.error = sax.fatalError = silent;
    sax.serror = silent_structured;
    sax.initialized = XML_SAX2_MAGIC;
    (void)pthread_once(&once, prepare);
    context = htmlCreatePushParserCtxt(&sax, s, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (!context) return NULL;
    (void)htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    return context;
}

enum cv_status cv_page_sax(struct cv_span bytes, struct cv_arena *a, struct cv_page *page) {
    struct state s = {.arena = a, .page = page};
    s.context = make_context(&s);
    if (!s.context) return CV_NOMEM;
    for (size_t at = 0; at < bytes.n && !s.stop && !a->failed; at += PIECE) {
        size_t n = bytes.n - at < PIECE ? bytes.n - at : PIECE;
        (void)htmlParseChunk(s.context, bytes.p + at, (int)n, 0); /* broken markup is no reason to stop */
    }
    (void)htmlParseChunk(s.context, NULL, 0, 1);
    end(&s);
    if (s.context->myDoc) xmlFreeDoc(s.context->myDoc);
    s.context->myDoc = NULL;
    htmlFreeParserCtxt(s.context);
    if (a->failed) return CV_NOMEM;
    return s.stop ? CV_LIMIT : CV_OK;
}

const char *cv_format_library(void) { return xmlParserVersion; }
