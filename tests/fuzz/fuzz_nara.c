/* fuzz_nara.c - any bytes as records of the National Archives: checks.h says what must hold. */
#include "checks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_documents(data, size, &cv_format_nara);
    return 0;
}
