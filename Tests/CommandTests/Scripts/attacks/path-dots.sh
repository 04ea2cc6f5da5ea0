# Somebody commits a folder with a name such as '..', which Git itself would never write. Writ
# reads nothing by it, says so, and answers all else.
. "$(dirname "$0")/forging.sh"
given_untouched

# A tree object with one entry of that name, which git mktree would not write.
raw_tree() {
  { printf "%s %b\0" "$1" "$2"; printf "%s" "$3" | xxd -r -p; } | git hash-object -w --literally -t tree --stdin
}

blob=$(git rev-parse HEAD:policies/information-security.md)
for name in .. . .git a/b; do
  folder=$(raw_tree 100644 "$name" "$blob")
  top=$({ git ls-tree HEAD -- writ.yaml; printf '040000 tree %s\tpolicies\n' "$folder"; } | git mktree)
  git update-ref refs/heads/main "$(git commit-tree -m "A path" "$top")"
  expect 0 as jane writ status
  says "policies cannot be read as it was saved"
  expect 1 as jane writ check --commit HEAD
  says "it is not as Git writes it"
  expect 0 as jane writ history
done
# The decisions are not about that commit.
verify_says valid
