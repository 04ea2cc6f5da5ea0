# An earlier report, or a receipt, is compared with what is here now.

given_approved_policy
root=$(writ root --format json | jq -r .root)
S=writ/information-security/1.0/approve/sam-lee
export WRIT_ROOT=$root
cp -r "$WORK/policies" "$WORK/travelling"
clock "2026-12-02 10:00:00"
expect 0 as sam writ verify --format json
json '[.appeared, .notes]' '[[],[]]'
cp "$WORK/.out" ../report.json

# More decisions come: nothing to say of them.
clock "2026-12-03 10:00:00"
expect 0 as sam writ reaffirm information-security --key "$WORK/sam" --yes --format json
cp "$WORK/.out" ../receipt.json
expect 0 as ann writ verify --since ../report.json --format json
json '[.verdict, .appeared, .missing]' '["valid",[],[]]'
expect 0 as ann writ verify --since ../receipt.json
says "All that the file of 3 December 2026, 10:00 UTC, calls sound is here: 1 decision."

# The one of the receipt goes; of a report as of before it, or asked as of before it, nothing is
# missing.
R=writ/information-security/1.0/reaffirm/sam-lee
kept=$(git rev-parse $R)
git update-ref -d refs/tags/$R
expect 1 as newcomer writ verify --since ../receipt.json --format json
json '[.missing[] | [.ref, .remembered, .listed]]' "[[\"refs/tags/$R\",false,true]]"
expect 0 as newcomer writ verify --since ../report.json
expect 0 as newcomer writ verify --since ../receipt.json --at 2026-12-03T09:00:00Z
git update-ref refs/tags/$R "$kept"

# One comes that claims to be older than the report, made in a clone that nobody had fetched from:
# that is pointed out, and changes no verdict.
cd "$WORK/travelling"
clock "2026-12-01 12:00:00"
decide jane reaffirm information-security
clock "2026-12-04 10:00:00"
cd "$WORK/policies"
git fetch -q ../travelling 'refs/tags/writ/*:refs/tags/writ/*'
expect 0 as ann writ verify --since ../report.json
says "not listed Jane Doe's confirmation of Information Security Policy 1.0 dated 1 December 2026, 12:00 UTC"
says "It is dated before the file of 2 December 2026, 10:00 UTC, which does not list it: either it had not been fetched then, or its date is wrong."
expect 0 as ann writ verify --since ../report.json --format json
json '[.verdict, [.appeared[] | [.ref, ."claimed-time", (.id | length)]]]' \
  '["valid",[["refs/tags/writ/information-security/1.0/reaffirm/jane-doe","2026-12-01T12:00:00Z",71]]]'
expect 0 as ann writ verify --since ../receipt.json --format json
json .appeared '[]'

# A report on a later version of the people and rules than is here, or on another way to it.
other=sha256:$(echo other | sha256sum | cut -d' ' -f1)
jq --arg other "$other" '.chain += [{version: "1.1", digest: $other, since: "2026-12-02T09:00:00Z"}]' \
  ../report.json >../longer.json
expect 1 as ann writ verify --since ../longer.json --format json
json '[.verdict, (.problems | length)]' '["invalid",1]'
expect 1 as ann writ verify --since ../longer.json
says "The people and rules are not those of the earlier file any more: the file of 2 December 2026, 10:00 UTC, has version 1.1 of them in force ($other); here it is not in force."
expect 0 as ann writ verify --since ../longer.json --at 2026-12-02T08:00:00Z
jq --arg other "$other" '.chain[0].digest = $other' ../report.json >../parted.json
expect 1 as ann writ verify --since ../parted.json
says "has version 1.0 of them in force ($other); here it is $root."

# A report on another repository, what is no report, what is damaged: refused, whatever it is.
jq --arg other "$other" '.repository = $other' ../report.json >../foreign.json
expect 70 as ann writ verify --since ../foreign.json
says "../foreign.json is about another repository: $other; this one is $root"
expect 70 as ann writ verify --since ../nothing.json
says "No such file"
expect 70 as ann writ verify --since .
expect 70 as ann writ verify --since /dev/zero
expect 64 as ann writ verify --since
neither() {
  expect 70 as ann timeout 20 writ verify --since ../bad.json
  says "../bad.json is neither a report of writ verify nor a receipt, or it is damaged"
}
as ann writ status --format json >../bad.json; neither
for edit in '.schema = "writ.verify/2"' 'del(.statements)' 'del(.chain)' 'del(.at)' '.at = "yesterday"' \
  '.statements = 5' '.statements[0].id = "sha256:1"' '.statements[0].id = null' '.statements[0].ref = "x"' \
  '.statements[0]."claimed-time" = null' '.statements[0].verdict = null' '.repository = 7' \
  '.chain[0].version = "one"' '.schema = "writ.approve/1"' '[.]' '.schema'; do
  jq "$edit" ../report.json >../bad.json; neither
done
head -c 900 ../report.json >../bad.json; neither
: >../bad.json; neither
head -c 100000 /dev/urandom >../bad.json; neither
(cat ../report.json; echo '{}') >../bad.json; neither
printf '\377\376{\0' >../bad.json; neither
for hostile in '"[" * 3000000' "'{\"a\":' * 600000" "'{\"statements\":[' + '0,' * 3000000 + '0]}'" \
  "'\"' + 'a' * 3000000"; do
  python3 -c "print($hostile)" >../bad.json; neither
done
truncate -s 65M ../bad.json
expect 70 as ann writ verify --since ../bad.json
says "File too large"

# What is spelled otherwise but means the same is read.
jq -c . ../report.json >../compact.json
expect 0 as ann writ verify --since ../compact.json
