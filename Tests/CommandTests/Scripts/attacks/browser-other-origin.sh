# Another page of Bo's own organisation, which Mallory may write, asks his passkey for a signature.
. "$(dirname "$0")/forging.sh"
given_bo 'security_key make bo ecdsa example.org' \
  'origins: ["https://desk.example.org"]'

DEVICE=(flags=5 origin=https://wiki.example.org)
bo_decides approve approves bo

verify_says invalid
wrong "$B" untrusted origin-not-allowed
because "$B" "in a browser at https://wiki.example.org"
missing
status_says in-force 1.0
stock accepts "$B"
