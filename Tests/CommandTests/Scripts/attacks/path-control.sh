# Somebody commits a file whose name holds an escape sequence and a line feed. Nothing of it
# reaches the terminal as it is.
. "$(dirname "$0")/forging.sh"
given_untouched

# A tree object with one entry of that name, which git mktree would not write.
raw_tree() {
  { printf "%s %b\0" "$1" "$2"; printf "%s" "$3" | xxd -r -p; } | git hash-object -w --literally -t tree --stdin
}

blob=$(git rev-parse HEAD:policies/information-security.md)
folder=$(raw_tree 100644 'a\033[2J\012b.md' "$blob")
top=$({ git ls-tree HEAD -- writ.yaml; printf '040000 tree %s\tpolicies\n' "$folder"; } | git mktree)
git update-ref refs/heads/main "$(git commit-tree -m "A path" "$top")"
verify_says valid
for command in status "check --commit HEAD" history verify; do
  as jane writ $command >"$WORK/.out" 2>"$WORK/.err" || [ $? = 1 ] || [ $? = 70 ] || fail "writ $command broke down"
  ! grep -q $'\033' "$WORK/.out" "$WORK/.err" || fail "writ $command prints a control character"
done
expect 1 as jane writ check --commit HEAD
