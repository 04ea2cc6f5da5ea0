# Somebody exchanges writ.yaml for a symbolic link to a file outside.
. "$(dirname "$0")/forging.sh"
given_untouched

cp writ.yaml "$WORK/outside.yaml"
ln -sf "$WORK/outside.yaml" writ.yaml
git commit -qam "Linked" --no-verify

expect 70 as jane writ verify
says "there is no writ.yaml"
