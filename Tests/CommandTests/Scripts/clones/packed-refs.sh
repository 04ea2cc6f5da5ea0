# Somebody writes the file of packed names by hand: out of order, though it says that it is sorted, or
# with two lines for one name. Git, which believes it, misses names. Writ finds all decisions, or says
# that it cannot tell; it never finds fewer.
. "$(dirname "$0")/bounds.sh"
given_approved_policy
git pack-refs --all
grep -v '^[#^]' .git/packed-refs | sort -k 2 >"$WORK/lines"
[ "$(wc -l <"$WORK/lines")" = 5 ] || fail "there are other names than expected"

# all_or_none: every decision is found, or exit 70.
all_or_none() {
  local status=0
  as jane bounded writ verify --format json >"$WORK/.out" 2>"$WORK/.err" || status=$?
  case $status in
    70) ;;
    0 | 1) json '[.statements[].ref] | unique | length' 4 ;;
    *) fail "verify ended with $status" ;;
  esac
}
sorted="# pack-refs with: peeled fully-peeled sorted "
for order in "sort -k 2" "sort -k 2 -r" "sort" "sort -r" "shuf --random-source=/dev/zero"; do
  (echo "$sorted"; $order "$WORK/lines") >.git/packed-refs
  all_or_none
done
(echo "$sorted"; cat "$WORK/lines"; sed -n 's/^[0-9a-f]*/0000000000000000000000000000000000000000/; 5p' "$WORK/lines") >.git/packed-refs
all_or_none
(echo "$sorted"; cat "$WORK/lines"; printf '%s' "$(head -n 1 "$WORK/lines")x") >.git/packed-refs
all_or_none
(echo "$sorted"; head -n 1 "$WORK/lines"; printf '\0\n'; tail -n +2 "$WORK/lines") >.git/packed-refs
all_or_none
