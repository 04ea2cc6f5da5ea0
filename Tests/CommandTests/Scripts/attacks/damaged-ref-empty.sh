# After a crash the file of Sam's approval is empty. That must not look like a decision that was
# never made.
. "$(dirname "$0")/forging.sh"
given_untouched

: >".git/refs/tags/$S"

for command in verify status history "show information-security"; do
  expect 70 as jane writ $command
  says "cannot be read"
done
