# init without a name leaves something to fill in, which check finds; --minimal makes no documents,
# --no-hooks no hooks; without an identity for Git nothing is made.

expect 0 writ init unnamed
says "Write your organisation's name where the files say [Organisation]"
cd unnamed
expect 1 writ check
says "still holds [Organisation]"
expect 1 writ check writ.yaml policies
# Wherever it is left, also where nothing else is wrong.
for path in writ.yaml $(grep -l '\[Organisation\]' policies/*.md); do
  writ check "$path" >"$WORK/.out" || true
  says "$path"
  says "still hold"
  says "[Organisation]"
done
sed -i 's/\[Organisation\]/Example Ltd/' policies/*.md
expect 1 writ check
says "writ.yaml:6 error GOV-03 (5.3)"
says "The people and rules still hold [Organisation]."
sed -i 's/\[Organisation\]/Example Ltd/' writ.yaml
expect 0 writ check
cd "$WORK"

expect 0 writ init minimal --minimal --organisation "Example Ltd"
says "Write the first policy: writ new policy information-security"
[ "$(ls minimal)" = "writ.yaml" ] || fail "more than writ.yaml was made"
[ -x minimal/.git/hooks/pre-commit ] || fail "there is no hook"
[ "$(git -C minimal ls-files)" = "writ.yaml" ] || fail "something else was committed"

expect 0 writ init bare-hooks --no-hooks --organisation "Example Ltd"
says_not "every commit is checked"
[ ! -e bare-hooks/.git/hooks/pre-commit ] || fail "a hook was installed"

expect 0 writ init quiet --quiet --organisation "Example Ltd"
[ ! -s "$WORK/.out" ] && [ ! -s "$WORK/.err" ] || fail "it was not quiet"

expect 0 writ init --format json json --organisation "Example Ltd"
json '[.schema, .files[:2], (.files | length), .hooks]' '["writ.init/1",["writ.yaml","policies/information-security.md"],10,["pre-commit","commit-msg","pre-push"]]'
json .commit "\"$(git -C json rev-parse HEAD)\""

# The folder above must be there.
expect 70 writ init no/where --organisation "Example Ltd"
says "no/where: No such file or directory"

git config --global --unset user.name
git config --global --unset user.email
mkdir nobody
refused 70 writ init nobody --organisation "Example Ltd"
says "Git does not know yet who you are"
says 'git config --global user.name "Your Name"'
says "git config --global user.email you@example.org"
expect 0 env GIT_AUTHOR_NAME="Pat Ray" GIT_AUTHOR_EMAIL=pat@example.org writ init nobody --organisation "Example Ltd"
expect 0 git -C nobody log -1 --format='%an <%ae>'
says "Pat Ray <pat@example.org>"
