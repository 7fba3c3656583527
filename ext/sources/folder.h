/* folder.h - the walk through a folder, shared by folder.c, which goes through all of it, and lookup.c, which goes to
 * single paths in it. */
#ifndef CV_EXT_FOLDER_H
#define CV_EXT_FOLDER_H

#include "places.h"

struct cv_name {
    struct cv_span text; /* UTF-8, for the path */
    const char *file;    /* terminated, as the file system has it */
    unsigned char type;  /* DT_… */
};

/* A folder that the walk stands in; the buffers stay for the next one at this depth. */
struct cv_level {
    struct cv_folder *folder;
    struct cv_name *names;
    size_t n, cap, at;
    char *text;
    size_t text_n, text_cap;
    size_t path_n, raw_n; /* lengths of its path, with slash, in the buffers */
};

struct cv_path_buffer {
    char *p; /* terminated; room for a slash more */
    size_t n, cap;
};

struct cv_walk {
    struct cv_source base;
    struct cv_span uri, pattern; /* pattern: absent for a folder as a whole */
    struct cv_folder *root;
    struct cv_level *levels;
    size_t nlevels, levels_cap;
    struct cv_path_buffer path, raw; /* inside the source, UTF-8; of the whole system, raw */
    size_t root_n;                   /* of raw: the source itself, without slash */
    bool file_matched, folder_matched;
    /* lookup.c */
    bool direct;
    struct cv_spans targets; /* files to go to, sorted, each once */
    size_t at;
    struct cv_folder *near;   /* the folder of the last target */
    struct cv_span near_path; /* with slash; empty: the root */
};

bool cv_path_append(struct cv_source *s, struct cv_path_buffer *b, size_t at, struct cv_span name);
/* What the walk does with a name that is no folder; the path buffers hold its path. CV_DONE: nothing. */
enum cv_status cv_walk_take(struct cv_walk *w, struct cv_folder *folder, const struct cv_name *name,
                            struct cv_entry *out);

/* ---- lookup.c --------------------------------------------------------------------------------- */
/* Sets w->direct where the filter names paths that can be gone to. */
enum cv_status cv_lookup_plan(struct cv_walk *w);
enum cv_status cv_lookup_next(struct cv_walk *w, struct cv_entry *out);

#endif
