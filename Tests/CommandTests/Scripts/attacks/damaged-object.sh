# After a crash the object of Sam's approval is cut short.
. "$(dirname "$0")/forging.sh"
given_untouched

id=$(git rev-parse "$S")
file=.git/objects/${id:0:2}/${id:2}
chmod u+w "$file"
head -c 40 "$file" >"$WORK/short"
cp "$WORK/short" "$file"

for command in verify status history "show information-security"; do
  expect 70 as jane writ $command
  says "is cut short or damaged"
done
