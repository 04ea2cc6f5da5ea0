# In a place without /proc, such as the jail of a Git server, a program of Swift's does not learn its
# arguments. That must never look like an answer: a hook would let everything pass.
only_root_can || exit 0
unshare --mount true || { echo "skipped: no mounts may be made here"; exit 0; }

expect 70 unshare --mount sh -c 'mount -t tmpfs none /proc && exec writ check --staged'
says "/proc"
[ ! -s "$WORK/.out" ] || fail "it answers all the same"
