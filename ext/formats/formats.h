/* formats.h - how the text of one cable is told from the next and from its container, layout by layout.
 * One file per format, one line in the array of formats.c. Knows the parser, not where the bytes come from. */
#ifndef CV_EXT_FORMATS_H
#define CV_EXT_FORMATS_H

#include "../../include/cv_cable.h"
#include "../base/base.h"
#include "../parser/parser.h"

enum {
    CV_PROBE_BYTES = 64 * 1024, /* what probe may look at: of an HTML page, style and help stand before its table */
    CV_PROBE_MIN = 16           /* bits of evidence below which content is no cable */
};

struct cv_format {
    const char *name; /* the value of cables.format */
    /* Bits of evidence in the first CV_PROBE_BYTES (raw bytes, any encoding but UTF-16); 0: not mine.
     * The order of the array decides speed, never the answer. */
    unsigned (*probe)(struct cv_span head);
    /* Set doc->bytes to the next document of the window, asking r->more() as needed, and move r past it.
     * doc's other fields are set by formats.c. CV_DONE when only white space is left. */
    enum cv_status (*next)(struct cv_reader *r, struct cv_document *doc, struct cv_arena *arena);
    /* Fill p->text and p->container and out->attributes, then cv_telegram_parse(p). bytes: the document as UTF-8. */
    enum cv_status (*parse)(const struct cv_document *doc, struct cv_span bytes, struct cv_container *container,
                            struct cv_parse *p);
};

extern const struct cv_format cv_format_acp127, cv_format_html, cv_format_nara, cv_format_smart, cv_format_csv;
extern const struct cv_format *const cv_formats[];
extern const size_t cv_formats_n;

/* The format with most bits on these first bytes, or NULL below CV_PROBE_MIN. */
const struct cv_format *cv_format_of(struct cv_span head);

#endif
