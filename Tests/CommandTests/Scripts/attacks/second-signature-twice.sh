# Sam's signature stands twice.
. "$(dirname "$0")/forging.sh"
given_untouched

{ git cat-file tag "$S"; armor "$S"; } | store "$S"

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock refuses "$S"
