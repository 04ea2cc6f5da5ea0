# A hook that was there before is kept, and goes first; what it refuses stays refused.

writ init policies --organisation "Example Ltd" --no-hooks --quiet
cd policies
[ ! -e .git/hooks/pre-commit ] || fail "a hook was installed in spite of --no-hooks"
mkdir -p .git/hooks
cat >.git/hooks/pre-commit <<'HOOK'
#!/bin/sh
echo "the old hook was here"
[ ! -e forbidden ] || exit 3
HOOK
chmod +x .git/hooks/pre-commit
expect 0 writ hooks install
says "Installed the hook pre-commit; the one that was there goes first."
says "/writ unless there is a writ on the PATH."

echo "We are happy to say so." >>$policy
committed git commit -am "A change"
says "the old hook was here"

sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy
blocked git commit -am "Say less"
printed | grep -q "the old hook was here.*POL-05" || fail "the old hook did not go first"

touch forbidden
git add forbidden
git restore $policy
expect 1 git commit -m "Something that the old hook forbids"
says "the old hook was here"
says_not "document"

# Installing again keeps it so.
rm forbidden; git rm -q --cached forbidden
expect 0 writ hooks install
says "the one that was there goes first"
echo "And once more." >>$policy
committed git commit -am "Another change"
[ "$(grep -c 'the old hook was here' "$WORK/.err")" = 1 ] || fail "the old hook ran twice"
