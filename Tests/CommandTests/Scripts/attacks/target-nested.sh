# Sam signs a tag that points at another tag.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/^object .*/object '"$(git rev-parse $J)"'/; s/^type commit/type tag/' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
