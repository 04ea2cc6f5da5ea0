# Whoever made the copy has put programs into its settings and hooks. The commands of a change run none that
# a plain "git commit" would not run; what cannot be left out is refused, and named. What "git commit" runs
# itself is found out here, by running it.

given_approved_policy
given_remote
ran="$WORK/ran"; : >"$ran"
program() { # NAME: a program that says that it ran, and otherwise does nothing
  printf '#!/bin/sh\necho %s >>%s\n%s\n' "$1" "$ran" "${2:-exit 0}" >"$WORK/$1"; chmod +x "$WORK/$1"
}
# The copy's own settings and hooks.
rm -f .git/hooks/*
for hook in applypatch-msg pre-applypatch post-applypatch pre-commit pre-merge-commit prepare-commit-msg commit-msg \
  post-commit pre-rebase post-checkout post-merge pre-push pre-auto-gc post-rewrite post-index-change reference-transaction; do
  program "hook-$hook"; ln -s "$WORK/hook-$hook" ".git/hooks/$hook"
done
program clean cat; program smudge cat; program driver "exit 1"; program textconv 'cat "$1"'
for name in editor pager fsmonitor sequence difftool external merger ssh credential askpass upload receive vcs; do program $name; done
program gpg '[ "$1" = --version ] && exit 0; cat >/dev/null; exit 1'
printf '* filter=evil merge=evil diff=evil\n' >.git/info/attributes
git config filter.evil.clean "$WORK/clean"
git config core.fsmonitor "$WORK/fsmonitor"
git config core.editor "$WORK/editor"; git config sequence.editor "$WORK/sequence"
git config core.pager "$WORK/pager"
git config diff.external "$WORK/external"; git config diff.evil.textconv "$WORK/textconv"; git config diff.evil.command "$WORK/external"
git config interactive.diffFilter "$WORK/external"
git config gpg.program "$WORK/gpg"; git config gpg.ssh.program "$WORK/gpg"
git config merge.verifySignatures true
git config push.gpgSign if-asked
git config push.recurseSubmodules on-demand; git config submodule.recurse true
git config alias.switch "!$WORK/external"; git config alias.commit "!$WORK/external"

# What a plain commit runs.
git switch -q -c plain 2>/dev/null; echo "More." >>$policy; : >"$ran"
git commit -qam "Plain" 2>"$WORK/.err" || fail "git commit"
sort -u "$ran" >"$WORK/allowed"
for name in clean fsmonitor hook-pre-commit hook-commit-msg hook-post-commit; do
  grep -qx "$name" "$WORK/allowed" || fail "git commit did not run $name: the scene is not what it should be"
done
git switch -q main 2>/dev/null; git branch -qD plain; git update-index --refresh >/dev/null 2>&1 || true
rm -f .git/hooks/reference-transaction.off; : >"$ran"
within() { # COMMAND …
  : >"$ran"
  expect "$@"
  sort -u "$ran" | comm -23 - "$WORK/allowed" >"$WORK/beyond"
  [ ! -s "$WORK/beyond" ] || fail "$* ran what git commit does not: $(tr '\n' ' ' <"$WORK/beyond")"
}
runs_nothing() { within "$@"; [ ! -s "$ran" ] || fail "$* ran $(sort -u "$ran" | tr '\n' ' ')"; }

within 0 writ change open information-security --minor --summary "Say more" --reason "Asked for"
grep -v '^fsmonitor$\|^clean$' "$ran" && fail "change open commits nothing, and ran that"
echo "One line more." >>$policy
within 0 writ change submit --push
says "Sent change/information-security-1.1 to origin"
for name in clean hook-pre-commit hook-commit-msg; do
  grep -qx "$name" "$ran" || fail "change submit commits, and did not run $name"
done
within 0 writ change list
approve jane information-security; approve sam information-security
: >"$ran"
within 0 writ change land
grep -qx hook-commit-msg "$ran" || fail "change land commits, and did not run the hook"
within 0 writ change open information-security --minor --summary "Say even more" --reason "Asked for"
echo "And another." >>$policy
within 0 writ change submit --push
within 0 writ change abandon --push
[ -z "$(git ls-remote origin 'refs/heads/change/information-security-1.2')" ] || fail "the branch is still there"

# What writes files or merges cannot be left out without changing what comes of it: then it is refused.
refuses() { # NAME VALUE COMMAND …
  local name=$1 value=$2; shift 2
  git config "$name" "$value"
  git for-each-ref >"$WORK/refs"
  runs_nothing 70 "$@"
  says "${name,,}" # as Git folds it
  git for-each-ref | diff "$WORK/refs" - || fail "$* changed something"
  git config --unset "$name"
}
refuses filter.evil.smudge "$WORK/smudge" writ change open information-security --minor --summary "Say more"
writ change open information-security --minor --summary "Say more" --reason "Asked for" --quiet
echo "And this." >>$policy
within 0 writ change submit --push
refuses filter.evil.smudge "$WORK/smudge" writ change abandon
for setting in core.sshCommand credential.helper remote.origin.receivepack core.askPass; do
  refuses $setting "$WORK/ssh" writ change abandon --push
done
echo "Once more." >>$policy
git config core.sshCommand "$WORK/ssh"
within 1 writ change submit --push
says "core.sshcommand"
git config --unset core.sshCommand
approve jane information-security; approve sam information-security
refuses filter.evil.smudge "$WORK/smudge" writ change land
refuses merge.evil.driver "$WORK/driver %A" writ change land

# The remedy helps: as the user's own setting it may run.
git config merge.evil.driver "$WORK/driver %A"
expect 70 writ change land
sed -n 's/^  .*: \(git config .*\)$/\1/p' "$WORK/.err" >"$WORK/remedies"
grep -q -- --unset "$WORK/remedies" || fail "no remedy takes it out"
while read -r remedy; do eval "$remedy" >"$WORK/.out" || fail "$remedy"; done <"$WORK/remedies"
[ "$(git config --global merge.evil.driver)" = "$WORK/driver %A" ] || fail "the setting was not moved"
expect 0 writ change land
