/* test_accounting.c - nothing of the text is lost: each byte of a body that is no white space has exactly one
 * fate, and those with the fate TEXT are, in order, the bytes of the paragraphs. Over every cable there is. */
#include "corpus.h"
#include <stdio.h>

/* The next byte of the paragraphs' texts that is no white space; false at the end. */
static bool next_text(const struct cv_cable *c, size_t *paragraph, size_t *at, char *out) {
    for (; *paragraph < c->paragraphs.n; ++*paragraph, *at = 0) {
        struct cv_span text = c->paragraphs.v[*paragraph].text;
        while (*at < text.n && cv_is_space(text.p[*at])) ++*at;
        if (*at < text.n) {
            *out = text.p[(*at)++];
            return true;
        }
    }
    return false;
}

static unsigned line_of(struct cv_span text, size_t at) {
    unsigned line = 1;
    for (size_t i = 0; i < at; i++) line += text.p[i] == '\n';
    return line;
}

static struct cv_span around(struct cv_span text, size_t at) {
    size_t from = at, to = at;
    while (from && at - from < 60 && text.p[from - 1] != '\n') from--;
    while (to < text.n && to - at < 60 && text.p[to] != '\n') to++;
    return cv_span_range(text.p + from, text.p + to);
}

static void account(const char *path, const struct cv_cable *c, const unsigned char *fates) {
    struct cv_span text = c->telegram;
    size_t begin, paragraph = 0, at = 0;
    char want;
    if (!c->body.p) return;
    ck_assert_msg(c->body.p >= text.p && c->body.p + c->body.n <= text.p + text.n, "%s: body outside telegram", path);
    begin = (size_t)(c->body.p - text.p);
    for (size_t i = begin; i < text.n; i++) {
        if (cv_is_space(text.p[i])) continue;
        ck_assert_msg(fates[i] != CV_FATE_NONE, "%s:%u: became nothing: %.*s", path, line_of(text, i),
                      CV_FMT(around(text, i)));
        ck_assert_msg(fates[i] != CV_FATE_TWICE, "%s:%u: became two things: %.*s", path, line_of(text, i),
                      CV_FMT(around(text, i)));
        if (fates[i] != CV_FATE_TEXT) continue;
        bool more = next_text(c, &paragraph, &at, &want);
        ck_assert_msg(more && want == text.p[i], "%s:%u: text that paragraph %zu of %zu does not have here: %.*s", path,
                      line_of(text, i), paragraph + 1, c->paragraphs.n, CV_FMT(around(text, i)));
    }
    ck_assert_msg(!next_text(c, &paragraph, &at, &want), "%s: paragraph %zu has text that the telegram has not: %.*s",
                  path, paragraph + 1, CV_FMT(cv_span_first(c->paragraphs.v[paragraph].text, 80)));
}

START_TEST(every_byte) {
    const struct corpus_file *f = &corpus[_i];
    char *bytes = corpus_read(f);
    struct cv_reader r = corpus_reader(f, bytes, f->n);
    struct cv_document doc = {0};
    struct cv_cable cable;
    struct cv_arena arena;
    enum cv_status rc;
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    while ((rc = cv_document_next(&r, &doc, &arena)) == CV_OK) {
        const unsigned char *fates = NULL;
        cable = (struct cv_cable){0};
        ck_assert_msg(cv_document_account(&doc, &arena, &cable, &fates) == CV_OK, "%s: no parse", f->path);
        account(f->path, &cable, fates);
        cv_arena_reset(&arena);
    }
    ck_assert_msg(rc == CV_DONE, "%s: status %d", f->path, rc);
    cv_reader_close(&r);
    cv_arena_free(&arena);
    free(bytes);
}
END_TEST

int main(void) {
    Suite *s = suite_create("accounting");
    TCase *t = tcase_create("corpus");
    corpus_load();
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, every_byte, 0, corpus_n);
    return cv_check_run(s);
}
