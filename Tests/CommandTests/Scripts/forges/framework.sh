# The hooks for the framework pre-commit, published in .pre-commit-hooks.yaml. They are run as it runs
# them; and by itself, where `make bench` has fetched it.

top=$(cd "$(dirname "$0")/../../../.." && pwd)
hook() { "$top/hooks/framework" "$@"; }
given_approved_policy
rm .git/hooks/*
before=$(git rev-parse HEAD)
worse() { sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/; s/^version: 1.0/version: 1.1/; s/^  summary: .*/  summary: Say less/' $policy; }

worse
expect 0 hook pre-commit
git add $policy
expect 1 hook pre-commit
says "POL-05 (5.2 d)"
says "Nothing was committed."
echo "Shorter" >"$WORK/message"
expect 1 hook commit-msg "$WORK/message"
says "1.1"
echo "1.1: Say what we can really do" >"$WORK/message"
expect 0 hook commit-msg "$WORK/message"
git commit -qm "1.1: Say what we can really do"
expect 1 env PRE_COMMIT_FROM_REF="$before" PRE_COMMIT_TO_REF=HEAD "$top/hooks/framework" pre-push
says "POL-05"
expect 1 env PRE_COMMIT_LOCAL_BRANCH=refs/heads/main "$top/hooks/framework" pre-push
says "POL-05"
expect 0 env PRE_COMMIT_FROM_REF=HEAD PRE_COMMIT_TO_REF=HEAD "$top/hooks/framework" pre-push

expect 1 without_writ hook pre-commit
says "Writ is not on this machine."
says "put it on the PATH"
printf '#!/bin/sh\ntouch "%s/ran"\n' "$WORK" >writ
chmod +x writ
PATH=.:${PATH#*:} expect 1 hook pre-commit
[ ! -e "$WORK/ran" ] || fail "a file of the repository was run"
rm writ
git reset -q --hard "$before"

# The framework of Debian 12 (3.0) is too old for what is published, and what it says names that. There the
# checks are written out, as docs/forges.md shows.
old=$(/usr/bin/pre-commit --version 2>/dev/null | sed 's/^pre-commit //' || true)
case $old in
3.0.* | 3.1.*)
  expect 1 /usr/bin/pre-commit validate-manifest "$top/.pre-commit-hooks.yaml"
  says "writ-needs-pre-commit-3.2-or-later"
  sed -n '/^### Before 3.2/,/^```$/p' "$top/docs/forges.md" | sed '1,/^```yaml$/d; /^```$/d' >.pre-commit-config.yaml
  git add .pre-commit-config.yaml
  git commit -qm "Let the framework check"
  export PRE_COMMIT_HOME=$WORK/old-cache
  expect 0 /usr/bin/pre-commit install
  worse
  git add $policy
  expect 1 git commit -m "1.1: Say what we can really do"
  says "POL-05 (5.2 d)"
  git reset -q --hard
  sed -i 's/^version: 1.0/version: 1.1/; s/^  summary: .*/  summary: Say more/' $policy
  echo "We are happy to say so." >>$policy
  expect 1 git commit -am "Words"
  says "Ask for version and reason"
  committed git commit -am "1.1: Say that we are happy"
  /usr/bin/pre-commit uninstall >"$WORK/.out"
  /usr/bin/pre-commit uninstall --hook-type commit-msg >"$WORK/.out"
  git reset -q --hard "$before"
  ;;
*) echo "skipped: there is no framework of Debian 12" ;;
esac

python=$top/.build/pre-commit/bin/python
"$python" -m pre_commit --version >/dev/null 2>&1 || { echo "skipped: the framework is not here"; exit 0; }
framework() { "$python" -m pre_commit "$@"; }
export PRE_COMMIT_HOME=$WORK/cache

# Published at a commit of a repository, used in another one.
git init -q "$WORK/writ"
mkdir "$WORK/writ/hooks"
cp "$top/.pre-commit-hooks.yaml" "$WORK/writ"
cp "$top/hooks/framework" "$WORK/writ/hooks"
git -C "$WORK/writ" add .
git -C "$WORK/writ" commit -qm "Writ"
cat >.pre-commit-config.yaml <<CONFIG
default_install_hook_types: [pre-commit, commit-msg, pre-push]
repos:
  - repo: file://$WORK/writ
    rev: $(git -C "$WORK/writ" rev-parse HEAD)
    hooks: [{id: writ-check}, {id: writ-commit-msg}, {id: writ-pre-push}]
CONFIG
git add .pre-commit-config.yaml
git commit -qm "Let the framework check"
expect 0 framework validate-manifest "$top/.pre-commit-hooks.yaml"
expect 0 framework install
expect 0 framework run --all-files
says_not "WARNING"
says "Check policies...........................................................Passed"

# What is staged is judged, not what lies in the folder: good staged and bad behind it, and the reverse.
echo "We are happy to say so." >>$policy
sed -i 's/^version: 1.0/version: 1.1/; s/^  summary: .*/  summary: Say that we are happy/' $policy
git add $policy
cp $policy "$WORK/good"
worse
committed git commit -m "1.1: Say that we are happy"
says "Passed"
git diff --quiet HEAD -- $policy && fail "what was not staged is gone"
refuses() { # COMMAND …: no commit is made
  local head; head=$(git rev-parse HEAD)
  expect 1 "$@"
  [ "$(git rev-parse HEAD)" = "$head" ] || fail "it was committed"
}
git add $policy
cp "$WORK/good" $policy
refuses git commit -m "1.1: Say what we can really do"
says "POL-05 (5.2 d)"
cmp $policy "$WORK/good" || fail "the file in the folder was changed"
git reset -q --hard
# So with what Git stages for the commit alone, and with a file that is taken out.
worse
refuses git commit -am "1.1: Say what we can really do"
says "POL-05"
refuses git commit -o $policy -m "1.1: Say what we can really do"
git reset -q --hard
git rm -q $policy
refuses git commit -m "information-security: We do not need this policy"
says "POL-01"
git reset -q --hard
# The message.
sed -i 's/happy/glad/' $policy
refuses git commit -am "Words"
says "Ask for version and reason"
# A draft may be saved.
git switch -qc change/less
worse
committed git commit -am "1.1: Say what we can really do"
# What is passed over on purpose; nothing else is left to do then.
git switch -qc less
echo >>$policy
refuses git commit -am "1.1: One more line"
committed env SKIP=writ-check git commit -am "1.1: One more line"
says "Skipped"

# Pushed is what is without errors.
git init -q --bare "$WORK/server.git"
git remote add origin "$WORK/server.git"
expect 1 git push origin less
says "POL-05"
[ -z "$(git ls-remote origin)" ] || fail "something was pushed"
git switch -q main
expect 0 git push origin main
git switch -q less
expect 1 git push origin less
says "POL-05"
git switch -q main
git commit -q --allow-empty -m "Nothing"
expect 0 git push origin main

# Without Writ nothing is committed, and it says why.
echo "x" >notes.txt
git add notes.txt
head=$(git rev-parse HEAD)
expect 1 without_writ git commit -m "Notes"
says "Writ is not on this machine."
[ "$(git rev-parse HEAD)" = "$head" ] || fail "it was committed"
# Writ's own hooks go beside those of the framework.
expect 0 writ hooks install
committed git commit -m "Notes"
says "Check policies"
