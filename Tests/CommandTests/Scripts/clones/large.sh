# Somebody hands over a repository with files and objects far larger than Git or anybody would make
# them. They are zeros, so that they lie on the disk as next to nothing. None is read as a whole.
. "$(dirname "$0")/bounds.sh"
given_approved_policy

# What Git keeps beside the objects.
for file in config HEAD index packed-refs objects/info/alternates; do
  [ ! -e ".git/$file" ] || cp ".git/$file" "$WORK/kept"
  mkdir -p "$(dirname ".git/$file")"
  truncate -s 1G ".git/$file"
  expect 70 bounded writ verify
  says "has 1073741824 bytes"
  rm ".git/$file"
  [ ! -e "$WORK/kept" ] || mv "$WORK/kept" ".git/$file"
done
truncate -s 1G .git/refs/tags/writ/large
expect 70 bounded writ verify
says "writ/large cannot be read"
rm .git/refs/tags/writ/large

# As a decision: not one, and the others hold.
zeros() { head -c 64M /dev/zero | git hash-object -w --literally -t "$1" --stdin; }
zeros tag >.git/refs/tags/writ/information-security/1.0/approve/bo-berg
expect 1 bounded writ verify
says "something far larger than a decision"
expect 0 bounded writ status
says "in force since"
rm .git/refs/tags/writ/information-security/1.0/approve/bo-berg

# As a document: not one.
head=$(git rev-parse HEAD)
blob=$(zeros blob)
git update-index --add --cacheinfo "100644,$blob,policies/large.md"
git commit -qm "A large file" --no-verify
expect 0 bounded writ status information-security
says "in force since"
expect 1 bounded writ check --commit HEAD
says "far too large for a document"

# As the people and rules, as a folder, as a commit.
git update-index --cacheinfo "100644,$blob,writ.yaml"
git commit -qm "Large people and rules" --no-verify
expect 1 bounded writ verify
says "There is no writ.yaml that can be read"
git reset -q --soft "$head"
tree=$(printf '040000 tree %s\tpolicies\n' "$(zeros tree)" | git mktree --missing)
git update-ref HEAD "$(echo x | git commit-tree "$tree")" 2>"$WORK/.err" || fail "git update-ref"
expect 0 bounded writ history
git update-ref HEAD "$head"
commit=$(zeros commit)
echo "$commit" >".git/$(git symbolic-ref HEAD)"
expect 0 bounded writ status
says "There is no writ.yaml that can be read"
