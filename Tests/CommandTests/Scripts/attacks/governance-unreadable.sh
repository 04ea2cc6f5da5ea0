# Somebody commits a writ.yaml that is no YAML. Who asks is told that it cannot be read.
. "$(dirname "$0")/forging.sh"
given_untouched

echo "people: {" >writ.yaml
git commit -qam "Broken" --no-verify

expect 70 as jane writ verify
says "writ.yaml cannot be read"
