# A change that is given up can be brought back with all that was written.
given_approved_policy
given_remote
refused 1 writ change abandon
opened information-security "Cover suppliers"
printf '\n## Suppliers\n' >>$policy
expect 0 writ change abandon
says "Gave up change/information-security-2.0. You are on main again"
[ -z "$(git status --porcelain)" ] || fail "something is left over"
! grep -q '^## Suppliers' $policy || fail "the text is still changed"
$(sed -n 's/^To bring it back:  //p' "$WORK/.out")
git show change/information-security-2.0:$policy >"$WORK/brought-back"
grep -q '^## Suppliers' "$WORK/brought-back" || fail "what was written is lost"

git switch -q change/information-security-2.0
expect 0 writ change submit --push
expect 0 writ change abandon
says "Others still see it at origin"
expect 0 writ change list
says "change/information-security-2.0, at origin"
git switch -q change/information-security-2.0 2>"$WORK/.err"
expect 0 writ change abandon --push
! git ls-remote --exit-code origin 'refs/heads/change/*' >/dev/null || fail "it is still there"
expect 0 writ change list
says "No change is under way"

# What is approved is not given up like that.
opened information-security "Cover more"
expect 0 writ change submit
approve jane information-security
approve sam information-security
refused 1 writ change abandon
says "is approved"
says "bring it in: writ change land"
