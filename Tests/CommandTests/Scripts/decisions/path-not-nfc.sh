# A folder was made on a computer that writes an accent as a character of its own (NFD). check says that no
# decision can name what lies there, no passphrase is asked for first, and the remedy helps.

given_governance
nfd=$(printf 'policies/Se\314\201curite\314\201') nfc=$(printf 'policies/S\303\251curit\303\251')
mkdir "$nfd"
git mv $policy "$nfd/"
git commit -qm "Keep it there" --no-verify
expect 1 writ check
says "DOC-03 (7.5.2 b)"
says "not Unicode NFC, so no decision can name it"
remedy=$(sed -n 's/.*at the top of the repository: \(mkdir .*\), and save that.*/\1/p' <(tr -s ' \n' '  ' <"$WORK/.out"))
[ -n "$remedy" ] || fail "no remedy is named"
expect 1 writ check --commit HEAD --format json
json '[.findings[] | select(.severity == "error") | .rule]' '["DOC-03"]'
git tag >"$WORK/tags"
for decision in "approve" "reject --comment No"; do
  expect 1 as jane writ $decision information-security --key ../jane --yes
  says "NFC, so no decision can name it"
  says "$remedy"
done
git tag | diff "$WORK/tags" - || fail "something was recorded"
expect 0 writ status information-security
expect 0 writ diff information-security

# In the working folder, before it is committed, the same line helps.
echo x >"$nfd/notes.txt"
eval "$remedy"
[ -e "$nfc/information-security.md" ] || fail "$remedy does not help"
expect 0 writ check
git add -A
git commit -qm "Spell it as others do" --no-verify
approve jane information-security
approve sam information-security
expect 0 as jane writ verify
expect 0 writ status information-security --format json
json '.documents[0].state' '"in-force"'
