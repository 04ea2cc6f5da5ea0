# A folder is handed over in which a tree holds the bytes of another: as though Jane had not written the text
# that she approved alone. That is damage, never an answer; nothing of it is remembered; and the copy that the
# advice names is judged as the true one is.

given_governance
git -c user.name="Jane Doe" -c user.email=jane@example.org commit -q --no-verify --allow-empty -m "Begin"
old=$(git rev-parse 'HEAD^{tree}')
sed -i 's/^version: 1.0/version: 1.1/' policies/information-security.md; echo "By Jane." >>policies/information-security.md
git -c user.name="Jane Doe" -c user.email=jane@example.org commit -q --no-verify -a -m "1.1"
lie=$(git rev-parse 'HEAD^{tree}')
echo x >notes.txt; git add notes.txt; git commit -q --no-verify -m "Later"
approve jane information-security
root=$(writ root --format json | jq -r .root)
state() { (cd "$1" && WRIT_ROOT=$root writ status information-security --format json | jq -r '.documents[0].state'); }
true=$(state .)

cp -R . "$WORK/handed"
cd "$WORK/handed"
git cat-file tree "$old" | python3 -c '
import sys, zlib
data = sys.stdin.buffer.read()
open(sys.argv[1], "wb").write(zlib.compress(b"tree %d\0" % len(data) + data))' "$WORK/lie"
chmod u+w ".git/objects/${lie:0:2}/${lie:2}"
cp "$WORK/lie" ".git/objects/${lie:0:2}/${lie:2}"
expect 70 as auditor env WRIT_ROOT="$root" writ status information-security
says "damaged"

# A copy made of links has the lie as well; the advised one is refused by Git, or is sound.
git clone -q "$WORK/handed" "$WORK/linked"
cd "$WORK/linked"
expect 70 as auditor env WRIT_ROOT="$root" writ status information-security
cd "$WORK"
if git clone -q --no-local "$WORK/handed" "$WORK/advised" 2>/dev/null; then exit 1; fi
git clone -q --no-local "$WORK/policies" "$WORK/again"
[ "$(as auditor state "$WORK/again")" = "$true" ]
