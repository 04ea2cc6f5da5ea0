# Somebody deletes every decision. Who knows the repository is told to fetch them.
. "$(dirname "$0")/forging.sh"
given_untouched

for tag in $(git tag -l 'writ/*'); do git update-ref -d "refs/tags/$tag"; done

verify_says indeterminate
problem "This clone has no decisions: fetch the tags"
status_says indeterminate null
expect 1 as jane writ show information-security
