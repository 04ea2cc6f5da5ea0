// The least check of front matter: libyaml reads it, and the keys that every policy has are there.

#include <stdbool.h>
#include <string.h>
#include <yaml.h>

// Finds the YAML between the two lines of hyphens; gives where the body begins, or NULL.
static const char *front_matter(const char *text, size_t size, const char **yaml, size_t *yaml_size) {
  if (size < 4 || memcmp(text, "---\n", 4) != 0) return NULL;
  *yaml = text + 4;
  const char *end = memmem(*yaml, size - 4, "\n---\n", 5);
  if (end == NULL) return NULL;
  *yaml_size = end + 1 - *yaml;
  return end + 5;
}

static bool has_required_keys(const char *yaml, size_t size) {
  static const char *const required[] = {"id", "kind", "title", "version", "language", "classification", "owner"};
  enum { count = sizeof required / sizeof *required };
  bool found[count] = {false}, is_key = true, good = false;
  int depth = 0;
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) return false;
  yaml_parser_set_input_string(&parser, (const unsigned char *)yaml, size);
  for (bool done = false; !done;) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) break;
    // On the outermost level keys and values take turns.
    switch (event.type) {
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT: depth++; break;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
      depth--;
      if (depth == 1) is_key = true;
      break;
    case YAML_SCALAR_EVENT:
      if (depth != 1) break;
      for (int i = 0; is_key && i < count; i++)
        if (strcmp((const char *)event.data.scalar.value, required[i]) == 0) found[i] = true;
      is_key = !is_key;
      break;
    case YAML_STREAM_END_EVENT: done = good = true; break;
    default: break;
    }
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  for (int i = 0; i < count; i++) good = good && found[i];
  return good;
}
