# Somebody with push rights renames Sam's approval to Bo's: it is a whole object in the wrong place.
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref refs/tags/writ/information-security/1.0/approve/bo-berg "refs/tags/$S"
git update-ref -d "refs/tags/$S"

verify_says invalid
wrong writ/information-security/1.0/approve/bo-berg invalid ref-mismatch
missing
status_says partial null
stock accepts writ/information-security/1.0/approve/bo-berg
