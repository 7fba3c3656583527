/* tree.h - a temporary folder that a test fills with files, links and archives, and takes away again.
 * May not: use the shell, or anything outside of its folder. */
#ifndef CV_TESTS_TREE_H
#define CV_TESTS_TREE_H

#include "../cv_check.h"
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char tree_root[64]; /* of the current test */

static inline void tree_begin(void) {
    strcpy(tree_root, "/tmp/cablevtab-tree-XXXXXX");
    ck_assert(mkdtemp(tree_root) != NULL);
}

static inline int tree_remove(const char *path, const struct stat *st, int type, struct FTW *where) {
    (void)st;
    (void)type;
    (void)where;
    return remove(path);
}

static inline void tree_end(void) { ck_assert_int_eq(nftw(tree_root, tree_remove, 16, FTW_DEPTH | FTW_PHYS), 0); }

/* The place of a name in the tree; the next eight calls leave it alone. */
static inline const char *tree_path(const char *name) {
    static char paths[8][4096];
    static unsigned at;
    char *p = paths[at++ % 8];
    (void)snprintf(p, sizeof paths[0], "%s%s%s", tree_root, *name ? "/" : "", name);
    return p;
}

/* Write a file, making the folders in its name. */
static inline void tree_write(const char *name, const void *bytes, size_t n) {
    char path[4096];
    FILE *f;
    (void)snprintf(path, sizeof path, "%s/%s", tree_root, name);
    for (char *p = path + strlen(tree_root) + 1; (p = strchr(p, '/')) != NULL; p++) {
        *p = 0;
        ck_assert(mkdir(path, 0755) == 0 || errno == EEXIST);
        *p = '/';
    }
    f = fopen(path, "wb");
    ck_assert_msg(f != NULL, "%s", path);
    ck_assert(fwrite(bytes, 1, n, f) == n);
    ck_assert_int_eq(fclose(f), 0);
}

static inline void tree_text(const char *name, const char *text) { tree_write(name, text, strlen(text)); }

/* An invented telegram with this number. */
static inline size_t tree_telegram(char *buf, size_t cap, unsigned serial) {
    int n = snprintf(buf, cap,
                     "R 130800Z JAN 03\nFM AMEMBASSY MAPUTO\nTO SECSTATE WASHDC %04u\nUNCLAS MAPUTO %06u\n\nSIPDIS\n\n"
                     "E.O. 12958: N/A\nTAGS: EFIS, MZ\nSUBJECT: FISHING QUOTA %u\n\n"
                     "1. The ministry raised quota number %u.\n\n2. Post will follow up.\nSOUSA\n",
                     serial, serial, serial, serial);
    ck_assert(n > 0 && (size_t)n < cap);
    return (size_t)n;
}

static inline void tree_cable(const char *name, unsigned serial) {
    char text[1024];
    tree_write(name, text, tree_telegram(text, sizeof text, serial));
}

/* ---- archives: a name chooses the format, as in "zip", "7zip", "pax.gz", "raw.gz" ---------------------- */

struct tree_member {
    const char *name;
    const char *text; /* NULL: an invented telegram */
    size_t repeat;    /* > 0: the text so many times */
    int type;         /* AE_IFLNK …; 0: a file */
    const char *target;
    size_t n; /* bytes of the text; 0: up to its NUL */
};

static inline void tree_format(struct archive *a, const char *format) {
    if (!strncmp(format, "zip", 3)) archive_write_set_format_zip(a);
    if (!strncmp(format, "7zip", 4)) archive_write_set_format_7zip(a);
    if (!strncmp(format, "pax", 3)) archive_write_set_format_pax_restricted(a);
    if (!strncmp(format, "raw", 3)) archive_write_set_format_raw(a);
    if (strstr(format, ".gz")) archive_write_add_filter_gzip(a);
    if (strstr(format, ".bz2")) archive_write_add_filter_bzip2(a);
    if (strstr(format, ".xz")) archive_write_add_filter_xz(a);
    if (strstr(format, ".zst")) archive_write_add_filter_zstd(a);
    if (strstr(format, ".lz4")) archive_write_add_filter_lz4(a);
    archive_write_set_bytes_in_last_block(a, 1);
}

static inline void tree_put(struct archive *a, const struct tree_member *m, unsigned serial) {
    struct archive_entry *e = archive_entry_new();
    size_t times = m->repeat ? m->repeat : 1, n;
    char telegram[1024];
    const char *text = m->text;
    if (!text) (void)tree_telegram(telegram, sizeof telegram, serial);
    if (!text) text = telegram;
    n = m->type && m->type != AE_IFREG ? 0 : m->n ? m->n : strlen(text);
    archive_entry_set_pathname(e, m->name);
    archive_entry_set_filetype(e, m->type ? (unsigned)m->type : (unsigned)AE_IFREG);
    archive_entry_set_perm(e, 0644);
    archive_entry_set_mtime(e, 1000000000, 0);
    archive_entry_set_size(e, (la_int64_t)(n * times));
    if (m->type == AE_IFLNK) archive_entry_set_symlink(e, m->target);
    ck_assert_int_ge(archive_write_header(a, e), ARCHIVE_WARN);
    for (size_t i = 0; n && i < times; i++) ck_assert_int_eq(archive_write_data(a, text, n), (int)n);
    archive_entry_free(e);
}

/* The archive's bytes in memory; the caller frees them. */
static inline char *tree_pack(const char *format, const char *password, const struct tree_member *m, size_t members,
                              size_t *n) {
    enum { ROOM = 8 * 1024 * 1024 };
    char *bytes = malloc(ROOM);
    struct archive *a = archive_write_new();
    tree_format(a, format);
    if (password) {
        ck_assert_int_eq(archive_write_set_options(a, "zip:encryption=aes256"), ARCHIVE_OK);
        ck_assert_int_eq(archive_write_set_passphrase(a, password), ARCHIVE_OK);
    }
    ck_assert_int_eq(archive_write_open_memory(a, bytes, ROOM, n), ARCHIVE_OK);
    for (size_t i = 0; i < members; i++) tree_put(a, &m[i], (unsigned)i + 1);
    ck_assert_int_eq(archive_write_close(a), ARCHIVE_OK);
    archive_write_free(a);
    return bytes;
}

static inline void tree_archive(const char *name, const char *format, const struct tree_member *m, size_t members) {
    size_t n;
    char *bytes = tree_pack(format, NULL, m, members, &n);
    tree_write(name, bytes, n);
    free(bytes);
}

/* ---- text that grows, to compare lists with what is expected ------------------------------------------- */
struct tree_list {
    char text[64 * 1024];
    size_t n;
};
static inline void tree_add(struct tree_list *l, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static inline void tree_add(struct tree_list *l, const char *fmt, ...) {
    va_list ap;
    int k;
    va_start(ap, fmt);
    k = vsnprintf(l->text + l->n, sizeof l->text - l->n, fmt, ap);
    va_end(ap);
    ck_assert(k >= 0 && (size_t)k < sizeof l->text - l->n);
    l->n += (size_t)k;
}

#endif
