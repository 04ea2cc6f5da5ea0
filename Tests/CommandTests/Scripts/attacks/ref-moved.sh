# Somebody points Sam's name at Jane's approval, so that Sam's is gone and Jane's stands twice.
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref "refs/tags/$S" "refs/tags/$J"

verify_says invalid
wrong "$S" invalid ref-mismatch
missing
status_says partial null
stock accepts "$S"
