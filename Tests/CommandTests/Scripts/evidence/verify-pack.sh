# Who has nothing but a pack, or a bundle, verifies it offline. Its root is never taken from the pack itself;
# what was altered is named; nothing is remembered, and what the next one leaves out is found by comparing.

given_approved_policy
root=$(writ root --format json | jq -r .root)
clock "2026-12-02 10:00:00"
expect 0 as jane writ evidence --clause 5.2 --output ../first
clock "2026-12-05 10:00:00"
decide jane reaffirm information-security
expect 0 as jane writ evidence --clause 5.2 --output ../second
R=writ/information-security/1.0/reaffirm/jane-doe

# The auditor: an empty folder, an empty home, not even Git's programs.
mkdir "$WORK/auditor"; cd "$WORK/auditor"
mkdir bin; ln -s "$(command -v writ)" bin/
alone() {
  env -i LD_PRELOAD="$LD_PRELOAD" DATEFUDGE="$DATEFUDGE" DATEFUDGE_DOSTATIC=1 HOME="$WORK/auditor" \
    PATH="$WORK/auditor/bin" writ "$@"
}
same='[.statements, .missing, .chain, .problems, .verdict, .at, .head, .repository]'
(cd ../policies; as jane writ verify --at 2026-12-02T10:00:00Z --format json | jq "$same") >../clone
for pack in ../first ../first.zip "$WORK/first/"; do
  expect 0 alone verify --root "$root" "$pack" --format json
  jq "$same" ../.out | diff ../clone - || fail "the clone says something else than $pack"
  json '.pack | [.at, .fingerprint, ."not-compared", ."made-anew"]' \
    "[\"2026-12-02T10:00:00Z\",\"sha256:$(sha256sum <../first/manifest.json | cut -c1-64)\",[],null]"
done
[ "$(find . -mindepth 1 ! -path './bin*' ! -path './.local*')" = "" ] || fail "something was left behind"

# It says of when it is, and what it is called.
expect 0 alone verify --root "$root" ../first
says "This pack is of 2 December 2026, 10:00 UTC."
says "what is dated later is left out."
says "sha256:$(sha256sum <../first/manifest.json | cut -c1-64)"
says "Every decision is sound: 4 by 2 people."

# Without the root it cannot tell; the pack's own word is none. Another root is another organisation.
expect 1 alone verify ../first
says "Cannot tell yet"
says "$root Compare it with the minutes, not with what came along with this."
says "writ verify --root $root …"
expect 0 env WRIT_ROOT="$root" HOME="$WORK/auditor" writ verify ../first
expect 1 alone verify --root "sha256:$(printf '%064d' 1)" ../first
says "The pack is about another repository than this one: $root."
# Who has pinned it knows it in a pack as well.
expect 0 as jane writ verify ../first
# As of an earlier time, or of a later one, which is its own.
expect 0 as jane writ verify --at 2026-12-03T09:00:00Z ../second --format json
json '[.at, (.statements | length)]' '["2026-12-03T09:00:00Z",4]'
expect 0 as jane writ verify --at 2027-12-03 ../second --format json
json '[.at, (.statements | length)]' '["2026-12-05T10:00:00Z",5]'

# A plain bundle is a repository like any other, as of now.
expect 0 alone verify --root "$root" ../second/repository.bundle --format json
json '[.verdict, (.statements | length), .pack]' '["valid",5,null]'
git -C ../policies bundle create -q "$WORK/git.bundle" --all 2>/dev/null
expect 0 alone verify --root "$root" ../git.bundle

# What is found sound is not remembered. Somebody made a pack without a decision, or hands over an old one as new:
# whoever kept the one before compares.
expect 0 alone verify --root "$root" ../second
cp -r ../policies ../without; (cd ../without; git tag -d $R >/dev/null
  expect 0 as nobody writ evidence --clause 5.2 --output ../third)
expect 0 alone verify --root "$root" ../third
[ "$(find . -name 'memory*')" = "" ] || fail "it is remembered"
expect 1 alone verify --root "$root" --since ../second ../third --format json
json '[.verdict, [.missing[] | [.ref, .remembered, .listed]]]' "[\"invalid\",[[\"refs/tags/$R\",false,true]]]"
expect 1 alone verify --root "$root" --since ../second ../third
says "Ask whoever made this for one with all decisions."
# Who remembers it from a clone misses it in a pack as well.
expect 1 as jane writ verify ../third
says "This computer had found it sound."
# The old one is as it was, and says of when.
expect 0 alone verify --root "$root" ../first

# --since takes a pack, a folder or a ZIP file, in a clone and for a pack. It misses what is gone, on a computer
# that has never looked, and points out what claims to be older.
cd "$WORK/policies"
for pack in ../second ../second.zip; do
  expect 0 as ann env WRIT_ROOT="$root" writ verify --since $pack
  says "All that the file of 5 December 2026, 10:00 UTC, calls sound is here: 5 decisions."
done
expect 1 as ben env WRIT_ROOT="$root" writ verify --since ../second ../third --format json
json '[.missing[] | [.ref, .remembered, .listed]]' "[[\"refs/tags/$R\",false,true]]"
expect 0 as ben env WRIT_ROOT="$root" writ verify --since ../first ../second
expect 0 as ben env WRIT_ROOT="$root" writ verify --since ../third ../second --format json
json '[.appeared[].ref]' "[]"
expect 70 as ben env WRIT_ROOT="$root" writ verify --since ../without ../second

# An earlier pack that was altered is none to compare with, whether or not its manifest fits again.
cp -r ../first ../moved; echo >>../moved/index.html
expect 1 as ben env WRIT_ROOT="$root" writ verify --since ../moved ../second
says "../moved was altered, and nothing is compared with it index.html was altered since the pack was made."
rm -r ../moved; cp -r ../second ../moved; sed -i 's/"at": "2026-12-05/"at": "2026-12-03/' ../moved/manifest.json
expect 1 as ben env WRIT_ROOT="$root" writ verify --since ../moved ../second
says "repository.bundle holds $R, which belongs to no pack of that time."
expect 1 as jane writ verify ../moved
says "repository.bundle holds $R, which belongs to no pack of that time."

# Each file that is altered, missing or surplus is named; nothing is believed where it matters.
changed() { rm -rf ../changed; cp -r ../second ../changed; }
changed; echo >>../changed/allowed_signers; rm ../changed/decisions.txt; echo >../changed/x; ln -s x ../changed/y
expect 1 as jane writ verify ../changed --format json
json .problems '["allowed_signers was altered since the pack was made.","decisions.txt is missing from the pack.","x does not belong to the pack.","y does not belong to the pack."]'
json '[.verdict, (.statements | length)]' '["invalid",5]'
changed; printf 'x' >>../changed/repository.bundle; echo >../changed/x
expect 1 as jane writ verify ../changed
says "../changed was altered, and its decisions cannot be judged"
says "repository.bundle was altered since the pack was made."
says "x does not belong to the pack."
changed; rm ../changed/repository.bundle
expect 1 as jane writ verify ../changed
says "repository.bundle is missing from the pack."
changed; mv ../changed/evidence.json ../elsewhere; ln -s ../elsewhere ../changed/evidence.json
expect 1 as jane writ verify ../changed
says "evidence.json is missing from the pack."
changed; sed -i 's/manifest.1/manifest\/2/' ../changed/manifest.json
expect 1 as jane writ verify ../changed
says "its manifest.json is not as Writ writes it"
rm ../changed/manifest.json
expect 70 as jane writ verify ../changed
says "is no evidence pack: it has no manifest.json"

# What is neither.
expect 70 as jane writ verify ../jane.pub
says "../jane.pub is neither an evidence pack nor a Git bundle"
expect 70 as jane writ verify ../nothing
expect 70 as jane writ verify ../policies
