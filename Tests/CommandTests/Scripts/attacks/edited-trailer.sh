# Somebody cuts out of Sam's approval that Sam had seen Jane's.
. "$(dirname "$0")/forging.sh"
given_untouched

tamper "$S" '/^Writ-Seen: /d'

verify_says invalid
wrong "$S" invalid bad-signature
missing
status_says partial null
stock refuses "$S"
