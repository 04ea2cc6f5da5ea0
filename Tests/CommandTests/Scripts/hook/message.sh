# Who changes an approved document says in the message which version that makes, and why: those who
# read the history later cannot ask any more.

given_approved_policy
raise() { # raise VERSION: another version of the policy, with other words
  sed -i "s/^version: .*/version: $1/; s/^change: .*/change: {summary: Another issue, reason: Something happened}/" $policy
  echo "Words of version $1." >>$policy
}

raise 1.1
blocked git commit -am "Cover our suppliers"
says "information-security is approved, and this changes it. The message"
says "does not name the version that this makes: write 1.1 in it."
says_not "gives no reason"
says "Say it in the message, which Git has kept: git commit -e -F .git/COMMIT_EDITMSG"
for message in "1.1" "Information Security Policy, version 1.1" "information-security 1.1: up to v1.1" $'Update to 1.1\n\nSigned-off-by: Pat Ray <pat@example.org>'; do
  blocked git commit -am "$message"
  says "gives no reason: say in a few words why."
  says_not "does not name"
done
for message in "Cover suppliers: 1.10" "Cover suppliers: 11.1" "Cover suppliers: 1.1.1" "Cover suppliers: 1.0"; do
  blocked git commit -am "$message"
  says "write 1.1 in it"
done
committed git commit -am "Cover suppliers (v1.1)"
says_not "The message"

# What Git writes below the scissors or as a comment is no reason.
raise 2.0
cat >"$WORK/editor" <<'EDITOR'
#!/bin/sh
{ echo "information-security 2.0"; cat "$1"; } >"$1.new" && mv "$1.new" "$1"
EDITOR
chmod +x "$WORK/editor"
blocked env GIT_EDITOR="$WORK/editor" git commit -av
says "gives no reason"
for mark in ';' auto; do
  git config core.commentChar "$mark"
  blocked env GIT_EDITOR="$WORK/editor" git commit -av
  says "gives no reason"
done
git config --unset core.commentChar
git commit -qam "Version 2.0, since an audit found a gap" 2>"$WORK/.err"

# What no decision has approved may be changed with any words, and so may all else.
sed 's/title: Information Security Policy/title: Clear Desk/; s/^id: .*/id: clear-desk/; s/^level: top/level: topic\nparent: information-security/; s/^version: .*/version: 1.0/' $policy >policies/clear-desk.md
git add .
committed git commit -m "Draft"
echo "More." >>policies/clear-desk.md
committed git commit -am "More"
echo "x" >notes.txt
git add notes.txt
committed git commit -m "x"

# A document that is taken out is named by its id.
git rm -q $policy
git show HEAD:$policy | sed 's/^id: .*/id: new-policy/' >policies/new-policy.md
sed -i 's/^parent: .*/parent: new-policy/' policies/clear-desk.md
git add .
blocked git commit -m "Write a new one instead of the old"
says "does not name what is taken out: write information-security in it."
committed git commit -m "Take information-security out, since new-policy says all of it"
git reset -q --hard HEAD~1

# A file that is only moved is no change.
mkdir policies/top
git mv $policy policies/top/information-security.md
committed git commit -m "Move"
git mv policies/top/information-security.md $policy
git commit -qm "Back" 2>"$WORK/.err"

# On a branch for drafts it is said, and saved all the same.
git switch -qc change/information-security-1.1
raise 1.1
committed git commit -am "Draft"
says "does not name the version that this makes: write 1.1 in it."
says "Saved all the same, as a draft, since this is a change."

# A merge makes no text of its own. What Git writes to fold a commit into another says which.
git switch -q main
committed git merge --no-ff --no-edit change/information-security-1.1
raise 2.0
committed git commit -a --fixup HEAD
raise 1.1
committed git commit -a --squash HEAD --no-edit
# Taking a commit back names it.
committed git revert HEAD --no-edit
raise 2.0
committed git commit -am $'Revert "Draft"\n\nThis reverts commit 585fd648896f45cd838690c598379c7108da42b9.'
raise 1.1
blocked git commit -am 'Revert "Draft"'

# The people and rules are a document like the others.
git restore .
writ people draft --quiet
blocked git commit -am "Something"
says "governance is approved, and this changes it."
committed git commit -am "People and rules 1.1: an auditor asked for them"
