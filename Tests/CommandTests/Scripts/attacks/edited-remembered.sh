# Sam's approval is replaced by another one that he signs himself, of an earlier date: nothing is wrong
# with it but that it is not the one that was there.
. "$(dirname "$0")/forging.sh"
given_untouched
remembering

forge "$S" "s/^\(tagger .*>\) [0-9]* /\1 $(date -u -d '2026-12-01 09:59:30' +%s) /" sam

verify_says invalid
wrong
missing "$S"
status_says indeterminate null
stock accepts "$S"

reader=newcomer
expect 0 as newcomer writ root --pin "$root"
verify_says valid
status_says in-force 1.0
