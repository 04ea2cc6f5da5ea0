# Git tidies up on the server while pushes come in: the hook refuses none for that, and nothing is lost.
. "$(dirname "$0")/words"
given_guarded
# By the true clock: by another one, what has just been made may look long forgotten.
(unset LD_PRELOAD; while [ ! -e "$WORK/done" ]; do on_server gc -q 2>/dev/null || true; done) &
collecting=$!
trap 'kill -9 "$collecting"' EXIT

# Git itself may fail to put an object into a folder that its own tidying has just taken away. That is not
# the hook's doing, and the next push goes through.
taken_in_the_end() {
  local try
  for try in 1 2 3 4 5; do
    git push --no-verify "$@" >"$WORK/.out" 2>"$WORK/.err" && return
    grep -q "unable to migrate objects" "$WORK/.err" || break
  done
  fail "a push was refused"
}
for round in 1 2 3 4 5 6; do
  clock "2026-12-01 1$round:00:00"
  policy_version "1.$round"
  approve jane information-security
  approve sam information-security
  taken_in_the_end origin main 'refs/tags/writ/*'
  kept_out_refs=$(on_server for-each-ref | wc -l)
  expect 1 git push --no-verify origin :refs/tags/writ/information-security/1.0/approve/jane-doe
  says "This would delete a decision."
  [ "$(on_server for-each-ref | wc -l)" = "$kept_out_refs" ] || fail "something was deleted"
done
touch "$WORK/done"
wait "$collecting"
trap - EXIT
[ "$(on_server for-each-ref refs/tags/writ | wc -l)" = 16 ] || fail "not all decisions are there"
on_server fsck --strict --no-dangling >"$WORK/.out" 2>&1 || fail "git fsck finds damage"
