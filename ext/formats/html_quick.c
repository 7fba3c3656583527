/* html_quick.c - the one layout in which the Cablegate pages were published, read in one pass without a parser of
 * HTML: table of class cable, one row of names, one of values, then <code><pre> blocks whose only markup is links.
 * May not: guess. Anything unusual (other markup in a block, an entity that is not known here, a cell that does not
 * close) gives the page up to html_sax.c, which must agree with it on all that this file accepts. */
#include "html.h"

/* R&D, "&Clandestini Corsi8": no semicolon, so no entity. One with a semicolon is libxml2's to know. */
static size_t bare_ampersand(struct cv_span s, char out[4], size_t *n) {
    size_t i = 1;
    while (i < s.n && (cv_is_alnum(s.p[i]) || (s.p[i] && strchr("._:-", s.p[i])))) i++;
    if (i >= s.n || s.p[i] == ';' || (s.p[i] & 0x80)) return 0;
    out[0] = '&';
    *n = 1;
    return 1;
}

/* An entity at s ("&#x000A;", "&amp;"): its bytes, and what it stands for in out (up to four bytes). */
static size_t entity(struct cv_span s, char out[4], size_t *n) {
    static const struct {
        const char *name;
        char c;
    } named[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    unsigned value = 0, base = 10, digits = 0;
    size_t i = 2;
    for (size_t k = 0; k < CV_ARRAY_LEN(named); k++) {
        size_t len = strlen(named[k].name);
        if (s.n < len || memcmp(s.p, named[k].name, len) != 0) continue;
        out[0] = named[k].c;
        *n = 1;
        return len;
    }
    if (s.n > 1 && s.p[1] != '#') return bare_ampersand(s, out, n);
    if (s.n < 4) return 0;
    if (s.p[2] == 'x' || s.p[2] == 'X') base = 16, i = 3;
    for (; i < s.n && digits < 7 && s.p[i] != ';'; i++, digits++) {
        char c = cv_to_lower(s.p[i]);
        if (cv_is_digit(c))
            value = value * base + (unsigned)(c - '0');
        else if (base == 16 && c >= 'a' && c <= 'f')
            value = value * base + (unsigned)(c - 'a') + 10;
        else
            return 0;
    }
    if (!digits || i >= s.n || s.p[i] != ';' || value == 0 || value >= 0x80) return 0; /* the rest is libxml2's */
    if (value < 0x20 && value != '\n' && value != '\r' && value != '\t') return 0;
    out[0] = (char)value;
    *n = 1;
    return i + 1;
}

/* <a …> and </a> alone may stand in a text. */
static size_t link_tag(struct cv_span s) {
    size_t end;
    if (s.n >= 4 && memcmp(s.p, "</a>", 4) == 0) return 4;
    if (s.n < 4 || memcmp(s.p, "<a ", 3) != 0) return 0;
    end = cv_span_chr(cv_span_first(s, 512), '>');
    return end == SIZE_MAX ? 0 : end + 1;
}

/* Text up to the closing tag; *at moves behind it. */
static bool read_text(struct cv_span s, size_t *at, const char *close, struct cv_arena *a, struct cv_span *out) {
    size_t n = strlen(close), from = *at;
    struct cv_buf b = {.arena = a};
    bool plain = true;
    for (size_t i = *at; i < s.n;) {
        struct cv_span rest = cv_span_from(s, i);
        size_t len, m;
        char c[4];
        if (s.p[i] != '<' && s.p[i] != '&') {
            i++;
            continue;
        }
        if (rest.n >= n && memcmp(rest.p, close, n) == 0) {
            *at = i + n;
            if (plain)
                *out = cv_span_of(s.p + from, i - from);
            else
                cv_buf_add(&b, cv_span_of(s.p + from, i - from)), *out = cv_buf_span(&b);
            return true;
        }
        plain = false;
        cv_buf_add(&b, cv_span_of(s.p + from, i - from));
        if (s.p[i] == '<') {
            len = link_tag(rest);
        } else {
            len = entity(rest, c, &m);
            if (len) cv_buf_add(&b, cv_span_of(c, m));
        }
        if (!len) return false;
        i += len;
        from = i;
    }
    return false;
}

static bool skip(struct cv_span s, size_t *at, const char *z) {
    size_t n = strlen(z);
    while (*at < s.n && cv_is_space(s.p[*at])) ++*at;
    if (s.n - *at < n || memcmp(s.p + *at, z, n) != 0) return false;
    *at += n;
    return true;
}

static bool read_row(struct cv_span s, size_t *at, const char *open, const char *close, struct cv_arena *a,
                     struct cv_span *cell, size_t *cells) {
    if (!skip(s, at, "<tr>")) return false;
    while (skip(s, at, open)) {
        struct cv_span text;
        if (*cells == CV_PAGE_CELLS || !read_text(s, at, close, a, &text)) return false;
        cell[(*cells)++] = cv_single_spaced(a, text);
    }
    return skip(s, at, "</tr>");
}

/* "Appears in these articles": a row over all columns, under none of the names. */
static bool skip_articles(struct cv_span s, size_t *at) {
    static const char end[] = "</td>\n</tr>";
    size_t from = *at;
    const char *hit;
    if (!skip(s, at, "<tr>")) return true;
    if (!skip(s, at, "<td colspan='5'>")) return false;
    hit = memmem(s.p + *at, s.n - *at, end, sizeof end - 1);
    if (!hit || (size_t)(hit - s.p) - from > 4096) return false;
    *at = (size_t)(hit - s.p) + sizeof end - 1;
    return true;
}

bool cv_page_quick(struct cv_span s, struct cv_arena *a, struct cv_page *page) {
    static const char table[] = "<table class='cable'>";
    const char *hit = memmem(s.p, s.n, table, sizeof table - 1);
    size_t at;
    if (!hit) return false;
    *page = (struct cv_page){.names = 0};
    at = (size_t)(hit - s.p) + sizeof table - 1;
    if (!read_row(s, &at, "<th>", "</th>", a, page->name, &page->names)) return false;
    if (!read_row(s, &at, "<td>", "</td>", a, page->cell, &page->cells)) return false;
    if (!skip_articles(s, &at) || !skip(s, &at, "</table>") || page->names != page->cells) return false;
    while (page->blocks < CV_PAGE_BLOCKS && skip(s, &at, "<code><pre>"))
        if (!read_text(s, &at, "</pre></code>", a, &page->block[page->blocks++])) return false;
    if (!page->blocks) return false;
    /* No block may stand further down: the other reader would see it. */
    return memmem(s.p + at, s.n - at, "<pre", 4) == NULL;
}
