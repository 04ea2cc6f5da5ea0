# Sam signs a tag that says it is of a commit, but points at a folder.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" "s/^object .*/object $(git rev-parse 'HEAD^{tree}')/" sam

verify_says invalid
wrong "$S" malformed target-type
missing
status_says partial null
stock accepts "$S"
