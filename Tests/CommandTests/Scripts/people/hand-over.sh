# Kim takes over from Sam: first beside Sam, then alone. What Sam decided as security officer stands.

given_approved_policy
ssh-keygen -q -t ed25519 -N '' -C kim -f ../kim
clock "2026-12-07 10:00:00"
expect 0 writ people add kim-ray --name "Kim Ray" --email kim@example.org --role ciso --key ../kim.pub
brought_in sam jane
all_sound
says "Kim Ray <kim@example.org> is new, as Chief Information Security Officer, with the key"

clock "2026-12-14 10:00:00"
expect 0 writ people role sam-lee --remove ciso
says "Sam Lee is no longer Chief Information Security Officer."
says "Beware: what Sam Lee decides as Chief Information Security Officer from now on counts only if those who approve version 1.2 have seen it."
brought_in sam kim
all_sound
says "version 1.2, in force since 14 December 2026 (Sam Lee and Kim Ray). - Sam Lee is no longer Chief Information Security Officer."
expect 0 writ status information-security
says "Sam Lee (Chief Information Security Officer, 1 December 2026)"

refused 1 as sam writ reaffirm information-security --key ../sam --yes
says "does not ask for a decision by Sam Lee"
decide jane reaffirm information-security
expect 0 as kim writ reaffirm information-security --key ../kim --yes
says "is reviewed, and still right"
all_sound

# Whoever gains a role by it must not be the only one who says so; whoever gains none may.
expect 0 writ people role kim-ray --add board-member
expect 0 writ people role jane-doe --add board-member
says "Beware: Jane Doe becomes Board member by it, so may not approve it alone."
git commit -qam "Change who decides: version 1.3" 2>"$WORK/.err"
approve kim governance --accept-warnings
expect 0 as jane writ approve governance --key ../jane --yes --accept-warnings
says "It still needs somebody who gains no role by this change."
expect 0 writ status governance
says "needs somebody who gains no role by this change"
expect 0 as bo writ approve governance --key ../bo --yes --accept-warnings
says "Governance of Example Ltd 1.3 is approved and in force."
all_sound
