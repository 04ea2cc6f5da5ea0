# Sam signs a statement about a file that the commit does not hold.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's,^Writ-Path: .*,Writ-Path: policies/elsewhere.md,' sam

verify_says invalid
wrong "$S" invalid file-missing
missing
status_says partial null
stock accepts "$S"
