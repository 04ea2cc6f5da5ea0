# A file of a name under refs/tags/writ/ holds garbage: it could have been a decision, so Writ
# cannot answer.
. "$(dirname "$0")/forging.sh"
given_untouched

mkdir -p .git/refs/tags/writ/remote-work/1.0/approve
echo "this is no name of an object" >.git/refs/tags/writ/remote-work/1.0/approve/jane-doe

for command in verify status history "show information-security"; do
  expect 70 as jane writ $command
  says "cannot be read"
done
