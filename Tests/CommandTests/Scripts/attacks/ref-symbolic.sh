# Somebody makes Sam's name a name for Jane's (a symbolic ref).
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref -d "refs/tags/$S"
git symbolic-ref "refs/tags/$S" "refs/tags/$J"

verify_says invalid
wrong "$S" invalid not-a-tag
missing
status_says partial null
stock accepts "$S"
