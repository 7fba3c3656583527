/* places.h - what the files of this folder share and nobody else sees: the kinds of source, the folder a file lies in,
 * the walk, names of archives. */
#ifndef CV_EXT_PLACES_H
#define CV_EXT_PLACES_H

#include "sources.h"
#include <stdatomic.h>
#include <sys/stat.h>

struct cv_source_kind {
    const char *name;
    enum cv_status (*next)(struct cv_source *s, struct cv_entry *out, struct cv_error *err);
    enum cv_status (*open)(struct cv_source *s, struct cv_entry *e, struct cv_window *w, struct cv_reader *out);
    void (*close)(struct cv_source *s); /* what the kind holds, not s itself */
    bool parallel;                      /* entries may be opened from other threads */
};

/* First member of what each kind allocates. */
struct cv_source {
    const struct cv_source_kind *kind;
    const struct cv_path_filter *filter;
    const struct cv_source_env *env;
    size_t size;           /* of the whole allocation */
    struct cv_arena arena; /* what lives as long as the source */
    unsigned depth;        /* archives around it; 0: none */
    atomic_uint folders;   /* open ones */
    char message[256];     /* of the entry given last */
};

/* What cv_source_open found out about the name before it chose a kind. */
struct cv_place {
    struct cv_span uri;  /* as given, for messages */
    const char *path;    /* terminated, without slashes at the end; in the source's arena */
    const char *real;    /* links resolved: of the source; of a glob: of its folder */
    const char *pattern; /* of a glob: what follows its folder; else NULL */
    struct stat st;      /* of real */
};

/* Allocate size bytes, zeroed, and fill the base. */
struct cv_source *cv_source_new(const struct cv_source_kind *kind, size_t size, const struct cv_path_filter *filter,
                                const struct cv_source_env *env);
enum cv_status cv_error_set(struct cv_error *err, enum cv_status status, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* Give e a problem whose message stands in s until the next entry. */
void cv_entry_fault(struct cv_source *s, struct cv_entry *e, enum cv_problem_code code, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
bool cv_source_interrupted(const struct cv_source_env *env);
void cv_source_count(uint64_t *counter, uint64_t n);

/* ---- file.c, folder.c, glob.c: each claims a place ------------------------------------------ */
enum cv_status cv_file_source(const struct cv_place *at, struct cv_source *s, struct cv_error *err);
enum cv_status cv_folder_source(const struct cv_place *at, struct cv_source *s, struct cv_error *err);
extern const struct cv_source_kind cv_file_kind, cv_folder_kind, cv_memory_kind, cv_archive_kind;
extern const size_t cv_file_size, cv_folder_size;

/* A folder held open; the last one who lets go closes it. */
struct cv_folder {
    int fd;
    atomic_uint refs;
    struct cv_source *source;
};
struct cv_folder *cv_folder_new(struct cv_source *s, int fd); /* owns fd, also when it fails (NULL) */
void cv_folder_drop(struct cv_folder *f);

/* What kind of thing st is, where it may not be read: "a FIFO", …; NULL for a file. */
const char *cv_refused_kind(mode_t mode);
/* Fill an entry from what is known by its path; false: the filter does not want it. alone: it is the whole source,
 * shared out by rows whatever its name is. */
bool cv_entry_of_file(struct cv_source *s, struct cv_span path, bool alone, struct cv_entry *out);
void cv_entry_stat_from(struct cv_entry *e, const struct stat *st);
uint64_t cv_stamp_of(const struct stat *st); /* of a file or folder; never 0 */

/* ---- watch.c -------------------------------------------------------------------------------- */
/* The names of this folder, by its whole path, are about to be read. w: NULL is fine. */
void cv_watch_note(struct cv_watch *w, struct cv_span folder, int fd);

/* ---- glob.c --------------------------------------------------------------------------------- */
/* Where the first component with a wildcard begins; SIZE_MAX: none. */
size_t cv_glob_start(const char *path);
/* Does the whole path match? Components are divided by '/'; ** stands for any number of them. */
bool cv_glob_match(struct cv_span pattern, struct cv_span path);
/* Could a path below this folder (relative, without slash at its end) match? */
bool cv_glob_below(struct cv_span pattern, struct cv_span folder);

/* ---- window.c ------------------------------------------------------------------------------- */
/* A reader over w, whose source of bytes is set: reads the first part. */
enum cv_status cv_window_start(struct cv_window *w, struct cv_span name, uint64_t size, struct cv_reader *out);
/* Open a file where the entry says it lies and read its first part; CV_DONE: an archive by its content. */
enum cv_status cv_window_file(struct cv_source *s, struct cv_entry *e, struct cv_window *w, struct cv_reader *out);
void cv_window_fault(struct cv_window *w, enum cv_problem_code code, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* ---- containers.c: archives told by name and by their first bytes ---------------------------- */
enum cv_container_type { CV_PLAIN_NAME, CV_PACKED_NAME /* .gz … alone */, CV_ARCHIVE_NAME };
enum cv_container_type cv_container_of_name(struct cv_span name);
/* A name without the suffix that only says how it is compressed. */
struct cv_span cv_name_unpacked(struct cv_span name);
bool cv_is_archive_content(struct cv_span head, struct cv_span name);
bool cv_is_seven_zip(struct cv_span head);
bool cv_is_zip(struct cv_span head);
bool cv_is_compressed(struct cv_span head);

/* ---- archive*.c -----------------------------------------------------------------------------  */
/* More bytes of the member that the source stands at: CV_OK with *got > 0, CV_DONE, or trouble set in w. */
enum cv_status cv_archive_read(struct cv_source *s, struct cv_window *w, char *to, size_t n, size_t *got);

#endif
