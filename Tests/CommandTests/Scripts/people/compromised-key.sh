# Somebody else may have had Jane's key. The others say so, and bring in a new one; what was signed with
# the old one is decided again.

given_approved_policy
ssh-keygen -q -t ed25519 -N '' -C jane -f ../new
clock "2026-12-20 10:00:00"
expect 0 writ people key jane-doe --compromised "$(fingerprint jane)" --since 2026-12-10
says "Beware: once this is in force, nothing counts that was signed with the key $(fingerprint jane) (the approval of Information Security Policy 1.0): nothing proves when it was signed."
says "let Jane Doe decide again with another key; writ verify then says on what"
expect 0 writ people key jane-doe --add ../new.pub
brought_in sam bo
expect 1 as sam writ verify
says "The key $(fingerprint jane) of Jane Doe is compromised: somebody else may have it since 10 December 2026, 00:00 UTC."
says "Information Security Policy 1.0 is not approved. Missing: one of Jane Doe (Chief Executive), Bo Berg (Board member)."
refused 1 as jane writ approve information-security --key ../jane --yes
says "the key $(fingerprint jane) of Jane Doe is compromised since 10 December 2026"
expect 0 as jane writ approve information-security --key ../new --yes
says "Information Security Policy 1.0 is approved and in force."
