# Somebody hands over a repository whose commit-graph, which Git keeps beside the commits to be quick,
# says that the newest commit came from none. Git believes it, and knows nothing of what was before. Writ
# reads the commits.
given_approved_policy
echo TODO >>policies/information-security.md
git commit -qam "A draft" --no-verify
first=$(git rev-parse HEAD)
writ new policy access-control --quiet
git add policies
git commit -qm "Another policy" --no-verify
writ check --range "$first..HEAD" --format json >"$WORK/before" || true

git commit-graph write --reachable
chmod u+w .git/objects/info/commit-graph
python3 - "$(git rev-parse HEAD)" <<'PY'
import hashlib, struct, sys
path = ".git/objects/info/commit-graph"
data = bytearray(open(path, "rb").read())
chunks = {}
for at in range(8, 8 + 12 * data[6], 12):
    chunks[bytes(data[at:at + 4])] = struct.unpack(">Q", data[at + 4:at + 12])[0]
names = [data[at:at + 20].hex() for at in range(chunks[b"OIDL"], chunks[b"CDAT"], 20)]
struct.pack_into(">II", data, chunks[b"CDAT"] + 36 * names.index(sys.argv[1]) + 20, 0x70000000, 0x70000000)
data[-20:] = hashlib.sha1(data[:-20]).digest()
open(path, "wb").write(data)
PY
[ "$(git rev-list HEAD | wc -l)" = 1 ] || fail "Git does not believe it"
writ check --range "$first..HEAD" --format json >"$WORK/after" || true
diff "$WORK/before" "$WORK/after" || fail "the commit-graph is believed"

# Nor does it wait where a pipe stands in its place.
rm -f .git/objects/info/commit-graph
mkfifo .git/objects/info/commit-graph
timeout 60 writ check --range "$first..HEAD" --format json >"$WORK/after" || true
diff "$WORK/before" "$WORK/after" || fail "the commit-graph is opened"
