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

# Without a name, Git saves nothing; a hook of somebody else's may refuse, too.
git config --global --unset user.name
git config --global --unset user.email
before=$(git rev-parse HEAD)
echo "And another." >>$policy
expect 70 env EMAIL= writ change submit
says "Git does not know who you are"
says "git config --global user.name"
git config --global user.name "Pat Ray"
git config --global user.email pat@example.org
printf '#!/bin/sh\necho "no tabs, please" >&2\nexit 1\n' >.git/hooks/pre-commit.before-writ
chmod +x .git/hooks/pre-commit.before-writ
expect 70 writ change submit
says "Git would not save it: no tabs, please"
[ "$(git rev-parse HEAD)" = "$before" ] || fail "it was saved"
