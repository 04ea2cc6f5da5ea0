# The object of Sam's approval is gone, its name is still there.
. "$(dirname "$0")/forging.sh"
given_untouched

id=$(git rev-parse "$S")
rm -f ".git/objects/${id:0:2}/${id:2}"

for command in verify status history "show information-security"; do
  expect 70 as jane writ $command
  says "object not found"
done
