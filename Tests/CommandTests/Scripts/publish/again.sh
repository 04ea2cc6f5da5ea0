# The same question gives the same bytes, wherever and whenever; a further website takes the place of the one
# before; what stood there, and stands there no more, says so.
. "$(dirname "$0")/website.sh"
given_policies
at=2026-12-20T12:00:00Z
expect 0 as jane writ publish --output ../site --at "$at"
git clone -q . ../clone 2>"$WORK/.err"
(cd ../clone && git fetch -q origin 'refs/tags/*:refs/tags/*' && clock "2029-07-01 00:00:00" &&
  TZ=Pacific/Kiritimati LC_ALL=C expect 0 writ publish --output "$WORK/other" --at "$at")
diff -r ../site ../other || fail "another clone gives other bytes"
expect 0 as jane writ publish --output ../site --at "$at" --quiet
[ ! -s "$WORK/.out" ] || fail "it is not quiet"
diff -r ../site ../other || fail "a second time gives other bytes"

# Before the policies were retired and replaced, and before 2.0.
expect 0 as jane writ publish --output ../then --at 2026-12-05
grep -q "Old Rules Policy" ../then/index.html || fail "what was in force then is not there"
[ ! -e ../then/policies/information-security/2.0.html ] || fail "2.0 was not there yet"
nowhere ../then "A policy is retired"
sound_site ../then

# From then on to now: the address of what was retired stays, and tells nothing of it.
mkdir ../folder; mv ../then ../folder/
expect 0 as jane writ publish --output ../folder/then --at "$at"
[ "$(ls -A ../folder)" = then ] || fail "something was left beside it: $(ls -A ../folder)"
sound_site ../folder/then
grep -q "Not published any more" ../folder/then/policies/old-rules/1.0.html || fail "the address is gone"
nowhere ../folder/then "Old Rules Policy"
nowhere ../folder/then oldrulesword
[ ! -e ../folder/then/policies/old-rules/1.0.md ] || fail "the retired text is still there"
rm -r ../folder/then/policies/old-rules
rm ../folder/then/site.json; cp -r ../other ../new; rm ../new/site.json
diff -r ../folder/then ../new || fail "the rest is not as if it were new"

# What cannot be told is not published, and said.
git update-ref -d refs/tags/writ/incident-handling/1.0/reaffirm/jane-doe
git update-ref -d refs/tags/writ/recovery/1.0/approve/sam-lee
expect 1 as jane writ publish --output ../site
says "Cannot tell yet"
says "recovery"
sound_site ../site
nowhere ../site recoveryword

# While the people and rules are not approved nothing is in force.
rm -rf "$WORK/early"; mkdir "$WORK/early"; cd "$WORK/early"
writ init --organisation "Early Ltd" --quiet .
expect 1 writ publish --output ../early-site
says "not approved yet"
[ ! -e ../early-site ] || fail "it wrote something"
