# Two pushes at once: both are taken where they bring different things; of two that bring the same one or
# another text to one branch, one is.
. "$(dirname "$0")/words"
given_guarded
git clone -q "$server" "$WORK/second" 2>"$WORK/.err"
for round in 1 2 3 4 5; do
  (cd "$WORK/second" && git fetch -q --tags && git switch -qc "change/second-$round" && policy_version 1.1 &&
    git push -q --no-verify origin HEAD 2>"$WORK/second.err") &
  git switch -qc "change/first-$round" main
  policy_version 1.1
  expect 0 git push --no-verify origin HEAD
  wait $! || { cat "$WORK/second.err"; fail "the other push was not taken"; }
done
[ "$(on_server for-each-ref refs/heads/change | wc -l)" = 10 ] || fail "not all are there"

git switch -q main
policy_version 1.1
approve jane information-security
tag=refs/tags/writ/information-security/1.1/approve/jane-doe
(cd "$WORK/second" && git fetch -q "$WORK/policies" "$tag:$tag")
status=0
(cd "$WORK/second" && git push -q --no-verify origin "$tag" 2>"$WORK/second.err") &
git push --no-verify origin main "$tag" >"$WORK/.out" 2>"$WORK/.err" || status=$?
wait $! || [ "$status" = 0 ] || fail "neither was taken"
taken origin main "$tag"
[ "$(on_server rev-parse "$tag")" = "$(git rev-parse "$tag")" ] || fail "it is not there"
on_server fsck --strict --no-dangling >"$WORK/.out" 2>&1 || fail "git fsck finds damage"
[ "$(find "$server/objects" -name '*incoming*' | wc -l)" = 0 ] || fail "something was left"
