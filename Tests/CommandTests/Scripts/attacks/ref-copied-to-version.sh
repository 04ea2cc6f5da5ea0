# Somebody copies Sam's approval to a later version. The copy is invalid; the original still counts.
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref refs/tags/writ/information-security/2.0/approve/sam-lee "refs/tags/$S"

verify_says invalid
wrong writ/information-security/2.0/approve/sam-lee invalid ref-mismatch
missing
status_says in-force 1.0
stock accepts writ/information-security/2.0/approve/sam-lee
