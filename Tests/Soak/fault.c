// Loaded before the C library (LD_PRELOAD): counts the calls with which a program changes what is stored,
// in all its threads, and ends it before one of them, or has that one fail.
//
//   FAULT_LOG=FILE    lists the calls: number, name, path
//   FAULT_AT=NUMBER   the call that it is about; FAULT_ERROR=NUMBER the error (errno), else SIGKILL
//
// strace counts for each thread by itself, and which thread does what differs from run to run.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

static int number_in(const char *variable) {
  const char *text = getenv(variable);
  return text ? atoi(text) : 0;
}

// Whether this call is to fail; errno says why.
static int fails(const char *name, const char *path) {
  static atomic_int count;
  int number = ++count;
  const char *log = getenv("FAULT_LOG");
  if (log) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%d %s %s\n", number, name, path);
    int file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    syscall(SYS_write, file, line, length);
    syscall(SYS_close, file);
  }
  if (number != number_in("FAULT_AT")) return 0;
  int error = number_in("FAULT_ERROR");
  if (!error) kill(getpid(), SIGKILL);
  errno = error;
  return 1;
}

// The same for an open file or folder; never for pipes, terminals and what wakes a thread.
static int fails_on(const char *name, int file) {
  struct stat status;
  if (fstat(file, &status) || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) return 0;
  char link[32], path[PATH_MAX] = "";
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  syscall(SYS_readlink, link, path, sizeof path - 1);
  return fails(name, path);
}

#define OPEN(name)                                             \
  int name(const char *path, int flags, ...) {                 \
    va_list rest;                                              \
    va_start(rest, flags);                                     \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;  \
    va_end(rest);                                              \
    if (flags & O_CREAT && fails("open", path)) return -1;     \
    return NEXT(name)(path, flags, mode);                      \
  }
OPEN(open)
OPEN(open64)

#define WITH_PATH(name, type, parameters, arguments, path)     \
  type name parameters {                                       \
    if (fails(#name, path)) return (type)-1;                   \
    return NEXT(name) arguments;                               \
  }
WITH_PATH(mkdir, int, (const char *path, mode_t mode), (path, mode), path)
WITH_PATH(rmdir, int, (const char *path), (path), path)
WITH_PATH(unlink, int, (const char *path), (path), path)
WITH_PATH(link, int, (const char *from, const char *to), (from, to), to)
WITH_PATH(rename, int, (const char *from, const char *to), (from, to), to)
WITH_PATH(chmod, int, (const char *path, mode_t mode), (path, mode), path)
WITH_PATH(mkstemp, int, (char *path), (path), path)

char *mkdtemp(char *path) { return fails("mkdtemp", path) ? NULL : NEXT(mkdtemp)(path); }

#define WITH_FILE(name, type, parameters, arguments)           \
  type name parameters {                                       \
    if (fails_on(#name, file)) return -1;                      \
    return NEXT(name) arguments;                               \
  }
WITH_FILE(write, ssize_t, (int file, const void *bytes, size_t count), (file, bytes, count))
WITH_FILE(fsync, int, (int file), (file))
WITH_FILE(fdatasync, int, (int file), (file))
WITH_FILE(fchmod, int, (int file, mode_t mode), (file, mode))
WITH_FILE(flock, int, (int file, int operation), (file, operation))
