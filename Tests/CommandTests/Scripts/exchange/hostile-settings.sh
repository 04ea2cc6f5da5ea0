# Whoever made the copy has put programs into its settings, hooks and folders. To exchange with others
# runs none of them, and refuses where it could not be left out. The user's own settings hold.
. "$(dirname "$0")/exchange.sh"
given_clones
cd "$WORK/jane-clone"
stolen="$WORK/stolen"
evil() { printf '#!/bin/sh\ntouch %s\nexec "$@"\n' "$stolen" >"$WORK/evil"; chmod +x "$WORK/evil"; }
evil
nothing_ran() { [ ! -e "$stolen" ] || fail "a program was run: $*"; }

# What can be left out is left out.
mkdir -p .git/hooks elsewhere
for hook in reference-transaction pre-push post-merge post-checkout pre-auto-gc post-index-change pre-merge-commit; do
  cp "$WORK/evil" ".git/hooks/$hook"; cp "$WORK/evil" "elsewhere/$hook"
done
git config core.hooksPath "$PWD/elsewhere"
git config core.fsmonitor "$WORK/evil"
git config gpg.program "$WORK/evil"
git config gpg.ssh.program "$WORK/evil"
git config push.gpgSign true
git config merge.verifySignatures true
git config push.recurseSubmodules on-demand
git config submodule.recurse true
git config core.pager "$WORK/evil"
git config core.editor "$WORK/evil"
git config diff.external "$WORK/evil"
git config alias.fetch "!$WORK/evil"
git config maintenance.auto false
(cd "$WORK/policies" && echo "More." >>"$policy" && git commit -qam "More" 2>"$WORK/.err" && git push -q origin main 2>"$WORK/.err")
rm -f "$stolen"
in_copy jane approve information-security --commit HEAD --key "$WORK/jane" --yes --quiet
expect 0 as jane writ pull
says "as they are at origin now"
expect 0 as jane writ push
says "Sent to origin"
nothing_ran "left out"
git config --unset core.hooksPath; git config --unset core.fsmonitor
expect 0 as jane writ pull
nothing_ran "hooks of the folder"
# They would run for what Git does by itself below.
rm -r .git/hooks

# What cannot is refused, whatever command it is for, and named.
refuses() {
  local name=$1 value=$2
  git config "$name" "$value"
  for command in pull push; do
    expect 70 as jane writ "$command"
    nothing_ran "$name"
  done
  says "$(tr '[:upper:]' '[:lower:]' <<<"${name%%.*}")"
  git config --unset-all "$name"
}
refuses core.sshCommand "$WORK/evil"
refuses core.gitProxy "$WORK/evil"
refuses core.askPass "$WORK/evil"
refuses core.alternateRefsCommand "$WORK/evil"
refuses credential.helper "$WORK/evil"
refuses credential.https://example.org.helper "!$WORK/evil"
refuses remote.origin.uploadpack "$WORK/evil"
refuses remote.origin.receivepack "$WORK/evil"
refuses remote.origin.vcs evil
refuses remote.origin.pushurl "ext::$WORK/evil"
refuses "url.ext::$WORK/evil .insteadOf" "$WORK"
refuses "url../nested.git.insteadOf" "$WORK/origin.git"
refuses protocol.ext.allow always
refuses gc.recentObjectsHook "$WORK/evil"
# Settings that come with a file that is included, or belong to the working tree, are the copy's own too.
printf '[core]\n\tsshCommand = %s\n' "$WORK/evil" >.git/more
git config include.path more
expect 70 as jane writ pull
says "core.sshcommand"
git config --unset include.path
git config extensions.worktreeConfig true
git config --worktree core.sshCommand "$WORK/evil"
expect 70 as jane writ pull
git config --worktree --unset core.sshCommand
git config --unset extensions.worktreeConfig

# A folder that came along is no place to send to: its hooks would run.
git init -q --bare nested.git
cp "$WORK/evil" nested.git/hooks/pre-receive
for address in ./nested.git nested.git "$PWD/nested.git" "file://$PWD/nested.git" "~/nested.git"; do
  refuses remote.origin.pushurl "$address"
done

# Settings of where things are kept could have decisions replaced: nothing is.
before=$(git for-each-ref refs/tags)
git config remote.origin.fetch '+refs/heads/*:refs/tags/writ/information-security/1.0/approve/*'
git config remote.origin.tagOpt --tags
git config remote.origin.pruneTags true
git config remote.origin.prune true
git -C "$WORK/policies" push -q origin main:refs/heads/jane-doe 2>"$WORK/.err"
expect 0 as jane writ pull
[ "$(git for-each-ref refs/tags)" = "$before" ] || fail "decisions were replaced"
git commit -q --allow-empty --no-verify -m "Mine" 2>"$WORK/.err"
expect 70 as jane writ push
says "remote.origin.fetch"
[ "$(git for-each-ref refs/tags)" = "$before" ] || fail "decisions were replaced"
git config --replace-all remote.origin.fetch '+refs/heads/*:refs/remotes/origin/*'
git reset -q --hard HEAD~1

# Filters run when files are written: then the files stay as they are, and the rest goes on.
(cd "$WORK/policies" && echo "Even more." >>"$policy" && git commit -qam "More" 2>"$WORK/.err" && git push -q origin main 2>"$WORK/.err")
echo '* filter=evil' >.git/info/attributes
git config filter.evil.smudge "$WORK/evil cat"
expect 1 as jane writ pull
says "filter.evil.smudge"
nothing_ran "a filter"
git config --unset filter.evil.smudge
expect 0 as jane writ pull

# The user's own settings hold.
git config --global "url.$WORK/origin.git.insteadOf" our:policies
git remote set-url origin our:policies
expect 0 as jane writ pull
nothing_ran "all of it"
