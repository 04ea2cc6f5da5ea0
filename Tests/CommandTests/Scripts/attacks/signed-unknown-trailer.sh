# Sam signs a statement with a field that no statement has.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/^Writ-Role: .*/&\nWrit-Condition: only on Mondays/' sam

verify_says invalid
wrong "$S" malformed statement-grammar
missing
status_says partial null
stock accepts "$S"
