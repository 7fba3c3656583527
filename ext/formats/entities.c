/* entities.c - what is left of a web page in a text that was copied out of one: entities, &#x000A; for a line break.
 * May not: touch markup (html_sax.c), or a bare ampersand. Facts: sheet 2 "Other publisher marks", 8. */
#include "formats.h"

enum { LONGEST = 9 }; /* &#x0000A; */

static const struct {
    const char *name, *text;
} named[] = {{"&amp;", "&"},  {"&lt;", "<"},   {"&gt;", ">"},         {"&quot;", "\""},
             {"&apos;", "'"}, {"&nbsp;", " "}, {"&para;", "\xC2\xB6"}};

/* "&#10;", "&#x000A;": its bytes and its value; 0: none. */
static size_t numbered(struct cv_span s, unsigned *value) {
    size_t i = 2;
    unsigned base = 10;
    *value = 0;
    if (s.n < 4 || s.p[1] != '#') return 0;
    if (cv_to_lower(s.p[2]) == 'x') base = 16, i = 3;
    for (; i < s.n && i < LONGEST && s.p[i] != ';'; i++) {
        char c = cv_to_lower(s.p[i]);
        if (cv_is_digit(c))
            *value = *value * base + (unsigned)(c - '0');
        else if (base == 16 && c >= 'a' && c <= 'f')
            *value = *value * base + (unsigned)(c - 'a') + 10;
        else
            return 0;
    }
    return i < s.n && s.p[i] == ';' && *value ? i + 1 : 0;
}

size_t cv_entity_break(struct cv_span s) {
    unsigned value;
    size_t n = numbered(s, &value);
    return value == '\n' ? n : 0;
}

static size_t put(unsigned c, char out[4]) {
    if (c == 0xA0) c = ' ';
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
}

/* A character of the text: no control but the line's end and the tab, no half of a pair. */
static bool is_text(unsigned c) {
    return (c >= ' ' || c == '\n' || c == '\r' || c == '\t') && (c < 0x7F || c > 0x9F) && c < 0xFFFE &&
           (c < 0xD800 || c > 0xDFFF);
}

/* The line ends behind it anyway. */
static bool at_line_end(struct cv_span s) {
    size_t i = 0;
    while (i < s.n && cv_is_blank(s.p[i])) i++;
    return i < s.n && (s.p[i] == '\n' || s.p[i] == '\r');
}

/* The entity at s: its bytes, or 0; in out what it stands for. */
static size_t resolve(struct cv_span s, char out[4], size_t *len) {
    unsigned value;
    size_t n = numbered(s, &value);
    if (n && !is_text(value)) return 0;
    if (n && (value == '\r' || (value == '\n' && at_line_end(cv_span_from(s, n))))) return n;
    if (n) {
        *len = put(value, out);
        return n;
    }
    for (size_t i = 0; i < CV_ARRAY_LEN(named); i++) {
        n = strlen(named[i].name);
        if (s.n < n || memcmp(s.p, named[i].name, n) != 0) continue;
        *len = strlen(named[i].text);
        memcpy(out, named[i].text, *len);
        return n;
    }
    return 0;
}

struct cv_span cv_entities_resolved(struct cv_span text, struct cv_arena *a) {
    struct cv_buf b = {.arena = a};
    const char *end = text.p + text.n, *from = text.p, *at = from;
    while (at < end && (at = memchr(at, '&', (size_t)(end - at)))) {
        char out[4];
        size_t len = 0, n = resolve(cv_span_range(at, end), out, &len);
        if (n) {
            cv_buf_add(&b, cv_span_range(from, at));
            cv_buf_add(&b, cv_span_of(out, len));
            from = at + n;
        }
        at += n ? n : 1;
    }
    if (from == text.p) return text;
    cv_buf_add(&b, cv_span_range(from, end));
    return b.n ? cv_buf_span(&b) : cv_span_of(text.p, 0);
}

/* Each `from` replaced by a character, or by nothing where that is 0. */
static struct cv_span replaced(struct cv_span text, const char *from, char by, struct cv_arena *a) {
    struct cv_buf b = {.arena = a};
    size_t at = cv_span_index(text, from);
    if (at == SIZE_MAX) return text;
    for (; at != SIZE_MAX; at = cv_span_index(text, from)) {
        cv_buf_add(&b, cv_span_first(text, at));
        if (by) cv_buf_addc(&b, by);
        text = cv_span_from(text, at + strlen(from));
    }
    cv_buf_add(&b, text);
    return b.n ? cv_buf_span(&b) : cv_span_first(text, 0);
}

struct cv_span cv_plain_blanks(struct cv_span text, struct cv_arena *a) {
    return replaced(replaced(text, "\xC2\xA0", ' ', a), "\xEF\xBB\xBF", 0, a);
}
