# What was so on a day: status, show, history and people answer as of then, before all began, in between,
# and on a day to come; the same bytes whenever and wherever that is asked.

doc=information-security
stands() { # TIME STATE IN-FORCE VERSION-OF-THE-FILES NEXT-REVIEW
  expect 0 writ status $doc --at "$1" --format json
  json '.documents[0] | [.state, ."in-force", .version, ."next-review"]' "[\"$2\",$3,\"$4\",$5]"
}
in_force() { # TIME VERSION TEXT
  expect 0 writ show $doc --at "$1" --format json
  json '[."in-force", .version, (.text | contains("Suppliers too."))]' "[true,\"$2\",$3]"
}
events() { # TIME NUMBER
  expect 0 writ history --at "$1" --format json
  json '.events | length' "$2"
  json '.at as $at | [.events[].time | select(. > $at)]' '[]'
}

given_governance
clock "2026-12-02 12:00:00"
approve jane $doc
clock "2026-12-03 12:00:00"
approve sam $doc
# The next version is written on a branch, approved there for a day to come, and brought in later.
clock "2026-12-05 12:00:00"
git switch -qc change/$doc-2.0
sed -i 's/^version: 1.0/version: 2.0/; s/^effective: .*/effective: 2027-03-01/' $policy
echo "Suppliers too." >>$policy
git commit -qnam "Cover suppliers, version 2.0"
clock "2026-12-15 12:00:00"
approve jane $doc
approve sam $doc
clock "2026-12-20 12:00:00"
git switch -q main
git merge -q --no-ff -m "Bring in version 2.0" change/$doc-2.0
# Sam leaves; Bo is CISO from then on.
clock "2027-01-10 12:00:00"
writ people role bo-berg --add ciso --quiet
writ people remove sam-lee --quiet
brought_in jane bo
clock "2027-02-01 12:00:00"

# Before all began.
for command in "status" "show $doc" "history" "people"; do
  expect 70 writ $command --at 2026-11-30
  says "on 30 November 2026, 23:59 UTC, this was not a policy repository yet"
  says "ask as of a later time"
done
# Before anybody had decided.
stands 2026-12-01T10:00:00Z draft null 1.0 null
expect 0 writ status --at 2026-12-01
says "As of 1 December 2026, 23:59 UTC; what is dated later is left out."
expect 1 writ show $doc --at 2026-12-02
says "no version of $doc is in force"
events 2026-12-02 6
expect 0 writ history --at 2026-12-02
says "As of 2 December 2026, 23:59 UTC; what is dated later is left out."
says_not "Cover suppliers"

# The first version in force; what is written on a branch is not in the files yet, however it is dated.
stands 2026-12-03 in-force '"1.0"' 1.0 '"2027-12-03"'
stands 2026-12-10 in-force '"1.0"' 1.0 '"2027-12-03"'
in_force 2026-12-10 1.0 false
stands 2026-12-16 in-force '"1.0"' 1.0 '"2027-12-03"'
json '.documents[0].flags' '["not-merged","retroactive"]'
stands 2026-12-20 approved '"1.0"' 2.0 '"2027-12-03"'
in_force 2027-02-28 1.0 false

# On days to come, as what is decided so far has it.
stands 2027-03-01 in-force '"2.0"' 2.0 '"2027-12-15"'
in_force 2027-03-01T00:00:00Z 2.0 true
stands 2030-01-01 in-force '"2.0"' 2.0 '"2027-12-15"'
json '.documents[0].flags' '["review-overdue"]'
expect 0 writ status --at 2030-01-01
says "Its review was due by 15 December 2027."
stands 2027-12-15 in-force '"2.0"' 2.0 '"2027-12-15"'
json '.documents[0].flags' '[]'

# Who held which role.
roles() { expect 0 writ people --at "$1" --format json; json '[.people[] | [.id, .roles[]]]' "$2"; }
roles 2027-01-09 '[["jane-doe","chief-executive"],["sam-lee","ciso"],["bo-berg","board-member"]]'
roles 2027-01-10 '[["jane-doe","chief-executive"],["bo-berg","board-member","ciso"]]'

# A document that came later was not there.
writ new policy access-control --quiet
git add -A && git commit -qnm "Begin the policy on access control"
expect 1 writ show access-control --at 2027-01-01
says "there is no document access-control"
expect 1 writ history access-control --at 2027-01-01
says "there is no document access-control"
expect 0 writ history access-control
says "access-control 1.0 written by Pat Ray"
says_not "As of"

# Equal bytes: another day, another zone, another language.
ask() {
  for command in "status" "show $doc" "history --format json" "history --format csv" "history --format markdown" \
    "history --format html"; do
    as jane writ $command --at 2026-12-16
  done >"$1"
}
ask "$WORK/now"
clock "2029-05-05 05:05:05"
TZ=Pacific/Auckland LC_ALL=tr_TR.UTF-8 ask "$WORK/later"
cmp "$WORK/now" "$WORK/later" || fail "another day gives another answer"
