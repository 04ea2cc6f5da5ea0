# Jane's decision has the name of one that was sent first. Sam has decided in the same copy, and names
# hers as seen: what he signed cannot be made again by her, so nothing is replaced, and that is told.
. "$(dirname "$0")/exchange.sh"
given_clones
first=writ/information-security/1.0/approve/jane-doe
sent_from_laptop
clock "2026-12-01 11:00:00"
cd "$WORK/policies"
approve jane information-security
approve sam information-security
writ new policy access-control --title "Access Control Policy" --quiet
before=$(git for-each-ref refs/tags)
expect 1 as jane writ push --key "$WORK/jane" --yes
says "Sam Lee's approval of Information Security Policy 1.0"
says "names it as seen"
says "it names one as seen that cannot be sent"
[ "$(git for-each-ref refs/tags)" = "$before" ] || fail "something was replaced"
[ -z "$(there information-security/1.0/approve/sam-lee)" ] || fail "it was sent without what it names"
[ -z "$(git for-each-ref refs/writ)" ] || fail "something is left over"

# Sam takes his away here (nobody else has it), and hers goes through; then he decides again.
git tag -d writ/information-security/1.0/approve/sam-lee >/dev/null
rm -r "$HOME/state-sam"
sed -i '/sam-lee/{/information-security/d}' "$HOME"/state-jane/writ/*/memory
expect 0 as jane writ push --key "$WORK/jane" --yes
approve sam information-security
expect 0 as sam writ push
all_sound
