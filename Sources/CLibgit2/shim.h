#include <git2.h>
#include <git2/sys/alloc.h>
#include <git2/sys/repository.h>
#include <stdlib.h>
#include <string.h>

// git_libgit2_opts is variadic, which Swift cannot call.
static inline int writ_git_set_flag(git_libgit2_opt_t option, int value) {
  return git_libgit2_opts(option, value);
}

static inline int writ_git_set_size(git_libgit2_opt_t option, size_t value) {
  return git_libgit2_opts(option, value);
}

// How large an object is stands in the object: a few bytes from anywhere may claim to be gigabytes. So
// libgit2 gets at most this much in one piece, which is room for the refs of a very large repository.
// To ask for the size of each object first would take as long as to read it.
static const size_t writ_git_most_bytes = (size_t)256 << 20;

// And while a foreign pack is unpacked, this thread gets at most so much in all; 0 where there is no limit.
// What a small pack unpacks to has no other.
static _Thread_local size_t writ_git_budget = 0;

static inline void writ_git_set_budget(size_t bytes) { writ_git_budget = bytes; }

static inline int writ_git_is_too_much(size_t count, size_t size) {
  if (size != 0 && count > writ_git_most_bytes / size) return 1;
  if (writ_git_budget == 0) return 0;
  // The last byte of it is never given: 0 would mean that there is no limit.
  if (count * size >= writ_git_budget) return 1;
  writ_git_budget -= count * size;
  return 0;
}

static inline void *writ_git_malloc(size_t size, const char *file, int line) {
  return writ_git_is_too_much(1, size) ? NULL : malloc(size);
}

static inline void *writ_git_calloc(size_t count, size_t size, const char *file, int line) {
  return writ_git_is_too_much(count, size) ? NULL : calloc(count, size);
}

static inline void *writ_git_mallocarray(size_t count, size_t size, const char *file, int line) {
  return writ_git_is_too_much(count, size) ? NULL : malloc(count * size);
}

static inline void *writ_git_realloc(void *old, size_t size, const char *file, int line) {
  return writ_git_is_too_much(1, size) ? NULL : realloc(old, size);
}

static inline void *writ_git_reallocarray(
    void *old, size_t count, size_t size, const char *file, int line) {
  return writ_git_is_too_much(count, size) ? NULL : realloc(old, count * size);
}

static inline char *writ_git_strdup(const char *text, const char *file, int line) {
  return strdup(text);
}

static inline char *writ_git_strndup(const char *text, size_t size, const char *file, int line) {
  return strndup(text, size);
}

static inline char *writ_git_substrdup(const char *text, size_t size, const char *file, int line) {
  if (writ_git_is_too_much(1, size)) return NULL;
  char *copy = (char *)malloc(size + 1);
  if (copy) {
    memcpy(copy, text, size);
    copy[size] = 0;
  }
  return copy;
}

static inline int writ_git_limit_memory(void) {
  git_allocator limited = {
      .gmalloc = writ_git_malloc,
      .gcalloc = writ_git_calloc,
      .gstrdup = writ_git_strdup,
      .gstrndup = writ_git_strndup,
      .gsubstrdup = writ_git_substrdup,
      .grealloc = writ_git_realloc,
      .greallocarray = writ_git_reallocarray,
      .gmallocarray = writ_git_mallocarray,
      .gfree = free,
  };
  return git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &limited);
}
