# Somebody stores Sam's approval a second time under the number .2, which only a tag of that name
# may have.
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref "refs/tags/$S.2" "refs/tags/$S"

verify_says invalid
wrong "$S.2" invalid ref-mismatch
missing
status_says in-force 1.0
stock accepts "$S.2"
