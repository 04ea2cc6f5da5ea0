# Mallory's page shows the page that may ask in a frame, where Bo cannot see what it is.
. "$(dirname "$0")/forging.sh"
given_bo 'security_key make bo ecdsa example.org' \
  'origins: ["https://desk.example.org"]'

DEVICE=(flags=5 origin=https://desk.example.org 'more=,"crossOrigin":true}')
bo_decides approve approves bo

verify_says invalid
wrong "$B" invalid bad-signature
because "$B" "within a page of another site"
missing
status_says in-force 1.0
stock accepts "$B"
