// The least that a pre-commit hook for policies can do, in C: reads every policy that is staged,
// and looks whether its front matter has the required keys.

#define _GNU_SOURCE
#include "front-matter.h"
#include <git2.h>
#include <stdio.h>

static bool is_good(git_repository *repository, const git_oid *id) {
  git_blob *blob = NULL;
  if (git_blob_lookup(&blob, repository, id) < 0) return false;
  const char *yaml;
  size_t size;
  bool good = front_matter(git_blob_rawcontent(blob), git_blob_rawsize(blob), &yaml, &size) != NULL &&
              has_required_keys(yaml, size);
  git_blob_free(blob);
  return good;
}

int main(void) {
  git_repository *repository = NULL;
  git_index *index = NULL;
  if (git_libgit2_init() < 0) return 70;
  // From the environment: under `git commit -a` what is staged stands in another index.
  if (git_repository_open_ext(&repository, NULL, GIT_REPOSITORY_OPEN_FROM_ENV, NULL) < 0) return 70;
  if (git_repository_index(&index, repository) < 0) return 70;
  int status = 0;
  for (size_t i = 0; i < git_index_entrycount(index); i++) {
    const git_index_entry *entry = git_index_get_byindex(index, i);
    if (strncmp(entry->path, "policies/", 9) != 0 || is_good(repository, &entry->id)) continue;
    fprintf(stderr, "%s: a required key is missing\n", entry->path);
    status = 1;
  }
  return status;
}
