/* test_stability.c - what must not matter does not: line ends, encoding, trailing blanks, and whether a telegram
 * stands in a text or in an HTML page. Each variant is made here and must parse to the same rows. */
#include "corpus.h"
#include <iconv.h>
#include <stdio.h>

struct bytes {
    char *p;
    size_t n, cap;
};

static void put(struct bytes *b, const char *p, size_t n) {
    if (b->n + n > b->cap) {
        b->cap = (b->n + n) * 2;
        b->p = realloc(b->p, b->cap);
        ck_assert_ptr_nonnull(b->p);
    }
    memcpy(b->p + b->n, p, n);
    b->n += n;
}

static void putz(struct bytes *b, const char *z) { put(b, z, strlen(z)); }

/* Every line end, whichever it is, becomes `end`. */
static struct bytes with_line_ends(struct cv_span s, const char *end) {
    struct bytes b = {0};
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\r' || s.p[i] == '\n') {
            if (s.p[i] == '\r' && i + 1 < s.n && s.p[i + 1] == '\n') i++;
            putz(&b, end);
        } else
            put(&b, s.p + i, 1);
    }
    return b;
}

static bool is_ascii(struct cv_span s) {
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] > 0x7F) return false;
    return true;
}

/* From UTF-8; false where a character is not in that encoding, or is not told from another one by its bytes. */
static bool encoded(struct cv_span utf8, const char *encoding, struct bytes *out) {
    iconv_t cd = iconv_open(encoding, "UTF-8");
    char *in = (char *)(uintptr_t)utf8.p, *o;
    size_t left = utf8.n, room = utf8.n + 1;
    bool fine;
    ck_assert(cd != (iconv_t)-1);
    *out = (struct bytes){.p = malloc(room), .cap = room};
    o = out->p;
    fine = iconv(cd, &in, &left, &o, &room) == 0 && left == 0;
    out->n = (size_t)(o - out->p);
    (void)iconv_close(cd);
    return fine;
}

static bool is_page_or_rows(struct cv_span s) {
    return cv_span_find(cv_span_first(s, 4096), "<html") != SIZE_MAX || s.p[0] == '"' ||
           cv_span_find(cv_span_first(s, 4096), "reference_id") != SIZE_MAX;
}

static void expect_same(const struct corpus_file *f, struct cv_span a, struct bytes b, const char *what,
                        const char *const *skip) {
    char difference[600] = "";
    bool same = corpus_same(f, a, cv_span_of(b.p, b.n), skip, difference, sizeof difference);
    ck_assert_msg(same, "%s %s: %s", f->path, what, difference);
    free(b.p);
}

START_TEST(line_ends) {
    const struct corpus_file *f = &corpus[_i];
    char *bytes = corpus_read(f);
    struct cv_span s = cv_span_of(bytes, f->n);
    struct bytes lf = with_line_ends(s, "\n");
    struct cv_span base = cv_span_of(lf.p, lf.n);
    expect_same(f, base, with_line_ends(s, "\r\n"), "with CRLF", NULL);
    expect_same(f, base, with_line_ends(s, "\r"), "with CR", NULL);
    if (!is_page_or_rows(s)) expect_same(f, base, with_line_ends(s, "  \n"), "with trailing blanks", NULL);
    free(lf.p);
    free(bytes);
}
END_TEST

START_TEST(encodings) {
    static const char *const names[] = {"CP1252", "ISO-8859-1"};
    const struct corpus_file *f = &corpus[_i];
    struct cv_arena arena;
    size_t bad;
    char *bytes = corpus_read(f);
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    struct cv_span utf8 = cv_encoding_to_utf8(cv_span_of(bytes, f->n), &arena, &bad);
    for (size_t i = 0; i < CV_ARRAY_LEN(names) && !is_ascii(utf8) && !is_page_or_rows(utf8) && !bad; i++) {
        struct bytes b = {0};
        if (encoded(utf8, names[i], &b) && cv_encoding_detect(cv_span_of(b.p, b.n)) >= CV_CP1252)
            expect_same(f, utf8, b, names[i], NULL);
        else
            free(b.p);
    }
    cv_arena_free(&arena);
    free(bytes);
}
END_TEST

static void put_escaped(struct bytes *b, struct cv_span s) {
    for (size_t i = 0; i < s.n; i++) switch (s.p[i]) {
        case '\n':
            putz(b, "&#x000A;");
            break;
        case '&':
            putz(b, "&amp;");
            break;
        case '<':
            putz(b, "&lt;");
            break;
        case '>':
            putz(b, "&gt;");
            break;
        default:
            put(b, s.p + i, 1);
        }
}

/* The layout of sheet 14. The page agrees with the telegram in all it says. */
static struct bytes page_of(const struct cv_cable *c) {
    struct bytes b = {0};
    putz(&b, "<html><body><table class='cable'>\n<tr><th>Reference ID</th><th>Created</th><th>Classification</th>"
             "<th>Origin</th></tr>\n<tr><td><a href='#'>");
    put(&b, c->id.p, c->id.n);
    putz(&b, "</a></td><td><a href='#'>");
    put(&b, c->date.p, 10);
    putz(&b, " ");
    put(&b, c->date.p + 11, 5);
    putz(&b, "</a></td><td><a href='#'>");
    putz(&b, cv_classification_name(c->classification));
    putz(&b, "</a></td><td><a href='#'>Embassy Somewhere</a></td></tr>\n</table>\n<code><pre>");
    put_escaped(&b, c->header);
    putz(&b, "</pre></code>\n<code><pre>");
    put_escaped(&b, c->body);
    putz(&b, "</pre></code>\n</body></html>\n");
    return b;
}

START_TEST(as_page) {
    static const char *const skip[] = {"format", "attributes", "problems", NULL};
    const struct corpus_file *f = &corpus[_i];
    struct cv_arena arena;
    struct cv_cable c = {0};
    struct cv_document doc = {0};
    char *bytes = corpus_read(f);
    struct cv_reader r = corpus_reader(f, bytes, f->n);
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    /* Only a text that holds one whole telegram with header and date has a page that says the same. */
    if (cv_document_next(&r, &doc, &arena) == CV_OK && r.n == 0 && r.eof &&
        cv_document_parse(&doc, CV_NEED_ALL, &arena, &c) == CV_OK &&
        cv_span_is(cv_span_of(c.format, strlen(c.format)), "acp127") && c.id.p && c.date.n == 20 && c.header.p &&
        c.body.p && c.classification != CV_CLASS_NONE && !f->real)
        expect_same(f, cv_span_of(bytes, f->n), page_of(&c), "as a page", skip);
    cv_reader_close(&r);
    cv_arena_free(&arena);
    free(bytes);
}
END_TEST

int main(void) {
    Suite *s = suite_create("stability");
    TCase *t = tcase_create("corpus");
    corpus_load();
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 120);
    tcase_add_loop_test(t, line_ends, 0, corpus_n);
    tcase_add_loop_test(t, encodings, 0, corpus_n);
    tcase_add_loop_test(t, as_page, 0, corpus_n);
    return cv_check_run(s);
}
