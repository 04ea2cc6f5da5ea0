# The inbox announces reviews, and what becomes of one's keys.
given_approved_policy
clock "2027-11-10 10:00:00"
expect 0 writ inbox --key "$WORK/jane"
says "Nothing awaits your decision"
says "Reviews that you are asked for soon: - Information Security Policy 1.0, by 1 December 2027"
clock "2027-12-01 10:00:00"
expect 0 writ inbox --key "$WORK/jane"
says "Information Security Policy 1.0: its review is due"

fingerprint=$(fingerprint jane)
ssh-keygen -q -t ed25519 -N '' -f "$WORK/jane2"
writ people key jane-doe --add "$WORK/jane2.pub" --quiet
writ people key jane-doe --retire "$fingerprint" --quiet
git commit -qam "Change who decides: version 1.1, a new key for Jane"
expect 0 writ inbox --person jane-doe
says "Governance of Example Ltd 1.1"
says "$fingerprint is to end with version 1.1 of the people and rules, which is being decided on"
approve bo governance --accept-warnings
approve sam governance --accept-warnings
expect 0 writ inbox --person jane-doe
says "$fingerprint is retired since 1 December 2027"
