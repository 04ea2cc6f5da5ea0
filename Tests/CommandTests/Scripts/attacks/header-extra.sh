# Sam signs a tag with a header that no statement has; stock Git passes over it.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/^tagger .*/&\nnote nothing to see here/' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
