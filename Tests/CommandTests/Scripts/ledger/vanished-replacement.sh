# Entry took the place of Access Control. An administrator deletes the decisions on Entry, or their text, and its
# branch: no command says that Access Control is in force again. Who remembers them knows what they were about;
# for anybody else, every document but the people and rules is in doubt while a later decision names them.

given_approved_policy
writ new policy access-control --quiet
writ new policy acceptable-use --quiet
git add policies
git commit -qm "Two more" 2>"$WORK/.err"
approve jane access-control --accept-warnings
git switch -qc change/entry-1.0
sed 's/^id: .*/id: entry/; s/^title: .*/title: Entry Policy/; s/^version: .*/&\nreplaces: access-control/' \
  policies/access-control.md >policies/entry.md
git rm -q policies/access-control.md
git add policies
git commit -qm "Entry" 2>"$WORK/.err"
approve jane entry --accept-warnings
git switch -q main
root=$(writ root --format json | jq -r .root)
state() { # DOC STATE VERSION
  expect 0 as "$1" env WRIT_ROOT="$root" writ status "$2" --format json
  json '.documents[0] | [.state, ."in-force"]' "$3"
}
undecided='["indeterminate",null]'
state auditor access-control '["superseded",null]'
state auditor entry '["in-force","1.0"]'
state auditor information-security '["in-force","1.0"]'
rm -rf "$HOME/state-unaware"
approve sam acceptable-use --accept-warnings
state auditor acceptable-use '["in-force","1.0"]'
cp -r "$HOME/state-auditor" "$HOME/state-earlier"
rm "$HOME"/state-earlier/writ/*/memory.signed

E=writ/entry/1.0/approve/jane-doe
kept=$(git rev-parse $E)
git update-ref -d refs/tags/$E
# While its branch is there it is no proof either: another text may have been the one.
for branch in kept gone; do
  if [ $branch = gone ]; then git branch -qD change/entry-1.0; fi
  state auditor access-control "$undecided"
  state auditor acceptable-use '["in-force","1.0"]'
  state auditor information-security '["in-force","1.0"]'
  # What an earlier version remembers tells nobody what was replaced.
  for person in newcomer earlier; do
    for document in access-control acceptable-use information-security; do
      state $person $document "$undecided"
    done
    state $person governance '["in-force","1.0"]'
  done
done

# Each command that tells what is in force, or lets somebody decide, agrees.
new() { as newcomer env WRIT_ROOT="$root" "$@"; }
expect 1 new writ show access-control
says "it cannot be told what is in force: An approval is missing, and its text may have replaced this one: $E."
expect 1 new writ show acceptable-use
expect 1 new writ publish --output ../site
expect 0 new writ brief jane-doe --format json
json '[.policies, (.notes | length)]' '[[],1]'
expect 0 new writ brief jane-doe
says "Of 3 documents it cannot be told now what is in force, and nothing can be decided."
expect 0 new writ inbox --person jane-doe --format json
json '[.awaiting, .notes]' '[[],["Of 3 documents it cannot be told now what is in force, and nothing can be decided. Whoever keeps the policies can see why: writ verify."]]'
expect 1 new writ verify --format json
json '[.missing[].ref]' "[\"refs/tags/$E\"]"
for decision in "approve acceptable-use" "reaffirm information-security" "retire acceptable-use --comment x"; do
  # shellcheck disable=SC2086
  expect 1 new writ $decision --key ../bo --yes
  says "now: An approval is missing, and its text may have replaced this one: $E."
done
expect 0 new writ evidence --clause 5.2 --output ../pack
jq -c '[.documents[] | select(.id != "governance") | .state] | unique' ../pack/evidence.json | grep -qx '\["indeterminate"\]' ||
  fail "the pack says something else"
expect 0 as auditor env WRIT_ROOT="$root" writ status acceptable-use --format json

# A decoy in HEAD proves nothing.
sed 's/^id: .*/id: entry/; s/^title: .*/title: Entry Policy/' policies/access-control.md >policies/entry.md
git add policies
git commit -qm "Decoy" 2>"$WORK/.err"
state stranger access-control "$undecided"
state stranger acceptable-use "$undecided"
git update-ref -d refs/heads/main HEAD~ 2>/dev/null || git reset -q --hard HEAD~

# Any other copy restores it; and where it is gone for good, the people and rules can say so.
git update-ref refs/tags/$E "$kept"
state newcomer access-control '["superseded",null]'
state newcomer acceptable-use '["in-force","1.0"]'
id=sha256:$(git cat-file tag $E | sed '/^-----BEGIN/,$d' | sha256sum | cut -d' ' -f1)
git update-ref -d refs/tags/$E
sed -i "s/^organisation:/lost: [$id]\n&/" writ.yaml
expect 0 as newcomer writ people draft
git commit -qam "Change who decides: version 1.1" 2>"$WORK/.err"
approve jane governance --accept-warnings
approve sam governance --accept-warnings
state newcomer access-control '["in-force","1.0"]'
state newcomer acceptable-use '["in-force","1.0"]'
expect 0 new writ verify
