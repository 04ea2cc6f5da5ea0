# A passkey signs in a browser, at the origin that its entry in writ.yaml names.
. "$(dirname "$0")/../attacks/forging.sh"
given_bo 'security_key make bo ecdsa desk.example.org' 'user-verification: required' \
  'origins: ["https://desk.example.org", "http://localhost:8080"]'

for origin in https://desk.example.org http://localhost:8080; do
  DEVICE=(flags=29 "origin=$origin")
  bo_decides approve approves bo
  verify_says valid
  wrong
  stock accepts "$B"
done

# Chrome says more behind the origin; a device may say something of extensions.
DEVICE=(flags=5 origin=https://desk.example.org 'more=,"crossOrigin":false,"other_keys_can_be_added_here":"do not compare clientDataJSON against a template"}')
bo_decides approve approves bo
verify_says valid
stock accepts "$B"
DEVICE=(flags=133 extensions=a0 origin=https://desk.example.org)
bo_decides approve approves bo
verify_says valid
stock accepts "$B"

# Plugged in, it signs for OpenSSH, and no origin is asked for.
DEVICE=(flags=5)
bo_decides approve approves bo
verify_says valid
status_says in-force 1.0
stock accepts "$B"
