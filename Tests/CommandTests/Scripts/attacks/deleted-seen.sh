# Somebody deletes Jane's approval. Sam had seen it: it is missed by name, and nothing is in force
# until it is back.
. "$(dirname "$0")/forging.sh"
given_untouched

kept=$(git rev-parse "$J")
git update-ref -d "refs/tags/$J"

verify_says invalid
wrong
missing "$J"
status_says indeterminate null
expect 1 as jane writ show information-security

git update-ref "refs/tags/$J" "$kept"
verify_says valid
