# A program on Bo's machine has his security key sign while nobody touches it.
. "$(dirname "$0")/forging.sh"
given_bo 'security_key make bo ed25519 ssh:'

DEVICE=(flags=4)
bo_decides approve approves bo

verify_says invalid
wrong "$B" invalid bad-signature
because "$B" "nobody touched the security key"
missing
status_says in-force 1.0
stock accepts "$B"
