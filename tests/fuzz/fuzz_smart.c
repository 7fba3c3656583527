/* fuzz_smart.c - any bytes as telegrams of the SMART system: checks.h says what must hold. */
#include "checks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_documents(data, size, &cv_format_smart);
    return 0;
}
