# The branch is sent through git; what the other side answers is passed on, a refusal too.
given_approved_policy
opened information-security "Cover suppliers"
printf '\n## Suppliers\n\nSuppliers follow it too.\n' >>$policy
expect 1 writ change submit --push
says "Not sent: there is no other repository to send it to"
says "It is saved here"
[ "$(git log --oneline main.. | wc -l)" = 1 ] || fail "it is not saved"

git switch -q main && given_remote && git switch -q change/information-security-2.0
cat >"$WORK/remote.git/hooks/post-receive" <<'HOOK'
#!/bin/sh
echo "Create a pull request for this:"
echo "  https://git.example.org/new?from=change"
HOOK
chmod +x "$WORK/remote.git/hooks/post-receive"
expect 0 writ change submit --push
says "Sent change/information-security-2.0 to origin. Create a pull request for this: https://git.example.org/new?from=change"
[ "$(git -C "$WORK/remote.git" rev-parse change/information-security-2.0)" = "$(git rev-parse HEAD)" ] ||
  fail "it is not there"
expect 0 writ change list
says "change/information-security-2.0, here and at origin"

# Somebody else sent work on it: nothing is overwritten, and nothing of one's own is lost.
(clone_of kim && git switch -q change/information-security-2.0 && git commit -q --allow-empty -m "By Kim" &&
  git push -q 2>"$WORK/.err")
echo "Another sentence." >>$policy
expect 1 writ change submit --push --format json
json '.sent.failure | test("origin did not take it")' true
git diff --quiet || fail "it is not saved"
git pull -q --rebase 2>"$WORK/.err"
expect 0 writ change submit --push

printf '#!/bin/sh\necho "Not on a Sunday"\nexit 1\n' >"$WORK/remote.git/hooks/pre-receive"
chmod +x "$WORK/remote.git/hooks/pre-receive"
echo "One more." >>$policy
expect 1 writ change submit --push
says "Not on a Sunday"
