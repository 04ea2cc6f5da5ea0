# A change begins on a branch of its own, and touches only the lines of version and change note.
given_approved_policy
sed -i 's/^owner: ciso$/owner: ciso   # who keeps it/' $policy
git commit -qam "information-security: say who keeps it, see version 1.0" --no-verify
git checkout -q HEAD~ -- $policy && git commit -qm "Put it back" --no-verify

expect 0 writ change open information-security --major --summary "Cover: \"suppliers\"" --reason "Contract with Acme"
says "Opened change/information-security-2.0 from version 1.0 (in force since 1 December 2026)"
says "Edit the text, then: writ change submit"
[ "$(git branch --show-current)" = change/information-security-2.0 ] || fail "on another branch"
[ "$(git diff --numstat | cut -f1,2 | tr '\t' ' ')" = "2 4" ] || fail "other lines were touched"
grep -q '^version: 2.0$' $policy || fail "the version is not set"
grep -qF 'change: {summary: "Cover: \"suppliers\"", reason: Contract with Acme}' $policy || fail "no note"
expect 0 writ check $policy

# The branch holds that version: nobody opens it twice.
git commit -qam "information-security 2.0: begun" && git switch -q main
refused 1 writ change open information-security --major --summary "Once more"
says "somebody has opened version 2.0 already: change/information-security-2.0"
expect 0 writ change open information-security --minor --summary "Mend a word" --format json
json .schema '"writ.change-open/1"'
json .branch '"change/information-security-1.1"'
json .from '"1.0"'
git commit -qam "information-security 1.1: a word mended" && git switch -q main

# What was edited before comes along; with edits to another change it does not begin.
printf '\nAnd more.\n' >>$policy
expect 1 writ change open information-security --major --summary "Also"
git branch -qD change/information-security-2.0
expect 0 writ change open information-security --major --summary "Cover more"
says "Beware: version 1.1 is being written as well, on change/information-security-1.1"
tail -1 $policy | grep -q "And more" || fail "the edit is lost"
refused 1 writ change open information-security --minor --summary "Another"
says "has changes that are not saved yet"
git commit -qam "information-security 2.0: more of it"

# A document that is not saved yet, and of which nothing is approved, keeps its version.
git switch -q main
writ new policy supplier-security --quiet
expect 0 writ change open supplier-security --major --summary "First issue"
says "Opened change/supplier-security-1.0: no version of it is approved yet"
grep -q '^version: 1.0$' policies/supplier-security.md || fail "the version was changed"
git add -A && git commit -qm "supplier-security 1.0: first words" && git switch -q main

# The people and rules: the three lines that name what they follow.
expect 0 writ change open governance --minor --summary "Kim joins"
says "Set in writ.yaml: version 1.1, previous, closes"
grep -q '^version: 1.1$' writ.yaml || fail "the version is not set"
git restore writ.yaml && git switch -q main

refused 1 writ change open no-such --major --summary "Nothing"
says "there is no document no-such"
refused 64 writ change open information-security --major --summary " "
refused 64 writ change open information-security --major --summary "two
lines"
expect 64 writ change open information-security --summary "Neither"
expect 64 writ change open information-security --major --minor --summary "Both"
