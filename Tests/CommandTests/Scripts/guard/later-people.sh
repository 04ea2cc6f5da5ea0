# Once the people and rules have changed, few decisions tell as much as all: what was approved before stays
# approved, and nothing else passes for that.
. "$(dirname "$0")/../attacks/forging.sh"
. "$(dirname "$0")/words"
given_approved_policy
clock "2026-12-01 11:00:00"
policy_version 1.1
approve jane information-security
ssh-keygen -q -t ed25519 -N '' -C mal -f "$WORK/mal"
clock "2026-12-01 12:00:00"
writ people add mal-roe --name "Mal Roe" --email mal@example.org --role board-member --key ../mal.pub --quiet
writ people remove bo-berg --quiet
git commit -qnam "Version 1.1 of the people: Mal comes, Bo goes" 2>"$WORK/.err"
approve jane governance --accept-warnings
approve sam governance --accept-warnings
given_server
taken origin main 'refs/tags/writ/*'
git fetch -q origin

# The text approved under the first version, and the one of which one approval came before.
sed -i 's/^version: .*/version: 1.0/' $policy
git commit -qnam "1.0 with other words"
kept_out origin main
says "Another text is approved as version 1.0."
git reset -q --hard origin/main
echo "Another rule." >>$policy
git commit -qnam "1.1 with another rule, which nobody but Jane has approved"
taken origin main
git revert --no-edit HEAD >"$WORK/.out"
taken origin main
clock "2026-12-01 13:00:00"
approve sam information-security
taken origin 'refs/tags/writ/*'
git fetch -q origin
echo "Another rule." >>$policy
git commit -qnam "1.1 with another rule, now that it is approved"
kept_out origin main
says "Another text is approved as version 1.1."
git reset -q --hard origin/main
policy_version 1.2
taken origin main
policy_version 1.4
kept_out origin main
says "Version 1.4 does not follow the approved version 1.1."
git reset -q --hard origin/main
decide mal approve information-security
taken origin 'refs/tags/writ/*'
decide jane reject information-security --comment "Not like this"
taken origin 'refs/tags/writ/*'
git fetch -q origin
policy_version 1.2
taken origin main
