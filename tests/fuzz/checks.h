/* checks.h - what every fuzzer of a format asks of any bytes: no fault, nothing lost, nothing said twice, the same
 * answer however the bytes arrive and however much is asked for. A broken promise is said on stderr and aborts. */
#ifndef CV_TESTS_FUZZ_CHECKS_H
#define CV_TESTS_FUZZ_CHECKS_H

#include "../../ext/formats/formats.h"

/* The bytes as a stream of documents, in the format that they show, and once more as `format` where that is another. */
void fuzz_documents(const void *bytes, size_t n, const struct cv_format *format);

/* Absent, or valid UTF-8; `what` names the value. */
void fuzz_utf8(const char *what, struct cv_span s);
void fuzz_require(bool holds, const char *what);

#endif
