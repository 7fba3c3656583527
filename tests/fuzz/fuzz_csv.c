/* fuzz_csv.c - any bytes as tables of cables: checks.h says what must hold. */
#include "checks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_documents(data, size, &cv_format_csv);
    return 0;
}
