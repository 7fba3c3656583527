/* html.h - what the files of the HTML format share: html.c makes a telegram of a page; html_sax.c reads any page
 * through libxml2. For those alone. */
#ifndef CV_EXT_FORMATS_HTML_H
#define CV_EXT_FORMATS_HTML_H

#include "formats.h"

enum { CV_PAGE_CELLS = 16, CV_PAGE_BLOCKS = 2 };

/* What counts of a page: the cable's table and the preformatted blocks. Entities and tags are resolved. */
struct cv_page {
    struct cv_span name[CV_PAGE_CELLS], cell[CV_PAGE_CELLS]; /* by column; in the arena or the page */
    size_t names, cells;
    bool more_cells; /* the table has a second row of values */
    struct cv_span block[CV_PAGE_BLOCKS];
    size_t blocks;
};

/* The one layout that nearly all pages have, byte for byte; false on anything unusual, and then nothing is lost but
 * a little time. */
bool cv_page_quick(struct cv_span bytes, struct cv_arena *a, struct cv_page *page);
/* Any page, through libxml2. CV_OK also for broken markup; CV_NOMEM; CV_LIMIT: nested too deep. */
enum cv_status cv_page_sax(struct cv_span bytes, struct cv_arena *a, struct cv_page *page);

#endif
