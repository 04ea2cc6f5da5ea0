# Sam signs a tag of a commit that is nowhere: it cannot be told what was approved.
. "$(dirname "$0")/forging.sh"
given_untouched
packed=no

forge "$S" "s/^object .*/object $(printf %040d 1)/" sam

verify_says indeterminate
wrong "$S" indeterminate target-missing
missing
status_says indeterminate null
stock accepts "$S"
