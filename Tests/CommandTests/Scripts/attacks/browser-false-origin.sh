# … and says in the signature that it is the page that may.
. "$(dirname "$0")/forging.sh"
given_bo 'security_key make bo ecdsa example.org' \
  'origins: ["https://desk.example.org"]'

DEVICE=(flags=5 origin=https://desk.example.org says=https://wiki.example.org)
bo_decides approve approves bo

verify_says invalid
wrong "$B" invalid bad-signature
because "$B" "sign something else"
missing
status_says in-force 1.0
stock refuses "$B"
