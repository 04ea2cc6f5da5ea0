# Somebody cuts the signature off Sam's approval.
. "$(dirname "$0")/forging.sh"
given_untouched

payload "$S" | store "$S"

verify_says invalid
wrong "$S" invalid unsigned
missing
status_says partial null
stock refuses "$S"
