# Somebody commits a writ.yaml that is no YAML. Who asks is told that it cannot be read.
. "$(dirname "$0")/forging.sh"
given_untouched

echo "people: {" >writ.yaml
git commit -qam "Broken" --no-verify

expect 1 as jane writ verify
says "writ.yaml is refused: line 2"
expect 0 as jane writ status
says "in force since"
