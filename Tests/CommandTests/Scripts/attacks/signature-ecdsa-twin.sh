# Of every ECDSA signature (r, s) there is a twin (r, n - s), which anybody can compute without the
# key. It verifies, and is the same decision: nothing is counted twice, nothing is missed.
. "$(dirname "$0")/forging.sh"
given_untouched

twin() {
  python3 - "$1" <<'PY' | store "$1"
import base64, subprocess, sys
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
tag = subprocess.check_output(["git", "cat-file", "tag", sys.argv[1]])
head, armor = tag.split(b"-----BEGIN SSH SIGNATURE-----\n")
blob = base64.b64decode(armor.split(b"-----END")[0])
def take(data):
    size = int.from_bytes(data[:4], "big")
    return data[4:4 + size], data[4 + size:]
def put(data): return len(data).to_bytes(4, "big") + data
def number(value): return put(value.to_bytes(value.bit_length() // 8 + 1, "big"))
rest, fields = blob[10:], []
while rest:
    field, rest = take(rest)
    fields.append(field)
algorithm, rest = take(fields[4])
value, _ = take(rest)
r, s = take(value)
s = int.from_bytes(take(s)[0], "big")
fields[4] = put(algorithm) + put(put(r) + number(N - s))
text = base64.b64encode(blob[:10] + b"".join(map(put, fields))).decode()
lines = [text[at:at + 70] for at in range(0, len(text), 70)]
sys.stdout.buffer.write(head + "\n".join(
    ["-----BEGIN SSH SIGNATURE-----"] + lines + ["-----END SSH SIGNATURE-----", ""]).encode())
PY
}
before=$(git rev-parse "$S")
ids=$(jq -c '[.statements[].id]' "$WORK/verify.json")
twin "$S"
twin "$GS"
[ "$before" != "$(git rev-parse "$S")" ] || fail "the twin is no other object"

verify_says valid
wrong
missing
[ "$ids" = "$(jq -c '[.statements[].id]' "$WORK/verify.json")" ] || fail "a decision changed its identity"
status_says in-force 1.0
json '.documents[] | select(.id == "information-security") | ."approved-by" | length' 2
stock accepts "$S"
