# Taking back one's own newest decision while that can still have an effect: it says which it takes,
# and the document stands as it would without it.

doc=information-security

# Even an approval of the first people and rules, before the others have approved them.
given_people
approve jane governance
expect 0 as jane writ withdraw governance --key ../jane --yes
says "Your approval of 1 December 2026 is taken back. Governance of Example Ltd 1.0: draft."
approve sam governance
expect 0 writ status governance --format json
json '.documents[0].state' '"partial"'
approve jane governance
expect 0 writ status governance --format json
json '.documents[0].state' '"in-force"'

# An approval, while others are missing.
approve jane $doc
clock "2026-12-02 10:00:00"
expect 0 as jane writ withdraw $doc --key ../jane --yes
says "Jane Doe, Chief Executive, withdraws a decision on Information Security Policy 1.0"
says "You take back your approval of 1 December 2026: from now on it no longer counts."
says "Signed. Your approval of 1 December 2026 is taken back. Information Security Policy 1.0: draft."
expect 0 writ status $doc --format json
json '.documents[0] | [.state, ."approved-by"]' '["draft",[]]'
# It names what it undoes, and is about the same text in the same saved state.
of() { git cat-file tag "$1" | sed -n "s/^$2//p"; }
first=writ/information-security/1.0/approve/jane-doe
tag=writ/information-security/1.0/withdraw/jane-doe
[ "$(of $tag 'Writ-Withdraws: ')" = "sha256:$(git cat-file tag $first | sed '/^-----BEGIN/,$d' | sha256sum | cut -d' ' -f1)" ] ||
  fail "it undoes something else"
[ "$(of $tag 'object ')" = "$(of $first 'object ')" ] || fail "it is about another saved state"

# A second approval and its withdrawal have names of their own.
expect 0 as jane writ approve $doc --key ../jane --yes --format json
json '.decisions[0] | [.ref, .recorded, .state]' \
  '["refs/tags/writ/information-security/1.0/approve/jane-doe.2",true,"partial"]'
clock "2026-12-03 10:00:00"
expect 0 as jane writ withdraw $doc --key ../jane --yes --format json
json '[.schema, (.decisions[0] | .decision, .ref, .recorded, .state)]' \
  '["writ.withdraw/1","withdraw","refs/tags/writ/information-security/1.0/withdraw/jane-doe.2",true,"draft"]'
json '.decisions[0].withdraws | test("^sha256:")' true

# What was sent back can be approved again.
decide sam reject $doc --comment "Too long."
clock "2026-12-04 10:00:00"
expect 0 as sam writ withdraw $doc --key ../sam --yes --comment "It is not, after all."
says "You take back your send-back of 3 December 2026"
approve jane $doc
approve sam $doc
expect 0 writ status $doc --format json
json '.documents[0] | [.state, .flags]' '["in-force",["retroactive"]]'

# With several the newest goes first: the review, then there is nothing that can still be undone.
clock "2026-12-05 10:00:00"
decide jane retire $doc --comment "Gone."
clock "2026-12-06 10:00:00"
decide jane reaffirm $doc
clock "2026-12-07 10:00:00"
expect 0 as jane writ withdraw $doc --key ../jane --yes
says "You take back your review of 6 December 2026"
expect 0 as jane writ withdraw $doc --key ../jane --yes
says "You take back your retirement of 5 December 2026"
says "Information Security Policy 1.0 is approved and in force."
refused 1 as jane writ withdraw $doc --key ../jane --yes
says "it is too late to take back the approval of Information Security Policy 1.0"

# The history tells what was taken back, and everything holds.
expect 0 writ history $doc
says "1.0 approval of 2026-12-01 taken back by Jane Doe, Chief Executive"
says "1.0 send-back of 2026-12-03 taken back by Sam Lee"
says '"It is not, after all."'
expect 0 as jane writ verify
expect 0 writ export allowed-signers
cp "$WORK/.out" ../allowed_signers
for tag in $(git tag --list 'writ/*'); do
  expect 0 git -c gpg.ssh.allowedSignersFile=../allowed_signers verify-tag "$tag"
done
