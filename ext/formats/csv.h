/* csv.h - what the files of the CSV format share: records.c cuts a stream into rows and a row into values; csv.c
 * knows what the columns mean. For those alone. */
#ifndef CV_EXT_FORMATS_CSV_H
#define CV_EXT_FORMATS_CSV_H

#include "formats.h"

/* `"1","12/28/2007 13:22"` at line start: a row of the dump begins. */
bool cv_csv_dump_row(struct cv_span s);
/* The row at the reader's window: *n its bytes with its line end, *unclosed: a quoted value has no end, and the row
 * was ended where the next one begins. Decides d->escape on the first value that shows it. CV_LIMIT: the window is
 * full before the row ends. */
enum cv_status cv_csv_row(struct cv_reader *r, struct cv_csv_dialect *d, size_t *n, bool *unclosed);
/* Cut a row into at most CV_CSV_COLUMNS values, escapes resolved; how many. line[i]: the line of the row, from 0, on
 * which value i begins. */
size_t cv_csv_values(struct cv_span row, const struct cv_csv_dialect *d, struct cv_arena *a, struct cv_span *value,
                     unsigned *line);

#endif
