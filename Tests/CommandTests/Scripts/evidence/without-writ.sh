# VERIFY.md holds what an auditor pastes: its blocks run exactly as they stand, with stock programs and an empty
# home, and find every decision good. Whatever byte of the pack is altered, they notice, or writ verify does.

given_approved_policy
clock "2026-12-02 10:00:00"
decide jane reaffirm information-security
writ people add ann-lee --name "Ann Lee" --email ann@example.org --role board-member --quiet
brought_in jane sam
root=$(writ root --format json | jq -r .root)
expect 0 as jane writ evidence --clause 5.2 --output ../pack
fingerprint=$(sha256sum <../pack/manifest.json | cut -c1-64)

# The blocks, one behind another, by bash and by the plain shell.
blocks() { sed -n '/^```sh$/,/^```$/p' "$1/VERIFY.md" | sed '/^```/d'; }
# For an auditor: no Writ, no settings, no home; an account without rights where that can be had.
stock() {
  local shell=$1 pack=$2 as=()
  mkdir -p "$WORK/nobody"; chmod 777 "$WORK/nobody"; chmod -R a+rX "$WORK"
  if [ "$(id -u)" = 0 ]; then as=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
  (cd "$pack" && blocks . | "${as[@]}" env -i HOME="$WORK/nobody" TMPDIR="$WORK/nobody" \
    PATH=/usr/local/bin:/usr/bin:/bin $shell 2>&1) >"$WORK/.out"
}

for shell in "bash -eu -o pipefail" dash; do
  stock "$shell" ../pack || fail "the blocks of VERIFY.md end with an error in $shell"
  : >"$WORK/.err"
  says_not WRONG
  says "$fingerprint manifest.json"
  says "${root#sha256:} -"
  says "7 $root"
  says "documents/information-security/1.0.md writ/information-security/1.0/approve/jane-doe"
  says "writ/information-security/1.0/reaffirm/jane-doe"
  says "1.1 $(sha256sum <writ.yaml | cut -c1-64) after ${root#sha256:}"
  good=$(awk '/^ *[0-9]+ Good "git" signature for/ {n += $1} END {print n}' "$WORK/.out")
  [ "$good" = 7 ] || fail "$good signatures are good, not 7"
  [ -z "$(find "$WORK/nobody" -mindepth 1)" ] || fail "the blocks leave something behind"
done
[ "$(grep -c '^valid - ' ../pack/decisions.txt)" = 7 ] || fail "not all decisions are listed"

# A byte of any file: the first, the middle one, or the last, in turn.
cd "$WORK"
altered() {
  cp -r pack other
  python3 - "other/$1" "$2" <<'PY'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
place = {"first": 0, "middle": len(data) // 2, "last": len(data) - 1}.get(sys.argv[2])
data[int(sys.argv[2]) if place is None else place] ^= 1
open(sys.argv[1], "wb").write(data)
PY
  local found=
  expect 1 as jane writ verify other
  [ "$1" = manifest.json ] || says "$1 was altered since the pack was made."
  found=$(sha256sum <other/manifest.json | cut -c1-64)
  [ "$found" = "$fingerprint" ] || return 0
  # What stands in VERIFY.md itself is not run.
  if [ "$1" != VERIFY.md ]; then
    stock "bash" other || true
    grep -q WRONG "$WORK/.out" || fail "the blocks do not notice that $1 was altered ($2)"
  fi
}
places=(first middle last)
turn=0
for file in $(cd pack && find . -type f -printf '%P\n' | sort); do
  altered "$file" "${places[turn++ % 3]}"
  rm -r other
done

# A file too many, and one too few.
cp -r pack other; echo x >other/more.txt
stock bash other || true
says "WRONG: a file is missing or surplus"
rm -r other; cp -r pack other; rm other/documents/information-security/1.0.md
stock bash other || true
says "WRONG"
rm -r other

# A decision that does not hold is told apart, by name; stock Git may accept it all the same.
cd policies
git update-ref refs/tags/writ/access-control/1.0/approve/jane-doe \
  refs/tags/writ/information-security/1.0/approve/jane-doe
expect 0 as jane writ evidence --clause 5.2 --output ../other
grep -qx "invalid ref-mismatch writ/access-control/1.0/approve/jane-doe" ../other/decisions.txt ||
  fail "the decision in the wrong place is not told apart"
stock bash ../other || fail "the blocks end with an error"
says_not WRONG
says "writ/access-control/1.0/approve/jane-doe"
