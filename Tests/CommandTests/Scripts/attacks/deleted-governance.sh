# Somebody deletes Sam's approval of the people and rules, so that they look unapproved. Jane had
# seen it.
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref -d "refs/tags/$GS"

verify_says invalid
wrong "$J" indeterminate root-not-approved "$S" indeterminate root-not-approved
missing "$GS"
status_says indeterminate null
expect 1 as jane writ show information-security
