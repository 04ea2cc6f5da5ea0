#include <minizip/zip.h>

// inflateInit2 is a macro over the size of a C structure, which Swift cannot call. Without the header of
// zlib: the bytes of RFC 1951 alone, as they lie in a ZIP file.
static inline int writ_inflate_raw_init(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
