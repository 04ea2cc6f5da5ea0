# Bo left. He signs a rejection with an old date in a copy of before, and hands somebody a bundle of it who knows
# the root: there it holds. It is not remembered, so that nothing is missed in the repository itself. And who
# remembers it all the same, from a copy of before, is told that it is gone, and nothing else.

given_approved_policy
root=$(writ root --format json | jq -r .root)
git clone -q --mirror . ../before
his=writ/information-security/1.0/reject/bo-berg
clock "2026-12-02 10:00:00"
writ people remove bo-berg --quiet
brought_in jane sam
memory=$HOME/state-auditor/writ/${root#sha256:}/memory

cd ../before
lines=$(git cat-file tag writ/information-security/1.0/approve/sam-lee | sed '/^-----BEGIN/,$d')
sed "s,^tag .*,tag $his,; s/^tagger .*/tagger Bo Berg <bo@example.org> $(date -u -d '2026-12-01 10:00:00' +%s) +0000/
  s/^Sam Lee, .*, approves/Bo Berg, Board member, rejects/; s/^Writ-Decision.*/Writ-Decision: reject/; s/^Writ-Person.*/Writ-Person: bo-berg/
  s/^Writ-Role.*/Writ-Role: board-member/; s,^Writ-Key.*,Writ-Key: $(fingerprint bo)," <<<"$lines" >../payload
ssh-keygen -q -Y sign -n git -f "$WORK/bo" ../payload
cat ../payload ../payload.sig >../tag
git update-ref "refs/tags/$his" "$(git hash-object -w -t tag --literally ../tag)"
git bundle create -q ../old.bundle --all 2>/dev/null
(cd ../policies; as jane writ evidence --clause 5.2 --at 2026-12-01T10:00:00Z --output ../pack --quiet)

mkdir ../empty
cd ../empty
expect 0 as auditor writ verify --root "$root" ../old.bundle --format json
json "[.statements[] | select(.ref == \"refs/tags/$his\") | .verdict]" '["valid"]'
expect 0 as auditor writ verify --root "$root" ../pack
[ ! -e "$memory" ] || fail "what was handed over is remembered"
cd ../policies
expect 0 as auditor env WRIT_ROOT="$root" writ verify
expect 0 as auditor env WRIT_ROOT="$root" writ status information-security --format json
json '.documents[0] | [.state, ."in-force"]' '["in-force","1.0"]'

# Whoever looked at a copy of before as at a repository of their own.
cd ../before
expect 0 as other env WRIT_ROOT="$root" writ verify
grep -q "$his" "$HOME/state-other/writ/${root#sha256:}/memory" || fail "it is not remembered"
cd ../policies
for details in kept gone; do
  if [ $details = gone ]; then rm "$HOME/state-other/writ/${root#sha256:}/memory.signed"; fi
  expect 1 as other env WRIT_ROOT="$root" writ verify --format json
  json '[.missing[] | [.ref, .remembered]]' "[[\"refs/tags/$his\",true]]"
  expect 0 as other env WRIT_ROOT="$root" writ status information-security --format json
  json '.documents[0] | [.state, ."in-force"]' '["in-force","1.0"]'
done
