#include <string.h>
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

// Options are macros with a shift, which Swift does not import.
static inline int writ_cmark_options(void) {
  return CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS;
}

// No public header declares the types of the nodes that extensions add: they go by name.
static inline int writ_cmark_is_table_cell(cmark_node *node) {
  return strcmp(cmark_node_get_type_string(node), "table_cell") == 0;
}

static inline int writ_cmark_is_strikethrough(cmark_node *node) {
  return strcmp(cmark_node_get_type_string(node), "strikethrough") == 0;
}
