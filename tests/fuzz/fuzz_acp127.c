/* fuzz_acp127.c - any bytes as telegrams as text: checks.h says what must hold. */
#include "checks.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fuzz_documents(data, size, &cv_format_acp127);
    return 0;
}
