# Decisions that make no sense are refused with the way out, and leave nothing behind.

doc=information-security
jane() { as jane writ "$@" --key ../jane --yes; }
sam() { as sam writ "$@" --key ../sam --yes; }
bo() { as bo writ "$@" --key ../bo --yes; }

# Before the people and rules are approved nothing else can be decided.
given_people
refused 1 jane reject $doc --comment "No."
says "the people and rules are not approved yet, so nobody can decide anything under them"
refused 1 jane reaffirm $doc
says "no version of information-security is in force"
refused 1 jane withdraw $doc
says "the people and rules are not approved yet"

# Nor what concerns the people and rules themselves.
refused 1 jane withdraw governance
says "there is no decision of Jane Doe on governance to take back"
approve jane governance
approve sam governance
refused 1 jane reaffirm governance
says "people and rules are not reviewed like a policy: they hold until a new version of them"
refused 1 jane retire governance --comment "No more rules."
says "people and rules cannot be retired: without them nobody could decide anything"
refused 1 jane reject governance --comment "No."
says "Governance of Example Ltd 1.0 is in force since 1 December 2026: it is too late to send it back"
says_not "writ retire governance"

# While nothing is in force.
refused 1 jane reaffirm $doc
says "no version of information-security is in force"
says "see where it stands: writ status information-security"
refused 1 jane retire $doc --comment "Gone."
says "no version of information-security is in force"
refused 1 jane withdraw $doc
says "there is no decision of Jane Doe on information-security to take back"
for command in reject withdraw reaffirm retire; do
  refused 1 jane $command acceptable-use --comment "?"
  says "there is no document acceptable-use"
done

# A reason is needed to send back and to retire.
refused 64 jane reject $doc
says "such a decision needs a reason"
says "give it: --comment TEXT"
refused 64 jane reject $doc --comment "   "
refused 64 jane reject $doc --comment=-----BEGIN
says "the comment holds a character that cannot be signed"

# While it is sent back nobody approves it; who sent it back takes that back first.
expect 0 sam reject $doc --comment "Too long."
refused 1 jane approve $doc
says 'Sam Lee sent Information Security Policy 1.0 back on 1 December 2026: "Too long."'
says "ask whoever keeps the policies for a new text"
says "or ask Sam Lee to take it back: writ withdraw information-security"
refused 1 sam approve $doc
says "you sent Information Security Policy 1.0 back on 1 December 2026"
says "take that back first: writ withdraw information-security"
refused 1 jane withdraw $doc
says "there is no decision of Jane Doe on information-security to take back"
# Once more is not twice.
before=$(git for-each-ref)
expect 0 sam reject $doc --comment "Much too long."
says "You sent it back already, on 1 December 2026."
[ "$before" = "$(git for-each-ref)" ] || fail "something was recorded"
expect 0 sam withdraw $doc
refused 1 sam withdraw $doc
says "there is no decision of Sam Lee on information-security to take back"

# Uncommitted changes: what is seen is not what would be signed.
echo "One more promise." >>$policy
refused 1 sam reject $doc --comment "No."
says "ask whoever keeps the policies to save them, or to put the file back as it was"
git restore $policy

# Once it is approved it is too late to send it back or to withdraw.
approve jane $doc
approve sam $doc
refused 1 bo reject $doc --comment "No."
says "Information Security Policy 1.0 is in force since 1 December 2026: it is too late to send it back"
says "take it out of force: writ retire information-security"
says "or ask for a new version"
refused 1 sam withdraw $doc
says "it is too late to take back the approval of Information Security Policy 1.0"
says "an approval that is complete cannot be undone"

# Somebody whom the rules do not ask.
clock "2026-12-02 10:00:00"
sed 's/^id: .*/id: clear-desk/; s/^level: top/level: topic\nparent: information-security/; s/^title: .*/title: Clear Desk/' $policy >policies/clear-desk.md
git add . && git commit -qm "Clear desks" 2>"$WORK/.err"
refused 1 sam reject clear-desk --comment "No." --role chief-executive
says "Sam Lee does not hold the role chief-executive"
says "they hold: ciso"
refused 1 sam reject clear-desk --comment "No." --person jane-doe
says "this is the key of Sam Lee, not of jane-doe"
ssh-keygen -q -t ed25519 -N '' -C kim -f ../kim
refused 1 as kim writ reaffirm $doc --key ../kim --yes
says "nobody is registered with this key"

# A decision is made now, and shown to somebody who is there.
refused 64 jane reaffirm $doc --at 2026-12-01
says "a decision is made now: leave out --at"
refused 64 as jane writ retire $doc --key ../jane --comment "Gone."
says "nobody is there to be asked"
says "decide in a terminal, or with --yes"

# Retired once is retired: it does not come back.
expect 0 jane retire $doc --comment "Gone."
expect 0 jane retire $doc --comment "Gone."
says "You retired it already, on 2 December 2026."
expect 0 bo retire $doc --comment "Gone."
refused 1 bo approve $doc
says "Information Security Policy 1.0 is retired: it cannot come into force again"
says "ask for a new version with a higher number"
refused 1 jane withdraw $doc
says "it is too late to take back the retirement of Information Security Policy 1.0"
expect 0 as jane writ verify
