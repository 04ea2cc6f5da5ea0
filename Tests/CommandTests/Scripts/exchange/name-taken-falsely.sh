# An attacker with push rights puts rubbish under the name that Jane's decision is to have. Hers is made
# again under the next name, and arrives; theirs is told.
. "$(dirname "$0")/exchange.sh"
given_clones
name=writ/information-security/1.0/approve/jane-doe
cd "$WORK/jane-clone"
approve jane information-security
ours=$(git rev-parse "$name")
# Even something that is no decision at all.
git -C "$WORK/origin.git" update-ref "refs/tags/$name" main
expect 1 as jane writ push --key "$WORK/jane" --yes
says "Jane Doe's approval of Information Security Policy 1.0 was made again"
says "origin has something that does not hold"
[ -n "$(there information-security/1.0/approve/jane-doe.2)" ] || fail "it did not arrive"
! git cat-file tag "$name.2" | grep -q "^Writ-Seen: .* $name\$" || fail "it names rubbish as seen"
expect 0 as jane writ push
expect 1 as jane writ verify
says_not "missing"
# Once it is gone there and here, all is well.
git -C "$WORK/origin.git" update-ref -d "refs/tags/$name"
git tag -d "$name" >/dev/null
all_sound
expect 0 as jane writ push
git cat-file -e "$ours" || fail "the old one was destroyed"

# A decision that was there before is never made again: it was exchanged there.
git -C "$WORK/origin.git" update-ref "refs/tags/$name.2" main
before=$(git for-each-ref)
expect 1 as jane writ push --key "$WORK/jane" --yes
says "somebody exchanged it there"
[ "$(git for-each-ref)" = "$before" ] || fail "something was replaced"
