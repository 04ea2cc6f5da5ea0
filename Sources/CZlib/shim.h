#include <zlib.h>

// inflateInit is a macro over the size of a C structure, which Swift cannot call.
static inline int writ_inflate_init(z_stream *stream) { return inflateInit(stream); }
