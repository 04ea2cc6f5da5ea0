# Sam signs a comment with a character that turns round the direction of reading.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" '/^Sam Lee, Chief/s/$/\n\nFine \xe2\x80\xae but only until Christmas./' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
