# The main job: from an empty folder to a policy in force that stock Git verifies.

given_people

expect 1 as jane writ approve information-security --key ../jane --yes
says "the people and rules are not approved yet"
says "writ approve governance"
says "(nothing was recorded)"

expect 0 as jane writ approve governance --key ../jane --yes
says "It still needs one of Sam Lee (Chief Information Security Officer), Bo Berg (Board member)."
expect 0 as sam writ approve governance --key ../sam --yes
says "Governance of Example Ltd 1.0 is approved and in force."

expect 0 as jane writ approve information-security --key ../jane --yes
expect 0 writ status information-security
says "partly approved"
expect 0 as sam writ approve information-security --key ../sam --yes --comment "Well done."
says "It takes effect at once, since yours is the last approval needed."

expect 0 writ status --format json
json '[.documents[] | [.id, .version, .state, ."in-force", .missing, ."next-review"]]' \
  '[["governance","1.0","in-force","1.0",[],null],["information-security","1.0","in-force","1.0",[],"2027-12-01"]]'

# Who approved the people and rules knows the repository by them; others must compare first.
expect 0 as jane writ verify
says "Every decision is sound: 4 by 2 people."
expect 1 as stranger writ verify --format json
json '[.verdict, ."root-pinned"]' '["indeterminate",false]'
root=$(jq -r .repository "$WORK/.out")
expect 0 as stranger writ verify --root "$root"
expect 0 as stranger writ root --pin "$root"
expect 0 as stranger writ verify

# Without Writ.
expect 0 writ export allowed-signers
cp "$WORK/.out" "$WORK/allowed_signers"
git config gpg.ssh.allowedSignersFile "$WORK/allowed_signers"
for tag in $(git tag -l 'writ/*'); do
  expect 0 git verify-tag "$tag"
  says 'Good "git" signature'
done

expect 0 writ history information-security
says "information-security 1.0 written by Pat Ray"
says "information-security 1.0 approved by Jane Doe, Chief Executive"
says "Well done."
expect 0 writ show information-security
says "approved by Sam Lee, Chief Information Security Officer, on 1 December 2026, 10:00 UTC"
expect 0 git fsck --strict
