# No attack: Git moves the names into one file (git pack-refs). Everything holds.
. "$(dirname "$0")/forging.sh"
given_untouched

git pack-refs --all
[ ! -e ".git/refs/tags/$S" ] || fail "nothing was packed"

verify_says valid
wrong
missing
status_says in-force 1.0
