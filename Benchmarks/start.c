// The least that a program does which uses libgit2: start it.

#include <git2.h>

int main(void) { return git_libgit2_init() > 0 ? 0 : 1; }
