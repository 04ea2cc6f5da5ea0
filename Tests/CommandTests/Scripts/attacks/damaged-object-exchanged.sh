# Somebody puts the bytes of Jane's approval into the file of Sam's: the content is not what its
# name says.
. "$(dirname "$0")/forging.sh"
given_untouched

id=$(git rev-parse "$S")
other=$(git rev-parse "$J")
file=.git/objects/${id:0:2}/${id:2}
chmod u+w "$file"
cp ".git/objects/${other:0:2}/${other:2}" "$file"

for command in verify status history "show information-security"; do
  expect 70 as jane writ $command
  says "does not hold what its name says"
done
