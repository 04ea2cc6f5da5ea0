# Sam signs a tag with two taggers; programs differ on which they show.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/^tagger .*/&\ntagger Bo Berg <bo@example.org> 1796119200 +0000/' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
