# new writes a document of each kind into its folder, with the facts of the repository filled in;
# check then reports what only the author can write, line by line, and nothing else in it.

writ init policies --organisation 'Example "Best" Ltd' --quiet
cd policies
ssh-keygen -q -t ed25519 -N '' -f "$WORK/sam"
writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet

# What is still to be filled in is marked; check names each place, and whatever else is wrong.
only_placeholders() {
  local path=$1 places
  places=$(grep -o '{{' "$path" | wc -l)
  says "in $places places"
  status=0
  writ check "$path" --format json >"$WORK/.out" || status=$?
  [ $status = 1 ] || fail "check of $path ended with $status"
  json '[.findings[] | select(.severity == "error") | .message | contains("still holds {{")] | all' true
  [ "$(jq '[.findings[] | select(.message | contains("still holds {{"))] | length' "$WORK/.out")" = "$places" ] ||
    fail "check does not report all $places places of $path"
  # Filled in, nothing of it is an error.
  sed -i 's/{{[^}]*}}/what holds for us, said so that a reader knows what it means for them/g' "$path"
  sed -i "s/controls: \[.*\]/controls: [A.5.19]/" "$path"
  expect 0 writ check "$path"
}

expect 0 writ new policy supplier-security
says "Wrote policies/supplier-security.md: Supplier Security Policy 1.0, a draft."
says "writ check policies/supplier-security.md"
says "git add policies/supplier-security.md"
says "See who must approve it: writ status supplier-security"
cp "$WORK/.out" ../said
grep -qx "title: Supplier Security Policy" policies/supplier-security.md || fail "it has no title"
grep -qx "# Supplier Security Policy" policies/supplier-security.md || fail "it has no heading"
grep -qx "parent: information-security" policies/supplier-security.md || fail "it has no parent"
grep -qx "effective: 2026-12-01" policies/supplier-security.md || fail "it has no date"
grep -q 'This policy of Example "Best" Ltd says' policies/supplier-security.md || fail "it names nobody"
cp ../said "$WORK/.out"
only_placeholders policies/supplier-security.md

expect 0 writ new procedure incident-response --title 'When something "happens": *now*'
says 'Wrote policies/incident-response.md: When something "happens": *now* 1.0, a draft.'
only_placeholders policies/incident-response.md

expect 0 writ new objective fast-patching
says "Wrote objectives/fast-patching.md: Fast patching 1.0, a draft."
grep -qx "owner-person: sam-lee" objectives/fast-patching.md || fail "nobody answers for it"
grep -qx "due: 2027-12-01" objectives/fast-patching.md || fail "it is never due"
only_placeholders objectives/fast-patching.md

expect 0 writ new role data-protection-officer
says "Wrote roles/data-protection-officer.md: Data Protection Officer 1.0, a draft."
says "writ.yaml has no role data-protection-officer yet: add it there under roles."
grep -qx "reports-to: chief-executive" roles/data-protection-officer.md || fail "it reports to nobody"
only_placeholders roles/data-protection-officer.md

expect 0 writ new policy cloud --format json
json '[.schema, .id, .kind, .path, .title, ."to-fill-in" > 3]' '["writ.new/1","cloud","policy","policies/cloud.md","Cloud Policy",true]'
expect 0 writ new policy remote-work --quiet
[ ! -s "$WORK/.out" ] || fail "it was not quiet"

# In a repository without documents, those of the starter set can be had one by one.
cd "$WORK"
writ init bare --minimal --organisation "Example Ltd" --quiet
cd bare
refused 1 writ new policy access-control
says "there is no information security policy yet from which this could follow"
says "write it first: writ new policy information-security"
refused 1 writ new objective staff-awareness
expect 0 writ new policy information-security --title "Our Policy"
says "Wrote policies/information-security.md: Our Policy 1.0, a draft."
says "Read it, and change what does not hold for you"
grep -qx "level: top" policies/information-security.md || fail "it is not at the top"
grep -qx "# Our Policy" policies/information-security.md || fail "it has another heading"
for document in "policy access-control" "policy acceptable-use" "policy continual-improvement" \
  "objective staff-awareness" "objective tested-backups" "role chief-executive" "role ciso" "role board-member"; do
  expect 0 writ new $document
  says "Read it, and change what does not hold for you"
done
git add -A
committed git commit -m "All of the starter set"
expect 0 writ check
