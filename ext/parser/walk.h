/* walk.h - the walk over the rows of a text (paragraphs.c), and what tells headings on its way
 * (heading_rows.c). Private to these two. */
#ifndef CV_WALK_H
#define CV_WALK_H
#include "text.h"

struct cv_walk {
    struct cv_parse *p;
    struct cv_rows rows;
    size_t at;          /* the row that is looked at */
    size_t last_number; /* 1 + the last row that begins a numbered paragraph; 0: none */
    struct cv_span heading;
    unsigned heading_no, headings;
    bool open;                   /* a paragraph is being written */
    bool tail;                   /* behind the last number, blocks have rows of their own */
    struct cv_buf text;          /* of all paragraphs, one behind the other */
    size_t from;                 /* where the one that is being written begins in it */
    const struct cv_row *before; /* the row that was written last */
    CV_LIST(struct cv_text_block) blocks;
};

static inline struct cv_row *cv_walk_row(struct cv_walk *w, size_t i) { return &w->rows.list.v[i]; }

/* ---- heading_rows.c; "1 + the last row of it; `from`: there is none" ---- */

bool cv_walk_entire_text(struct cv_walk *w, struct cv_span s); /* "(C) ENTIRE TEXT." and nothing else */
bool cv_walk_number_follows(struct cv_walk *w, size_t i);      /* row i begins a numbered paragraph */
/* A page break fell into the sentence before row `from`. */
bool cv_walk_page_in_sentence(struct cv_walk *w, size_t from);
/* A heading by its dashes. */
size_t cv_heading_underlined(struct cv_walk *w, size_t from);
/* A heading by its words and neighbours. */
size_t cv_heading_plain(struct cv_walk *w, size_t from);
/* The heading in rows from..end with a second underlined line that goes on with it. */
size_t cv_heading_stacked(struct cv_walk *w, size_t from, size_t end);
/* Rows from..end are the heading that holds from here on. */
void cv_heading_take(struct cv_walk *w, size_t from, size_t end);

#endif
