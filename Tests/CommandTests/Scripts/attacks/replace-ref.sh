# Somebody hides Sam's approval from stock Git behind a replacement (refs/replace) that says
# something else. Writ reads the object itself.
. "$(dirname "$0")/forging.sh"
given_untouched

git cat-file tag "$S" | sed 's/approves/rejects/' >"$WORK/object"
git replace "$(git rev-parse "$S")" "$(git hash-object -w --literally -t tag "$WORK/object")"
git cat-file tag "$S" | grep -q "Officer, rejects" || fail "stock Git does not see the replacement"
stock refuses "$S"

# Told to read the objects themselves, stock Git agrees again.
export GIT_NO_REPLACE_OBJECTS=1
verify_says valid
noted "refs/replace"
wrong
missing
status_says in-force 1.0
stock accepts "$S"
