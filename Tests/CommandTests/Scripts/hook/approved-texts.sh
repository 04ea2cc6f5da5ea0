# Once a text is approved, the hook keeps its version from meaning another text: a changed text has
# the next version, no other; and a minor one leaves alone what matters.

given_governance
improve() { sed -i 's/We want information to stay:/We want all information to stay:/' $policy; }
version() { sed -i "s/^version: .*/version: $1/" $policy; }
back() { git restore --staged --worktree . ; }

# Before it is approved, a text is free.
sed -i 's/^We publish this policy/We do publish this policy/' $policy
committed git commit -am "Not approved yet"
version 0.7
committed git commit -am "Any version will do"
version 1.0
committed git commit -am "The first version"

# One of two approvals approves nothing.
approve jane information-security
echo "More." >>$policy
committed git commit -am "Approved by one only"
git reset -q --hard HEAD~1
approve sam information-security

echo "More." >>$policy
blocked git commit -am "Other words under the same version"
says "DOC-07 (7.5.3) Another text is approved as version 1.0."
says "give this text the next version: 1.1 or 2.0"
for wrong in 1.2 2.1 3.0 0.9; do
  version $wrong
  blocked git commit -am "A version that does not follow"
  says "DOC-10 (7.5.3)"
  says "write 1.1 or 2.0"
done
version 0.9
blocked git commit -am "A lower version"
says "Version 0.9 is lower than the approved version 1.0."

version 1.1
committed git commit -am "Add a sentence, as version 1.1"
git reset -q --hard HEAD~1

improve
version 1.1
blocked git commit -am "A minor version that changes what top management committed to"
says "DOC-15 (7.5.3) The minor version 1.1 changes the element objectives."
says "make it version 2.0, or leave that as it was in 1.0"
back
version 1.1
sed -i 's/^classification: .*/classification: internal/' $policy
blocked git commit -am "A minor version for other readers"
says "The minor version 1.1 changes the classification."
back
improve
version 2.0
committed git commit -am "Change what a major version may, as 2.0"

# The people and rules are a document too.
sed -i 's/^  scope: .*/  scope: Something else/' writ.yaml
blocked git commit -am "Other rules under the same version"
says "writ.yaml:4 error DOC-07 (7.5.3) Another text is approved as version 1.0."
back

# Another document does not matter, and the approved text may come back.
git checkout -q HEAD~1 -- $policy
committed git commit -m "Go back to the approved text, 1.0"
expect 0 writ check

# approve refuses what the hook would have refused.
echo "More." >>$policy
version 1.2
git commit --no-verify -qam "Past the hook"
refused 1 as jane writ approve information-security --key ../jane --yes
says "version 1.2 does not follow the approved version 1.0"
expect 1 writ check --commit HEAD
says "DOC-10"
expect 0 writ check --commit HEAD~1

# Whoever wrote a text does not approve it alone, so it stays free.
git reset -q --hard HEAD~1
sed 's/^id: .*/id: desk/; s/^level: top/level: topic\nparent: information-security/; s/^version: .*/version: 1.0/' $policy >policies/desk.md
git add -A
committed git -c user.email=jane@example.org commit -m "Jane writes a policy"
approve jane desk
echo "More." >>policies/desk.md
committed git -c user.email=jane@example.org commit -am "Jane goes on writing"
