// The least that a check of documents does, in C: libyaml reads the front matter of each file that
// is named, and cmark-gfm its body.

#define _GNU_SOURCE
#include "front-matter.h"
#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>

static bool is_good(const char *path) {
  FILE *file = fopen(path, "r");
  if (file == NULL) return false;
  static char text[256 * 1024];
  size_t size = fread(text, 1, sizeof text, file), yaml_size;
  fclose(file);
  const char *yaml, *body = front_matter(text, size, &yaml, &yaml_size);
  if (body == NULL || !has_required_keys(yaml, yaml_size)) return false;
  cmark_node *tree = cmark_parse_document(body, text + size - body, CMARK_OPT_DEFAULT);
  cmark_node_free(tree);
  return tree != NULL;
}

int main(int count, char **paths) {
  int status = 0;
  for (int i = 1; i < count; i++) {
    if (is_good(paths[i])) continue;
    fprintf(stderr, "%s: cannot be read, or a required key is missing\n", paths[i]);
    status = 1;
  }
  return status;
}
