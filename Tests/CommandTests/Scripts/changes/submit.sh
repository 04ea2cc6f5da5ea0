# What is submitted has no errors; it is saved as Git is configured, and asked for in words and as a page.
given_approved_policy
git config --global user.signingkey "$WORK/bo.pub"
git config --global commit.gpgsign true
ssh-keygen -q -t ed25519 -N '' -f "$WORK/pat" && git config --global user.signingkey "$WORK/pat"
refused 1 writ change submit
says "this is not a branch of a change: it is main"

opened information-security "Cover suppliers"
sed -i 's/^We will continually improve our/We are happy with our/' $policy
expect 1 writ change submit
says "POL-05"
says "Nothing was submitted"
expect 1 writ change submit --format json
json '.schema, .submitted, .errors' '"writ.change-submit/1"
false
1'
[ "$(git log --oneline main..)" = "" ] || fail "something was saved"

git checkout -q main -- $policy && git reset -q && git switch -q main && git branch -qD change/information-security-2.0
expect 0 writ change open information-security --major --summary "Cover suppliers" --reason "Contract with Acme"
printf '\n## Suppliers\n\nSuppliers follow it too.\n' >>$policy
echo "my own notes" >notes.txt && git add notes.txt
expect 64 writ change submit --by 2026-11-30
expect 0 writ change submit --by 2026-12-12
says "information-security 2.0 is ready: 1 section added."
says "Must decide: one of Jane Doe (Chief Executive), Bo Berg (Board member) and one of Sam Lee"
says "Send them: request-information-security-2.0.html"
says "Answer: by 12 December 2026"
says "Why: Cover suppliers: Contract with Acme"
says '"Suppliers" is new'
git log -1 --format=%B >"$WORK/message"
grep -qx "information-security 2.0: Cover suppliers" "$WORK/message" || fail "another message"
grep -qx "Decide-by: 2026-12-12" "$WORK/message" || fail "the day is not in the message"
git cat-file commit HEAD | grep -q '^gpgsig' || fail "the commit is not signed"
[ "$(git show --name-only --format= HEAD)" = "$policy" ] || fail "something else was saved"
[ "$(git status --porcelain)" = "A  notes.txt" ] || fail "$(git status --porcelain)"
grep -q "Information Security Policy" request-information-security-2.0.html || fail "no page"

# Once more with nothing new: the same request, no further commit; another day: an empty one.
before=$(git rev-parse HEAD)
expect 0 writ change submit --format json
json .due '"2026-12-12"'
json .sent null
[ "$(git rev-parse HEAD)" = "$before" ] || fail "it was saved again"
expect 0 writ change submit --by 2026-12-15 --format json
json .due '"2026-12-15"'
[ "$(git rev-parse HEAD~)" = "$before" ] || fail "no commit with the new day"

# The text must be that of the change.
sed -i 's/^version: 2.0/version: 3.0/' $policy
refused 1 writ change submit
says "says version 3.0, but this is the change to 2.0"
sed -i 's/^version: 3.0/version: 2.0/' $policy

# A text that was sent back is not asked for again; a changed one is.
decide jane reject information-security --comment "Name the suppliers"
refused 1 writ change submit
says "Jane Doe sent this very text back: Name the suppliers"
sed -i 's/^Suppliers follow/Acme Cloud and all other suppliers follow/' $policy
expect 0 writ change submit
approve jane information-security
approve sam information-security
refused 1 writ change submit
says "is approved already"

# Other documents that the change touches are named: nobody is asked to decide on those by it.
git switch -q main
expect 0 writ change open information-security --minor --summary "Mend a word"
printf '\nThis holds at night, too.\n' >>$policy
writ new policy access-control --quiet
sed -i 's/{{[^}]*}}/as we decided/' policies/access-control.md
expect 0 writ change submit
says "It also changes policies/access-control.md"
