/* test_cache.c - joins and look-ups: each document is parsed once, and never answered from what has changed. */
#include "scan_rows.h"

enum { FILES = 20 };

static void tree(void) {
    scan_begin();
    for (unsigned i = 0; i < FILES; i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "f%02u.txt", i);
        tree_cable(name, 100 + i);
    }
}

static struct cv_span looked_up[1];
static struct cv_scan_request lookup(const char *source, struct cv_span path, unsigned needs) {
    struct cv_scan_request q = scan_request(source, needs);
    looked_up[0] = path;
    q.filter.paths = looked_up;
    q.filter.npaths = 1;
    return q;
}

/* cables JOIN paragraphs ON path: a scan around, a look-up for each of its rows. */
static unsigned join(const char *source, unsigned outer_needs, unsigned inner_needs) {
    struct cv_scan_request q = scan_request(source, outer_needs);
    const struct cv_scanned *r;
    struct cv_scan *outer;
    unsigned n = 0;
    ck_assert_int_eq(cv_scan_open(&session, &q, NULL, &outer), CV_OK);
    while (cv_scan_next(outer, &r, NULL) == CV_OK) {
        struct cv_scan_request inner = lookup(source, r->path, inner_needs);
        if (!r->has_doc) continue;
        for (const char *z = scan_rows(&inner); *z; z++) n += *z == '\n';
    }
    cv_scan_close(outer);
    return n;
}

START_TEST(join_parses_once) {
    ck_assert_uint_eq(join("", CV_NEED_ALL, CV_NEED_ALL), FILES);
    ck_assert_uint_eq(session.stats.documents_parsed, FILES);
    ck_assert_uint_eq(session.stats.cache_hits, FILES);
    ck_assert_uint_eq(session.stats.files_opened, FILES);
}
END_TEST

START_TEST(join_of_heads_learns) {
    ck_assert_uint_eq(join("", CV_NEED_HEAD, CV_NEED_HEAD | CV_NEED_TEXT), FILES);
    ck_assert_uint_eq(session.stats.documents_parsed, FILES);
    ck_assert_uint_eq(session.stats.heads_parsed, 1); /* only until it knew that the texts are wanted, too */
}
END_TEST

START_TEST(join_in_an_archive) {
    static const struct tree_member m[] = {{.name = "a"}, {.name = "b"}, {.name = "c"}};
    static const struct tree_member doubled[] = {{.name = "a"}, {.name = "a"}};
    tree_archive("z/x.tgz", "pax.gz", m, 3);
    ck_assert_uint_eq(join("z", CV_NEED_ALL, CV_NEED_ALL), 3);
    ck_assert_uint_eq(session.stats.documents_parsed, 3);
    ck_assert_uint_eq(session.stats.files_opened, 2); /* once more to see that no name is doubled */
    tree_archive("d/x.tgz", "pax.gz", doubled, 2);
    ck_assert_uint_eq(join("d", CV_NEED_ALL, CV_NEED_ALL), 4);
}
END_TEST

START_TEST(second_statement_hits) {
    struct cv_scan_request q = lookup("", span("f03.txt"), CV_NEED_ALL);
    ck_assert_str_eq(scan_rows(&q), "f03.txt#0 03MAPUTO103\n");
    ck_assert_str_eq(scan_rows(&q), "f03.txt#0 03MAPUTO103\n");
    ck_assert_uint_eq(session.stats.documents_parsed, 1);
    ck_assert_uint_eq(session.stats.files_opened, 1);
    ck_assert_uint_eq(session.stats.cache_hits, 1);
}
END_TEST

START_TEST(changed_file_is_read_again) {
    struct cv_scan_request q = lookup("", span("f03.txt"), CV_NEED_HEAD);
    ck_assert_str_eq(scan_rows(&q), "f03.txt#0 03MAPUTO103\n");
    tree_cable("f03.txt", 777);
    ck_assert_str_eq(scan_rows(&q), "f03.txt#0 03MAPUTO777\n");
    ck_assert_int_eq(unlink(tree_path("f03.txt")), 0);
    ck_assert_str_eq(scan_rows(&q), "");
}
END_TEST

static struct cv_span wanted[2];
static struct cv_scan_request by_id(const char *id) {
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD);
    wanted[0] = span(id);
    q.ids = wanted;
    q.nids = 1;
    return q;
}

START_TEST(second_query_by_id_opens_one_file) {
    struct cv_scan_request q = by_id("03MAPUTO107");
    ck_assert_str_eq(scan_rows(&q), "f07.txt#0 03MAPUTO107\n");
    ck_assert_uint_eq(session.stats.files_opened, FILES);
    cv_session_free(&session);
    session.stats = (struct cv_stats){0};
    ck_assert_str_eq(scan_rows(&q), "f07.txt#0 03MAPUTO107\n");
    ck_assert_uint_eq(session.stats.files_opened, FILES);
    q = by_id("03MAPUTO109");
    ck_assert_str_eq(scan_rows(&q), "f09.txt#0 03MAPUTO109\n");
    ck_assert_uint_le(session.stats.files_opened, FILES + 1);
    q = by_id("03MAPUTO999");
    ck_assert_str_eq(scan_rows(&q), "");
    ck_assert_uint_le(session.stats.files_opened, FILES + 1);
}
END_TEST

START_TEST(id_that_moved) {
    struct cv_scan_request q = by_id("03MAPUTO107");
    ck_assert_str_eq(scan_rows(&q), "f07.txt#0 03MAPUTO107\n");
    tree_cable("f07.txt", 1);
    tree_cable("new.txt", 107);
    tree_cable("f01.txt", 107);
    ck_assert_str_eq(scan_rows(&q), "f01.txt#0 03MAPUTO107\nnew.txt#0 03MAPUTO107\n");
}
END_TEST

START_TEST(id_in_an_archive) {
    static const struct tree_member m[] = {{.name = "a"}, {.name = "b"}, {.name = "a"}};
    struct cv_scan_request q = by_id("03MAPUTO2");
    tree_archive("x.zip", "zip", m, 3);
    ck_assert_str_eq(scan_rows(&q), "x.zip!/b#0 03MAPUTO2\n");
    ck_assert_str_eq(scan_rows(&q), "x.zip!/b#0 03MAPUTO2\n");
    q = by_id("03MAPUTO3");
    ck_assert_str_eq(scan_rows(&q), "x.zip!/a#1 03MAPUTO3\n");
    q = by_id("03MAPUTO5");
    ck_assert_str_eq(scan_rows(&q), "");
}
END_TEST

/* cables JOIN refs ON ref_id = id: after the first look-up, none walks the source again. */
START_TEST(join_by_id) {
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD);
    const struct cv_scanned *r;
    struct cv_scan *outer;
    uint64_t listed = 0;
    unsigned n = 0;
    ck_assert_int_eq(cv_scan_open(&session, &q, NULL, &outer), CV_OK);
    while (cv_scan_next(outer, &r, NULL) == CV_OK) {
        char id[32], want[64];
        struct cv_scan_request inner;
        (void)snprintf(id, sizeof id, "03MAPUTO%u", 100 + (n * 7) % FILES);
        (void)snprintf(want, sizeof want, "f%02u.txt#0 %s\n", (n * 7) % FILES, id);
        inner = by_id(id);
        ck_assert_str_eq(scan_rows(&inner), want);
        if (n++ == 0) listed = session.stats.files_listed;
    }
    cv_scan_close(outer);
    ck_assert_uint_le(session.stats.files_listed, listed + 2 * FILES);
    ck_assert_uint_eq(session.stats.documents_parsed, 0);
}
END_TEST

/* Between statements the folders are asked, not the files; but what is written into a file that is asked for counts. */
START_TEST(id_in_folders_as_they_were) {
    struct cv_scan_request q = by_id("03MAPUTO107");
    uint64_t listed;
    (void)usleep(150000); /* longer than a tick of the file system's clock */
    ck_assert_str_eq(scan_rows(&q), "f07.txt#0 03MAPUTO107\n");
    listed = session.stats.files_listed;
    ck_assert_str_eq(scan_rows(&q), "f07.txt#0 03MAPUTO107\n");
    ck_assert_uint_le(session.stats.files_listed, listed + 2);
    tree_cable("sub/new.txt", 107);
    ck_assert_str_eq(scan_rows(&q), "f07.txt#0 03MAPUTO107\nsub/new.txt#0 03MAPUTO107\n");
    (void)usleep(150000);
    ck_assert_str_eq(scan_rows(&q), "f07.txt#0 03MAPUTO107\nsub/new.txt#0 03MAPUTO107\n");
    ck_assert_int_eq(unlink(tree_path("sub/new.txt")), 0);
    ck_assert_str_eq(scan_rows(&q), "f07.txt#0 03MAPUTO107\n");
    (void)usleep(150000);
    ck_assert_str_eq(scan_rows(&q), "f07.txt#0 03MAPUTO107\n");
    tree_cable("f01.txt", 107); /* in place: not seen yet */
    tree_cable("f07.txt", 555); /* in place, but asked for: then all files are looked at again */
    ck_assert_str_eq(scan_rows(&q), "f01.txt#0 03MAPUTO107\n");
}
END_TEST

/* What a look-up of one document passes by is not forgotten for the next. */
START_TEST(id_and_doc_of_a_file_with_several) {
    struct cv_scan_request q;
    scan_cables("several.txt", 1, 3);
    q = by_id("03MAPUTO1");
    q.source = span(tree_path("several.txt"));
    q.one_doc = true;
    ck_assert_str_eq(scan_rows(&q), "several.txt#0 03MAPUTO1\n");
    for (unsigned i = 0; i < 2; i++) {
        q = by_id("03MAPUTO2");
        q.source = span(tree_path("several.txt"));
        ck_assert_str_eq(scan_rows(&q), "several.txt#1 03MAPUTO2\n");
    }
}
END_TEST

/* Doubled names count on, also where the first of them is known to hold what is wanted. */
START_TEST(ids_of_doubled_members) {
    static const struct tree_member m[] = {{.name = "a"}, {.name = "b"}, {.name = "a"}};
    struct cv_scan_request q = by_id("03MAPUTO1");
    tree_archive("x.tgz", "pax.gz", m, 3);
    for (unsigned i = 0; i < 2; i++) {
        q = by_id("03MAPUTO1");
        ck_assert_str_eq(scan_rows(&q), "x.tgz!/a#0 03MAPUTO1\n");
        q = by_id("03MAPUTO3");
        ck_assert_str_eq(scan_rows(&q), "x.tgz!/a#1 03MAPUTO3\n");
    }
}
END_TEST

/* ---- a file too long to be held ---- */

enum { LONG = 20000 };

static void row_at(struct cv_scan_request *q, char *out, size_t cap) {
    const struct cv_scanned *r;
    struct cv_scan *s;
    size_t n = 0;
    out[0] = 0;
    ck_assert_int_eq(cv_scan_open(&session, q, NULL, &s), CV_OK);
    while (cv_scan_next(s, &r, NULL) == CV_OK)
        n += (size_t)snprintf(out + n, cap - n, "%u %.*s %llu+%llu;", r->doc, CV_FMT(r->cable->id),
                              (unsigned long long)r->offset, (unsigned long long)r->size);
    cv_scan_close(s);
}

START_TEST(document_of_a_long_file) {
    static const unsigned docs[] = {0, 1, 2, 700, 6999, 7000, LONG - 2, LONG - 1, LONG, 3};
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD), one;
    const struct cv_scanned *r;
    struct cv_scan *s;
    static char rows[LONG][64];
    char got[256];
    uint64_t read;
    scan_cables("long.txt", 10000, LONG);
    scan_cables("short.txt", 1, 3);
    q.source = span(tree_path("long.txt"));
    ck_assert_int_eq(cv_scan_open(&session, &q, NULL, &s), CV_OK);
    while (cv_scan_next(s, &r, NULL) == CV_OK)
        (void)snprintf(rows[r->doc], sizeof rows[0], "%u %.*s %llu+%llu;", r->doc, CV_FMT(r->cable->id),
                       (unsigned long long)r->offset, (unsigned long long)r->size);
    cv_scan_close(s);
    read = session.stats.bytes_read;
    ck_assert_uint_gt(read, 4 << 20);
    one = q;
    one.one_doc = true;
    for (size_t i = 0; i < CV_ARRAY_LEN(docs); i++) {
        one.doc = docs[i];
        row_at(&one, got, sizeof got);
        ck_assert_str_eq(got, docs[i] < LONG ? rows[docs[i]] : "");
    }
    ck_assert_uint_lt(session.stats.bytes_read - read, 8 << 20);
    q = by_id("03MAPUTO17000");
    q.source = span(tree_path("long.txt"));
    row_at(&q, got, sizeof got);
    ck_assert_str_eq(got, rows[7000]);
    read = session.stats.bytes_read;
    row_at(&q, got, sizeof got);
    ck_assert_str_eq(got, rows[7000]);
    ck_assert_uint_lt(session.stats.bytes_read - read, 1 << 20);
    one = scan_request("", CV_NEED_HEAD);
    one.one_doc = true;
    one.doc = 2;
    ck_assert_str_eq(scan_rows(&one), "long.txt#2 03MAPUTO10002\nshort.txt#2 03MAPUTO3\n");
}
END_TEST

/* Offsets in a text that was UTF-16 are none in its file. */
START_TEST(document_of_a_long_file_in_utf16) {
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD);
    char got[256], want[64], *wide;
    size_t n;
    FILE *f;
    scan_cables("narrow.txt", 10000, LONG / 2);
    f = fopen(tree_path("narrow.txt"), "rb");
    ck_assert(f && fseek(f, 0, SEEK_END) == 0);
    n = (size_t)ftell(f);
    rewind(f);
    wide = calloc(n + 1, 2);
    ck_assert_ptr_nonnull(wide);
    memcpy(wide, "\xFF\xFE", 2);
    for (size_t i = 1; i <= n; i++) wide[2 * i] = (char)fgetc(f);
    ck_assert_int_eq(fclose(f), 0);
    tree_write("wide.txt", wide, 2 * (n + 1));
    free(wide);
    ck_assert_uint_gt(2 * n, 4 << 20);
    q.source = span(tree_path("wide.txt"));
    q.one_doc = true;
    for (q.doc = 0; q.doc < LONG / 2; q.doc += LONG / 4 - 1) {
        (void)snprintf(want, sizeof want, "%u 03MAPUTO%u ", q.doc, 10000 + q.doc);
        row_at(&q, got, sizeof got);
        ck_assert_msg(!strncmp(got, want, strlen(want)), "%s", got);
    }
}
END_TEST

START_TEST(cached_file_seen_through_another_filter) {
    unsigned n = 0;
    struct cv_scan_request q = lookup("", span("f03.txt"), CV_NEED_HEAD);
    ck_assert_str_eq(scan_rows(&q), "f03.txt#0 03MAPUTO103\n");
    for (unsigned i = 0; i < 4; i++) {
        q.filter.shard = i;
        q.filter.shards = 4;
        for (const char *z = scan_rows(&q); *z; z++) n += *z == '\n';
    }
    ck_assert_uint_eq(n, 1);
}
END_TEST

int main(void) {
    Suite *s = suite_create("cache");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 60);
    tcase_add_checked_fixture(t, tree, scan_end);
    tcase_add_test(t, join_parses_once);
    tcase_add_test(t, join_of_heads_learns);
    tcase_add_test(t, join_in_an_archive);
    tcase_add_test(t, second_statement_hits);
    tcase_add_test(t, changed_file_is_read_again);
    tcase_add_test(t, second_query_by_id_opens_one_file);
    tcase_add_test(t, id_that_moved);
    tcase_add_test(t, id_in_an_archive);
    tcase_add_test(t, join_by_id);
    tcase_add_test(t, cached_file_seen_through_another_filter);
    tcase_add_test(t, id_in_folders_as_they_were);
    tcase_add_test(t, document_of_a_long_file);
    tcase_add_test(t, document_of_a_long_file_in_utf16);
    tcase_add_test(t, id_and_doc_of_a_file_with_several);
    tcase_add_test(t, ids_of_doubled_members);
    return cv_check_run(s);
}
