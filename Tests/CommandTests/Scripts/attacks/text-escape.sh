# Sam signs a comment with an escape sequence that turns the reader's terminal black.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" '/^Sam Lee, Chief/s/$/\n\nFine \x1b[8m but only until Christmas./' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
