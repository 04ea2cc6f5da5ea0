# No attack: Git throws away what nothing names (git gc --prune=now). Everything holds.
. "$(dirname "$0")/forging.sh"
given_untouched

git reflog expire --expire=now --all
git gc -q --prune=now

verify_says valid
wrong
missing
status_says in-force 1.0
