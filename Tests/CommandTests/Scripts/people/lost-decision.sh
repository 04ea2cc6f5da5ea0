# A decision is gone for good. A new version of the people and rules gives it up; until then nothing can
# be decided but that.

given_governance
approve bo governance
approve jane information-security
approve sam information-security
gone=writ/governance/1.0/approve/bo-berg
id=sha256:$(git cat-file tag "$gone" | sed '/^-----BEGIN/,$d' | sha256sum | cut -d' ' -f1)
git tag -d "$gone" >"$WORK/.out"
expect 1 as jane writ verify
says "missing Bo Berg's approval of Governance of Example Ltd 1.0"
refused 1 as bo writ reaffirm information-security --key ../bo --yes
says "A decision that somebody had seen is missing: $gone."

sed -i "s/^organisation:/lost: [$id]\n&/" writ.yaml
expect 0 writ people draft
says "1 lost decision is given up for good, and missed no more: $id."
git commit -qam "Change who decides: version 1.1" 2>"$WORK/.err"
approve jane governance
expect 0 as sam writ approve governance --key ../sam --yes
says "Signed. Governance of Example Ltd 1.1 is approved and in force."
all_sound
says "1 lost decision is given up for good, and missed no more: $id."
expect 0 writ status information-security --format json
json '.documents[0] | [.state, ."in-force"]' '["in-force","1.0"]'
decide bo reaffirm information-security

# Where no decisions are at all, nothing tells what a change would follow.
git clone -q --no-tags . ../copy
cd ../copy
refused 1 writ people draft
says "no decisions are here, so nothing tells what it follows"
