# Of every Ed25519 signature (R, S) there is one with S + L, which careless programs accept. Writ
# does not; Jane's decision, which Sam had seen, is then missing.
. "$(dirname "$0")/forging.sh"
given_untouched

python3 - "$J" <<'PY' | store "$J"
import base64, subprocess, sys
L = 2**252 + 27742317777372353535851937790883648493
tag = subprocess.check_output(["git", "cat-file", "tag", sys.argv[1]])
head, armor = tag.split(b"-----BEGIN SSH SIGNATURE-----\n")
blob = base64.b64decode(armor.split(b"-----END")[0])
s = int.from_bytes(blob[-32:], "little") + L
text = base64.b64encode(blob[:-32] + s.to_bytes(32, "little")).decode()
lines = [text[at:at + 70] for at in range(0, len(text), 70)]
sys.stdout.buffer.write(head + "\n".join(
    ["-----BEGIN SSH SIGNATURE-----"] + lines + ["-----END SSH SIGNATURE-----", ""]).encode())
PY

verify_says invalid
wrong "$J" invalid bad-signature
missing "$J"
status_says indeterminate null
