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
