# The files for the runners of forges: their shell parts run here as a runner would run them, on clones
# of a server, with a repository for Writ's sources whose `make build` is quick.

files=$(dirname "$0")/../../../../hooks/ci
given_approved_policy
root=$(writ root --format json | jq -r .root)
git init -q --bare "$WORK/server.git"
git remote add origin "$WORK/server.git"
published() { git push -q --no-verify origin main "$@" 'refs/tags/writ/*' 2>"$WORK/.err"; }
published

mkdir "$WORK/sources"
printf 'build: build-packages\n\tmkdir -p .build/release\n\tln -s "%s" .build/release/writ\n\techo built >>../../built\nbuild-packages:\n' \
  "$(command -v writ)" >"$WORK/sources/Makefile"
git init -q "$WORK/sources"
git -C "$WORK/sources" add Makefile
git -C "$WORK/sources" commit -qm "Sources"
export WRIT_SOURCE=file://$WORK/sources
WRIT_REVISION=$(git -C "$WORK/sources" rev-parse HEAD); export WRIT_REVISION
export GIT_CONFIG_SYSTEM=/dev/null

# block FILE PLACE: the shell part below a step of that name, or below `job script` of GitLab's.
block() {
  python3 - "$files/$1" "$2" <<'PYTHON'
import sys
path, place = sys.argv[1:]
lines = open(path).read().split("\n")
if path.endswith("gitlab-ci.yml"):
    job, key = place.split()
    start = lines.index("    - |", lines.index(f"  {key}:", lines.index(f"{job}:")))
else:
    start = lines.index("        run: |", lines.index(f"      - name: {place}"))
indent = len(lines[start]) - len(lines[start].lstrip()) + 2
for line in lines[start + 1:]:
    if line and len(line) - len(line.lstrip()) < indent:
        break
    print(line[indent:])
PYTHON
}
step() { # step FILE PLACE [NAME=VALUE…]: runs a shell part in $WORK/job, with nothing else around it
  local file=$1 place=$2; shift 2
  block "$file" "$place" >"$WORK/step"
  [ -s "$WORK/step" ] || fail "$file has no $place"
  (
    cd "$WORK/job"
    env -i HOME="$WORK/runner" PATH="$(cat "$WORK/path" 2>/dev/null):/usr/bin:/bin" GITHUB_PATH="$WORK/path" \
      LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1 LD_PRELOAD="$LD_PRELOAD" DATEFUDGE="$DATEFUDGE" DATEFUDGE_DOSTATIC=1 \
      WRIT_SOURCE="$WRIT_SOURCE" WRIT_REVISION="$WRIT_REVISION" "$@" \
      /bin/bash --noprofile --norc -eo pipefail "$WORK/step"
  )
}
checked_out() { # checked_out REV: as the actions of GitHub and the runner of GitLab leave it
  rm -rf "$WORK/job"
  git clone -q "$WORK/server.git" "$WORK/job" 2>"$WORK/.err"
  git -C "$WORK/job" checkout -q --detach "$1"
}
before=$(git rev-parse HEAD)

# A change with an error, beside one that was there; and one that only an old document has.
git switch -qc worse
sed 's/^id: .*/id: clear-desk/; s/^level: top/level: topic\nparent: information-security/; s/^classification: .*/classification: secret/' $policy >policies/clear-desk.md
git add policies; git commit -qnm "A policy with an error"
git switch -qc notes
echo "Ask Pat." >README.md; git add README.md; git commit -qnm "Notes"
published worse notes
worse=$(git rev-parse worse) notes=$(git rev-parse notes)
zeros=0000000000000000000000000000000000000000

for file in github.yml gitea.yml; do
  echo "--- $file"
  rm -rf "$WORK/runner" "$WORK/path"; mkdir "$WORK/runner"
  checked_out "$worse"
  if [ $file = gitea.yml ]; then
    rm -rf "$WORK/job"; mkdir "$WORK/job"
    expect 0 step $file "Get the policies" SERVER="file://$WORK" REPOSITORY=server.git REF=refs/heads/worse TOKEN=secret
    [ "$(git -C "$WORK/job" rev-parse HEAD)" = "$worse" ] || fail "it is another commit"
    [ "$(git -C "$WORK/job" tag | wc -l)" = 4 ] || fail "the decisions were not fetched"
    ! grep -rq -e secret -e "$(printf 'token:secret' | base64)" "$WORK/job/.git" || fail "the token was kept"
  fi
  expect 0 step $file "Get Writ"
  [ "$(cat "$WORK/path")" = "$WORK/runner/writ/bin" ] || fail "the program is not on the PATH"

  expect 1 step $file Check BASE="$before"
  says "::error file=policies/clear-desk.md,line="
  # A branch that is new, and one whose history was written anew.
  expect 1 step $file Check BASE=$zeros
  expect 1 step $file Check BASE=1234567890123456789012345678901234567890
  expect 1 step $file Check BASE=
  checked_out "$notes"
  expect 0 step $file Check BASE="$worse"
  says "Nothing to mend"
  expect 1 step $file Check BASE="$before"
  # What a forge hands in is no command.
  expect 1 step $file Check "BASE=\$(touch $WORK/run); touch $WORK/run"
  [ ! -e "$WORK/run" ] || fail "it was run"

  # Errors in documents do not matter to the decisions.
  expect 0 step $file Verify WRIT_ROOT="$root"
  says "Every decision is sound: 4 by 2 people."
  expect 0 step $file Verify WRIT_ROOT=
  says "et the variable WRIT_ROOT to the root"
  expect 1 step $file Verify WRIT_ROOT="sha256:$(printf '0%.0s' {1..64})"
  # Between the two lines, nothing that others wrote is a command.
  sed -n 1p "$WORK/.out" | grep -qx '::stop-commands::[0-9a-f]\{32\}' || fail "commands are not stopped"
  [ "::$(sed -n '1s/.*:://p' "$WORK/.out")::" = "$(tail -n1 "$WORK/.out")" ] || fail "commands are not read again"
  git -C "$WORK/job" tag -d writ/information-security/1.0/approve/jane-doe >"$WORK/.out"
  expect 1 step $file Verify WRIT_ROOT="$root"
  says "is not in its place now"
done
# Findings do not make this step fail; that nothing could be checked does.
checked_out "$notes"
expect 0 step github.yml "List findings"
[ "$(jq '.runs[].results | length' "$WORK/job/findings.sarif")" -gt 0 ] || fail "nothing was found"
rm -rf "$WORK/job/.git"
expect 1 step github.yml "List findings"

# The program is built once, where the one that was built before is still there.
rm -rf "$WORK/runner/writ/source" "$WORK/runner/built"
expect 0 step github.yml "Get Writ"
[ ! -e "$WORK/runner/built" ] || fail "it was built again"

echo "--- gitlab-ci.yml"
together() { # before_script and script of a job, in one shell
  local job=$1; shift
  { block gitlab-ci.yml ".writ before_script"; block gitlab-ci.yml "$job script"; } >"$WORK/step"
  (
    cd "$WORK/job"
    env -i HOME="$WORK/runner" PATH=/usr/bin:/bin LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1 CI_DEFAULT_BRANCH=main \
      LD_PRELOAD="$LD_PRELOAD" DATEFUDGE="$DATEFUDGE" DATEFUDGE_DOSTATIC=1 \
      WRIT_SOURCE="$WRIT_SOURCE" WRIT_REVISION="$WRIT_REVISION" "$@" /bin/bash -eo pipefail "$WORK/step"
  )
}
gitlab() { rm -rf "$WORK/runner"; mkdir "$WORK/runner"; together "$@"; }
checked_out "$worse"
expect 1 gitlab policies CI_MERGE_REQUEST_DIFF_BASE_SHA="$before"
says "policies/clear-desk.md:"
expect 1 gitlab policies CI_COMMIT_BEFORE_SHA=$zeros
checked_out "$notes"
expect 0 gitlab policies CI_COMMIT_BEFORE_SHA="$worse"
expect 0 gitlab decisions
says "et the variable WRIT_ROOT to the root"
checked_out refs/tags/writ/governance/1.0/approve/jane-doe
expect 0 gitlab decisions WRIT_ROOT="$root"
says "Every decision is sound: 4 by 2 people."
[ "$(git -C "$WORK/job" rev-parse HEAD)" = "$before" ] || fail "it did not verify as of main"

echo "--- all of them"
# Nothing of an event goes into a shell but through the environment; nothing may write but what must;
# every action has its major version.
for file in "$files"/*.yml; do
  python3 - "$file" <<'PYTHON' || fail "$file"
import re, sys
text = open(sys.argv[1]).read()
for shell in re.findall(r"(?m)^( *)(?:- )?(?:run: )?\|\n((?:\1 +.*\n|\n)+)", text):
    assert "${{" not in shell[1], shell[1]
assert not re.search(r"(?m)^ *(- )?run: [^|\n]*\$\{\{", text)
for action in re.findall(r"uses: (.*)", text):
    assert re.fullmatch(r"(actions|github)/[\w/-]+@v\d+", action), action
assert text.count(": write") == ("code-scanning" in text)
assert "gitlab" in sys.argv[1] or re.search(r"(?m)^permissions:\n  contents: read$", text)
PYTHON
done
