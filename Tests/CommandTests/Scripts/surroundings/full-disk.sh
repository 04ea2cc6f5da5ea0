# On a full disk nothing is recorded, nothing is damaged, and the same command works once there is room.

only_root_can || exit 0
mkdir "$WORK/small"
mount -t tmpfs -o size=2m tmpfs "$WORK/small" 2>"$WORK/.err" || {
  echo "skipped: no small disk can be made here"
  exit 0
}
trap 'cd /; umount "$WORK/small"' EXIT

given_governance
cp -r "$WORK/policies" "$WORK/small/policies"
cd "$WORK/small/policies"
fill() { head -c 3000000 /dev/zero >"$WORK/small/filler" 2>/dev/null || true; }
fill
refused 70 as jane writ approve information-security --key "$WORK/jane" --yes
says "No space left on device"
says "free some space, then do it again"
expect 0 as jane writ status
expect 0 as jane writ check

# Room for the object, but hardly for more.
for spare in 4096 8192 12288 16384 20480; do
  rm "$WORK/small/filler"
  head -c $spare /dev/zero >"$WORK/small/spare"
  fill
  rm "$WORK/small/spare"
  status=0
  as jane writ approve information-security --key "$WORK/jane" --yes >"$WORK/.out" 2>"$WORK/.err" || status=$?
  case $status in
  0) break ;;
  70) says "No space left on device"; says "nothing was recorded" ;;
  *) fail "approve ended with $status on a disk with room for $spare bytes" ;;
  esac
  [ -z "$(git tag -l 'writ/information-security/*')" ] || fail "it was recorded all the same"
  expect 0 git fsck --strict
done

rm "$WORK/small/filler"
expect 0 as jane writ approve information-security --key "$WORK/jane" --yes
expect 0 git fsck --strict

# init and people add leave nothing half done either.
mkdir "$WORK/small/new"
fill
expect 70 writ init "$WORK/small/new" --organisation "Example Ltd"
says "No space left on device"
says "nothing was recorded"
[ ! -e "$WORK/small/new/writ.yaml" ] || fail "half a repository is left"

# The folder of the user's own state on a full disk: whoever signs the first people and rules pins them
# there, so nothing is signed; later only what was found sound is not remembered.
mkdir "$WORK/small/state" "$WORK/again"
with_state() { XDG_STATE_HOME=$WORK/small/state "$@"; }
cp -r "$WORK/policies" "$WORK/again/policies"
cd "$WORK/again/policies"
git tag --list 'writ/*' | xargs git tag --delete >"$WORK/.out"
expect 70 with_state writ approve governance --key "$WORK/jane" --yes --accept-warnings
says "nothing was recorded"
[ -z "$(git tag --list 'writ/*')" ] || fail "it was recorded all the same"
says "$WORK/small/state"
says "free some space, then do it again"
rm "$WORK/small/filler"
expect 0 with_state writ approve governance --key "$WORK/jane" --yes --accept-warnings
approve sam governance
fill
expect 0 with_state writ approve information-security --key "$WORK/jane" --yes
says "Signed."
expect 0 with_state writ verify
says "What was found sound could not be remembered: $WORK/small/state"
rm "$WORK/small/filler"
expect 0 with_state writ verify
says_not "could not be remembered"
grep -q "^valid .* writ/information-security/1.0/approve/jane-doe" "$WORK"/small/state/writ/*/memory ||
  fail "it is not remembered once there is room"

# A full /tmp, where ssh-keygen is given what it is to sign. The folder of this script may lie in it.
case $(command -v writ) in /tmp/*) echo "skipped: the program itself lies in /tmp"; exit 0 ;; esac
with_full_tmp() {
  unshare --mount sh -ec '
    mount --bind "$WORK" /mnt
    mount -t tmpfs -o size=1m tmpfs /tmp
    mkdir -p "$WORK"
    mount --bind /mnt "$WORK"
    head -c 2000000 /dev/zero >/tmp/filler 2>/dev/null || true
    cd "$0"
    exec "$@"' "$PWD" "$@"
}
refused 70 as sam with_full_tmp writ approve information-security --key "$WORK/sam" --yes
says "/tmp/writ."
says "No space left on device"
says "free some space, then do it again"
expect 0 as sam writ approve information-security --key "$WORK/sam" --yes
all_sound
