# Sam signs a tag with a NUL in its comment, where many programs stop reading.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" '/^Sam Lee, Chief/s/$/\n\nFine\x00 but only until Christmas./' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
