/* test_packed.c - members of archives and rows of long files, read ahead by threads: the rows are those of one thread, in
 * its order, whatever kind of member comes in the middle, whichever limit is reached there, wherever the scan ends. */
#include "scan_rows.h"
#include <stdatomic.h>

enum {
    MEMBERS = 150,
    DOUBLE = 3,        /* this name comes again, twice */
    LONG_TEXT = 60000, /* eighty of them are more than is held */
    LONG_TIMES = 80,
    LARGE_TEXT = 700000, /* held, but no worker parses it */
    ROWS = 100
};

static const char *const packings[] = {"zip", "pax.gz", "pax.zst", "7zip"};
enum { PACKINGS = CV_ARRAY_LEN(packings) };

static bool varied; /* texts that do not shrink to nothing when they are packed */

/* A telegram of n bytes. */
static char *long_text(size_t n, unsigned serial) {
    char *text = malloc(n + 64);
    size_t at = tree_telegram(text, 1024, serial);
    ck_assert_ptr_nonnull(text);
    for (unsigned i = varied ? serial : 0; at < n; i += varied ? 2654435761u : 0)
        at += (size_t)snprintf(text + at, 64, "3. QUOTA %u WAS RAISED TO %u.\n\n", i, i * 40503u);
    return text;
}

/* Telegrams one behind the other, more than is held. */
static char *many_long(void) {
    char *all = malloc((size_t)LONG_TIMES * (LONG_TEXT + 128));
    size_t at = 0;
    ck_assert_ptr_nonnull(all);
    for (unsigned i = 0; i < LONG_TIMES; i++) {
        char *text = long_text(LONG_TEXT, 7000 + i);
        at += (size_t)sprintf(all + at, "%sNNNN\n\n\n\n", text);
        free(text);
    }
    return all;
}

static void pack_all(const char *format) {
    static const struct tree_member few[] = {{.name = "x"}, {.name = "y"}, {.name = "x"}};
    static char names[MEMBERS][16];
    struct tree_member m[MEMBERS] = {0};
    size_t inner_n, packed_n;
    char *inner = tree_pack("zip", NULL, few, 3, &inner_n), *packed = tree_pack("raw.gz", NULL, few, 1, &packed_n);
    char *streams = many_long(), *large = long_text(LARGE_TEXT, 7500);
    for (unsigned i = 0; i < MEMBERS; i++) {
        (void)snprintf(names[i], sizeof names[i], "d/m%03u", i);
        m[i].name = names[i];
    }
    m[35].name = m[110].name = names[DOUBLE];
    m[41].text = "";
    m[50].text = "not a cable at all\n";
    m[70] = (struct tree_member){.name = "out", .type = AE_IFLNK, .target = "../../x"};
    m[80] = (struct tree_member){.name = "long", .text = streams};
    m[90] = (struct tree_member){.name = "inner.zip", .text = inner, .n = inner_n};
    m[100] = (struct tree_member){.name = "large", .text = large};
    m[120] = (struct tree_member){.name = "one.gz", .text = packed, .n = packed_n};
    tree_archive("a", format, m, MEMBERS);
    free(inner);
    free(packed);
    free(streams);
    free(large);
}

/* A dump: one row is no cable, one stays in the window. */
static void write_csv(void) {
    FILE *f = fopen(tree_path("rows.csv"), "wb");
    ck_assert_ptr_nonnull(f);
    (void)fprintf(f, "id,text\n");
    for (unsigned i = 0; i < ROWS; i++) {
        char *text = long_text(i == 60 ? 300000 : LONG_TEXT, 8000 + i);
        (void)fprintf(f, "%u,\"%s\"\n", i, i == 45 ? "NOTHING" : text);
        free(text);
    }
    ck_assert_int_eq(fclose(f), 0);
}

static char *rows_with(unsigned threads, struct cv_scan_request *q) {
    cv_session_free(&session);
    session.threads = threads;
    return strdup(scan_rows(q));
}

/* A line that must be among the rows, so that they are not the same for being none. */
static void same(struct cv_scan_request q, const char *line) {
    static const unsigned many[] = {2, 5};
    char *one = rows_with(1, &q);
    ck_assert_msg(strstr(one, line) != NULL, "no %s in\n%.400s", line, one);
    for (size_t i = 0; i < CV_ARRAY_LEN(many); i++) {
        char *rows = rows_with(many[i], &q);
        ck_assert_str_eq(one, rows);
        free(rows);
    }
    free(one);
}

START_TEST(same_rows) {
    static const unsigned needs[] = {0, CV_NEED_HEAD, CV_NEED_ALL};
    pack_all(packings[_i]);
    for (size_t i = 0; i < CV_ARRAY_LEN(needs); i++) {
        struct cv_scan_request q = scan_request("", needs[i]);
        same(q, needs[i] ? "a!/d/m003#2 03MAPUTO111\n" : "a!/d/m003#2");
        q.limit = 120;
        same(q, "a!/long#79");
    }
}
END_TEST

START_TEST(same_rows_of_a_shard) {
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD);
    pack_all(packings[_i]);
    q.filter.shards = 3;
    for (q.filter.shard = 0; q.filter.shard < 3; q.filter.shard++) {
        char *all = rows_with(1, &q);
        same(q, *all ? "a!/" : "");
        free(all);
    }
}
END_TEST

START_TEST(same_rows_by_id) {
    struct cv_span ids[] = {cv_span_of("03MAPUTO111", 11), cv_span_of("03MAPUTO7500", 12),
                            cv_span_of("03MAPUTO8070", 12)};
    struct cv_scan_request q = scan_request("", CV_NEED_ALL);
    pack_all(packings[_i]);
    write_csv();
    q.ids = ids;
    q.nids = 3;
    same(q, "a!/large#0 03MAPUTO7500\na!/d/m003#2 03MAPUTO111\nrows.csv#70 03MAPUTO8070\n");
}
END_TEST

START_TEST(limits_in_the_middle) {
    static const struct {
        struct cv_source_limits limits;
        const char *line;
    } rows[] = {
        {{.max_members = 100}, "a! limit"},
        {{.max_member_bytes = 1000000}, "a!/long! limit"},
        {{.max_archive_bytes = 2000000}, "a!/long! limit"},
        {{.max_archive_bytes = 40000}, "a! limit"},
        {{.max_document_bytes = 50000}, "! too-large"},
        {{.max_depth = 1}, "a!/inner.zip! limit"},
    };
    pack_all(packings[_i]);
    for (size_t i = 0; i < CV_ARRAY_LEN(rows); i++) {
        struct cv_source_limits before = session.limits;
        const struct cv_source_limits *l = &rows[i].limits;
        if (l->max_members) session.limits.max_members = l->max_members;
        if (l->max_member_bytes) session.limits.max_member_bytes = l->max_member_bytes;
        if (l->max_archive_bytes) session.limits.max_archive_bytes = l->max_archive_bytes;
        if (l->max_document_bytes) session.limits.max_document_bytes = l->max_document_bytes;
        if (l->max_depth) session.limits.max_depth = l->max_depth;
        same(scan_request("", CV_NEED_HEAD), rows[i].line);
        session.limits = before;
    }
}
END_TEST

START_TEST(cut_short) {
    struct stat st;
    pack_all(packings[_i]);
    ck_assert_int_eq(stat(tree_path("a"), &st), 0);
    ck_assert_int_eq(truncate(tree_path("a"), st.st_size / 2), 0);
    same(scan_request("", CV_NEED_HEAD), "! ");
}
END_TEST

START_TEST(same_rows_of_a_table) {
    struct cv_scan_request q = scan_request("rows.csv", CV_NEED_ALL);
    write_csv();
    same(q, "rows.csv#44 03MAPUTO8044\nrows.csv! not-a-cable\nrows.csv#46 03MAPUTO8046\n");
    same(scan_request("", CV_NEED_ALL), "rows.csv#60 03MAPUTO8060\nrows.csv#61 03MAPUTO8061\n");
    q.filter.shards = 3;
    q.filter.shard = 1;
    same(q, "rows.csv#");
}
END_TEST

/* Folders, archives and tables take turns: batches of files are on their way while members are given. */
START_TEST(all_together) {
    for (unsigned i = 0; i < 400; i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "%c%03u.txt", i % 2 ? 'Z' : 'q', i);
        tree_cable(name, 9000 + i);
    }
    pack_all(packings[_i]);
    write_csv();
    same(scan_request("", CV_NEED_ALL), "a!/long#79 03MAPUTO7079\n");
}
END_TEST

static void stop_after(const struct cv_scan_request *q, int n) {
    const struct cv_scanned *r;
    struct cv_scan *s;
    cv_session_free(&session);
    ck_assert_int_eq(cv_scan_open(&session, q, NULL, &s), CV_OK);
    for (int i = 0; i < n; i++) ck_assert_int_eq(cv_scan_next(s, &r, NULL), CV_OK);
    cv_scan_close(s);
}

START_TEST(ends_anywhere) {
    struct cv_scan_request q = scan_request("", CV_NEED_ALL);
    pack_all(packings[_i]);
    write_csv();
    session.threads = 3;
    for (int stop = 0; stop < 300; stop += 37) stop_after(&q, stop);
}
END_TEST

static atomic_int asked;
static bool after_some(void *ctx) { return atomic_fetch_add(&asked, 1) >= *(const int *)ctx; }

START_TEST(interrupted) {
    struct cv_scan_request q = scan_request("", CV_NEED_ALL);
    int when;
    unsigned seen = 0;
    pack_all(packings[_i]);
    write_csv();
    session.threads = 3;
    q.interrupted = after_some;
    q.interrupted_ctx = &when;
    for (when = 0; when < 12; when += 3) {
        atomic_store(&asked, 0);
        cv_session_free(&session);
        seen += strstr(scan_rows(&q), "error: interrupted") != NULL;
    }
    ck_assert_uint_gt(seen, 0);
}
END_TEST

START_TEST(limit_bounds_reading_ahead) {
    struct cv_scan_request q = scan_request("", CV_NEED_HEAD);
    pack_all(packings[_i]);
    session.threads = 3;
    q.limit = 36;
    stop_after(&q, 36);
    ck_assert_uint_le(session.stats.files_listed, 36 + 64 + 1);
}
END_TEST

/* Look-ups around the row that the scan stands at are answered from what is held. */
START_TEST(join) {
    struct cv_scan_request q = scan_request("", CV_NEED_ALL), inner = q;
    const struct cv_scanned *r;
    struct cv_scan *outer;
    uint64_t parsed;
    unsigned rows = 0;
    write_csv();
    session.threads = _i ? 3 : 1;
    ck_assert_int_eq(cv_scan_open(&session, &q, NULL, &outer), CV_OK);
    while (cv_scan_next(outer, &r, NULL) == CV_OK) {
        struct cv_span path = r->path;
        if (!r->has_doc || r->size > LONG_TEXT * 2) continue;
        inner.filter.paths = &path;
        inner.filter.npaths = 1;
        inner.one_doc = true;
        inner.doc = r->doc;
        for (const char *z = scan_rows(&inner); *z; z++) rows += *z == '\n';
    }
    cv_scan_close(outer);
    parsed = session.stats.documents_parsed;
    ck_assert_uint_eq(rows, ROWS - 2);
    ck_assert_uint_le(parsed, ROWS + 1);
}
END_TEST

/* Look-ups into a table in an archive unpack it once. */
START_TEST(looked_up_in) {
    struct cv_scan_request q = scan_request("", CV_NEED_ALL);
    struct cv_span path = cv_span_of("z!/rows.csv", 11);
    static const unsigned docs[] = {99, 0, 50, 44, 46, 98};
    struct tree_member m[] = {{.name = "first"}, {.name = "rows.csv"}, {.name = "last"}};
    struct stat st;
    char *text;
    FILE *f;
    varied = true;
    write_csv();
    f = fopen(tree_path("rows.csv"), "rb");
    ck_assert(f && fstat(fileno(f), &st) == 0);
    text = malloc((size_t)st.st_size);
    ck_assert(text && fread(text, 1, (size_t)st.st_size, f) == (size_t)st.st_size);
    (void)fclose(f);
    m[1].text = text;
    m[1].n = (size_t)st.st_size;
    tree_archive("z", packings[_i], m, 3);
    ck_assert_int_eq(stat(tree_path("z"), &st), 0);
    free(text);
    q.filter.paths = &path;
    q.filter.npaths = 1;
    q.one_doc = true;
    for (size_t i = 0; i < CV_ARRAY_LEN(docs); i++) {
        char line[64];
        q.doc = docs[i];
        (void)snprintf(line, sizeof line, "z!/rows.csv#%u 03MAPUTO%u\n", docs[i], 8000 + docs[i]);
        ck_assert_str_eq(scan_rows(&q), line);
    }
    /* The first reads it, the second asks whether the name stands there twice; each opens it, for its
     * first bytes. */
    ck_assert_int_gt(st.st_size, 500000);
    ck_assert_uint_le(session.stats.bytes_read, (uint64_t)st.st_size * 3);
    ck_assert_uint_eq(session.stats.cache_hits + session.stats.documents_parsed, CV_ARRAY_LEN(docs));
}
END_TEST

int main(void) {
    Suite *s = suite_create("packed");
    TCase *t = tcase_create("rows");
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 240);
    tcase_add_checked_fixture(t, scan_begin, scan_end);
    tcase_add_loop_test(t, same_rows, 0, PACKINGS);
    tcase_add_loop_test(t, same_rows_of_a_shard, 0, PACKINGS);
    tcase_add_loop_test(t, same_rows_by_id, 0, PACKINGS);
    tcase_add_loop_test(t, limits_in_the_middle, 0, PACKINGS);
    tcase_add_loop_test(t, cut_short, 0, PACKINGS);
    tcase_add_loop_test(t, all_together, 0, 2);
    tcase_add_test(t, same_rows_of_a_table);
    tcase_add_loop_test(t, ends_anywhere, 0, PACKINGS);
    tcase_add_loop_test(t, interrupted, 0, PACKINGS);
    tcase_add_loop_test(t, limit_bounds_reading_ahead, 0, PACKINGS);
    tcase_add_loop_test(t, join, 0, 2);
    t = tcase_create("look-ups");
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 240);
    tcase_add_checked_fixture(t, scan_begin, scan_end);
    tcase_add_loop_test(t, looked_up_in, 0, PACKINGS - 1);
    return cv_check_run(s);
}
