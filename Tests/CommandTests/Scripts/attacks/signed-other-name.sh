# Sam signs a tag whose name says another person than its fields.
. "$(dirname "$0")/forging.sh"
given_untouched

T=writ/information-security/1.0/approve/bo-berg
forge "$S" "s,^tag .*,tag $T," sam "$T"

verify_says invalid
wrong "$T" malformed statement-grammar
missing
status_says in-force 1.0
stock accepts "$T"
