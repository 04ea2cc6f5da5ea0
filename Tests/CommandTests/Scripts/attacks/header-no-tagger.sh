# Sam signs a tag without a tagger, so without a date.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" '/^tagger /d' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock refuses "$S"
