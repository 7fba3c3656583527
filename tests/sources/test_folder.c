/* test_folder.c - folders, files and globs as sources: order, refusals, filters, confinement. */
#include "source_list.h"

static void tree(void) {
    tree_begin();
    tree_text("b.txt", "x");
    tree_text("b/z.txt", "x");
    tree_text("b!.txt", "x");
    tree_text("b0.txt", "x");
    tree_text("a/deep/er/one.txt", "x");
    tree_text("a/two.html", "x");
    tree_text("outside/secret.txt", "x");
}

static struct cv_span span(const char *z) { return cv_span_of(z, strlen(z)); }

static void expect(const char *uri, const struct cv_path_filter *f, const char *want) {
    ck_assert_str_eq(list_source(tree_path(uri), f), want);
}

START_TEST(order_is_of_the_whole_path) {
    expect("", NULL, "a/deep/er/one.txt\na/two.html\nb!.txt\nb.txt\nb/z.txt\nb0.txt\noutside/secret.txt\n");
    expect("a/", NULL, "deep/er/one.txt\ntwo.html\n");
}
END_TEST

START_TEST(file_is_its_name) {
    expect("b/z.txt", NULL, "z.txt\n");
    ck_assert_int_eq(symlink("b/z.txt", tree_path("link")), 0);
    expect("link", NULL, "link\n"); /* the user named the link */
}
END_TEST

START_TEST(globs) {
    expect("*.txt", NULL, "b!.txt\nb.txt\nb0.txt\n");
    expect("**/*.txt", NULL, "a/deep/er/one.txt\nb!.txt\nb.txt\nb/z.txt\nb0.txt\noutside/secret.txt\n");
    expect("a/**", NULL, "deep/er/one.txt\ntwo.html\n");
    expect("?/*.html", NULL, "a/two.html\n");
    tree_text("odd[1].txt", "x"); /* exists, so it is no glob */
    expect("odd[1].txt", NULL, "odd[1].txt\n");
}
END_TEST

START_TEST(errors_name_the_source) {
    char want[256];
    (void)snprintf(want, sizeof want, "error: no such source '%s/none'\n", tree_root);
    expect("none", NULL, want);
    (void)snprintf(want, sizeof want, "error: no such source '%s/*.xml': nothing matches\n", tree_root);
    expect("*.xml", NULL, want);
    ck_assert_str_eq(list_source("", NULL), "error: no such source ''\n");
    (void)snprintf(want, sizeof want,
                   "error: no such source '%s/out*': only folders match, and no file (say '%s/out*/**')\n", tree_root,
                   tree_root);
    expect("out*", NULL, want);
}
END_TEST

START_TEST(refuses_what_is_no_file) {
    ck_assert_int_eq(mkfifo(tree_path("a/fifo"), 0600), 0);
    ck_assert_int_eq(symlink("../outside/secret.txt", tree_path("a/leaves")), 0);
    ck_assert_int_eq(symlink("/", tree_path("a/leaves2")), 0);
    ck_assert_int_eq(symlink("nowhere", tree_path("a/nowhere")), 0);
    ck_assert_int_eq(symlink("two.html", tree_path("a/stays")), 0);
    ck_assert_int_eq(symlink(".", tree_path("a/self")), 0);
    expect("a", NULL,
           "deep/er/one.txt\nfifo: unreadable\nleaves: unreadable\nleaves2: unreadable\nnowhere: unreadable\n"
           "two.html\n");
    expect("a/fifo", NULL, "fifo: unreadable\n");
}
END_TEST

START_TEST(name_that_is_no_utf8) {
    struct cv_span path = span("caf\xC3\xA9.txt");
    struct cv_path_filter f = {.paths = &path, .npaths = 1};
    tree_text("c/caf\xE9.txt", "x");
    expect("c", NULL, "caf\xC3\xA9.txt\n");
    expect("c", &f, "caf\xC3\xA9.txt\n");
    tree_text("marked/\xFF\xFE.txt", "x");
    expect("marked", NULL, "\xC3\xBF\xC3\xBE.txt\n");
}
END_TEST

START_TEST(looks_up_paths) {
    static const struct {
        const char *path, *want;
    } rows[] = {
        {"b/z.txt", "b/z.txt\n"},      {"b", ""},           {"nope", ""},
        {"../outside/secret.txt", ""}, {"/etc/passwd", ""}, {"a/../b.txt", ""},
        {"a//two.html", ""},           {"./b.txt", ""},     {"", ""},
        {"ln/secret.txt", ""},         {"b.txt/x", ""},
    };
    ck_assert_int_eq(symlink("../outside", tree_path("ln")), 0);
    for (size_t i = 0; i < CV_ARRAY_LEN(rows); i++) {
        struct cv_span path = span(rows[i].path);
        struct cv_path_filter f = {.paths = &path, .npaths = 1};
        list_stats = (struct cv_stats){0};
        expect("", &f, rows[i].want);
        ck_assert_uint_le(list_stats.files_listed, 1); /* nothing else was looked at */
    }
}
END_TEST

START_TEST(looks_up_several_in_order) {
    const struct cv_span paths[] = {span("a/two.html"), span("b.txt"), span("b/none"), span("b0.txt")};
    struct cv_path_filter f = {.paths = paths, .npaths = 4};
    expect("", &f, "a/two.html\nb.txt\nb0.txt\n");
    expect("*.txt", &f, "b.txt\nb0.txt\n");
}
END_TEST

START_TEST(ranges) {
    struct cv_path_filter f = {.low = span("a/t"), .high = span("b/")};
    expect("", &f, "a/two.html\nb!.txt\nb.txt\n");
    f = (struct cv_path_filter){.low = span("b/")};
    expect("", &f, "b/z.txt\nb0.txt\noutside/secret.txt\n");
    f = (struct cv_path_filter){.high = span("a/e")};
    expect("", &f, "a/deep/er/one.txt\n");
}
END_TEST

START_TEST(shards_are_disjoint_and_complete) {
    static const unsigned counts[] = {1, 2, 8, 64};
    for (size_t k = 0; k < CV_ARRAY_LEN(counts); k++) {
        size_t lines = 0;
        for (unsigned i = 0; i < counts[k]; i++) {
            struct cv_path_filter f = {.shard = i, .shards = counts[k]};
            for (const char *p = list_source(tree_path(""), &f); *p; p++) lines += *p == '\n';
        }
        ck_assert_uint_eq(lines, 7);
    }
    ck_assert_uint_eq(cv_shard_of(span(""), 16), 2166136261u % 16); /* FNV-1a: these numbers never change */
    ck_assert_uint_eq(cv_shard_of(span("a"), 1000000), 0xE40C292Cu % 1000000);
    ck_assert_uint_eq(cv_shard_of(span("foobar"), 1000000), 0xBF9CF968u % 1000000);
}
END_TEST

START_TEST(roots_confine) {
    struct cv_span root = span(tree_path("a"));
    char want[256];
    ck_assert_int_eq(symlink("../outside", tree_path("a/out")), 0);
    list_limits.roots = (struct cv_spans){.v = &root, .n = 1, .cap = 1};
    expect("a/two.html", NULL, "two.html\n");
    (void)snprintf(want, sizeof want, "error: source '%s/b' lies outside of the roots\n", tree_root);
    expect("b", NULL, want);
    (void)snprintf(want, sizeof want, "error: source '%s/a/out' lies outside of the roots\n", tree_root);
    expect("a/out", NULL, want);
    (void)snprintf(want, sizeof want, "error: source '%s/none/at/all' lies outside of the roots\n", tree_root);
    expect("none/at/all", NULL, want); /* as of one that exists: nobody learns which */
    (void)snprintf(want, sizeof want, "error: no such source '%s/a/none'\n", tree_root);
    expect("a/none", NULL, want);
    list_limits.roots = (struct cv_spans){0};
}
END_TEST

START_TEST(depth_has_a_limit) {
    char name[1024] = "d";
    for (int i = 0; i < 140; i++) strcat(name, "/d");
    strcat(name, "/x.txt");
    tree_text(name, "x");
    ck_assert(strstr(list_source(tree_path("d"), NULL), ": limit\n") != NULL);
}
END_TEST

int main(void) {
    Suite *s = suite_create("folder");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_add_checked_fixture(t, tree, tree_end);
    tcase_add_test(t, order_is_of_the_whole_path);
    tcase_add_test(t, file_is_its_name);
    tcase_add_test(t, globs);
    tcase_add_test(t, errors_name_the_source);
    tcase_add_test(t, refuses_what_is_no_file);
    tcase_add_test(t, name_that_is_no_utf8);
    tcase_add_test(t, looks_up_paths);
    tcase_add_test(t, looks_up_several_in_order);
    tcase_add_test(t, ranges);
    tcase_add_test(t, shards_are_disjoint_and_complete);
    tcase_add_test(t, roots_confine);
    tcase_add_test(t, depth_has_a_limit);
    return cv_check_run(s);
}
