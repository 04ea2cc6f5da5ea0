#include <git2.h>

// git_libgit2_opts is variadic, which Swift cannot call.
static inline int writ_git_set_flag(git_libgit2_opt_t option, int value) {
  return git_libgit2_opts(option, value);
}
