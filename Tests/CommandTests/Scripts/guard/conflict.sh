# Two texts of one version, approved by people who did not know of each other: the first one that comes
# holds. Both together would leave neither in force.
. "$(dirname "$0")/words"
given_guarded
git fetch -q origin
git clone -q "$server" "$WORK/second" 2>"$WORK/.err"
clock "2026-12-01 11:00:00"
policy_version 1.1
XDG_STATE_HOME="$WORK/state-1" decide jane approve information-security
XDG_STATE_HOME="$WORK/state-1" decide sam approve information-security
cd "$WORK/second"
policy_version 1.1
echo "And another one." >>$policy
git commit -qnam "Version 1.1: another text"
for person in bo sam; do XDG_STATE_HOME="$WORK/state-2" writ approve information-security --key "$WORK/$person" --yes --quiet; done
cd "$WORK/policies"
taken origin main 'refs/tags/writ/*'

cd "$WORK/second"
. "$(dirname "$0")/../attacks/forging.sh"
S2=writ/information-security/1.1/approve/sam-lee.2
forge writ/information-security/1.1/approve/sam-lee 's,^tag .*,&.2,' sam "$S2"
B2=writ/information-security/1.1/approve/bo-berg
kept_out origin "refs/tags/$B2" "refs/tags/$S2"
says "refused: the decision information-security/1.1/approve/bo-berg"
says "Another text is approved as version 1.1, so neither would hold."
kept_out origin HEAD:refs/heads/change/other
says "Another text is approved as version 1.1."
git fetch -q origin 'refs/heads/*:refs/remotes/origin/*'
all_here() { git --git-dir="$server" for-each-ref | grep -c /1.1/approve/; }
[ "$(all_here)" = 2 ] || fail "something of it is there"

# By itself, one approval of another text takes nothing out of force.
taken origin "refs/tags/$B2"
