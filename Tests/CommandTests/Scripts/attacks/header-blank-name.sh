# Sam signs a tag whose tagger has a date that is no number.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/^\(tagger .*\) 1796119200/\1 yesterday/' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
