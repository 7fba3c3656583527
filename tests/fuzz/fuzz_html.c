/* fuzz_html.c - any bytes as pages of cables: checks.h says what must hold. */
#include "checks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_documents(data, size, &cv_format_html);
    return 0;
}
