# Sam signs a tag with a line of five hyphens in the comment, which could be taken for a signature.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" '/^Sam Lee, Chief/s/$/\n\n-----BEGIN NOTHING-----/' sam

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
