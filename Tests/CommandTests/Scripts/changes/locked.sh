# A Git that was killed left its lock behind. That is busy (75), and the lock is named; nothing is saved.

given_approved_policy
opened information-security "Say more"
echo "One line more." >>$policy
before=$(git for-each-ref)
: >.git/index.lock
expect 75 writ change submit
says "$PWD/.git/index.lock"
says "if no program is at work, a crash left the file behind: remove it"
[ "$(git for-each-ref)" = "$before" ] || fail "something was saved"
rm .git/index.lock
expect 0 writ change submit
