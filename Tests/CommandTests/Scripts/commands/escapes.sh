# What somebody else put into a repository cannot move the cursor, colour text or turn it round: it
# comes out escaped, in every output for people and for scripts.

given_approved_policy
esc=$'\e[31m' turn=$'\u202E'
harmless() {
  ! LC_ALL=C.UTF-8 grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\x{202E}|\x{200B}' "$WORK/.out" "$WORK/.err" ||
    fail "it is not escaped"
}
sed -i "s/^This policy says/${esc}This ${turn}policy says/; s/^title:.*/title: \"Policy \\\\e[31m \\\\u202E\"/" $policy
git -c user.name="Eve ${turn}ray" -c user.email="eve${esc}@example.org" commit -qnam "A ${esc}change ${turn}here"
cp $policy "policies/x$esc.md"
cp $policy "policies/y$turn"$'\n'"z.md"
git add -A
git commit -qnm "Odd names"
git tag "writ/${turn}odd" HEAD

for command in "status" "history" "history information-security" "people" "root" "show information-security" \
  "verify" "check" "check --staged" "check --commit HEAD"; do
  for format in text json; do
    status=0
    writ $command --format $format >"$WORK/.out" 2>"$WORK/.err" || status=$?
    [ $status -le 1 ] || [ $status = 70 ] || fail "writ $command ended with $status"
    harmless
  done
done
expect 1 writ check
says 'policies/x\u{1B}[31m.md'
says 'holds U+001B, a control character'
expect 0 writ history
says 'Eve \u{202E}ray'
says 'A \u{1B}[31mchange \u{202E}here'

# In the people and rules such names are refused from the start.
git reset -q --hard HEAD~2
sed -i "s/^    name: Jane Doe/    name: \"Jane \\\\e[31m \\\\u202EDoe\"/" writ.yaml
git commit -qnam "A name that is none"
expect 1 writ check
harmless
expect 1 writ verify
harmless
says "writ.yaml is refused"
