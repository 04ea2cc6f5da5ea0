# Mallory replaces the whole repository by one of her own making, with other people and rules.
. "$(dirname "$0")/forging.sh"
given_untouched
packed=no

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

for tag in $(git tag -l 'writ/*'); do git update-ref -d "refs/tags/$tag"; done
git fetch -q --tags "$WORK/evil/policies" main 2>"$WORK/.err"
git reset -q --hard FETCH_HEAD

verify_says invalid
problem "This is not the repository that you know"
wrong "$GJ" invalid other-repository "$GS" invalid other-repository \
  "$J" invalid other-repository "$S" invalid other-repository
status_says draft null
expect 1 as jane writ show information-security

# Who knows nothing is told so, and what to compare.
expect 1 as stranger writ verify --format json
json '[.verdict, ."root-pinned", (.repository == "'"$root"'")]' '["indeterminate",false,false]'
expect 1 as stranger writ verify --root "$root" --format json
json .verdict '"invalid"'
