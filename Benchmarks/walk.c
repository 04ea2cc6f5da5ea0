// The bare walk of a history, in C: how many files were changed, commit by commit, against the first
// parent. `walk versions` reads each changed file too, and looks for the version in its front
// matter, as whoever prints a history must.

#define _GNU_SOURCE
#include <git2.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static git_odb *objects;
static size_t versions;

// What each change made, in the order of the walk.
struct change {
  uint64_t name;
  size_t number;
  git_oid id;
};
static struct change *changes;
static size_t change_count;

static bool is_good(int result) {
  if (result < 0) fprintf(stderr, "%s\n", git_error_last() ? git_error_last()->message : "failed");
  return result >= 0;
}

// Some folders are kept: what is the parent's now is the commit's next time.
static bool read_folder(git_odb_object **folder, const git_oid *id) {
  static git_odb_object *kept[8];
  static size_t next;
  for (size_t i = 0; i < 8; i++)
    if (kept[i] && git_oid_equal(git_odb_object_id(kept[i]), id)) return git_odb_object_dup(folder, kept[i]) == 0;
  if (!is_good(git_odb_read(folder, objects, id))) return false;
  git_odb_object_free(kept[next]);
  git_odb_object_dup(&kept[next], *folder);
  next = (next + 1) % 8;
  return true;
}

// An entry of a tree as it is stored: mode, space, name, NUL, and the 20 bytes of an id.
struct entry {
  const char *start, *id, *end;
};

// The first entry of what is left; false where there is none that is whole.
static bool read_entry(struct entry *entry, const char *left, const char *end) {
  const char *nul = left < end ? memchr(left, 0, end - left) : NULL;
  if (nul == NULL || end - nul < 21) return false;
  *entry = (struct entry){left, nul + 1, nul + 21};
  return true;
}

static bool is_folder(const struct entry *entry) { return *entry->start == '4'; }

// Git sorts the name of a folder as if a slash stood behind it.
static int compare_names(const struct entry *one, const struct entry *other) {
  const char *a = strchr(one->start, ' '), *b = strchr(other->start, ' ');
  if (a == NULL || b == NULL) return strcmp(one->start, other->start);
  while (*a == *b && *a != 0) a++, b++;
  unsigned char next_a = *a == 0 && is_folder(one) ? '/' : *a, next_b = *b == 0 && is_folder(other) ? '/' : *b;
  return next_a - next_b;
}

static bool note(const struct entry *file) {
  if (change_count % 4096 == 0) {
    struct change *more = realloc(changes, (change_count + 4096) * sizeof *changes);
    if (more == NULL) return false;
    changes = more;
  }
  struct change *change = &changes[change_count];
  *change = (struct change){.number = change_count++};
  git_oid_fromraw(&change->id, (const unsigned char *)file->id);
  // Enough of a hash to bring the texts of one file together.
  for (const char *name = strchr(file->start, ' '); name && *name; name++)
    change->name = (change->name ^ *name) * 0x100000001b3;
  return true;
}

static bool compare(const git_oid *old_id, const git_oid *new_id);

// Counts what differs between two entries of one name, either of which may be NULL.
static bool compare_entries(const struct entry *old, const struct entry *new) {
  const struct entry *there = new ? new : old;
  if (!is_folder(there)) return note(there);
  git_oid old_id, new_id;
  if (old) git_oid_fromraw(&old_id, (const unsigned char *)old->id);
  if (new) git_oid_fromraw(&new_id, (const unsigned char *)new->id);
  return compare(old ? &old_id : NULL, new ? &new_id : NULL);
}

// Counts what differs between two folders, either of which may be NULL.
static bool compare(const git_oid *old_id, const git_oid *new_id) {
  git_odb_object *old = NULL, *new = NULL;
  if ((old_id && !read_folder(&old, old_id)) || (new_id && !read_folder(&new, new_id))) return false;
  const char *before = old ? git_odb_object_data(old) : NULL, *after = new ? git_odb_object_data(new) : NULL;
  const char *before_end = old ? before + git_odb_object_size(old) : NULL;
  const char *after_end = new ? after + git_odb_object_size(new) : NULL;
  bool good = true;
  while (good) {
    struct entry from, to;
    bool has_from = read_entry(&from, before, before_end);
    // Nearly all are the same in both.
    if (has_from && after_end - after >= from.end - before && memcmp(before, after, from.end - before) == 0) {
      after += from.end - before;
      before = from.end;
      continue;
    }
    bool has_to = read_entry(&to, after, after_end);
    if (!has_from && !has_to) break;
    int order = !has_from ? 1 : !has_to ? -1 : compare_names(&from, &to);
    if (order <= 0) before = from.end;
    if (order >= 0) after = to.end;
    good = compare_entries(order <= 0 ? &from : NULL, order >= 0 ? &to : NULL);
  }
  git_odb_object_free(old);
  git_odb_object_free(new);
  return good;
}

static bool count_in(git_repository *repository, const git_oid *id) {
  git_commit *commit, *parent = NULL;
  if (!is_good(git_commit_lookup(&commit, repository, id))) return false;
  bool good = git_commit_parentcount(commit) == 0 || is_good(git_commit_parent(&parent, commit, 0));
  good = good && compare(parent ? git_commit_tree_id(parent) : NULL, git_commit_tree_id(commit));
  git_commit_free(parent);
  git_commit_free(commit);
  return good;
}

static bool has_version(const char *text, size_t size) {
  if (size < 4 || memcmp(text, "---\n", 4) != 0) return false;
  const char *end = memmem(text, size, "\n---\n", 5);
  return end != NULL && memmem(text, end - text, "\nversion: ", 10) != NULL;
}

static int by_name(const void *one, const void *other) {
  const struct change *a = one, *b = other;
  if (a->name != b->name) return a->name < b->name ? -1 : 1;
  return a->number < b->number ? -1 : 1;
}

// Reads one file after the other, each from its newest text to its oldest: as packs have them.
static bool count_versions(void) {
  qsort(changes, change_count, sizeof *changes, by_name);
  for (size_t i = 0; i < change_count; i++) {
    git_odb_object *text;
    if (!is_good(git_odb_read(&text, objects, &changes[i].id))) return false;
    versions += has_version(git_odb_object_data(text), git_odb_object_size(text));
    git_odb_object_free(text);
  }
  return true;
}

int main(int argument_count, char **arguments) {
  git_repository *repository;
  git_revwalk *walk;
  bool with_versions = argument_count > 1 && strcmp(arguments[1], "versions") == 0;
  if (git_libgit2_init() < 0 || git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0) < 0) return 70;
  if (!is_good(git_repository_open(&repository, ".")) || !is_good(git_repository_odb(&objects, repository)) ||
      !is_good(git_revwalk_new(&walk, repository)) || !is_good(git_revwalk_push_head(walk)))
    return 70;
  git_oid id;
  int result;
  while ((result = git_revwalk_next(&id, walk)) == 0)
    if (!count_in(repository, &id)) return 70;
  if (result != GIT_ITEROVER && !is_good(result)) return 70;
  if (with_versions && !count_versions()) return 70;
  printf("%zu changes, %zu versions\n", change_count, versions);
}
