/* test_head_only.c - a parse that was asked for the head alone stops where the text begins, and says of the head what
 * the whole parse says, column by column. Over every cable there is. */
#include "corpus.h"
#include <stdio.h>

START_TEST(same_head) {
    const struct corpus_file *f = &corpus[_i];
    char *bytes = corpus_read(f), difference[1024] = "";
    ck_assert_msg(corpus_same_heads(f, cv_span_of(bytes, f->n), difference, sizeof difference), "%s: head/whole: %s",
                  f->path, difference);
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
