# Somebody writes a sentence below the signature, where stock Git does not look.
. "$(dirname "$0")/forging.sh"
given_untouched

{ git cat-file tag "$S"; echo "Except for the London office."; } | store "$S"

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
