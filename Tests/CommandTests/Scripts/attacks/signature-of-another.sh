# Somebody puts Jane's signature under Sam's words.
. "$(dirname "$0")/forging.sh"
given_untouched

{ payload "$S"; armor "$J"; } | store "$S"

verify_says invalid
wrong "$S" invalid bad-signature
missing
status_says partial null
stock refuses "$S"
