/* zip.h - the directory of a plain zip, for archive*.c. */
#ifndef CV_EXT_ZIP_H
#define CV_EXT_ZIP_H

#include "places.h"

struct cv_zip;

struct cv_zip_entry {
    struct cv_span name;           /* as it stands there; until the next one */
    uint64_t offset, packed, size; /* of its local header in the file; bytes of its data there, and unpacked */
    uint32_t dos_time;             /* as 16 bits of date and 16 of time */
    int64_t mtime;                 /* seconds since 1970; INT64_MIN: only the other is there */
    bool folder;
    bool described; /* how long it is stands behind it, too */
};

/* CV_MISUSE: not plain, libarchive has to read it in its own way; CV_INTERRUPTED, CV_NOMEM. fd stays the caller's, and
 * is not moved. */
enum cv_status cv_zip_open(int fd, uint64_t size, const struct cv_source_env *env, struct cv_zip **out);
void cv_zip_close(struct cv_zip *z); /* NULL is fine */
int64_t cv_zip_mtime(const struct cv_zip_entry *e);
/* False: there are no more. */
bool cv_zip_next(struct cv_zip *z, struct cv_zip_entry *out);
/* Does what lies at `next` follow this member at once? A member that was deleted may lie between. */
bool cv_zip_follows(const struct cv_zip *z, const struct cv_zip_entry *e, uint64_t next);

#endif
