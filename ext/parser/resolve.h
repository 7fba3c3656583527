/* resolve.h - what resolve.c (identity) and fill.c (fields) share; other stages see them through parser.h only. */
#ifndef CV_EXT_RESOLVE_H
#define CV_EXT_RESOLVE_H

#include "parser.h"

/* A date as a container prints it: days since 1970 and minute of the day, -1 where none is printed. */
bool cv_container_date(enum cv_container_kind kind, struct cv_span s, int *days, int *minute);

#endif
