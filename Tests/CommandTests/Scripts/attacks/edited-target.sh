# Somebody points Sam's approval at another commit with the very same text.
. "$(dirname "$0")/forging.sh"
given_untouched

other=$(git commit-tree -m "The same again" "HEAD^{tree}")
tamper "$S" "s/^object .*/object $other/"

verify_says invalid
wrong "$S" invalid bad-signature
missing
status_says partial null
stock refuses "$S"
