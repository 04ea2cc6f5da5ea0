# Without the other repository the inbox is of what is here, and says so; a branch that cannot be read
# keeps nobody from reading the others.
given_approved_policy
given_remote
opened information-security "Cover suppliers"
printf '\n## Suppliers\n\nSuppliers follow it too.\n' >>$policy
expect 0 writ change submit --push
git switch -q main
clone_of jane
git -C "$WORK/policies" push -q origin main:refs/heads/change/access-control-1.0 2>"$WORK/.err"
# A tree that names itself as a document a hundred times over: far too much to read.
tree=$(printf '100644 blob %s\tx\n' "$(git hash-object -w --stdin </dev/null)" | git mktree)
for _ in 1 2 3 4 5 6; do
  tree=$(for i in 0 1 2 3 4 5 6 7 8 9; do printf '040000 tree %s\t%s\n' "$tree" "$i"; done | git mktree)
done
commit=$(printf '040000 tree %s\tpolicies\n' "$tree" | git mktree)
git update-ref refs/remotes/origin/change/acceptable-use-1.0 "$(git commit-tree -m Bomb "$commit")"
expect 0 writ inbox --person jane-doe --offline
says "1 document awaits your decision"
says "What acceptable-use 1.0 is to be cannot be read."
expect 0 writ change list
says "change/acceptable-use-1.0 cannot be read"
says "change/information-security-2.0, at origin"
# What a server calls a branch may be no commit.
git update-ref refs/remotes/origin/change/backups-1.0 "$(git hash-object -w --stdin </dev/null)"
expect 0 writ inbox --person jane-doe --offline
says "1 document awaits your decision"
says "What backups 1.0 is to be cannot be read."
expect 0 writ change list
says "change/backups-1.0 cannot be read"
git update-ref -d refs/remotes/origin/change/backups-1.0

git update-ref -d refs/remotes/origin/change/acceptable-use-1.0
mv "$WORK/remote.git" "$WORK/away.git"
expect 0 writ inbox --person jane-doe
says "1 document awaits your decision"
says "This is of what is here: could not reach origin"
mv "$WORK/away.git" "$WORK/remote.git"
expect 0 writ inbox --person jane-doe
says_not "This is of what is here"

# Nothing that the clone's own settings name is run; the answer is of what is here.
git config core.sshCommand "touch $WORK/ran; false"
printf '#!/bin/sh\ntouch %s\n' "$WORK/ran" >.git/hooks/reference-transaction && chmod +x .git/hooks/reference-transaction
expect 0 writ inbox --person jane-doe
says "since nothing was fetched"
git config --unset core.sshCommand
git -C "$WORK/remote.git" branch another main
expect 0 writ inbox --person jane-doe
[ ! -e "$WORK/ran" ] || fail "something that the clone names was run"
