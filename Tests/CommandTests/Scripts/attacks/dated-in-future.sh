# Sam dates an approval in the next year, which is still to come.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/ 1796119200 / 1827655200 /' sam

verify_says indeterminate
wrong "$S" indeterminate in-the-future
missing
status_says partial null
stock accepts "$S"
