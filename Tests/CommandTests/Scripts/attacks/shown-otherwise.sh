# A clone that shows stock Git another history than the commits tell (grafts), and takes its objects
# from a folder that may be gone tomorrow (alternates): nothing is judged otherwise, and it is said.
. "$(dirname "$0")/forging.sh"
given_untouched

git rev-parse HEAD >.git/info/grafts
verify_says valid
noted "info/grafts"
[ "$(git log --oneline 2>/dev/null | wc -l)" = 1 ] || fail "stock Git does not see the graft"
rm .git/info/grafts

git clone -q --shared . "$WORK/shared" 2>"$WORK/.err"
cd "$WORK/shared"
verify_says valid
noted "objects/info/alternates"
git repack -qad && rm .git/objects/info/alternates
verify_says valid
[ "$(jq -c .notes "$WORK/verify.json")" = "[]" ] || fail "it says so still"
