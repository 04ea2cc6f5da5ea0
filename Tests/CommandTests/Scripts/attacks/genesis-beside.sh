# Mallory puts her own people and rules into HEAD and her decisions beside the true ones.
. "$(dirname "$0")/forging.sh"
given_untouched

# Mallory makes a repository of the same look, in which her keys are those of Jane and Sam.
mkdir "$WORK/evil"
for name in jane sam; do ssh-keygen -q -t ed25519 -N "" -f "$WORK/evil/$name"; done
writ init "$WORK/evil/policies" --organisation "Example Ltd" --quiet
cd "$WORK/evil/policies"
writ people add jane-doe --name "Jane Doe" --email jane@example.org \
  --role chief-executive --key ../jane.pub --quiet
writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
sed -i "s/every suspected breach/no suspected breach/" policies/information-security.md
git commit -qam "Register who decides" 2>"$WORK/.err"
for document in governance information-security; do
  for name in jane sam; do
    as evil writ approve $document --key "$WORK/evil/$name" --yes --quiet --accept-warnings
  done
done
cd "$WORK/policies"

git fetch -q "$WORK/evil/policies" main 2>"$WORK/.err"
git reset -q --hard FETCH_HEAD
for tag in "$GJ" "$GS" "$J" "$S"; do
  git fetch -q "$WORK/evil/policies" "refs/tags/$tag:refs/tags/$tag.2" 2>"$WORK/.err"
done

verify_says invalid
wrong "$GJ.2" invalid ref-mismatch "$GS.2" invalid ref-mismatch \
  "$J.2" invalid ref-mismatch "$S.2" invalid ref-mismatch
missing
status_says draft 1.0
flags modified
expect 0 as jane writ show information-security
says "We look into every suspected breach"
expect 1 as stranger writ verify --format json
json '[.verdict == "valid", ."root-pinned"]' '[false,false]'
