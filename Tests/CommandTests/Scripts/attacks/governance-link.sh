# Somebody exchanges writ.yaml for a symbolic link to a file outside.
. "$(dirname "$0")/forging.sh"
given_untouched

cp writ.yaml "$WORK/outside.yaml"
ln -sf "$WORK/outside.yaml" writ.yaml
git commit -qam "Linked" --no-verify

expect 1 as jane writ verify
says "There is no writ.yaml that can be read in the last saved state"
expect 0 as jane writ status
says "in force since"
