# Bo really approves the same words in another repository with its own people and rules; somebody
# carries the decision over.
. "$(dirname "$0")/forging.sh"
given_untouched

given_other_repository
cd "$WORK/policies"
T=writ/information-security/1.0/approve/bo-berg
git fetch -q --no-tags "$WORK/other" "refs/tags/$T:refs/tags/$T" 2>"$WORK/.err"

verify_says invalid
wrong "$T" invalid other-repository
missing
status_says in-force 1.0
stock accepts "$T"
