/* corpus.h - every cable there is to test with: tests/fixtures, tests/sample, and real ones where they are
 * (CABLEVTAB_SHARED, by default ../shared). Also how two parses are compared: column by column, by the descriptors. */
#ifndef CV_TESTS_CORPUS_H
#define CV_TESTS_CORPUS_H

#include "../cv_check.h"
#include "../../ext/tables/tables.h"

struct corpus_file {
    char *path;
    bool real; /* not the project's own */
    size_t n;
};
/* Sorted by path. Loaded before the tests begin, once; lives until the program ends. */
extern struct corpus_file *corpus;
extern int corpus_n;
void corpus_load(void); /* says on stdout when there are no real cables */

/* The file's bytes, from malloc. */
char *corpus_read(const struct corpus_file *f);
const char *corpus_name(const struct corpus_file *f); /* without folders */
struct cv_reader corpus_reader(const struct corpus_file *f, const char *bytes, size_t n);

/* Parse all documents of two texts and compare them. skip: names of columns and tables to pass over, NULL at the
 * end. Writes where they differ first into `difference` and returns false. */
bool corpus_same(const struct corpus_file *f, struct cv_span a, struct cv_span b, const char *const *skip,
                 char *difference, size_t room);
/* The same text parsed for a part (enum cv_need) and as a whole: columns and tables that need that part are compared. */
bool corpus_same_part(const struct corpus_file *f, struct cv_span text, unsigned needs, char *difference, size_t room);

#endif
