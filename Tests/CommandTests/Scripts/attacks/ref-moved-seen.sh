# Somebody points Jane's name at Sam's approval. Sam had seen Jane's: it is missed, and nothing is
# in force until it is back.
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref "refs/tags/$J" "refs/tags/$S"

verify_says invalid
wrong "$J" invalid ref-mismatch
missing "$J"
status_says indeterminate null
stock accepts "$J"
