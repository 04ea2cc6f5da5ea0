# Somebody edits the first line of Sam's approval, the one that people read.
. "$(dirname "$0")/forging.sh"
given_untouched

tamper "$S" 's/approves Information Security Policy 1.0/approves Dress Code 1.0/'

verify_says invalid
wrong "$S" invalid bad-signature
missing
status_says partial null
stock refuses "$S"
