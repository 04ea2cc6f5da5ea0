# A policy without the words that commit to continual improvement cannot be committed, whichever way
# one commits. The hook names the clause, the file and line, and what to write.

given_people
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy
heading=$(line_of "## Commitments" $policy)

blocked git commit -am "Say less"
says "$policy:$heading error POL-05 (5.2 d)"
says "The words that commit to continual improvement are gone"
says '"Commitments" does not hold these words'
says "To mend it: put them back, or let elements.improvement.says name the words that now do it"

blocked git commit -o $policy -m "Say less"
says "POL-05 (5.2 d)"

git add $policy
blocked git commit -m "Say less"
says "POL-05 (5.2 d)"

cd policies
blocked git commit -am "Say less"
says "$policy:$heading error POL-05 (5.2 d)"
cd ..

# Renaming or leaving out the element does not help either.
git restore --staged --worktree $policy
sed -i '/^  improvement:/,/^    says:/d' $policy
blocked git commit -am "Leave the element out"
says "error POL-05 (5.2 d)"
says "does not say where it holds the words that commit to continual improvement"
says "under elements, write: improvement: {under: HEADING, says: \"the very words\"}"

git restore $policy
sed -i 's/^## Commitments/## Promises/' $policy
blocked git commit -am "Rename the heading"
says 'error POL-05 (5.2 d) Elements.improvement names the heading "commitments", but there is none.'

git restore $policy
expect 0 git status --porcelain
[ ! -s "$WORK/.out" ] || fail "something was left behind"
