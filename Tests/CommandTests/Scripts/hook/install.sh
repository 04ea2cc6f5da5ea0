# Installing the hooks twice is harmless. Where Git looks for hooks elsewhere, or two hooks of others
# are there, nothing is installed, and the message says what to do.

given_people
cp .git/hooks/pre-commit ../first
expect 0 writ hooks install
expect 0 writ hooks install
cmp ../first .git/hooks/pre-commit || fail "the hook changed"
[ ! -e .git/hooks/pre-commit.before-writ ] || fail "the hook was chained to itself"

git config core.hooksPath "$WORK/elsewhere"
refused 70 writ hooks install
says "Git looks for hooks in $WORK/elsewhere here (core.hooksPath)"
says 'call in the hooks pre-commit, commit-msg and pre-push there: writ hooks run NAME "$@"'
says "git config --show-origin core.hooksPath"
git config --unset core.hooksPath

echo "#!/bin/sh" >.git/hooks/pre-commit
echo "#!/bin/sh" >.git/hooks/pre-commit.before-writ
refused 70 writ hooks install
says "there are two hooks of others"

# Where the setting is the user's own, init says so before it makes anything.
cd "$WORK"
git config --global core.hooksPath "$WORK/elsewhere"
mkdir other
refused 70 writ init other --organisation "Example Ltd"
says "core.hooksPath"
expect 0 writ init other --organisation "Example Ltd" --no-hooks
