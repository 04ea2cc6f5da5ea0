// Of glibc's own calls Swift sees those of POSIX only: these two are declared as in <stdio.h> and
// <unistd.h>.
extern int renameat2(int from_folder, const char *from, int to_folder, const char *to,
                     unsigned int flags);
extern int syncfs(int descriptor);

// RENAME_EXCHANGE of <linux/fs.h>.
static const unsigned int writ_rename_exchange = 2;
