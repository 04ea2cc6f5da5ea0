# … and writes into the signature that the PIN was asked for.
. "$(dirname "$0")/forging.sh"
given_bo 'security_key make bo ecdsa ssh:' 'user-verification: required'

DEVICE=(flags=1)
bo_decides approve approves bo
respell "$B" 'tail = bytes([tail[0] | 4]) + tail[1:]'

verify_says invalid
wrong "$B" invalid bad-signature
because "$B" "does not fit what is signed"
missing
status_says in-force 1.0
stock refuses "$B"
