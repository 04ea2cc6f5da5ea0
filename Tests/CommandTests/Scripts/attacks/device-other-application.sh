# Another program has Bo's security key sign for itself, and shows the signature as one for SSH.
. "$(dirname "$0")/forging.sh"
given_bo 'security_key make bo ecdsa ssh:'

DEVICE=(flags=5 application=ssh:other)
bo_decides approve approves bo

verify_says invalid
wrong "$B" invalid bad-signature
because "$B" "does not fit what is signed"
missing
status_says in-force 1.0
stock refuses "$B"
