# Who left can decide no more, with whatever date; what they decided in time may still come.
. "$(dirname "$0")/../attacks/forging.sh"
. "$(dirname "$0")/words"
given_untouched
bo_decides approve approves bo
late=$B
git update-ref -d "refs/tags/$B"
given_server
taken origin main 'refs/tags/writ/*'
clock "2026-12-01 11:00:00"
writ people remove bo-berg --quiet
git commit -qnam "Version 1.1: Bo leaves" 2>"$WORK/.err"
approve jane governance --accept-warnings
approve sam governance --accept-warnings
taken origin main 'refs/tags/writ/*'

# Dated before he left, and seen by nobody.
bo_decides approve approves bo
[ "$B" = "$late" ] || fail "another name"
kept_out origin "refs/tags/$B"
says "It does not hold: Bo Berg left the people and rules with version 1.1 of them"
says "which proves nothing."
git tag -d "$B" >"$WORK/.out"

# Who stays decides.
policy_version 1.1
clock "2026-12-01 12:00:00"
approve jane information-security
taken origin main 'refs/tags/writ/*'
