# Bo's signature says that the text was hashed with SHA-1.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides approve approves bo
respell "$B" 'hash = b"sha1"'

verify_says invalid
wrong "$B" malformed signature-grammar
because "$B" "its hash function is neither sha256 nor sha512"
missing
status_says in-force 1.0
stock refuses "$B"
