# Before the interview: what is in force, what one signed, what awaits one, what came of what one sent back, and
# answers in the policy's own words.
given_approved_policy

expect 0 as jane writ brief jane-doe
says "Jane Doe, Chief Executive, at Example Ltd. Today is 1 December 2026."
says "Information Security Policy 1.0 (information-security), since 1 December 2026; also at: intranet, website."
says "1 December 2026, as Chief Executive: approved Information Security Policy 1.0."
says "Nothing awaits your decision."
says "Chief Executive, since version 1.0 of the people and rules (1 December 2026)."
says "$(fingerprint jane) (ssh-ed25519), since version 1.0"
says "You decided 2 times: 2 approvals."
says "\"We will continually improve our information security management system\" (Information Security Policy 1.0"
says "Jane Doe, Chief Executive, approved version 1.0 on 1 December 2026 (own clock; not proven)."
says "Sam Lee (Chief Information Security Officer) answers for it"
says "Gap: Records of resources are not read here"
says "Gap: No description of the role Chief Executive is approved"
says "You have sent nothing back so far."
[ "$(awk 'length > 80' "$WORK/.out")" = "" ] || fail "wider than 80 columns"

# A further version is sent back, amended and approved; an approval is taken back.
clock "2026-12-03 09:00:00"
sed -i -e 's/^version: 1.0/version: 2.0/' -e 's/summary: First issue/summary: Suppliers/' "$policy"
git commit -qam "Bind suppliers: information-security 2.0" 2>"$WORK/.err"
clock "2026-12-07 09:00:00"
decide jane reject information-security --comment "Say what suppliers must do"
expect 0 as jane writ brief jane-doe
says "Information Security Policy 2.0, sent back on 7 December 2026: \"Say what suppliers must do\" Nobody has written a new text yet."
says "Yes, last Information Security Policy 2.0, on 7 December 2026: \"Say what suppliers must do\"."
says "it took you 0 days as a rule, and 4 days at most (of 3 decisions"
clock "2026-12-08 09:00:00"
sed -i 's/summary: Suppliers/summary: Suppliers must report/' "$policy"
git commit -qam "Say what suppliers must do: information-security 2.0" 2>"$WORK/.err"
expect 0 as bo writ brief bo-berg
says "Information Security Policy 2.0: to be approved or sent back."
says "You have signed nothing yet."
says "You did not sign this version yourself."
expect 0 as jane writ brief jane-doe
says "Version 2.0 has been written since, and is not approved."
approve jane information-security
decide jane withdraw information-security
approve bo information-security
approve sam information-security
expect 0 as jane writ brief jane-doe
says "Version 2.0 was approved on 8 December 2026."
says "On 8 December 2026 you took back the approval of Information Security Policy 2.0 of 8 December 2026."
says "You did not sign this version yourself."
json_of() { expect 0 as jane writ brief "$1" --format json "${@:2}"; }
json_of jane-doe
json '[.schema, .person, .["top-management"], [.policies[] | [.id, .version, .path]]]' \
  '["writ.brief/1","jane-doe",true,[["information-security","2.0","policies/information-security.md"]]]'
json '[.signed[] | [.decision, .version, .["days-taken"]]]' \
  '[["withdraw","2.0",null],["approve","2.0",0],["reject","2.0",4],["approve","1.0",0],["approve","1.0",0]]'
json '[.["sent-back"][] | [.document, .outcome, .["new-version"]]]' '[["information-security","approved","2.0"]]'
json '[.roles[] | [.role, .["since-version"], .["until-version"]]]' '[["chief-executive","1.0",null]]'
json '[.questions[] | select(.clause == "5.2 a") | .answers[] | [.kind, .document]]' '[["quote","information-security"]]'

# As of another day all of it is as it was then.
expect 0 as jane writ brief jane-doe --at 2026-12-05
says "As of 5 December 2026"
says "Information Security Policy 1.0 (information-security), since 1 December 2026"
says_not "Say what suppliers must do"
says "Information Security Policy 2.0: to be approved or sent back."

# Whoever left has a brief too; who was never there has none.
clock "2026-12-10 09:00:00"
writ people remove sam-lee --quiet
writ people role bo-berg --add ciso --quiet
brought_in jane bo
expect 0 as jane writ brief sam-lee
says "Sam Lee, without a role now"
says "Chief Information Security Officer, from version 1.0 of the people and rules (1 December 2026) to version 1.1 (10 December 2026)."
says "approved Information Security Policy 2.0."
says_not "Which people, means and money"
expect 1 as jane writ brief nobody-here
says "nobody is or was registered as nobody-here"
expect 64 as jane writ brief jane-doe --format csv
