/* archive.h - the state of one pass over an archive, shared by the files archive*.c, the only ones that know libarchive:
 * archive.c (the pass), archive_open.c, archive_feed.c (bytes in), archive_data.c (bytes out), archive_judge.c (members
 * seen from outside), archive_names.c (names that stand twice). */
#ifndef CV_EXT_ARCHIVE_H
#define CV_EXT_ARCHIVE_H

#include "zip.h"
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

enum { CV_ARCHIVE_BLOCK = 64 * 1024 };

/* How many documents a name had so far: its hash without the low bits, and in them the number; 0: free. Eight bytes a
 * name, since an archive may have a million. A number that does not fit stands in the list of counts. */
typedef uint64_t cv_seen_name;
struct cv_seen_count {
    uint64_t hash; /* as in cv_seen_name */
    unsigned docs;
};

struct cv_members {
    struct cv_source base;
    struct archive *a;
    struct archive_entry *at;
    locale_t locale;
    struct cv_reader *feed; /* the container's bytes */
    int fd;                 /* of them, where it can be sought in; -1 */
    size_t fed_last;        /* bytes of feed's window that libarchive has */
    char *block;
    size_t block_n;
    char *path; /* container, "!/", label */
    size_t prefix_n, container_n, path_cap;
    struct cv_entry container;   /* its spans are in the arena */
    bool zip, seven_zip, packed; /* packed: a filter lies around it */
    struct cv_zip *directory;    /* of a plain zip in a file; NULL: libarchive lists the members */
    struct cv_zip_entry member;  /* of it, the one given last */
    struct cv_zip_entry opened;  /* … and the one that `a` stands at; offset and what follows it */
    bool stands;                 /* `a` stands at `opened` */
    bool single;                 /* the one content of a compressed file */
    bool sharded;                /* its members are judged one by one */
    bool any, done, stop, interrupted, doubles;
    unsigned nmembers;
    uint64_t fed, member_bytes, total_bytes; /* packed bytes read; unpacked ones handed out */
    int retries;
    cv_seen_name *seen;
    size_t seen_n, seen_cap;
    CV_LIST(struct cv_seen_count) counts; /* in the arena */
};

static inline struct cv_members *cv_members_of(struct cv_source *s) { return (struct cv_members *)s; }

/* ---- archive.c ------------------------------------------------------------------------------------ */
/* libarchive's words for what went wrong last. */
const char *cv_archive_trouble(struct cv_members *m);
/* Have the next call of `next` say what is wrong with the archive, then end. */
void cv_archive_stop_with(struct cv_members *m, enum cv_problem_code code, const char *why);

/* ---- archive_open.c ------------------------------------------------------------------------------- */
/* The thread's locale, for the length of one call into libarchive. */
locale_t cv_archive_enter_locale(const struct cv_members *m);
void cv_archive_leave_locale(locale_t before);
void cv_archive_close(struct cv_source *s);

/* ---- archive_feed.c ------------------------------------------------------------------------------- */
bool cv_archive_stopped(struct cv_members *m);
la_ssize_t cv_archive_feed_file(struct archive *a, void *data, const void **bytes);
la_int64_t cv_archive_skip_file(struct archive *a, void *data, la_int64_t n);
/* Have libarchive begin with the container's bytes. */
enum cv_status cv_archive_attach(struct cv_members *m);

/* ---- archive_data.c ------------------------------------------------------------------------------- */
enum cv_status cv_archive_pass_over(struct cv_members *m);
enum cv_status cv_archive_stand_at(struct cv_members *m, struct cv_window *w);

/* ---- archive_judge.c ------------------------------------------------------------------------------ */
enum cv_status cv_archive_set_path(struct cv_members *m, struct cv_entry *out);
void cv_archive_fill_stat(struct cv_members *m, struct cv_entry *out);
/* A member over max_member_bytes gets a problem, and may be the last that is read. */
void cv_archive_judge_size(struct cv_members *m, struct cv_entry *out);
/* CV_DONE: it is passed over. */
enum cv_status cv_archive_judge(struct cv_members *m, struct cv_entry *out);

/* ---- archive_names.c ------------------------------------------------------------------------------ */
enum cv_status cv_archive_note_name(struct cv_members *m, struct cv_entry *e);

#endif
