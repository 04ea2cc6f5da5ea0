# Sam signs a tag with the line ends of another system.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" '/^Sam Lee, Chief/s/$/\r/' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
