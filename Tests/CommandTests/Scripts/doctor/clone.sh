# doctor says what is missing in a clone: each line goes away once its remedy is followed.

check() {
  expect 0 writ doctor --format json
  json ".checks[] | select(.name == \"$1\") | .state" "\"$2\""
  expect 0 writ doctor
}
given_people
check root ok
says "nothing to compare until the people and rules are approved"
check decisions ok
says "none was made yet"
approve jane governance
approve sam governance
approve jane information-security

# Whoever signs nothing needs no key.
check key optional
says "no key of yours is registered here; only who decides needs one"
says "if you are to decide: writ join"
check decisions ok
says "3 are here, the newest of 2026-12-01T10:00:00Z"
check root to-mend
says "you have not compared yet whether these are your organisation's rules"
writ root --pin "$(writ root --format json | jq -r .root)" --quiet >"$WORK/.out"
check root ok
says "which you have compared"
says "Nothing to mend."

# The key: in the home folder, in the agent, or named in Git; and whose it is.
mkdir -m 700 "$HOME/.ssh"
cp ../jane ../jane.pub "$HOME/.ssh/"
check key ok
says ", registered for Jane Doe"
check identity to-mend
says "Git knows you as Pat Ray <pat@example.org>, the registry as Jane Doe <jane@example.org>"
says 'git config user.name "Jane Doe"'
git config user.name "Jane Doe"
git config user.email Jane@Example.org
check identity ok
says "Jane Doe <Jane@Example.org>, as registered"
rm -r "$HOME/.ssh"
git config --global user.signingkey "$WORK/sam.pub"
check key ok
says ", registered for Sam Lee"
git config --global --unset user.signingkey
eval "$(ssh-agent -a "$WORK/agent")" >"$WORK/.out"
trap 'kill -KILL "$SSH_AGENT_PID"' EXIT
ssh-add -q ../bo 2>"$WORK/.err"
check key ok
says "ok agent it holds 1 key, 1 registered here: SHA256:"
says "of Bo Berg"

# Hooks.
check hooks ok
says "pre-commit, commit-msg, pre-push"
rm .git/hooks/commit-msg
check hooks to-mend
says "not installed: commit-msg"
says "writ hooks install"
printf '#!/bin/sh\n' >.git/hooks/commit-msg
chmod +x .git/hooks/commit-msg
check hooks to-mend
writ hooks install --quiet
check hooks ok
echo "# another version" >>.git/hooks/pre-push
check hooks to-mend
says "pre-push is that of another version of Writ"
writ hooks install --quiet
sed -i "s|^installed_at=.*|installed_at='/nowhere/writ'|" .git/hooks/pre-push
check hooks ok
program=$(command -v writ)
expect 0 without_writ "$program" doctor
says "pre-push does not find Writ any more"
writ hooks install --quiet
expect 0 without_writ "$program" doctor
says "ok hooks"
git config core.hooksPath /elsewhere
check hooks to-mend
says "Git looks for hooks in /elsewhere here (core.hooksPath)"
git config --unset core.hooksPath

# The clock.
clock "2026-11-30 10:00:00"
check clock to-mend
says "this machine says 2026-11-30T10:00:00Z, but something here is dated 2026-12-01T10:00:00Z"
clock "2026-12-01 10:00:00"

# Decisions that were not fetched, or are gone.
git clone -q --no-tags . ../copy 2>"$WORK/.err"
cd ../copy
writ root --pin "$(cd ../policies; writ root --format json | jq -r .root)" --quiet >"$WORK/.out"
check decisions to-mend
says "none is here, and some were made"
says "writ pull"
git fetch -q --tags
check decisions ok
git tag -d writ/governance/1.0/approve/sam-lee >"$WORK/.out"
check decisions to-mend
says "1 that somebody had seen"
git clone -q --depth 1 "file://$WORK/policies" ../shallow 2>"$WORK/.err"
cd ../shallow
check decisions to-mend
says "lacks part of its history"
says "git fetch --unshallow --tags"
says "- root cannot be told while the decisions cannot be read"
