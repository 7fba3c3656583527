/* test_head_only.c - a parse that was asked for a part stops as soon as it has that, and says of it what the whole
 * parse says, column by column. Over every cable there is. */
#include "corpus.h"
#include <stdio.h>

static const unsigned parts[] = {CV_NEED_ENVELOPE,
                                 CV_NEED_ENVELOPE | CV_NEED_ADDRESSEES,
                                 CV_NEED_ENVELOPE | CV_NEED_FIELDS,
                                 CV_NEED_HEAD,
                                 CV_NEED_ENVELOPE | CV_NEED_FIELDS | CV_NEED_TEXT,
                                 CV_NEED_ENVELOPE | CV_NEED_RAW};

START_TEST(same_head) {
    const struct corpus_file *f = &corpus[_i];
    char *bytes = corpus_read(f), difference[1024] = "";
    for (size_t i = 0; i < CV_ARRAY_LEN(parts); i++)
        ck_assert_msg(corpus_same_part(f, cv_span_of(bytes, f->n), parts[i], difference, sizeof difference),
                      "%s: needs %u / whole: %s", f->path, parts[i], difference);
    free(bytes);
}
END_TEST

int main(void) {
    Suite *s = suite_create("head only");
    TCase *t = tcase_create("corpus");
    corpus_load();
    suite_add_tcase(s, t);
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, same_head, 0, corpus_n);
    return cv_check_run(s);
}
