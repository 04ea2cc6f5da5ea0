# Nothing that a repository's own configuration names is run or believed.

given_approved_policy
trap="$WORK/trap"
printf '#!/bin/sh\ntouch "%s/ran"\n' "$WORK" >"$trap"
chmod +x "$trap"
for setting in core.fsmonitor core.editor core.pager gpg.program gpg.ssh.program core.sshCommand \
  diff.external credential.helper alias.status filter.x.clean filter.x.smudge; do
  git config $setting "$trap"
done
echo "* filter=x" >.gitattributes
for command in "status" "verify" "check" "check --staged" "show information-security" "history"; do
  expect 0 as jane writ $command
done
sed -i 's/^version: 1.0/version: 1.1/' $policy
GIT_CONFIG_GLOBAL=/dev/null git -c core.fsmonitor= -c filter.x.clean= -c user.name=Pat -c user.email=pat@example.org \
  commit -qn -am "Promise more"
rm -f "$WORK/ran"
expect 0 as jane writ approve information-security --key ../jane --yes
[ ! -e "$WORK/ran" ] || fail "a program of the repository's choice was run"

# Pins planted beside the repository's own files are not the user's.
root=$(writ root --format json | jq -r .repository)
for place in .git/writ .git/state/writ writ .writ; do
  mkdir -p "$place/${root#sha256:}"
  printf 'root %s\nfolder %s/.git/\n' "$root" "$PWD" >"$place/${root#sha256:}/pin"
done
git config writ.root "$root"
expect 1 as stranger writ verify --format json
json '[.verdict, ."root-pinned"]' '["indeterminate",false]'
