# A page asks Bo's security key for a signature, though its entry names no page that may.
. "$(dirname "$0")/forging.sh"
given_bo 'security_key make bo ecdsa desk.example.org'

DEVICE=(flags=5 origin=https://desk.example.org)
bo_decides approve approves bo

verify_says invalid
wrong "$B" untrusted origin-not-allowed
because "$B" "in a browser at https://desk.example.org"
missing
status_says in-force 1.0
stock accepts "$B"
