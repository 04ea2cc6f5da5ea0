# Somebody who found Bo's security key touches it, without the PIN that its entry asks for.
. "$(dirname "$0")/forging.sh"
given_bo 'security_key make bo ecdsa ssh:' 'user-verification: required'

DEVICE=(flags=1)
bo_decides approve approves bo

verify_says invalid
wrong "$B" untrusted user-not-verified
because "$B" "without the PIN or finger"
missing
status_says in-force 1.0
stock accepts "$B"
