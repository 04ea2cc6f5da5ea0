# Mallory's signature stands in front of Sam's, whose signature is over both.
. "$(dirname "$0")/forging.sh"
given_untouched

payload "$S" | signed mallory | signed sam | store "$S"

verify_says invalid
wrong "$S" malformed object-grammar
missing
status_says partial null
stock accepts "$S"
