# Before anything is pushed: decisions are neither deleted nor moved nor pushed unless they hold, and
# documents with errors stay here.

given_approved_policy
git init -q --bare "$WORK/server.git"
git remote add origin "$WORK/server.git"
pushed() { expect 0 git push "$@"; }
kept_back() { # kept_back GIT-PUSH-ARGUMENTS: nothing reaches the other side
  local before; before=$(git --git-dir="$WORK/server.git" for-each-ref)
  expect 1 git push "$@"
  says "Nothing was pushed."
  [ "$(git --git-dir="$WORK/server.git" for-each-ref)" = "$before" ] || fail "something was pushed"
}
here=writ/information-security/1.0/approve

# Decisions are not pushed with the branch; what can be known of that is said.
pushed -u origin main
says "4 decisions on what you push stay here: git push does not push decisions."
says "writ push origin"
pushed
says "git push does not push decisions. If some here are new"
pushed origin 'refs/tags/writ/*'
says_not "git push does not"
[ "$(git --git-dir="$WORK/server.git" tag | wc -l)" = 4 ] || fail "not all decisions were pushed"
echo "We are happy to say so." >>$policy
sed -i 's/^version: 1.0/version: 1.1/' $policy
git commit -qam "Version 1.1: say that we are happy" 2>"$WORK/.err"
pushed
says_not "stay here"

# Deleting and moving.
kept_back origin ":refs/tags/$here/jane-doe"
says "refused refs/tags/$here/jane-doe"
says "This would delete a decision there."
kept_back origin --delete "$here/jane-doe"
says "To undo one, its signer withdraws it."
kept_back -f origin "refs/tags/$here/sam-lee:refs/tags/$here/jane-doe"
says "This would put another decision in the place of one that is there."
kept_back origin "refs/tags/$here/sam-lee:refs/tags/$here/bo-berg"
says "This is not what stands here under that name."

# One that does not hold, and one that cannot be judged yet.
git tag writ/information-security/1.1/approve/jane-doe HEAD
kept_back origin refs/tags/writ/information-security/1.1/approve/jane-doe
says "refused refs/tags/writ/information-security/1.1/approve/jane-doe"
says "It does not hold:"
says "git tag -d writ/information-security/1.1/approve/jane-doe"
kept_back origin main 'refs/tags/writ/*'
git tag -d writ/information-security/1.1/approve/jane-doe >"$WORK/.out"
clock "2026-12-01 12:00:00"
approve jane information-security
clock "2026-12-01 10:00:00"
pushed origin 'refs/tags/writ/*'
says "pushed, though it cannot be told yet whether it holds."

# Errors, on whatever branch, new or not.
git switch -qc change/information-security-1.2
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/; s/^version: 1.1/version: 1.2/' $policy
git commit -qam "Draft" 2>"$WORK/.err"
kept_back origin HEAD
says "POL-05 (5.2 d)"
says "refused refs/heads/change/information-security-1.2"
says "What it changes has errors."
git commit -q --allow-empty -m "On top of it" 2>"$WORK/.err"
kept_back origin HEAD
# Only what is pushed last counts.
git revert --no-edit HEAD~1 >"$WORK/.out" 2>"$WORK/.err"
pushed origin HEAD

# Errors that are there already keep nobody else from pushing something else.
git switch -q main
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/; s/^version: 1.1/version: 1.2/' $policy
git commit -qnam "Version 1.2: by force" 2>"$WORK/.err"
git push -q --no-verify origin main 2>"$WORK/.err"
echo "x" >notes.txt
git add notes.txt
git commit -qm "Notes" 2>"$WORK/.err"
pushed origin main
sed "s/^id: .*/id: clear-desk/; s/^level: top/level: topic\nparent: information-security/; s/^elements:/nonsense: 1\nelements:/; s/^version: .*/version: 1.0/" $policy >policies/clear-desk.md
git add .
git commit -qm "Another" -n 2>"$WORK/.err"
expect 0 writ check --range origin/main..HEAD
says_not "$policy:"
pushed origin main

# A branch that holds no policies is not asked for any; deleting a branch is nobody's concern here.
git switch -q --orphan website
git commit -q --allow-empty -m "Website" -n
echo "<p>Hello" >index.html
git add index.html
git commit -qnm "Website"
pushed origin website
pushed origin :website

# Whoever comes without a name of the other side, or to an empty one, has all of it judged.
git switch -q main
git init -q --bare "$WORK/other.git"
kept_back "$WORK/other.git" main
says "POL-05 (5.2 d)"

# A hook that was there before goes first, and reads what Git says too.
mv .git/hooks/pre-push "$WORK/ours"
printf '#!/bin/sh\ncat >"%s/read"\n[ ! -e "%s/forbidden" ] || exit 3\n' "$WORK" "$WORK" >.git/hooks/pre-push
chmod +x .git/hooks/pre-push
expect 0 writ hooks install
says "Installed the hook pre-push; the one that was there goes first."
git switch -q change/information-security-1.2
git commit -q --allow-empty -m "More" -n
pushed origin HEAD
grep -q " refs/heads/change/information-security-1.2 " "$WORK/read" || fail "the old hook could not read"
touch "$WORK/forbidden"
git commit -q --allow-empty -m "More" -n
expect 1 git push origin HEAD
says_not "Nothing was pushed."
rm "$WORK/forbidden"
kept_back origin ":refs/tags/$here/jane-doe"
