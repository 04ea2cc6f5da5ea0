# The hook of a server: a hook that was there goes first, and both read what Git says; without Writ, or
# where Writ cannot check, nothing is taken.
. "$(dirname "$0")/words"
given_approved_policy
git init -q --bare "$server"
git remote add origin "$server"
printf '#!/bin/sh\ncat >>"%s/read"\n[ ! -e "%s/forbidden" ] || { echo "not today"; exit 3; }\n' "$WORK" "$WORK" >"$server/hooks/pre-receive"
chmod +x "$server/hooks/pre-receive"
expect 0 writ hooks install --server -C "$server"
says "Installed the hook pre-receive; the one that was there goes first."
says "/writ unless there is a writ on the PATH."
(cd "$server" && expect 0 writ hooks install --server --format json)
json .hooks '["pre-receive"]'
taken origin main 'refs/tags/writ/*'
grep -q " refs/heads/main$" "$WORK/read" || fail "the old hook could not read"
touch "$WORK/forbidden"
policy_version 1.1
expect 1 git push --no-verify origin main
says "not today"
says_not "Nothing of this push"
rm "$WORK/forbidden"
kept_out origin :refs/tags/writ/information-security/1.0/approve/jane-doe
says "This would delete a decision."

# Without Writ on the PATH it is the one that installed it; without either nothing is taken.
without_writ taken origin main
sed -i "s|^installed_at=.*|installed_at='/nowhere/writ'|" "$server/hooks/pre-receive"
policy_version 1.1
without_writ kept_out origin main
says "since Writ is not on this server."
says "and at /nowhere/writ."
printf '#!/bin/sh\nexit 0\n' >"$server/writ"
chmod +x "$server/writ"
PATH=.:${PATH#*:} kept_out origin main
says "since Writ is not on this server."
rm "$server/writ"
taken origin main

# What cannot be checked is not taken, and says what whoever runs the server is to do.
policy_version 1.1
on_server config writ.root nonsense
kept_out origin main
says "writ: --root is no root: nonsense"
says "Nothing of this push was taken: the server could not check it."
says "Show this to whoever runs the server."
on_server config --unset writ.root
on_server config extensions.partialClone elsewhere
on_server config core.repositoryFormatVersion 1
kept_out origin main
says "this repository is of a kind that Writ cannot read"
on_server config --unset extensions.partialClone
printf 'broken' >"$server/refs/tags/writ/information-security/1.0/approve/bo-berg"
expect 1 git push --no-verify origin main
says "writ/information-security/1.0/approve/bo-berg cannot be read"
rm "$server/refs/tags/writ/information-security/1.0/approve/bo-berg"
taken origin main

# A forge that runs all hooks of a folder writes its own anew: ours goes beside it.
git init -q --bare "$WORK/forge.git"
mkdir "$WORK/forge.git/hooks/pre-receive.d"
cat >"$WORK/forge.git/hooks/pre-receive" <<'HOOK'
#!/usr/bin/env bash
data=$(cat)
for hook in "$GIT_DIR"/hooks/pre-receive.d/*; do echo "$data" | "$hook" || exit 1; done
HOOK
chmod +x "$WORK/forge.git/hooks/pre-receive"
expect 0 writ hooks install --server -C "$WORK/forge.git"
says "Installed the hook pre-receive.d/writ."
server="$WORK/forge.git"
taken "$server" main 'refs/tags/writ/*'
kept_out "$server" :refs/tags/writ/information-security/1.0/approve/jane-doe

# Where Git looks for hooks elsewhere, ours would never run.
on_server config core.hooksPath "$WORK/hooks"
refused 70 writ hooks install --server -C "$server"
says "call in the hook pre-receive there: writ guard"
