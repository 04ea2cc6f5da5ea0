# The clone's configuration, attributes and hooks name programs to run wherever Git or Writ might.
# Stock Git runs some; Writ runs none.
. "$(dirname "$0")/forging.sh"
given_untouched

sed -i 's/^version: 1.0/version: 2.0/' policies/information-security.md
git commit -qam "Policy 2.0: a promise more" 2>"$WORK/.err"
cat >"$WORK/marker" <<'PROGRAM'
#!/bin/sh
echo "$0 $*" >>"$WORK/ran"
PROGRAM
chmod +x "$WORK/marker"
mkdir -p "$WORK/hooks"
for hook in pre-commit post-checkout post-index-change reference-transaction pre-push fsmonitor-watchman; do
  cp "$WORK/marker" "$WORK/hooks/$hook"
  cp "$WORK/marker" ".git/hooks/$hook"
done
for name in core.fsmonitor core.sshCommand core.pager core.editor core.askPass core.gitProxy \
  core.alternateRefsCommand \
  gpg.program gpg.ssh.program gpg.x509.program gpg.ssh.defaultKeyCommand diff.external pager.status \
  filter.x.clean filter.x.smudge filter.x.process diff.x.textconv diff.x.command merge.x.driver \
  credential.helper uploadpack.packObjectsHook sequence.editor trailer.x.command \
  core.sshVariant interactive.diffFilter difftool.x.cmd mergetool.x.cmd browser.x.cmd man.x.cmd \
  remote.origin.uploadpack remote.origin.receivepack remote.origin.vcs ssh.variant \
  submodule.policies.update gc.recentObjectsHook receive.procReceiveRefs hook.x.command; do
  git config "$name" "$WORK/marker"
done
for name in status verify log tag show; do git config "alias.$name" "!$WORK/marker"; done
git config core.hooksPath "$WORK/hooks"
git config gpg.ssh.allowedSignersFile /dev/null
echo "* filter=x diff=x merge=x" >.git/info/attributes
cp .git/info/attributes .gitattributes
printf '[submodule "policies"]\n\tpath = policies\n\turl = ext::%s\n\tupdate = !%s\n' \
  "$WORK/marker" "$WORK/marker" >.gitmodules
git config remote.origin.url "ext::$WORK/marker"
git config init.templateDir "$WORK"
printf '[core]\n\tfsmonitor = %s\n' "$WORK/marker" >.git/more
git config include.path more
git config includeIf.gitdir:/.path more

git status >/dev/null 2>&1 || true
[ -s "$WORK/ran" ] || fail "the trap does not work: stock Git runs nothing either"
rm "$WORK/ran"

for command in verify status check "check --staged" "check --commit HEAD" "check --range HEAD~1..HEAD" history \
  "show information-security" "diff information-security" "diff information-security --word" people root \
  "root --pin $root" "export allowed-signers" doctor rules "rules DOC-01" "new policy access-control" \
  "verify --since $WORK/verify.json" "people role bo-berg --add ciso" "--at 2026-12-01 status"; do
  as jane writ $command >"$WORK/.out" 2>"$WORK/.err" || [ $? = 1 ] || fail "writ $command broke down"
  [ ! -e "$WORK/ran" ] || fail "writ $command ran: $(cat "$WORK/ran")"
done
expect 0 as bo writ approve information-security --key "$WORK/bo" --yes
for decision in reject reaffirm retire withdraw; do
  as sam writ $decision information-security --key "$WORK/sam" --comment "No." --yes >"$WORK/.out" 2>"$WORK/.err" \
    || [ $? = 1 ] || [ $? = 64 ] || fail "writ $decision broke down"
done
[ ! -e "$WORK/ran" ] || fail "a decision ran: $(cat "$WORK/ran")"
expect 0 as jane writ verify
note verify valid
