# A change lands once it is approved, byte for byte; else all stays as it was.
given_approved_policy
opened information-security "Cover suppliers"
printf '\n## Suppliers\n\nSuppliers follow it too.\n' >>$policy
refused 1 writ change land
says "has changes that are not saved yet"
expect 0 writ change submit
refused 1 writ change land
says "is not approved yet"
says "it needs one of Jane Doe"
approve jane information-security
refused 1 writ change land
says_not "one of Jane Doe (Chief Executive)"
decide sam reject information-security --comment "Name them"
refused 1 writ change land
says "was sent back by Sam Lee: Name them"
decide sam withdraw information-security
approve sam information-security

# Work on other documents goes on meanwhile.
git switch -q main && writ new policy access-control --quiet && git add policies &&
  git commit -qm "Begin the policy on access control" --no-verify && git switch -q change/information-security-2.0
expect 0 writ change land
says "Landed Information Security Policy 2.0: it is in the files of main now"
[ "$(git branch --show-current)" = main ] || fail "not on main"
! git rev-parse -q --verify change/information-security-2.0 >/dev/null || fail "the branch is still there"
[ "$(git rev-list --merges HEAD~..HEAD | wc -l)" = 1 ] || fail "no merge"
expect 0 writ status information-security
says "Information Security Policy 2.0 (information-security) in force"
expect 0 writ change list
says "No change is under way"
all_sound

# The text was changed on the main branch too: the approved bytes cannot come out of the merge.
opened information-security "Say more"
printf '\nMore.\n' >>$policy
expect 0 writ change submit
approve jane information-security
approve sam information-security
git switch -q main && sed -i '1,/^# /s/^language: en$/language: de/' $policy &&
  git commit -qm "information-security: other words" --no-verify -a && git switch -q change/information-security-3.0
heads=$(git rev-parse main HEAD)
expect 1 writ change land
says "was changed on both sides, so the approved text cannot be merged as it is"
[ "$(git branch --show-current)" = change/information-security-3.0 ] || fail "left on another branch"
[ "$(git rev-parse main HEAD)" = "$heads" ] || fail "something was merged"
[ -z "$(git status --porcelain)" ] || fail "the merge is still under way"
