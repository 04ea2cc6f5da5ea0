# A history brings commits and folders that no Git of today writes, and that nobody can mend. They hinder
# nobody: all is answered and decided, and what is odd is named.

given_approved_policy
root=$(writ root --format json | jq -r .root)

# store TYPE: what comes in becomes an object as it is. on_top OBJECT: it is HEAD, and of main.
store() { git hash-object -w --literally -t "$1" --stdin; }
on_top() { git update-ref refs/heads/main "$1"; git reset -q --hard; }
answers() {
  local command
  for command in "verify --root $root" "status information-security" history "inbox --person bo-berg --offline" check; do
    # shellcheck disable=SC2086
    expect 0 writ $command
  done
}

clock "2026-12-02 10:00:00"
sed -i 's/^version: 1.0/version: 1.1/' policies/information-security.md
echo "More." >>policies/information-security.md
git -c user.name="Bo Berg" -c user.email=bo@example.org commit -q --no-verify -a -m "1.1"
wrote=$({ git cat-file commit HEAD | sed '/^author/s/+0000$/+1500/'; } | store commit)
on_top "$wrote"

# No decision can point at it, which is said before anybody signs.
refused 1 writ approve information-security --key ../jane --yes
says "no decision can point at the saved state $wrote"
says "ask whoever keeps the policies to save any change after it, with git commit"
git commit -q --no-verify --allow-empty -m "Anything"
answers_to_history=$(git rev-parse HEAD)

# Who wrote it is known all the same, and history does not hold the next commit for the author.
expect 0 writ history information-security --format json
json "[.events[] | select(.version == \"1.1\") | [.commit, .author]]" "[[\"$wrote\",\"Bo Berg <bo@example.org>\"]]"
json "[.events[] | select(.commit == \"$answers_to_history\")]" "[]"
json "[.events[] | select(.version == \"1.1\") | .flaw != null]" "[true]"
expect 0 writ approve information-security --key ../jane --yes
expect 0 writ approve information-security --key ../sam --yes
answers

# Where the newest commit is odd, and the text is that of the one before, that one is pointed at.
before=$(git rev-parse HEAD)
odd=$({ printf 'tree %s\nparent %s\nauthor Kim R\344y <kim@example.org> -1 +0000\ncommitter K\n\nR\344y' \
  "$(git rev-parse 'HEAD^{tree}')" "$before"; } | store commit)
on_top "$odd"
answers
expect 0 writ reaffirm information-security --key ../jane --yes
expect 0 writ verify --root "$root"

# Folders: one that Git would not write, and the next commit brings all back.
tree=$(git cat-file tree "HEAD^{tree}" | python3 -c '
import sys
data, out = sys.stdin.buffer.read(), b""
while data:
    mode, rest = data.split(b" ", 1); name, rest = rest.split(b"\0", 1)
    out += b"0" + mode.lstrip(b"0") + b" " + name + b"\0" + rest[:20]; data = rest[20:]
sys.stdout.buffer.write(out)' | store tree)
padded=$(printf 'tree %s\nparent %s\nauthor Pat Ray <pat@example.org> 1796200000 +0000\ncommitter Pat Ray <pat@example.org> 1796200000 +0000\n\nRepack\n' "$tree" "$odd" | store commit)
sound=$(git rev-parse "$before^{tree}")
git update-ref refs/heads/main "$padded"
expect 1 writ verify --root "$root"
says "There is no writ.yaml that can be read in the last saved state"
expect 0 writ status information-security --format json
json '[.documents[0].state, .documents[0].flags - ["retroactive"]]' '["in-force",["removed"]]'
expect 1 writ check --commit HEAD
says "cannot be read"
back=$(printf 'tree %s\nparent %s\nauthor Pat Ray <pat@example.org> 1796200001 +0000\ncommitter Pat Ray <pat@example.org> 1796200001 +0000\n\nBack\n' "$sound" "$padded" | store commit)
on_top "$back"
answers
expect 0 writ history information-security --format json
json "[.events[] | select(.commit == \"$padded\" or .commit == \"$back\") | [.version, .flaw != null]]" '[[null,true],["1.1",false]]'

# A commit that says of nobody who made it bars nobody, and is named.
sed -i 's/^version: 1.1/version: 1.2/' policies/information-security.md; echo "Still more." >>policies/information-security.md
git commit -q --no-verify -a -m "1.2"
nobody=$({ git cat-file commit HEAD | sed 's/^author .*/author somebody/; s/^committer .*/committer somebody/'; } | store commit)
on_top "$nobody"
git commit -q --no-verify --allow-empty -m "Anything"
expect 0 writ approve information-security --key ../jane --yes
expect 0 writ status information-security --format json
json '[.documents[0].flags - ["retroactive"], .documents[0]."unknown-authors"]' "[[\"authorship-unknown\"],[\"$nobody\"]]"
expect 0 writ status information-security
says "${nobody:0:10}"
expect 0 writ approve information-security --key ../sam --yes

# Signed with a date before the text was written: that is said, and changes nothing.
clock "2026-12-03 10:00:00"
sed -i 's/^version: 1.2/version: 1.3/' policies/information-security.md; echo "Last." >>policies/information-security.md
git commit -q --no-verify -a -m "1.3"
clock "2026-12-03 09:00:00"
expect 0 writ approve information-security --key ../jane --yes
clock "2026-12-03 11:00:00"
expect 0 writ approve information-security --key ../sam --yes
expect 0 writ verify --root "$root" --format json
json '[.verdict, [.statements[] | select(.flags != []) | [.ref, .flags]]]' \
  '["valid",[["refs/tags/writ/information-security/1.3/approve/jane-doe",["dated-before-text"]]]]'
expect 0 writ status information-security --format json
json '.documents[0].flags - ["retroactive"]' '["dated-before-text"]'

# Messages in other encodings are told as git log tells them.
for encoding in ISO-8859-1 EUC-JP; do
  word=Größe; [ $encoding = ISO-8859-1 ] || word=改訂
  echo "$encoding" >>policies/information-security.md
  printf %s "$word" | iconv -f UTF-8 -t "$encoding" >"$WORK/message"
  git -c i18n.commitEncoding=$encoding commit -q --no-verify -a -F "$WORK/message"
  expect 0 writ history information-security --format json
  json "[.events[] | select(.commit == \"$(git rev-parse HEAD)\") | .summary]" "[\"$word\"]"
done
