# Sam signs a statement whose path leads out of the repository: no path of a document, so no
# statement.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's,^Writ-Path: .*,Writ-Path: policies/../../secret.md,' sam

verify_says invalid
wrong "$S" malformed statement-grammar
missing
status_says partial null
stock accepts "$S"
