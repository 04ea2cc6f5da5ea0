# Somebody changes writ.yaml by one byte. The approved bytes stay in force.
. "$(dirname "$0")/forging.sh"
given_untouched

printf '\n' >>writ.yaml
git commit --no-verify -qam "One byte" 2>"$WORK/.err"

verify_says valid
wrong
missing
status_says in-force 1.0
document_says governance draft 1.0
json '.documents[] | select(.id == "governance") | .flags' '["modified"]'
