/* test_prefixes.c - a cable cut anywhere is still read without a fault, and still accounted for. The text lies
 * flush against a page that may not be touched, so that reading one byte too far is a crash and not luck. */
#include "corpus.h"
#include <sys/mman.h>
#include <unistd.h>

/* How many prefixes and suffixes of a file are tried: of small fixtures every one, of the many others some. */
enum { WHOLE = 2500, OF_FIXTURE = 300, OF_SAMPLE = 24, OF_REAL = 2 };

static size_t step_of(const struct corpus_file *f) {
    size_t wanted = f->real ? OF_REAL : strstr(f->path, "fixtures") ? OF_FIXTURE : OF_SAMPLE;
    if (wanted == OF_FIXTURE && f->n <= WHOLE) return 1;
    return f->n / wanted ? f->n / wanted : 1;
}

struct guarded {
    char *map, *end; /* end: the first byte that may not be touched */
    size_t mapped;
};

static struct guarded guarded_new(size_t n) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE), pages = (n + page - 1) / page + 1;
    struct guarded g = {.mapped = (pages + 1) * page};
    g.map = mmap(NULL, g.mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ck_assert(g.map != MAP_FAILED);
    g.end = g.map + pages * page;
    ck_assert_int_eq(mprotect(g.end, page, PROT_NONE), 0);
    return g;
}

static void parse_all(const struct corpus_file *f, const char *p, size_t n, struct cv_arena *arena) {
    struct cv_reader r = corpus_reader(f, p, n);
    struct cv_document doc = {0};
    struct cv_cable cable;
    while (cv_document_next(&r, &doc, arena) == CV_OK) {
        const unsigned char *fates = NULL;
        cable = (struct cv_cable){0};
        enum cv_status rc = cv_document_account(&doc, arena, &cable, &fates);
        ck_assert_msg(rc == CV_OK || rc == CV_MISUSE, "%s, first %zu bytes: status %d", f->path, n, rc);
        for (size_t i = 0; rc == CV_OK && cable.body.p && i < cable.body.n; i++) {
            size_t at = (size_t)(cable.body.p - cable.telegram.p) + i;
            ck_assert_msg(cv_is_space(cable.body.p[i]) || (fates[at] != CV_FATE_NONE && fates[at] != CV_FATE_TWICE),
                          "%s, first %zu bytes: byte %zu became %s: %.*s", f->path, n, at,
                          fates[at] ? "two things" : "nothing", CV_FMT(cv_span_first(cv_span_from(cable.body, i), 40)));
        }
        cv_arena_reset(arena);
    }
    cv_reader_close(&r);
    cv_arena_reset(arena);
}

START_TEST(prefixes) {
    const struct corpus_file *f = &corpus[_i];
    char *bytes = corpus_read(f);
    struct guarded g = guarded_new(f->n);
    struct cv_arena arena;
    size_t step = step_of(f);
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    for (size_t n = 0; n <= f->n; n += step) {
        memcpy(g.end - n, bytes, n);
        parse_all(f, g.end - n, n, &arena);
    }
    cv_arena_free(&arena);
    ck_assert_int_eq(munmap(g.map, g.mapped), 0);
    free(bytes);
}
END_TEST

/* Beginnings missing, as after a cut in an archive: from every line on. */
START_TEST(suffixes) {
    const struct corpus_file *f = &corpus[_i];
    char *bytes = corpus_read(f);
    struct cv_arena arena;
    size_t step = step_of(f), next = 0;
    cv_arena_init(&arena, &cv_allocator_malloc, 0);
    for (size_t i = 1; i < f->n; i++) {
        if (bytes[i - 1] != '\n' || i < next) continue;
        next = i + step;
        parse_all(f, bytes + i, f->n - i, &arena);
    }
    cv_arena_free(&arena);
    free(bytes);
}
END_TEST

int main(void) {
    Suite *s = suite_create("prefixes");
    TCase *t = tcase_create("corpus");
    corpus_load();
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 240);
    tcase_add_loop_test(t, prefixes, 0, corpus_n);
    tcase_add_loop_test(t, suffixes, 0, corpus_n);
    return cv_check_run(s);
}
