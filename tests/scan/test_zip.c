/* test_zip.c - members of a zip by its directory: what it does not name is not there, whatever lies in the file; what is
 * not plain is read as before; any damage is a row. The ids say whose text was read. */
#include "scan_rows.h"

enum { CENTRAL = 46, END = 22, MEMBERS = 1000 };

static struct cv_scan_request all(void) { return scan_request("", CV_NEED_HEAD); }

static unsigned two(const char *p) { return (unsigned)(unsigned char)p[0] | (unsigned)(unsigned char)p[1] << 8; }
static void put_four(char *p, size_t v) {
    for (int i = 0; i < 4; i++) p[i] = (char)(v >> (8 * i) & 0xFF);
}

static char *central(char *bytes, size_t n) {
    char *p = memmem(bytes, n, "PK\1\2", 4);
    ck_assert_ptr_nonnull(p);
    return p;
}

/* Take the first entry out of the directory, as a tool does that deletes without moving anything. */
static size_t delete_first(char *bytes, size_t n) {
    char *at = central(bytes, n), *end = bytes + n - END;
    size_t entry = CENTRAL + two(at + 28) + two(at + 30) + two(at + 32), left = (size_t)(end - at) - entry;
    memmove(at, at + entry, left + END);
    end -= entry;
    ck_assert_int_eq(memcmp(end, "PK\5\6", 4), 0);
    end[8] = end[10] = (char)(two(end + 10) - 1);
    put_four(end + 12, left);
    return n - entry;
}

START_TEST(deleted_members) {
    static const struct tree_member m[] = {{.name = "a"}, {.name = "b"}, {.name = "b"}, {.name = "a"}};
    struct cv_scan_request q = all();
    size_t n;
    char *bytes = tree_pack("zip", NULL, m, 4, &n);
    tree_write("x.zip", bytes, n);
    ck_assert_str_eq(scan_rows(&q),
                     "x.zip!/a#0 03MAPUTO1\nx.zip!/b#0 03MAPUTO2\nx.zip!/b#1 03MAPUTO3\nx.zip!/a#1 03MAPUTO4\n");
    n = delete_first(bytes, n);
    tree_write("x.zip", bytes, n);
    ck_assert_str_eq(scan_rows(&q), "x.zip!/b#0 03MAPUTO2\nx.zip!/b#1 03MAPUTO3\nx.zip!/a#0 03MAPUTO4\n");
    n = delete_first(bytes, n);
    tree_write("x.zip", bytes, n);
    ck_assert_str_eq(scan_rows(&q), "x.zip!/b#0 03MAPUTO3\nx.zip!/a#0 03MAPUTO4\n");
    free(bytes);
}
END_TEST

/* Between two that are read lies one that is not: the second is gone to. */
START_TEST(gap_between_members) {
    static const struct tree_member m[] = {{.name = "a"}, {.name = "a"}, {.name = "a"}};
    struct cv_scan_request q = all();
    size_t n, entry;
    char *bytes = tree_pack("zip", NULL, m, 3, &n), *at = central(bytes, n), first[256];
    entry = CENTRAL + two(at + 28) + two(at + 30) + two(at + 32);
    memcpy(first, at, entry); /* the second entry goes: swap the first two, delete the first */
    memcpy(at, at + entry, entry);
    memcpy(at + entry, first, entry);
    n = delete_first(bytes, n);
    tree_write("x.zip", bytes, n);
    free(bytes);
    ck_assert_str_eq(scan_rows(&q), "x.zip!/a#0 03MAPUTO1\nx.zip!/a#1 03MAPUTO3\n");
}
END_TEST

/* Left to libarchive, which gives them by their place in the file. */
START_TEST(directory_out_of_order) {
    static const struct tree_member m[] = {{.name = "a"}, {.name = "b"}};
    struct cv_scan_request q = all();
    size_t n, entry;
    char *bytes = tree_pack("zip", NULL, m, 2, &n), *at = central(bytes, n), first[256];
    entry = CENTRAL + two(at + 28) + two(at + 30) + two(at + 32);
    memcpy(first, at, entry);
    memcpy(at, at + entry, entry);
    memcpy(at + entry, first, entry);
    tree_write("x.zip", bytes, n);
    free(bytes);
    ck_assert_str_eq(scan_rows(&q), "x.zip!/a#0 03MAPUTO1\nx.zip!/b#0 03MAPUTO2\n");
}
END_TEST

START_TEST(more_than_plain_files) {
    static const struct tree_member m[] = {
        {.name = "d/", .type = AE_IFDIR}, {.name = "d/a"}, {.name = "d/out", .type = AE_IFLNK, .target = "../../x"}};
    struct cv_scan_request q = all();
    tree_archive("x.zip", "zip", m, 2);
    ck_assert_str_eq(scan_rows(&q), "x.zip!/d/a#0 03MAPUTO2\n");
    tree_archive("x.zip", "zip", m, 3);
    ck_assert_str_eq(scan_rows(&q), "x.zip!/d/a#0 03MAPUTO2\nx.zip!/d/out! unreadable\n");
}
END_TEST

START_TEST(comment_behind_it) {
    static const struct tree_member m[] = {{.name = "a"}};
    struct cv_scan_request q = all();
    size_t n;
    char *bytes = tree_pack("zip", NULL, m, 1, &n), *with = malloc(n + 9);
    ck_assert_ptr_nonnull(with);
    memcpy(with, bytes, n);
    memcpy(with + n, "a comment", 9);
    with[n - 2] = 9;
    tree_write("x.zip", with, n + 9);
    ck_assert_str_eq(scan_rows(&q), "x.zip!/a#0 03MAPUTO1\n");
    free(with);
    free(bytes);
}
END_TEST

/* One byte after the other is another one, and then the end is missing: no crash, no error, and no id but its own. */
START_TEST(damaged) {
    static const struct tree_member m[] = {{.name = "a"}, {.name = "b"}};
    struct cv_scan_request q = all();
    size_t n;
    char *bytes = tree_pack("zip", NULL, m, 2, &n);
    for (size_t at = 0; at < n; at++) {
        bytes[at] = (char)~bytes[at];
        tree_write("x.zip", bytes, n);
        ck_assert(!strstr(scan_rows(&q), "error"));
        bytes[at] = (char)~bytes[at];
    }
    for (size_t cut = 1; cut < n; cut++) {
        tree_write("x.zip", bytes, n - cut);
        ck_assert(!strstr(scan_rows(&q), "error"));
    }
    free(bytes);
}
END_TEST

START_TEST(one_of_many) {
    static char names[MEMBERS][8];
    static struct tree_member m[MEMBERS];
    struct cv_span path = span("x.zip!/m123");
    struct cv_scan_request q = all();
    size_t n;
    char *bytes;
    for (unsigned i = 0; i < MEMBERS; i++) {
        (void)snprintf(names[i], sizeof names[i], "m%u", i);
        m[i].name = names[i];
    }
    bytes = tree_pack("zip", NULL, m, MEMBERS, &n);
    tree_write("x.zip", bytes, n);
    free(bytes);
    q.filter.paths = &path;
    q.filter.npaths = 1;
    ck_assert_str_eq(scan_rows(&q), "x.zip!/m123#0 03MAPUTO124\n");
    ck_assert_uint_eq(session.stats.heads_parsed, 1);
    q = (struct cv_scan_request){.source = q.source, .entries_only = true, .limit = -1};
    session.stats.bytes_read = 0;
    ck_assert_ptr_nonnull(strstr(scan_rows(&q), "x.zip!/m999\n"));
    ck_assert_uint_lt(session.stats.bytes_read, n);
}
END_TEST

int main(void) {
    Suite *s = suite_create("zip");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 60);
    tcase_add_checked_fixture(t, scan_begin, scan_end);
    tcase_add_test(t, deleted_members);
    tcase_add_test(t, gap_between_members);
    tcase_add_test(t, directory_out_of_order);
    tcase_add_test(t, more_than_plain_files);
    tcase_add_test(t, comment_behind_it);
    tcase_add_test(t, damaged);
    tcase_add_test(t, one_of_many);
    return cv_check_run(s);
}
