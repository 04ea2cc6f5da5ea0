# Decisions can be pushed once, and never be deleted or moved.
. "$(dirname "$0")/words"
given_guarded
here=writ/information-security/1.0/approve

kept_out origin ":refs/tags/$here/jane-doe"
says "refused: the decision information-security/1.0/approve/jane-doe"
says "This would delete a decision. Decisions stay, whatever comes later."
says "To undo one, its signer withdraws it: writ withdraw"
kept_out origin --delete "$here/jane-doe" "$here/sam-lee"

kept_out -f origin "refs/tags/$here/sam-lee:refs/tags/$here/jane-doe"
says "This would put another decision in the place of one that is here."
kept_out -f origin "main:refs/tags/$here/jane-doe"
# Who says that nothing is there yet does not get through either.
old=0000000000000000000000000000000000000000
new=$(git rev-parse "refs/tags/$here/sam-lee")
echo "$old $new refs/tags/$here/jane-doe" >"$WORK/line"
expect 1 env GIT_DIR="$server" writ guard <"$WORK/line"
says "This would put another decision in the place of one that is here."

# One of several that is wrong keeps all from being taken.
policy_version 1.1
kept_out origin main ":refs/tags/$here/jane-doe"
[ "$(on_server rev-parse main)" != "$(git rev-parse main)" ] || fail "half of the push was taken"
taken origin main

# Decisions under their own names, as often as anybody likes.
approve jane information-security
taken origin 'refs/tags/writ/*'
taken origin 'refs/tags/writ/*'
says "Everything up-to-date"

# Other tags are nobody's concern here.
git tag fine
taken origin fine
taken origin :fine
