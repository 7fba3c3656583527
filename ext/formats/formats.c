/* formats.c - the array of formats, and which of them a text is in.
 * To add a format: one file, one line here, a test and a fixture. */
#include "formats.h"

const struct cv_format *const cv_formats[] = {&cv_format_html, &cv_format_csv, &cv_format_smart, &cv_format_nara,
                                              &cv_format_acp127};
const size_t cv_formats_n = CV_ARRAY_LEN(cv_formats);

const struct cv_format *cv_format_of(struct cv_span head) {
    const struct cv_format *best = NULL;
    unsigned bits = CV_PROBE_MIN - 1;
    if (head.n > CV_PROBE_BYTES) head.n = CV_PROBE_BYTES;
    for (size_t i = 0; i < cv_formats_n; i++) {
        unsigned b = cv_formats[i]->probe(head);
        if (b > bits) {
            bits = b;
            best = cv_formats[i];
        }
    }
    return best;
}
