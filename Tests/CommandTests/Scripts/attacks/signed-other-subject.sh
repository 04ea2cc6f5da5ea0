# Sam signs a statement whose first line says something else than its fields.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/approves Information Security Policy 1.0/has a look at Information Security Policy 1.0/' sam

verify_says invalid
wrong "$S" invalid subject-mismatch
missing
status_says partial null
stock accepts "$S"
