# Somebody edits the name inside Sam's approval, and stores it under that name.
. "$(dirname "$0")/forging.sh"
given_untouched

git cat-file tag "$S" | sed 's,^tag writ/.*,tag writ/information-security/1.0/approve/sam-lee.2,' |
  store "$S.2"
git update-ref -d "refs/tags/$S"

verify_says invalid
wrong "$S.2" invalid bad-signature
missing
status_says partial null
stock refuses "$S.2"
