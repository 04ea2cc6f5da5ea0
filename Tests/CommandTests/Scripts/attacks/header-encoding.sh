# Sam signs a tag that says it is in another encoding, so that programs may show other words.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/^tagger .*/&\nencoding ISO-8859-1/' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
