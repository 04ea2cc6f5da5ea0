# Sam approves as chief executive, a role that Sam does not hold.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/^Writ-Role: .*/Writ-Role: chief-executive/; s/Chief Information Security Officer/Chief Executive/' sam

verify_says invalid
wrong "$S" untrusted role-not-held
missing
status_says partial null
stock accepts "$S"
