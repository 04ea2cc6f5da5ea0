# Many decisions at once: sent to a server that has none, fetched into a copy that has none, and sent again
# where one was deleted there. What is there already is never replaced.
top=$(cd "$(dirname "$0")/../../../.." && pwd)
clock "2027-06-01 10:00:00"
"$top/Benchmarks/make-repository" --documents 30 --commits 300 --statements 620 "$WORK/made" >"$WORK/.out"
cd "$WORK/made/repository"
git init -q --bare "$WORK/server.git"
git remote add origin "$WORK/server.git"
expect 0 as jane writ push
says "Sent to origin"
on_server() { git -C "$WORK/server.git" for-each-ref --format='%(objectname) %(refname)' 'refs/tags/writ'; }
git for-each-ref --format='%(objectname) %(refname)' refs/tags/writ >"$WORK/here"
[ "$(wc -l <"$WORK/here")" = 620 ] || fail "$(wc -l <"$WORK/here") decisions are here"
on_server | cmp - "$WORK/here" || fail "not all was sent"
expect 0 as jane writ push
says "Nothing to send"

git clone -q --no-tags "$WORK/server.git" "$WORK/copy" 2>"$WORK/.err"
(cd "$WORK/copy" && expect 0 as sam writ pull && git for-each-ref --format='%(objectname) %(refname)' refs/tags/writ |
  cmp - "$WORK/here") || fail "not all was fetched"

# All but one are gone there, and in the place of that one stands another.
kept=$(sed -n '300s/.* //p' "$WORK/here") other=$(sed -n '301s/ .*//p' "$WORK/here")
on_server | sed 's/.* /delete /' | git -C "$WORK/server.git" update-ref --stdin
git -C "$WORK/server.git" update-ref "$kept" "$other"
expect 1 as jane writ push
[ "$(git -C "$WORK/server.git" rev-parse "$kept")" = "$other" ] || fail "what is there was replaced"
[ "$(on_server | wc -l)" = 620 ] || fail "$(on_server | wc -l) decisions are there"
on_server | sort >"$WORK/there"
[ "$(sort "$WORK/here" | comm -23 - "$WORK/there" | wc -l)" = 1 ] || fail "not all were put back"
