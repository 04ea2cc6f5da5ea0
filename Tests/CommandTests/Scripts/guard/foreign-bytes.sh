# Whatever bytes somebody pushes: it is refused or passed over, and the next push is judged as ever.
. "$(dirname "$0")/words"
given_guarded
commit() { # commit 'SED': the newest commit with other bytes
  git cat-file commit HEAD | sed "$1" >"$WORK/object"
  git hash-object -w --literally -t commit "$WORK/object"
}
policy_version 1.1
# Odd, but anybody can follow it: taken, and said.
for change in 's/^author .*/&\n&/' 's/^author .*//' 's/^committer .*/committer x/'; do
  taken origin "+$(commit "$change"):refs/heads/change/odd"
  says "is not as Git writes it"
done
git push -q --no-verify origin :refs/heads/change/odd
for change in 's/^tree /tree x/'; do
  for branch in main change/odd; do
    held >"$WORK/.held"
    expect 1 git push --no-verify origin "$(commit "$change"):refs/heads/$branch"
    held | diff "$WORK/.held" - || fail "the push left something on the server"
  done
done

# A folder that holds itself by many ways, one too deep, and names that no file should have.
blob=$(git rev-parse HEAD:$policy)
tree=$(printf '100644 blob %s\ta.md\n' "$blob" | git mktree)
for depth in $(seq 40); do tree=$(printf '040000 tree %s\td\n' "$tree" | git mktree); done
of() { printf '100644 blob %s\twrit.yaml\n040000 tree %s\tpolicies\n' "$(git rev-parse HEAD:writ.yaml)" "$1" | git mktree; }
kept_out origin "$(git commit-tree -p HEAD -m deep "$(of "$tree")"):refs/heads/change/odd"
says "lies too deep"
tree=$(printf '100644 blob %s\ta.md\n' "$blob" | git mktree)
for depth in $(seq 17); do tree=$(printf '040000 tree %s\ta\n040000 tree %s\tb\n' "$tree" "$tree" | git mktree); done
kept_out origin "$(git commit-tree -p HEAD -m wide "$(of "$tree")"):refs/heads/main"
says "is too large"
tree=$(printf '100644 blob %s\t\033[31m.md\0120000 blob %s\tlink.md\0' "$blob" "$blob" | git mktree -z)
kept_out origin "$(git commit-tree -p HEAD -m names "$(of "$tree")"):refs/heads/main"
grep -q "$(printf '\033\\[31m')" "$WORK/.err" && fail "it came out raw"

taken origin main
taken origin main:refs/heads/change/fine
