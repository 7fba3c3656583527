/* formats.c - the array of formats, and which of them a text is in.
 * To add a format: one file, one line here, a test and a fixture. */
#include "formats.h"
#include <limits.h>

const struct cv_format *const cv_formats[] = {&cv_format_html, &cv_format_csv, &cv_format_smart, &cv_format_nara,
                                              &cv_format_acp127};
const size_t cv_formats_n = CV_ARRAY_LEN(cv_formats);

const struct cv_format *cv_format_found(struct cv_span head, struct cv_starts *starts) {
    const struct cv_format *best = NULL;
    unsigned bits = CV_PROBE_MIN - 1;
    struct cv_probe p = {cv_span_first(head, CV_PROBE_BYTES), starts, UINT_MAX};
    cv_starts_find(starts, p.head);
    for (size_t i = 0; i < cv_formats_n; i++) {
        unsigned b;
        /* The bits of all but the last are compared with others: only of that one is it enough to be the best. */
        if (i + 1 == cv_formats_n) p.enough = bits + 1;
        b = cv_formats[i]->probe(&p);
        if (b > bits) {
            bits = b;
            best = cv_formats[i];
        }
    }
    return best;
}

const struct cv_format *cv_format_of(struct cv_span head) {
    struct cv_starts starts;
    return cv_format_found(head, &starts);
}
