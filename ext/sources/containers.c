/* containers.c - what is an archive: by its name, for lists that open nothing, and by its first bytes, for reading.
 * May not: open or unpack anything.
 * Facts: signatures from the formats' own descriptions (APPNOTE 4.3.7, 7zFormat.txt, RFC 1952, RFC 8878, xz-file-format 2.1.1,
 * lz4 frame format, POSIX ustar). */
#include "places.h"

struct suffix {
    const char *z;
    enum cv_container_type type;
};

/* A longer suffix before the one it ends with. */
static const struct suffix suffixes[] = {
    {".tar.gz", CV_ARCHIVE_NAME},  {".tar.bz2", CV_ARCHIVE_NAME}, {".tar.xz", CV_ARCHIVE_NAME},
    {".tar.zst", CV_ARCHIVE_NAME}, {".tar.lz4", CV_ARCHIVE_NAME}, {".tgz", CV_ARCHIVE_NAME},
    {".tbz", CV_ARCHIVE_NAME},     {".tbz2", CV_ARCHIVE_NAME},    {".txz", CV_ARCHIVE_NAME},
    {".tzst", CV_ARCHIVE_NAME},    {".tar", CV_ARCHIVE_NAME},     {".zip", CV_ARCHIVE_NAME},
    {".7z", CV_ARCHIVE_NAME},      {".gz", CV_PACKED_NAME},       {".bz2", CV_PACKED_NAME},
    {".xz", CV_PACKED_NAME},       {".zst", CV_PACKED_NAME},      {".lz4", CV_PACKED_NAME},
};

/* Asked of every file and member: the last letter tells most names from most suffixes. */
static const struct suffix *suffix_of(struct cv_span name) {
    char last = name.n ? cv_to_lower(name.p[name.n - 1]) : 0;
    for (size_t i = 0; i < CV_ARRAY_LEN(suffixes); i++) {
        size_t n = strlen(suffixes[i].z);
        if (suffixes[i].z[n - 1] == last && name.n > n && cv_span_ends(name, suffixes[i].z)) return &suffixes[i];
    }
    return NULL;
}

enum cv_container_type cv_container_of_name(struct cv_span name) {
    const struct suffix *s = suffix_of(name);
    return s ? s->type : CV_PLAIN_NAME;
}

struct cv_span cv_name_unpacked(struct cv_span name) {
    const struct suffix *s = suffix_of(name);
    return s && s->type == CV_PACKED_NAME ? cv_span_first(name, name.n - strlen(s->z)) : name;
}

static bool begins(struct cv_span head, const char *bytes, size_t n) {
    return head.n >= n && memcmp(head.p, bytes, n) == 0;
}
#define BEGINS(head, literal) begins((head), (literal), sizeof(literal) - 1)

bool cv_is_zip(struct cv_span head) {
    return BEGINS(head, "PK\3\4") || BEGINS(head, "PK\5\6") || BEGINS(head, "PK\7\10PK");
}

bool cv_is_seven_zip(struct cv_span head) { return BEGINS(head, "7z\xBC\xAF\x27\x1C"); }

bool cv_is_compressed(struct cv_span head) {
    if (BEGINS(head, "BZh")) /* these three may begin a text; what follows them may not */
        return head.n >= 10 && head.p[3] >= '1' && head.p[3] <= '9' &&
               (!memcmp(head.p + 4, "1AY&SY", 6) || !memcmp(head.p + 4, "\x17rE8P\x90", 6));
    return BEGINS(head, "\x1F\x8B\x08") ||
           BEGINS(head, "\xFD"
                        "7zXZ\0") ||
           BEGINS(head, "\x28\xB5\x2F\xFD") || BEGINS(head, "\x04\x22\x4D\x18");
}

static bool all_zero(const char *p, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (p[i]) return false;
    return true;
}

enum { TAR_BLOCK = 512, TAR_MAGIC = 257, TAR_SUM = 148, TAR_SUM_BYTES = 8, ISO_MAGIC = 32769 };

/* Old tar has no magic: its checksum is the sum of the block's bytes, its own field taken as blanks. */
static bool tar_sum_fits(const char *block) {
    unsigned long sum = 0, want = 0;
    int i = 0;
    while (i < TAR_SUM_BYTES && block[TAR_SUM + i] == ' ') i++;
    if (i == TAR_SUM_BYTES || block[TAR_SUM + i] < '0' || block[TAR_SUM + i] > '7') return false;
    for (; i < TAR_SUM_BYTES && block[TAR_SUM + i] >= '0' && block[TAR_SUM + i] <= '7'; i++)
        want = want * 8 + (unsigned long)(block[TAR_SUM + i] - '0');
    for (int k = 0; k < TAR_BLOCK; k++)
        sum += k >= TAR_SUM && k < TAR_SUM + TAR_SUM_BYTES ? ' ' : (unsigned char)block[k];
    return want == sum;
}

/* An empty tar is nothing but zeros, and so is the beginning of an ISO image: libarchive then finds no member, which is
 * a better row than "not a cable". Of other names zeros say nothing. */
static bool is_tar(struct cv_span head, struct cv_span name) {
    if (head.n < TAR_BLOCK) return false;
    if (memcmp(head.p + TAR_MAGIC, "ustar", 5) == 0) return tar_sum_fits(head.p);
    if (head.n >= ISO_MAGIC + 5 && memcmp(head.p + ISO_MAGIC, "CD001", 5) == 0) return true;
    if (all_zero(head.p, TAR_BLOCK)) return cv_container_of_name(name) == CV_ARCHIVE_NAME || cv_span_ends(name, ".iso");
    return head.p[0] && tar_sum_fits(head.p);
}

bool cv_is_archive_content(struct cv_span head, struct cv_span name) {
    return cv_is_zip(head) || cv_is_seven_zip(head) || cv_is_compressed(head) || is_tar(head, name);
}
