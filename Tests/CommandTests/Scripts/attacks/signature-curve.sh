# Bo's key says that it is on one curve, and its point is on another.
. "$(dirname "$0")/forging.sh"
given_bo 'ssh-keygen -q -t ecdsa -b 384 -N "" -f bo'

bo_decides approve approves bo
stock accepts "$B"
respell "$B" 'key = key.replace(put(b"nistp384"), put(b"nistp256"))'

verify_says invalid
wrong "$B" malformed signature-grammar
because "$B" "its type and its curve disagree"
missing
status_says in-force 1.0
stock refuses "$B"
