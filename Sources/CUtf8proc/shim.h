#include <stdlib.h>
#include <utf8proc.h>

// What utf8proc allocates goes back to the allocator of C, which the module's user need not import.
static inline void writ_utf8proc_free(utf8proc_uint8_t *text) { free(text); }
