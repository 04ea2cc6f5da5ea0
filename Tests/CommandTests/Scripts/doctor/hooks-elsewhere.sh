# A hook manager has Git look for hooks in another folder. doctor asks for what helps there, and takes its
# own remedy for done; it takes no call whose no would be passed over.

check() {
  expect 0 writ doctor --format json
  json '.checks[] | select(.name == "hooks") | .state' "\"$1\""
  expect 0 writ doctor
}
given_people
mkdir "$WORK/company"
git config core.hooksPath "$WORK/company"
check to-mend
says "Git looks for hooks in $WORK/company here (core.hooksPath)"
remedy=$(printed | sed -n 's/.*pre-push there: \(writ hooks run NAME .* || exit 1\) or .*/\1/p')
[ -n "$remedy" ] || fail "no remedy is named"
for hook in pre-commit commit-msg pre-push; do
  printf '#!/bin/sh\necho "ours first"\n%s\necho "and last"\n' "${remedy/NAME/$hook}" >"$WORK/company/$hook"
  chmod +x "$WORK/company/$hook"
done
check ok
says "pre-commit, commit-msg, pre-push in $WORK/company call Writ"
# It is so: the hooks there check.
echo "no first lines" >policies/bad.md; git add policies/bad.md
blocked git commit -m "Bad"
git rm -qf policies/bad.md
expect 70 writ hooks install

sed -i 's/ || exit 1//' "$WORK/company/commit-msg"
check to-mend
says "commit-msg in $WORK/company"
says 'writ hooks run commit-msg "$@" || exit 1'
sed -i 's/^echo "and last"//' "$WORK/company/commit-msg"
check ok
chmod -x "$WORK/company/pre-push"
check to-mend
chmod +x "$WORK/company/pre-push"
program=$(command -v writ)
expect 0 without_writ "$program" doctor
says "pre-commit in $WORK/company does not find Writ"
sed -i "s|^writ |$program |" "$WORK/company"/*
expect 0 without_writ "$program" doctor
says "ok hooks"
# Writ's own hooks count there as well.
rm "$WORK/company"/*
cp .git/hooks/pre-commit .git/hooks/commit-msg .git/hooks/pre-push "$WORK/company"
check ok

# The same wherever the setting stands, as Git reads it.
git config --unset core.hooksPath
rm "$WORK/company"/*
printf '[core]\n\thooksPath = %s\n' "$WORK/company" >"$WORK/more"
git config include.path "$WORK/more"
check to-mend
git config --unset include.path
check ok
GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.hooksPath GIT_CONFIG_VALUE_0=$WORK/company expect 0 writ doctor
says "Git looks for hooks in $WORK/company"
for own in .git/hooks "$PWD/.git/hooks" "$PWD/policies/../.git/hooks"; do
  git config core.hooksPath "$own"
  check ok
  expect 0 writ hooks install
done
git config --unset core.hooksPath
git config extensions.worktreeConfig true
git config --worktree core.hooksPath "$WORK/company"
check to-mend
expect 70 writ hooks install
