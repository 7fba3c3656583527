/* extents.h - how far a value of the head goes: for head.c. */
#ifndef CV_EXT_EXTENTS_H
#define CV_EXT_EXTENTS_H

#include "head.h"

struct cv_extent {
    struct cv_parse *p;
    bool over_gap; /* the value taken last goes on after a blank line */
    bool gaps;     /* some value of this head did */
};

/* The line at index i of p->lines; NULL past the end. */
struct cv_line *cv_extent_line(struct cv_parse *p, size_t i);
/* Consume n bytes of the current line; the rest of it, if any, is the current line then. */
void cv_extent_cut(struct cv_parse *p, size_t n);
/* The value of a label whose value begins at value_at of the current line: its lines with '\n' between them. All of
 * it, label included, is consumed. */
struct cv_span cv_extent_take(struct cv_extent *e, enum cv_label label, size_t value_at);
/* The current line is a pass line: it goes to pass_to with the lines that continue it (head_pass.c). */
void cv_pass_take(struct cv_parse *p);
/* "1.", "¶1. (U)", "(C) 5.": bytes up to what the paragraph says; 0: the line begins no numbered paragraph. */
size_t cv_number_prefix(struct cv_span line);
/* Nothing but text begins like this: a number, SUMMARY, a line of dashes. */
bool cv_starts_text(struct cv_parse *p, struct cv_span line);

#endif
