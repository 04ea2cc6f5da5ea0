# An answer that does not reach its reader is not a yes.

given_approved_policy
full() { "$@" >/dev/full; }
closed() { "$@" >&-; }
gone_before() {
  local pipe=$WORK/.pipe status=0
  rm -f "$pipe"
  mkfifo "$pipe"
  # Opened for both, so that neither waits for the other; then the reader goes.
  exec 7<>"$pipe" 8>"$pipe" 7>&-
  "$@" >&8 || status=$?
  exec 8>&-
  return "$status"
}
for command in "status" "verify" "check" "show information-security" "history" "people" "root" "rules" \
  "rules POL-01" "doctor" "diff information-security" "export allowed-signers" "status --format json" \
  "verify --format json" "history --format json" "join --key ../jane.pub"; do
  expect 70 as jane full writ $command
  says "the answer could not be printed: No space left on device"
  expect 70 as jane closed writ $command
  says "the answer could not be printed"
  # A reader who goes away before it comes.
  expect 70 as jane gone_before writ $command
  says "the answer could not be printed: Broken pipe"
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

# What was written stays written, and is said to be.
expect 70 full writ new procedure backup-restore
says "what was asked for is done all the same"
[ -e policies/backup-restore.md ] || fail "it is not there"
rm policies/backup-restore.md

# A decision that is recorded but could not be printed is recorded; done again, it says so.
sed -i 's/^version: 1.0/version: 1.1/' $policy
git commit -qam "Policy 1.1: promise more" 2>"$WORK/.err"
expect 70 as jane full writ approve information-security --key ../jane --yes
says "the answer could not be printed"
says "what was asked for is done all the same; look at: writ status"
says_not "nothing was recorded"
expect 0 as jane writ approve information-security --key ../jane --yes
says "You approved it already"
