# Somebody rewrites the whole history into one commit of another author. The decisions keep what
# they are about.
. "$(dirname "$0")/forging.sh"
given_untouched

git checkout -q --orphan rewritten
git -c user.name=Nobody -c user.email=nobody@example.org commit -qm "All of it" 2>"$WORK/.err"
git branch -qD main
git branch -qM main
git reflog expire --expire=now --all
git gc -q --prune=now

verify_says valid
wrong
missing
status_says in-force 1.0
