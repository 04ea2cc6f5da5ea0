# Sam's approval carries Bo's name as its tagger, signed with Sam's right key.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/^tagger Sam Lee <sam@example.org>/tagger Bo Berg <bo@example.org>/' sam

verify_says invalid
wrong "$S" untrusted tagger-mismatch
missing
status_says partial null
stock accepts "$S"
