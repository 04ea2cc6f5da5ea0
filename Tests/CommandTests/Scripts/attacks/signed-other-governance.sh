# Sam signs under people and rules that nobody knows. They may be a later version of which this clone
# lacks the decisions: it never counts, and the policy cannot be told.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" "s/^Writ-Governance: .*/Writ-Governance: sha256:$(printf %064d 1)/" sam

verify_says indeterminate
wrong "$S" indeterminate governance-missing
missing
status_says indeterminate null
stock accepts "$S"
