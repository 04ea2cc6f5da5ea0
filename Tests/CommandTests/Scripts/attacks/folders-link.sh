# In a folder that was handed over, folders and files lead outside by links. Nothing that writes follows
# one; nothing outside is written, read into the repository, or taken away.

given_approved_policy
mkdir "$WORK/outside"
cp -R policies objectives roles writ.yaml .git/hooks .git/info "$WORK/outside" 2>/dev/null || cp -R policies writ.yaml .git/hooks .git/info "$WORK/outside"
rm -f "$WORK/outside"/hooks/pre-push
state() { find "$WORK/outside" | sort; find "$WORK/outside" -type f -exec sha256sum {} + | sort; }
state >"$WORK/before"
untouched() { state | diff "$WORK/before" - || fail "something outside was touched: $*"; }
leads_out() { # PATH COMMAND …: that path leads outside meanwhile, and the command is refused
  local path=$1 status=0; shift
  mv "$path" "$WORK/aside" 2>/dev/null || true
  ln -s "$WORK/outside/$(basename "$path")" "$path"
  git for-each-ref >"$WORK/refs"
  "$@" >"$WORK/.out" 2>"$WORK/.err" || status=$?
  case $status in 1 | 70) ;; *) fail "$* ended with $status while $path leads outside" ;; esac
  untouched "$path" "$@"
  git for-each-ref | diff "$WORK/refs" - || fail "$* changed a branch"
  [ "$(git branch --show-current)" = main ] || fail "another branch is checked out"
  rm "$path"
  [ ! -e "$WORK/aside" ] || mv "$WORK/aside" "$path"
}

leads_out policies writ change open information-security --minor --summary "Say more"
says "it is a symbolic link, which is not followed"
says "ls -ld $PWD/policies"
leads_out $policy writ change open information-security --minor --summary "Say more"
leads_out policies writ new policy supplier-security
mkdir -p objectives
leads_out objectives writ new objective fast-patching
rmdir objectives
leads_out writ.yaml writ people add kim-ray --name "Kim Ray" --email kim@example.org --role ciso --key ../bo.pub
leads_out .git/hooks writ hooks install
says "it is a symbolic link, which is not followed"
leads_out .git/hooks writ hooks install --server

# What init makes goes nowhere else either.
git init -q "$WORK/fresh"
ln -s "$WORK/outside/policies" "$WORK/fresh/policies"
expect 1 writ init "$WORK/fresh" --organisation "Example Ltd"
untouched init
rm "$WORK/fresh/policies"; rm -rf "$WORK/fresh/.git/hooks"
ln -s "$WORK/outside/hooks" "$WORK/fresh/.git/hooks"
expect 70 writ init "$WORK/fresh" --organisation "Example Ltd"
untouched "init, hooks"
[ ! -e "$WORK/fresh/writ.yaml" ] || fail "something was left behind"

# What is written for readers goes where it was said to go, or nowhere.
ln -s "$WORK/outside" out
expect 1 as jane writ publish --output out/website
says "leads through a symbolic link in this repository"
untouched publish
expect 1 as jane writ publish --output out/../out/website
untouched publish
expect 1 as jane writ evidence --clause 5.2 --output out/pack
says "leads through a symbolic link in this repository"
untouched evidence
expect 1 as jane writ evidence --clause 5.2 --output "$PWD/out/pack"
untouched evidence
rm out
# A link of the user's own, elsewhere, is theirs.
mkdir "$WORK/www"; ln -s "$WORK/www" "$WORK/current"
expect 0 as jane writ publish --output "$WORK/current/website"
[ -e "$WORK/www/website/index.html" ] || fail "nothing was published"

# The list of what Git leaves out may be kept elsewhere: it is neither written through nor replaced.
mv .git/info/exclude "$WORK/outside/exclude"; ln -s "$WORK/outside/exclude" .git/info/exclude
state >"$WORK/before"
writ change open information-security --minor --summary "Say more" --reason "Asked for" --quiet
echo "One line more." >>$policy
expect 0 writ change submit
untouched submit
[ -L .git/info/exclude ] || fail "the link was replaced"
rm .git/info/exclude

# A page of that name that leads outside is replaced, not written through.
git switch -q -c change/information-security-1.2 2>/dev/null
cp "$WORK/outside/writ.yaml" "$WORK/outside/page"; state >"$WORK/before"
git switch -q change/information-security-1.1
rm request-information-security-1.1.html
ln -s "$WORK/outside/page" request-information-security-1.1.html
expect 0 writ change submit --by 2027-01-01
untouched "the request"
[ ! -L request-information-security-1.1.html ] || fail "the page is still a link"
