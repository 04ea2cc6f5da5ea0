# Sam's approval names a decision as seen that never was: it is missed, and the policy cannot be
# told.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" "s,^Writ-Seen: .*,Writ-Seen: sha256:$(printf %064d 1) writ/information-security/1.0/approve/bo-berg," sam

verify_says invalid
wrong
missing writ/information-security/1.0/approve/bo-berg
status_says indeterminate null
stock accepts "$S"
