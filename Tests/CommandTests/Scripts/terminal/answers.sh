# In a terminal the answer is the version, typed out: any other answer, or none, signs nothing.

given_governance
for answer in 'y' 'yes' '1' '1.1' ''; do
  refused 1 as jane typing "to sign:" "$answer\n" writ approve information-security --key ../jane
  says "Type 1.0 to sign:"
  says "you did not type 1.0"
  says "decide later with: writ approve information-security"
done

# Ctrl-D: nobody answers any more.
refused 1 as jane typing "to sign:" '\004' writ approve information-security --key ../jane
says "you broke off"

# All that will be signed is shown first.
expect 0 as jane typing "to sign:" '1.0\n' writ approve information-security --key ../jane
says "# Information Security Policy"
says "Changed: all of it: no earlier version was approved."
says "You will sign exactly this:"
says "Writ-Person: jane-doe"
says 'By approving you say: "I have read it; it is suitable and adequate."'
says "Before it takes effect it also needs: "
says "Key: SHA256:"
says "Signed."
expect 0 writ status information-security
says "approved so far by Jane Doe (Chief Executive"

# Approving it once more records nothing, and says so without a question.
before=$(git for-each-ref)
expect 0 as jane writ approve information-security --key ../jane
says "You approved it already, on 1 December 2026."
[ "$before" = "$(git for-each-ref)" ] || fail "something was recorded"
