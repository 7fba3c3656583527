/* test_archive.c - archives and compressed files as sources: formats, hostile names, limits, damage. */
#include "source_list.h"

static const struct cv_source_limits usual = {.max_document_bytes = 1 << 20,
                                              .max_member_bytes = 64 << 20,
                                              .max_archive_bytes = 256 << 20,
                                              .max_members = 1000,
                                              .max_ratio = 200,
                                              .max_depth = 4};

static void begin(void) {
    tree_begin();
    list_limits = usual;
}

static struct cv_span span(const char *z) { return cv_span_of(z, strlen(z)); }

static const struct tree_member two[] = {{.name = "dir/b.txt"}, {.name = "a.txt"}};

START_TEST(formats) {
    static const char *const all[] = {"zip", "7zip", "pax", "pax.gz", "pax.bz2", "pax.xz", "pax.zst", "pax.lz4"};
    tree_archive("x", all[_i], two, 2); /* by its content: the name says nothing */
    ck_assert_str_eq(list_source(tree_path("x"), NULL), "x {\nx!/dir/b.txt\nx!/a.txt\n}\n");
    ck_assert_str_eq(list_source(tree_root, NULL), "x {\nx!/dir/b.txt\nx!/a.txt\n}\n");
}
END_TEST

START_TEST(single_files) {
    static const char *const all[] = {"raw.gz", "raw.bz2", "raw.xz", "raw.zst", "raw.lz4"};
    char name[32], want[96];
    (void)snprintf(name, sizeof name, "one.txt%s", strchr(all[_i], '.'));
    tree_archive(name, all[_i], two, 1);
    (void)snprintf(want, sizeof want, "%s {\n%s\n}\n", name, name);
    ck_assert_str_eq(list_source(tree_root, NULL), want);
}
END_TEST

START_TEST(names_are_labels) {
    static const struct tree_member m[] = {{.name = "../../etc/passwd"},
                                           {.name = "/abs.txt"},
                                           {.name = "./here.txt"},
                                           {.name = "twice.txt"},
                                           {.name = "twice.txt"},
                                           {.name = "caf\xC3\xA9.txt"},
                                           {.name = "out", .type = AE_IFLNK, .target = "../secret"},
                                           {.name = "d/in", .type = AE_IFLNK, .target = "../here.txt"},
                                           {.name = "pipe", .type = AE_IFIFO}};
    tree_archive("x.tar", "pax", m, CV_ARRAY_LEN(m));
    ck_assert_str_eq(list_source(tree_root, NULL),
                     "x.tar {\nx.tar!/../../etc/passwd\nx.tar!//abs.txt\nx.tar!/here.txt\nx.tar!/twice.txt\n"
                     "x.tar!/twice.txt\nx.tar!/caf\xC3\xA9.txt\nx.tar!/out: unreadable\nx.tar!/pipe: unreadable\n}\n");
}
END_TEST

/* Archives in archives: format of the inner one by row. */
START_TEST(nested) {
    static const char *const inner[] = {"zip", "7zip", "pax.gz"};
    size_t n;
    char *bytes = tree_pack(inner[_i], NULL, two, 2, &n);
    struct archive *a = archive_write_new();
    struct archive_entry *e = archive_entry_new();
    tree_format(a, "pax.gz");
    ck_assert_int_eq(archive_write_open_filename(a, tree_path("o.tgz")), ARCHIVE_OK);
    archive_entry_set_pathname(e, "in");
    archive_entry_set_filetype(e, AE_IFREG);
    archive_entry_set_size(e, (la_int64_t)n);
    ck_assert_int_eq(archive_write_header(a, e), ARCHIVE_OK);
    ck_assert(archive_write_data(a, bytes, n) == (la_ssize_t)n);
    ck_assert_int_eq(archive_write_close(a), ARCHIVE_OK);
    archive_write_free(a);
    archive_entry_free(e);
    free(bytes);
    ck_assert_str_eq(list_source(tree_root, NULL),
                     "o.tgz {\no.tgz!/in {\no.tgz!/in!/dir/b.txt\no.tgz!/in!/a.txt\n}\n}\n");
    list_limits.max_depth = 1;
    ck_assert_str_eq(list_source(tree_root, NULL), "o.tgz {\no.tgz!/in: limit\n\n}\n");
}
END_TEST

START_TEST(filters) {
    struct cv_span path = span("x.zip!/a.txt");
    struct cv_path_filter f = {.paths = &path, .npaths = 1};
    tree_archive("x.zip", "zip", two, 2);
    tree_text("y.txt", "x");
    ck_assert_str_eq(list_source(tree_root, &f), "x.zip {\nx.zip!/a.txt\n}\n");
    ck_assert_str_eq(list_source(tree_path("x.zip"), &f), "x.zip {\nx.zip!/a.txt\n}\n");
    path = span("x.zip!/none");
    ck_assert_str_eq(list_source(tree_root, &f), "x.zip {\n}\n");
    path = span("x.zip");
    ck_assert_str_eq(list_source(tree_root, &f), "x.zip {\n}\n");
    f = (struct cv_path_filter){.low = span("x.zip!/b"), .high = span("x.zip!/e")};
    ck_assert_str_eq(list_source(tree_root, &f), "x.zip {\nx.zip!/dir/b.txt\n}\n");
    f = (struct cv_path_filter){.low = span("x.zip!0")};
    ck_assert_str_eq(list_source(tree_root, &f), "y.txt\n");
}
END_TEST

START_TEST(no_archive_after_all) {
    tree_text("text.zip", "just text");
    ck_assert_str_eq(list_source(tree_root, NULL), "text.zip\n");
}
END_TEST

START_TEST(nothing_in_it) {
    static const char zeros[10240];
    tree_write("empty.tar", zeros, sizeof zeros);
    ck_assert_str_eq(list_source(tree_root, NULL), "empty.tar {\nempty.tar: unreadable\n}\n");
}
END_TEST

START_TEST(image_of_a_disk) {
    char *iso = calloc(1, 40000);
    memcpy(iso + 32769, "CD001", 5);
    tree_write("disk.img", iso, 40000);
    free(iso);
    ck_assert_str_eq(list_source(tree_root, NULL), "disk.img {\ndisk.img: unreadable\n}\n");
}
END_TEST

/* Cut off anywhere, an archive gives what it can and a row about the rest; it never ends the query. */
START_TEST(cut_off) {
    static const char *const all[] = {"zip", "7zip", "pax", "pax.gz", "pax.xz", "raw.gz", "pax.zst"};
    size_t n;
    char *bytes = tree_pack(all[_i], NULL, two, strncmp(all[_i], "raw", 3) ? 2 : 1, &n);
    for (size_t cut = 700; cut > 40; cut -= 37) {
        const char *got;
        if (cut >= n) continue;
        tree_write("x", bytes, n - cut);
        got = list_source(tree_root, NULL);
        ck_assert_msg(strstr(got, "error") == NULL, "%s cut by %zu: %s", all[_i], cut, got);
    }
    tree_write("x", bytes, n / 2);
    ck_assert_msg(strstr(list_source(tree_root, NULL), ": unreadable") != NULL, "%s: %s", all[_i],
                  list_source(tree_root, NULL));
    free(bytes);
}
END_TEST

START_TEST(damaged_bytes) {
    static const char *const all[] = {"zip", "7zip", "pax", "pax.gz", "pax.xz", "pax.zst"};
    size_t n;
    char *bytes = tree_pack(all[_i], NULL, two, 2, &n);
    for (size_t at = 0; at < n; at += n / 50 + 1) {
        bytes[at] = (char)~bytes[at];
        tree_write("x", bytes, n);
        ck_assert(strstr(list_source(tree_root, NULL), "error") == NULL);
        bytes[at] = (char)~bytes[at];
    }
    free(bytes);
}
END_TEST

START_TEST(password) {
    size_t n;
    char *bytes = tree_pack("zip", "secret", two, 2, &n);
    tree_write("x.zip", bytes, n);
    free(bytes);
    ck_assert_str_eq(list_source(tree_root, NULL),
                     "x.zip {\nx.zip!/dir/b.txt: unreadable\nx.zip!/a.txt: unreadable\n}\n");
}
END_TEST

static const char *const block = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

START_TEST(limits) {
    const struct tree_member big[] = {{.name = "big.txt", .text = block, .repeat = 3 << 20 >> 6},
                                      {.name = "after.txt"}};
    tree_archive("x.zip", "zip", big, 2);
    tree_archive("y.tgz", "pax.gz", big, 2);
    list_limits.max_member_bytes = 1 << 20;
    /* A zip goes on behind a member that is too large; of a tar.gz all of it would have to be unpacked. */
    ck_assert_str_eq(list_source(tree_path("x.zip"), NULL), "x.zip {\nx.zip!/big.txt: limit\nx.zip!/after.txt\n}\n");
    ck_assert_str_eq(list_source(tree_path("y.tgz"), NULL), "y.tgz {\ny.tgz!/big.txt: limit\ny.tgz: limit\n}\n");
    list_limits = usual;
    list_limits.max_members = 1;
    ck_assert_str_eq(list_source(tree_path("y.tgz"), NULL), "y.tgz {\ny.tgz!/big.txt\ny.tgz: limit\n}\n");
    list_limits = usual;
    list_limits.max_archive_bytes = 1 << 20;
    ck_assert_str_eq(list_source(tree_path("y.tgz"), NULL), "y.tgz {\ny.tgz!/big.txt\ny.tgz: limit\n}\n");
}
END_TEST

START_TEST(bomb) {
    const struct tree_member m[] = {{.name = "bomb.txt", .text = block, .repeat = 60 << 20 >> 6},
                                    {.name = "after.txt"}};
    tree_archive("x.tgz", "pax.gz", m, 2);
    ck_assert_str_eq(list_source(tree_path("x.tgz"), NULL), "x.tgz {\nx.tgz!/bomb.txt\nx.tgz: limit\n}\n");
}
END_TEST

START_TEST(counts_documents_of_a_name) {
    static const struct tree_member m[] = {{.name = "x"}, {.name = "x"}, {.name = "y"}, {.name = "x"}};
    static const struct cv_path_filter everything;
    static const unsigned want[] = {0, 3, 0, 6};
    struct cv_source_env env = list_env();
    struct cv_window w = {.allocator = &cv_allocator_malloc};
    struct cv_reader r;
    struct cv_source *s, *members;
    struct cv_entry e;
    tree_archive("x.zip", "zip", m, 4);
    ck_assert_int_eq(cv_source_open(span(tree_path("x.zip")), &everything, &env, NULL, &s), CV_OK);
    ck_assert_int_eq(cv_source_next(s, &e, NULL), CV_OK);
    ck_assert_int_eq(cv_entry_open(s, &e, &w, &r), CV_DONE);
    ck_assert_int_eq(cv_source_members(s, &e, &r, &members), CV_OK);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_int_eq(cv_source_next(members, &e, NULL), CV_OK);
        ck_assert_uint_eq(e.first_doc, want[i]);
        cv_entry_counted(members, &e, 3);
    }
    ck_assert(cv_source_doubles(members));
    cv_source_close(members);
    cv_reader_close(&r);
    cv_window_free(&w);
    cv_source_close(s);
}
END_TEST

int main(void) {
    Suite *s = suite_create("archive");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 60);
    tcase_add_checked_fixture(t, begin, tree_end);
    tcase_add_loop_test(t, formats, 0, 8);
    tcase_add_loop_test(t, single_files, 0, 5);
    tcase_add_test(t, names_are_labels);
    tcase_add_loop_test(t, nested, 0, 3);
    tcase_add_test(t, filters);
    tcase_add_test(t, no_archive_after_all);
    tcase_add_test(t, nothing_in_it);
    tcase_add_test(t, image_of_a_disk);
    tcase_add_loop_test(t, cut_off, 0, 7);
    tcase_add_loop_test(t, damaged_bytes, 0, 6);
    tcase_add_test(t, password);
    tcase_add_test(t, limits);
    tcase_add_test(t, bomb);
    tcase_add_test(t, counts_documents_of_a_name);
    return cv_check_run(s);
}
