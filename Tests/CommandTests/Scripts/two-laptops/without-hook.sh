# The same remote without the hook: whatever somebody who may push does there, each copy finds out.
. "$(dirname "$0")/../attacks/forging.sh"
. "$(dirname "$0")/words"
given_clones
root=$(writ root --format json | jq -r .root)
asked_for "Suppliers follow this policy too."
for person in jane sam; do
  at "$person"
  writ root --pin "$root" --quiet
  expect 0 writ pull
  expect 0 writ approve information-security --commit origin/change/information-security-2.0 --key "$WORK/$person" --yes
  expect 0 writ push
done
J2=writ/information-security/2.0/approve/jane-doe S2=writ/information-security/2.0/approve/sam-lee
at pat
expect 0 writ change land
expect 0 writ push
for person in pat jane sam mallory; do
  at "$person" && git switch -q main && writ root --pin "$root" --quiet
  expect 0 writ pull
  expect 0 writ verify
done
at jane && writ verify --format json >"$WORK/kept.json"
cp -r "$WORK/remote.git" "$WORK/sound.git"

# as_before: the remote and all copies are as they were, before the next attack.
cp -r "$WORK/clones" "$WORK/sound-clones" && cp -r "$WORK/policies" "$WORK/sound-policies"
for person in pat jane sam; do cp -r "$HOME/state-$person" "$WORK/sound-state-$person"; done
as_before() {
  cd "$WORK"
  rm -rf remote.git clones policies
  cp -r sound.git remote.git && cp -r sound-clones clones && cp -r sound-policies policies
  for person in pat jane sam; do
    rm -rf "$HOME/state-$person" && cp -r "sound-state-$person" "$HOME/state-$person"
  done
  at mallory
}

# every_copy VERDICT TEXT: what verify says in each, having fetched as stock Git does when it is told to
# follow the remote in everything.
every_copy() {
  local wanted=$1 text=$2 person
  for person in pat jane sam; do
    at "$person"
    git fetch -q --prune --force origin '+refs/heads/*:refs/remotes/origin/*' '+refs/tags/*:refs/tags/*' 2>"$WORK/.err"
    expect 1 writ verify
    says "$text"
    expect 1 writ verify --format json
    json .verdict "\"$wanted\""
  done
}
# pull_says TEXT: what a copy is told that fetches with Writ, which keeps what it has.
pull_says() {
  at "$1"
  expect 1 writ pull
  says "$2"
  expect 0 writ verify
}

# Deleted: the newest decision, which no other one names.
as_before
expect 0 git push -q --no-verify origin ":refs/tags/$S2"
pull_says pat "Sam Lee"
every_copy invalid "missing Sam Lee's approval of Information Security Policy 2.0"
# Whoever still has it puts it back.
as_before
expect 0 git push -q --no-verify origin ":refs/tags/$S2"
at jane
expect 0 writ push
[ "$(there "refs/tags/$S2")" != nothing ] || fail "it was not put back"

# Moved: another decision under its name.
as_before
expect 0 git push -q --no-verify --force origin "$S2:refs/tags/$J2"
pull_says pat "Jane Doe"
every_copy invalid "Jane Doe's approval of Information Security Policy 2.0"

# Forged, in the name of somebody who may decide.
as_before
forge "$J2" 's/2\.0/3.0/g' mallory writ/information-security/3.0/approve/jane-doe
expect 0 git push -q --no-verify origin refs/tags/writ/information-security/3.0/approve/jane-doe
at pat
expect 1 writ pull
says "does not hold"
every_copy invalid "writ/information-security/3.0/approve/jane-doe"

# The approved text changed under its version, on the main branch: the approved one stays in force.
as_before
sed -i 's/^Suppliers follow/Nobody follows/' $policy
git commit -qam "A small correction" --no-verify
expect 0 git push -q --no-verify origin main
for person in pat jane sam; do
  at "$person"
  git pull -q 2>"$WORK/.err"
  expect 0 writ verify
  expect 0 writ status information-security
  says "The text here differs from the one approved as version 2.0"
  expect 0 writ show information-security
  says "Suppliers follow this policy too"
  expect 1 writ check
  says "Another text is approved as version 2.0"
done

# A role granted to oneself, in the file and by one's own decision: who may decide stays who may.
as_before
writ people add mallory --name "Mallory Roe" --email mallory@example.org --role chief-executive --role ciso --key "$WORK/mallory.pub" --quiet
git commit -qam "Change who decides: version 1.1" --no-verify
draft=sha256:$(sha256sum writ.yaml | cut -d' ' -f1)
forge "$GJ" "s/1\\.0/1.1/g; s/jane-doe/mallory/g; s/Jane Doe/Mallory Roe/g; s/jane@/mallory@/
  s/^object .*/object $(git rev-parse HEAD)/; s/^Writ-Digest: .*/Writ-Digest: $draft/; s/^Writ-Governance: .*/Writ-Governance: $draft/
  s,^Writ-Key: .*,Writ-Key: $(fingerprint mallory)," mallory writ/governance/1.1/approve/mallory
expect 0 git push -q --no-verify origin main refs/tags/writ/governance/1.1/approve/mallory
for person in pat jane sam; do
  at "$person"
  git pull -q --tags 2>"$WORK/.err"
  expect 1 writ verify
  says "never came into force here"
  expect 0 writ people
  says_not "Mallory Roe <"
  expect 0 writ status information-security
  says "Information Security Policy 2.0 (information-security) in force"
done

# All of it rolled back to what it was this morning: the branch rewound, both decisions gone.
as_before
expect 0 git push -q --no-verify --force origin main~1:main ":refs/tags/$J2" ":refs/tags/$S2"
pull_says sam "Jane Doe"
every_copy invalid "2 missing"
# A copy made only now knows nothing of it; one earlier report that somebody kept tells.
rm -rf "$WORK/fresh" && git clone -q "$WORK/remote.git" "$WORK/fresh" && cd "$WORK/fresh"
expect 1 as stranger writ verify --root "$root" --since "$WORK/kept.json"
says "missing"
