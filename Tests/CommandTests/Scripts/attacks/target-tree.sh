# Sam signs a tag of a folder instead of a commit.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/^object .*/object '"$(git rev-parse HEAD^{tree})"'/; s/^type commit/type tree/' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
