# show prints the text in force, byte for byte as it was approved, whatever has been written since.

given_governance
expect 1 writ show information-security
says "no version of information-security is in force"
says "see where it stands: writ status information-security"
approve jane information-security
expect 1 writ show information-security
approve sam information-security
cp $policy ../first.md

sed -i 's/^version: 1.0/version: 2.0/; s/^# Inf/We promise more.\n\n&/' $policy
git commit -qam "Policy 2.0: promise more" 2>"$WORK/.err"
expect 0 writ show information-security
says "Information Security Policy 1.0 in force since 1 December 2026"
says_not "We promise more."
expect 1 writ show information-security --version 2.0
says "version 2.0 of information-security is not approved"

approve jane information-security
approve sam information-security
expect 0 writ show information-security
says "Information Security Policy 2.0 in force since 1 December 2026"
says "We promise more."
expect 0 writ show information-security --version 1.0
says "superseded"
says_not "We promise more."
expect 0 writ show information-security --version 1.0 --format json
jq -j .text "$WORK/.out" | cmp - ../first.md || fail "it is not the text that was approved"

# Its own folder and name do not matter, nor that the file is gone.
git rm -q $policy
git commit -qnm "Take it away"
expect 0 writ show information-security
says "We promise more."
expect 0 writ status information-security
says "what was approved still holds"
