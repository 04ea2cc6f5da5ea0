# Somebody commits a folder that holds itself, as it were: ten times the same folder in each of ten
# levels, which Git stores as ten small objects and which are ten thousand million paths. Writ does not
# walk them all.
. "$(dirname "$0")/bounds.sh"
given_approved_policy

tree=$(git rev-parse HEAD:policies)
for _ in {1..10}; do
  tree=$(for name in {0..9}; do printf '040000 tree %s\t%s\n' "$tree" "$name"; done | git mktree)
done
tree=$( (git ls-tree HEAD | grep -v policies; printf '040000 tree %s\tpolicies\n' "$tree") | git mktree)
git update-ref HEAD "$(echo "Folders without end" | git commit-tree "$tree" -p HEAD)"

expect 0 bounded writ status
says "policies cannot be read as it was saved"
expect 1 bounded writ check --commit HEAD
says "is too large"
expect 0 bounded writ history
# What was decided does not depend on it.
expect 1 bounded writ verify
says "Each decision by itself is sound"
