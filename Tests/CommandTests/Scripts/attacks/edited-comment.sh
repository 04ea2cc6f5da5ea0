# Somebody adds a comment to Sam's approval.
. "$(dirname "$0")/forging.sh"
given_untouched

tamper "$S" '/^Sam Lee, Chief/a\
\
But only until Christmas.'

verify_says invalid
wrong "$S" invalid bad-signature
missing
status_says partial null
stock refuses "$S"
