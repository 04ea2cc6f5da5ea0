# A policy through its whole life: drafted, sent back, amended, approved ahead of its day, in force,
# amended a little, reviewed, superseded, retired. At every step status, show and history say so, and
# in the end stock Git verifies every decision.

doc=information-security
stands() { # STATE IN-FORCE
  expect 0 writ status $doc --format json
  json '.documents[0] | [.state, ."in-force"]' "[\"$1\",$2]"
}
in_force() { expect 0 writ show $doc --at "$1" --format json; json .version "\"$2\""; }
nothing_in_force() {
  expect 1 writ show $doc --at "$1"
  says "no version of information-security is in force"
}
save() { git commit -qam "$1" 2>"$WORK/.err"; }

given_people
sed -i '/level: top}/a\    minor: [1 of ciso]\n    reaffirm: [1 of chief-executive board-member]' writ.yaml
save "Let the CISO decide small changes"
approve jane governance
approve sam governance

# Drafted.
stands draft null
expect 0 writ status $doc
says "Information Security Policy 1.0 (information-security) draft"
nothing_in_force 2026-12-01

# Partly approved, then sent back.
clock "2026-12-02 09:00:00"
expect 0 as jane writ approve $doc --key ../jane --yes
says "is not approved yet. It still needs one of Sam Lee"
stands partial null
clock "2026-12-03 09:00:00"
expect 0 as sam writ reject $doc --key ../sam --yes --comment "Suppliers are missing."
says "You send it back: it cannot be approved as it stands."
says "Signed. You sent Information Security Policy 1.0 back. It cannot be approved as it stands."
stands rejected null
json '.documents[0]."rejected-by"[0] | [.person, .comment]' '["sam-lee","Suppliers are missing."]'
expect 0 writ status $doc
says "Information Security Policy 1.0 (information-security) sent back"
says 'sent back by Sam Lee (Chief Information Security Officer, 3 December 2026): "Suppliers are missing."'
nothing_in_force 2026-12-03

# Amended: another text, on which nobody has decided.
clock "2026-12-04 09:00:00"
sed -i 's/^effective: .*/effective: 2027-01-15/; $a\\nSuppliers keep to this policy, too.' $policy
save "Add suppliers"
stands draft null

# Approved ahead of its day.
expect 0 as jane writ approve $doc --key ../jane --yes
clock "2026-12-05 09:00:00"
expect 0 as sam writ approve $doc --key ../sam --yes
says "It takes effect on 15 January 2027, since yours is the last approval needed."
says "Information Security Policy 1.0 is approved, and in force from 15 January 2027."
stands approved null
expect 0 writ status $doc
says "approved, in force from 15 January 2027"
nothing_in_force 2027-01-14
in_force 2027-01-15 1.0

# In force.
clock "2027-01-20 09:00:00"
stands in-force '"1.0"'
expect 0 writ status $doc
says "in force since 15 January 2027"
says "next review by 5 December 2027"
expect 0 writ show $doc
says "in force since 15 January 2027"
says "approved by Sam Lee, Chief Information Security Officer, on 5 December 2026"
says "Suppliers keep to this policy, too."

# A small change, which the CISO may decide alone.
clock "2027-03-01 09:00:00"
sed -i 's/^version: 1.0/version: 1.1/; s/^  summary: .*/  summary: Correct a name/' $policy
save "1.1: Correct a name that was misspelt"
stands draft '"1.0"'
expect 0 as sam writ approve $doc --key ../sam --yes
says "Changed: since version 1.0, which was approved last:"
says "Information Security Policy 1.1 is approved and in force."
stands in-force '"1.1"'

# Its review falls due, and is done.
clock "2028-03-10 09:00:00"
expect 0 writ status $doc --format json
json '.documents[0].flags' '["retroactive","review-overdue"]'
expect 0 writ status $doc
says "Its review was due by 1 March 2028."
expect 0 as jane writ reaffirm $doc --key ../jane --yes --comment "Read it with the board."
says 'By signing you say: "I have reviewed it; it is still right."'
says "Information Security Policy 1.1 is reviewed, and still right. The next review is due by 10 March 2029."
expect 0 writ status $doc --format json
json '.documents[0] | [.state, .flags, ."next-review", (.reviews[0].by[0] | .person, .comment)]' \
  '["in-force",["retroactive"],"2029-03-10","jane-doe","Read it with the board."]'
expect 0 writ status $doc
says "reviewed, still right: Jane Doe (Chief Executive, 10 March 2028)"
expect 0 writ show $doc
says "reviewed by Jane Doe, Chief Executive, on 10 March 2028"
says '"Read it with the board."'

# Superseded.
clock "2028-06-01 09:00:00"
sed -i 's/^version: 1.1/version: 2.0/; s/^effective: .*/effective: 2028-06-02/' $policy
save "2.0: Write it anew for the whole group"
expect 0 as jane writ approve $doc --key ../jane --yes
expect 0 as bo writ approve $doc --key ../bo --yes
stands approved '"1.1"'
clock "2028-06-02 09:00:00"
stands in-force '"2.0"'
expect 0 writ show $doc --version 1.1
says "superseded by version 2.0, in force since 2 June 2028"
expect 0 writ show $doc --version 1.1 --format json
json '[.state, ."in-force"]' '["superseded",false]'

# Retired.
clock "2029-01-10 09:00:00"
expect 0 as jane writ retire $doc --key ../jane --yes --comment "The group's policy holds now."
says "You want it retired: it is then no longer in force, nor is any version before it."
says "Until it has this too, it stays in force: one of"
says "Information Security Policy 2.0 stays in force for now. It still needs one of"
stands in-force '"2.0"'
expect 0 writ status $doc
says "to be retired, says Jane Doe (Chief Executive, 10 January 2029): \"The group's policy holds now.\""
clock "2029-01-11 09:00:00"
expect 0 as sam writ retire $doc --key ../sam --yes --comment "So it is."
says "You retire it: from now on it is no longer in force, nor is any version before it."
says "It leaves force at once, since yours is the last decision needed."
says "Information Security Policy 2.0 is retired: it is no longer in force."
stands retired null
expect 0 writ status $doc
says "retired since 11 January 2029"
says 'retired by Sam Lee (Chief Information Security Officer, 11 January 2029): "So it is."'
nothing_in_force 2029-01-11
expect 0 writ show $doc --version 2.0
says "retired since 11 January 2029"
says "retired by Jane Doe, Chief Executive, on 10 January 2029"

# As of any day, what held then.
nothing_in_force 2027-01-14
in_force 2027-01-20 1.0
in_force 2027-03-01 1.1
in_force 2028-06-01 1.1
in_force 2028-06-02 2.0
in_force 2029-01-10 2.0
expect 0 writ status $doc --at 2026-12-03 --format json
json '.documents[0].state' '"rejected"'

expect 0 writ history $doc --format json
json '[.events[] | select(.type == "decision") | [.decision, .version, .person, .summary, .verdict]]' \
  '[["approve","1.0","jane-doe",null,"valid"],["reject","1.0","sam-lee","Suppliers are missing.","valid"],["approve","1.0","jane-doe",null,"valid"],["approve","1.0","sam-lee",null,"valid"],["approve","1.1","sam-lee",null,"valid"],["reaffirm","1.1","jane-doe","Read it with the board.","valid"],["approve","2.0","jane-doe",null,"valid"],["approve","2.0","bo-berg",null,"valid"],["retire","2.0","jane-doe","The group'"'"'s policy holds now.","valid"],["retire","2.0","sam-lee","So it is.","valid"]]'
expect 0 writ history $doc
says "2026-12-03 09:00 information-security 1.0 sent back by Sam Lee, Chief Information Security Officer"
says '"Suppliers are missing."'
says "2028-03-10 09:00 information-security 1.1 reviewed, still right, by Jane Doe, Chief Executive"
says "2029-01-11 09:00 information-security 2.0 retired by Sam Lee, Chief Information Security Officer"

# Every decision holds, for Writ and for stock Git.
expect 0 as jane writ verify
says "Every decision is sound: 12 by 3 people."
expect 0 writ export allowed-signers
cp "$WORK/.out" ../allowed_signers
for tag in $(git tag --list 'writ/*'); do
  expect 0 git -c gpg.ssh.allowedSignersFile=../allowed_signers verify-tag "$tag"
done
[ "$(git tag --list 'writ/*' | wc -l)" = 12 ] || fail "a decision has no tag"
