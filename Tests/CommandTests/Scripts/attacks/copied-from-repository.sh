# Bo really approves the same words in another repository with its own people and rules; somebody
# carries the decision over.
. "$(dirname "$0")/forging.sh"
given_untouched

writ init "$WORK/other" --organisation "Example Ltd" --quiet
cd "$WORK/other"
writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
writ people add bo-berg --name "Bo Berg" --email bo@example.org --role board-member --key ../bo.pub --quiet
writ people add jane-doe --name "Jane Doe" --email jane@example.org \
  --role chief-executive --key ../jane.pub --quiet
cp "$WORK/policies/policies/information-security.md" policies/
git add -A
git commit -qm "The same policy, another order of people" 2>"$WORK/.err"
approve sam governance
approve bo governance
approve bo information-security
cd "$WORK/policies"
T=writ/information-security/1.0/approve/bo-berg
git fetch -q --no-tags "$WORK/other" "refs/tags/$T:refs/tags/$T" 2>"$WORK/.err"

verify_says invalid
wrong "$T" invalid other-repository
missing
status_says in-force 1.0
stock accepts "$T"
