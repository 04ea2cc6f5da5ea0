# Somebody hands over a folder in which pipes stand where Git keeps files. Whoever opens one waits for
# somebody to write to it, for ever. Writ says so at once, whatever it is asked.
. "$(dirname "$0")/bounds.sh"
given_approved_policy
git add -A
head=$(git symbolic-ref HEAD)

# pipe FILE COMMAND …: instead of that file of Git's.
pipe() {
  local file=.git/$1; shift
  [ ! -e "$file" ] || mv "$file" "$WORK/kept"
  mkdir -p "$(dirname "$file")"
  mkfifo "$file"
  expect 70 as jane bounded "$@"
  says "a pipe or a device"
  rm "$file"
  [ ! -e "$WORK/kept" ] || mv "$WORK/kept" "$file"
}
for file in config packed-refs gitdir index "$head" objects/info/alternates \
  objects/pack/multi-pack-index objects/pack/pack-1.idx objects/pack/pack-1.pack; do
  pipe "$file" writ verify
  pipe "$file" writ check --staged
done
pipe index writ approve information-security --key "$WORK/jane" --yes
pipe config writ people

# Behind a link, and behind a name for a name.
mkfifo "$WORK/pipe"
ln -s "$WORK/pipe" .git/packed-refs
expect 70 bounded writ status
says "a pipe or a device"
rm .git/packed-refs
git symbolic-ref refs/heads/other "$head"
git symbolic-ref HEAD refs/heads/other
pipe "$head" writ status
git symbolic-ref HEAD "$head"

# In the folder that objects are taken from.
mkdir -p "$WORK/objects/info"
mkfifo "$WORK/objects/info/alternates"
echo "$WORK/objects" >.git/objects/info/alternates
expect 70 bounded writ status
says "a pipe or a device"
rm .git/objects/info/alternates

# As decisions, and as objects.
mkfifo .git/refs/tags/writ/pipe
expect 70 bounded writ verify
says "writ/pipe cannot be read"
rm .git/refs/tags/writ/pipe
ln -s "$WORK/pipe" .git/refs/tags/writ/pipe
expect 70 bounded writ verify
says "writ/pipe cannot be read"
rm .git/refs/tags/writ/pipe
object=$(git rev-parse HEAD)
mv ".git/objects/${object:0:2}/${object:2}" "$WORK/kept"
mkfifo ".git/objects/${object:0:2}/${object:2}"
expect 70 bounded writ verify
says "it is no file but a folder, a pipe or a device"
rm ".git/objects/${object:0:2}/${object:2}"
mv "$WORK/kept" ".git/objects/${object:0:2}/${object:2}"

# As files that people work on. What was decided is read from Git, and so can still be told.
for file in writ.yaml policies/information-security.md; do
  rm "$file"
  mkfifo "$file"
  expect 0 bounded writ status
  expect 1 bounded writ check
  says "a device, socket or pipe"
  rm "$file"
  git checkout -q -- "$file"
done
expect 70 bounded writ verify --since "$WORK/pipe"
says "it is no file but a folder, a pipe or a device"
expect 0 as jane writ verify
