# Sam signs a statement that names two roles.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/^Writ-Role: .*/&\nWrit-Role: chief-executive/' sam

verify_says invalid
wrong "$S" malformed statement-grammar
missing
status_says partial null
stock accepts "$S"
