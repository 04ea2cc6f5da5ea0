# What stands for each requirement, and what is missing: held against what is in force, not against what
# lies in the files.
row() { jq -r --arg c "$1" ".requirements[] | select(.clause == \$c) | $2" "$WORK/pack/evidence.json"; }
is() { [ "$(row "$1" .verdict)" = "$2" ] || fail "$1 is $(row "$1" .verdict), not $2: $(row "$1" .)"; }
pack() {
  rm -rf "$WORK/pack" "$WORK/pack.zip"
  expect 0 as jane writ evidence --clause 5.2 --output "$WORK/pack" "$@"
}

given_governance
pack
for clause in 5.2 '5.2 a' '5.2 b' '5.2 c' '5.2 d' '5.2 e' '5.2 f' '5.2 g' A.5.1 7.5.2; do is "$clause" gap; done
is 7.5.3 met

approve jane information-security
approve sam information-security
pack
for clause in 5.2 '5.2 a' '5.2 d' '5.2 e' 7.5.2 7.5.3; do is "$clause" met; done
# What the policy says of itself, and nobody looked at, completes nothing.
for clause in '5.2 b' '5.2 c' '5.2 g'; do is "$clause" partly; done
is '5.2 f' gap
is A.5.1 gap
row '5.2 d' '.evidence[].quote' | grep -qx 'We will continually improve our information security management system' ||
  fail "the words are not quoted: $(row '5.2 d' .)"
row 5.2 '.evidence[].why' | grep -q 'Jane Doe, Chief Executive, who then belonged to top management' ||
  fail "nobody of top management is named"
! row 5.2 '.evidence[].why' | grep -q 'Sam Lee' || fail "the CISO is not top management"

# A draft that spoils it takes nothing from what is in force; and words that only a draft has prove nothing.
sed -i 's/^version: .*/version: 1.1/; s/We will continually improve/We shall look after/' "$policy"
git commit -qnam "Spoil it" 2>"$WORK/.err"
pack
is '5.2 d' met
[ "$(row '5.2 d' '.evidence | length')" = 1 ] || fail "the draft counts"
git reset -q --hard HEAD~

# Once its review is overdue, that is a gap; the day before it is none.
due=$(jq -r '.documents[] | select(.id == "information-security") | ."next-review"' "$WORK/pack/evidence.json")
pack --at "$due"
! row A.5.1 '.gaps[]' | grep -q 'review was due' || fail "it is not overdue yet"
pack --at "$(date -u -d "$due + 1 day" +%F)"
row A.5.1 '.gaps[]' | grep -q 'Information Security Policy 1.0: its review was due by' || fail "it is overdue"

# Before there was anything, there is nothing to show, and nothing is written.
expect 70 as jane writ evidence --clause 5.2 --output "$WORK/early" --at 2026-12-01T09:00:00Z
says "this was not a policy repository yet"
[ ! -e "$WORK/early" ] || fail "something was written"

# Who decides without belonging to top management establishes no policy.
sed -i 's/, top-management: true//' writ.yaml
expect 0 writ people draft
brought_in jane sam
sed -i 's/^version: .*/version: 2.0/' "$policy"
git commit -qnam "Version 2.0" 2>"$WORK/.err"
approve jane information-security
approve sam information-security
pack
is 5.2 gap
row 5.2 '.gaps[]' | grep -q 'Nobody who approved it decided in a role of top management' || fail "$(row 5.2 .)"

# A decision that is gone is a gap of control.
git update-ref -d refs/tags/writ/information-security/1.0/approve/jane-doe
pack
is 7.5.3 gap
