# Sam reviews a policy while his leaving is half approved. Bo is told, and brings it into force all the
# same: then the review never counts, and verify says why.

given_approved_policy
expect 0 writ people remove sam-lee
expect 0 writ people role bo-berg --add ciso
git commit -qam "Change who decides: version 1.1" 2>"$WORK/.err"
approve jane governance --accept-warnings
decide sam reaffirm information-security
expect 0 as bo writ approve governance --key ../bo --yes --accept-warnings
says "Beware: Sam Lee's confirmation of Information Security Policy 1.0, of 1 December 2026, was made after this was drafted"
expect 1 as jane writ verify
says "untrusted Sam Lee's confirmation of Information Security Policy 1.0"
says "Sam Lee left the people and rules with version 1.1 of them (1 December 2026), and not all whose approval that took had seen this decision. Somebody who may decide now must decide again."
expect 0 writ status information-security --format json
json '.documents[0] | [.state, ."in-force", .reviews]' '["in-force","1.0",[]]'
decide bo reaffirm information-security
