/* test_scan.c - documents out of sources: rows, problems, laziness, shards, limits, interrupts. */
#include "scan_rows.h"

static void tree(void) {
    static const struct tree_member members[] = {
        {.name = "m2.txt"}, {.name = "m1.txt"}, {.name = "no.txt", .text = "nothing"}};
    scan_begin();
    scan_cables("a/two.txt", 1, 2);
    tree_cable("a.txt", 3);
    tree_archive("b.zip", "zip", members, 3);
    tree_text("empty.txt", "");
    tree_text("notes.txt", "these are only notes\n");
    tree_cable("z.txt", 4);
}

static const char *const all_rows = "a.txt#0 03MAPUTO3\na/two.txt#0 03MAPUTO1\na/two.txt#1 03MAPUTO2\n"
                                    "b.zip!/m2.txt#0 03MAPUTO1\nb.zip!/m1.txt#0 03MAPUTO2\nb.zip!/no.txt! not-a-cable\n"
                                    "empty.txt! not-a-cable\nnotes.txt! not-a-cable\nz.txt#0 03MAPUTO4\n";

START_TEST(everything_in_order) {
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD);
    ck_assert_str_eq(scan_rows(&q), all_rows);
    ck_assert_uint_eq(session.stats.heads_parsed, 6);
    ck_assert_uint_eq(session.stats.documents_parsed, 0);
    q.needs = CV_NEED_HEAD | CV_NEED_TEXT;
    ck_assert_str_eq(scan_rows(&q), all_rows);
    ck_assert_uint_eq(session.stats.documents_parsed, 6);
}
END_TEST

START_TEST(counts_without_parsing) {
    struct cv_scan_request q = scan_request("a", 0);
    ck_assert_str_eq(scan_rows(&q), "two.txt#0\ntwo.txt#1\n");
    ck_assert_uint_eq(session.stats.heads_parsed + session.stats.documents_parsed, 0);
    ck_assert_uint_eq(session.stats.files_opened, 1);
}
END_TEST

START_TEST(content) {
    char text[1024];
    struct cv_scan_request q = {
        .content = cv_span_of(text, tree_telegram(text, sizeof text, 7)), .needs = CV_NEED_HEAD, .limit = -1};
    ck_assert_str_eq(scan_rows(&q), "#0 03MAPUTO7\n");
    q.content = span("nothing");
    ck_assert_str_eq(scan_rows(&q), "! not-a-cable\n");
    q.content = span("");
    ck_assert_str_eq(scan_rows(&q), "! not-a-cable\n");
    ck_assert_uint_eq(session.stats.files_opened, 0);
}
END_TEST

START_TEST(stops_reading) {
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD);
    const struct cv_scanned *r;
    struct cv_scan *s;
    ck_assert_int_eq(cv_scan_open(&session, &q, NULL, &s), CV_OK);
    ck_assert_int_eq(cv_scan_next(s, &r, NULL), CV_OK);
    cv_scan_close(s);
    ck_assert_uint_eq(session.stats.files_opened, 1);
}
END_TEST

START_TEST(path_opens_just_that_file) {
    struct cv_span path = span("z.txt");
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD);
    q.filter.paths = &path;
    q.filter.npaths = 1;
    ck_assert_str_eq(scan_rows(&q), "z.txt#0 03MAPUTO4\n");
    ck_assert_uint_eq(session.stats.files_opened, 1);
    ck_assert_uint_eq(session.stats.files_listed, 1);
    path = span("b.zip!/m1.txt");
    ck_assert_str_eq(scan_rows(&q), "b.zip!/m1.txt#0 03MAPUTO2\n");
    path = span("b.zip");
    ck_assert_str_eq(scan_rows(&q), "");
    path = span("notes.txt");
    ck_assert_str_eq(scan_rows(&q), "notes.txt! not-a-cable\n");
}
END_TEST

static unsigned lines(const char *z) {
    unsigned n = 0;
    for (; *z; z++) n += *z == '\n';
    return n;
}

START_TEST(shards) {
    static const unsigned counts[] = {1, 2, 8, 64};
    for (size_t k = 0; k < CV_ARRAY_LEN(counts); k++) {
        unsigned n = 0;
        for (unsigned i = 0; i < counts[k]; i++) {
            struct cv_scan_request q = scan_request("", 0);
            q.filter.shard = i;
            q.filter.shards = counts[k];
            n += lines(scan_rows(&q));
        }
        ck_assert_uint_eq(n, 9);
    }
}
END_TEST

/* A table of cables, one telegram a row, under any name. */
static void write_table(const char *name, unsigned rows) {
    char *all = malloc((size_t)rows * 2048), text[1024];
    size_t at = 0;
    for (unsigned i = 1; i <= rows; i++) {
        size_t n = tree_telegram(text, sizeof text, i), head = (size_t)(strstr(text, "UNCLAS") - text);
        int k = snprintf(
            all + at, 2048,
            "\"%u\",\"1/13/2003 8:00\",\"03MAPUTO%u\",\"Embassy Maputo\",\"UNCLASSIFIED\",\"\",\"%.*s\",\"%.*s\"\n", i,
            i, (int)head, text, (int)(n - head), text + head);
        at += (size_t)k;
    }
    tree_write(name, all, at);
    free(all);
}

/* The rows of a table are shared out, of a file named .csv or of one that is the source; others go as a whole. */
START_TEST(shards_of_a_table) {
    static const struct {
        const char *file, *source;
        unsigned least; /* rows that each of four shards has */
    } rows[] = {{"t/cables.csv", "t", 10}, {"t/cables", "t/cables", 10}, {"t/cables", "t", 0}};
    struct cv_scan_request q;
    unsigned n = 0;
    write_table(rows[_i].file, 40);
    for (unsigned i = 0; i < 4; i++) {
        unsigned k;
        q = scan_request(rows[_i].source, CV_NEED_HEAD);
        q.filter.shard = i;
        q.filter.shards = 4;
        k = lines(scan_rows(&q));
        ck_assert_uint_ge(k, rows[_i].least);
        n += k;
    }
    ck_assert_uint_eq(n, 40);
}
END_TEST

START_TEST(too_large) {
    struct cv_scan_request q = scan_request("big", CV_NEED_HEAD);
    char *text = malloc(100000);
    size_t n = tree_telegram(text, 1024, 9);
    memset(text + n, 'x', 100000 - n);
    for (size_t i = n; i < 100000; i += 70) text[i] = '\n';
    tree_write("big/a.txt", text, 100000);
    scan_cables("big/many.txt", 10, 40); /* the file is longer than a document may be, its documents are not */
    free(text);
    session.limits.max_document_bytes = 8000;
    ck_assert(strncmp(scan_rows(&q), "a.txt! too-large\n", 17) == 0);
    ck_assert_uint_eq(lines(scan_rows(&q)), 41);
}
END_TEST

START_TEST(files_without_opening) {
    struct cv_scan_request q = scan_request("", 0);
    q.entries_only = true;
    ck_assert_str_eq(scan_rows(&q), "a.txt\na/two.txt\nb.zip\nb.zip!/m2.txt\nb.zip!/m1.txt\nb.zip!/no.txt\nempty.txt\n"
                                    "notes.txt\nz.txt\n");
    ck_assert_uint_eq(session.stats.files_opened, 1); /* the archive, for its list */
}
END_TEST

START_TEST(formats_of_files) {
    static const struct tree_member one[] = {{.name = "x"}};
    struct cv_scan_request q = scan_request("", 0);
    struct tree_list got = {.n = 0};
    const struct cv_scanned *r;
    struct cv_scan *s;
    tree_archive("p.txt.gz", "raw.gz", one, 1);
    tree_archive("hidden", "zip", one, 1);
    q.entries_only = q.want_format = q.want_stat = true;
    ck_assert_int_eq(cv_scan_open(&session, &q, NULL, &s), CV_OK);
    while (cv_scan_next(s, &r, NULL) == CV_OK) {
        tree_add(&got, "%.*s %s\n", CV_FMT(r->path), r->format ? r->format : "-");
        ck_assert(r->mtime != INT64_MIN && r->entry_size != UINT64_MAX);
    }
    cv_scan_close(s);
    ck_assert_str_eq(got.text, "a.txt acp127\na/two.txt acp127\nb.zip -\nb.zip!/m2.txt acp127\nb.zip!/m1.txt acp127\n"
                               "b.zip!/no.txt -\nempty.txt -\nhidden -\nnotes.txt -\np.txt.gz acp127\nz.txt acp127\n");
}
END_TEST

static bool always(void *ctx) {
    (void)ctx;
    return true;
}

START_TEST(interrupts) {
    struct cv_scan_request q = scan_request("", CV_NEED_ALL);
    struct cv_error err = {0};
    struct cv_scan *s;
    q.interrupted = always;
    ck_assert_int_eq(cv_scan_open(&session, &q, &err, &s), CV_INTERRUPTED);
    ck_assert(s == NULL);
}
END_TEST

START_TEST(missing_source) {
    struct cv_scan_request q = {.source = span("/nowhere/at/all"), .limit = -1};
    ck_assert_str_eq(scan_rows(&q), "error: no such source '/nowhere/at/all'\n");
}
END_TEST

/* Each allocation of a scan fails once: an error each time, never a crash, and nothing is left over. */
struct failing {
    size_t left, live;
};
static void *fail_resize(void *ctx, void *p, size_t old_n, size_t new_n) {
    struct failing *f = ctx;
    void *q;
    if (new_n && f->left-- == 0) return NULL;
    q = cv_allocator_malloc.resize(NULL, p, old_n, new_n);
    if (!new_n && p) f->live--;
    if (new_n && !p && q) f->live++;
    return q;
}

START_TEST(allocations_fail) {
    struct cv_scan_request q = scan_request("", CV_NEED_ALL);
    for (size_t n = 0; n < 2000; n++) {
        struct failing f = {.left = n};
        struct cv_allocator a = {.resize = fail_resize, .ctx = &f};
        bool through;
        cv_session_free(&session);
        cv_session_init(&session, &a);
        session.threads = 1;
        through = strcmp(scan_rows(&q), all_rows) == 0;
        cv_session_free(&session);
        cv_session_init(&session, &cv_allocator_malloc);
        ck_assert_uint_eq(f.live, 0);
        if (through) return;
    }
    ck_abort_msg("it never came through");
}
END_TEST

/* An interrupt is seen inside of a document that takes long: no row comes of it, and the next query has it whole. */
static unsigned times_asked;
static bool after_the_first(void *ctx) {
    (void)ctx;
    return times_asked++ > 0;
}

START_TEST(interrupted_in_a_document) {
    enum { HOSTILE = 400 * 1024 };
    static char text[HOSTILE];
    struct cv_scan_request q;
    const struct cv_scanned *r;
    struct cv_scan *s;
    struct cv_error err = {0};
    size_t n = tree_telegram(text, sizeof text, 7);
    for (char *p = strstr(text, "UNCLAS"); p < text + HOSTILE - 1; p += 2) memcpy(p, "A\n", 2);
    ck_assert_uint_lt(n, HOSTILE);
    tree_write("hostile/a.txt", text, HOSTILE - 1);
    q = scan_request("hostile", CV_NEED_ALL);
    q.interrupted = after_the_first;
    ck_assert_int_eq(cv_scan_open(&session, &q, &err, &s), CV_OK);
    ck_assert_int_eq(cv_scan_next(s, &r, &err), CV_INTERRUPTED);
    cv_scan_close(s);
    q.interrupted = NULL;
    ck_assert_str_ne(scan_rows(&q), "");
}
END_TEST

int main(void) {
    Suite *s = suite_create("scan");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 60);
    tcase_add_checked_fixture(t, tree, scan_end);
    tcase_add_test(t, everything_in_order);
    tcase_add_test(t, counts_without_parsing);
    tcase_add_test(t, content);
    tcase_add_test(t, stops_reading);
    tcase_add_test(t, path_opens_just_that_file);
    tcase_add_test(t, shards);
    tcase_add_loop_test(t, shards_of_a_table, 0, 3);
    tcase_add_test(t, too_large);
    tcase_add_test(t, files_without_opening);
    tcase_add_test(t, formats_of_files);
    tcase_add_test(t, interrupts);
    tcase_add_test(t, missing_source);
    tcase_add_test(t, allocations_fail);
    tcase_add_test(t, interrupted_in_a_document);
    return cv_check_run(s);
}
