#include <git2.h>
#include <git2/sys/errors.h>

// git_libgit2_opts is variadic, which Swift cannot call.
static inline int writ_git_opts_set_flag(int option, int value) {
  return git_libgit2_opts(option, value);
}
