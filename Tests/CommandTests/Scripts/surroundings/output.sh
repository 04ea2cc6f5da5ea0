# An answer that does not reach its reader is not a yes.

given_approved_policy
full() { "$@" >/dev/full; }
closed() { "$@" >&-; }
for command in "status" "verify" "check" "show information-security" "history" "people" "root" \
  "export allowed-signers" "status --format json"; do
  expect 70 as jane full writ $command
  says "the answer could not be printed: No space left on device"
  expect 70 as jane closed writ $command
  says "the answer could not be printed"
done

# Help and version too.
for option in --help --version "help people add" "show --help"; do
  expect 70 full writ $option
  expect 70 closed writ $option
  expect 0 writ $option
done
says "The document."

# A reader that has seen enough ends the command, not with a crash.
status=0
as jane writ show information-security 2>"$WORK/.err" | head -c 10 >"$WORK/.out" || status=$?
[ $status = 0 ] || [ $status = 70 ] || fail "it ended with $status"

# A decision that is recorded but could not be printed is recorded; done again, it says so.
sed -i 's/^version: 1.0/version: 1.1/' $policy
git commit -qam "Policy 1.1: promise more" 2>"$WORK/.err"
expect 70 as jane full writ approve information-security --key ../jane --yes
says "the answer could not be printed"
says "what was asked for is done all the same; look at: writ status"
says_not "nothing was recorded"
expect 0 as jane writ approve information-security --key ../jane --yes
says "You approved it already"
