# Somebody copies Sam's approval to another policy that nobody approved. The copy is invalid; the
# original still counts.
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref refs/tags/writ/remote-work/1.0/approve/sam-lee "refs/tags/$S"

verify_says invalid
wrong writ/remote-work/1.0/approve/sam-lee invalid ref-mismatch
missing
status_says in-force 1.0
stock accepts writ/remote-work/1.0/approve/sam-lee
