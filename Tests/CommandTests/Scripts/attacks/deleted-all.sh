# Somebody deletes every decision. Who knows the repository is told to fetch them; whose computer had
# found them sound is told of each.
. "$(dirname "$0")/forging.sh"
given_untouched

for tag in $(git tag -l 'writ/*'); do
  git update-ref "refs/kept/$tag" "$tag"
  git update-ref -d "refs/tags/$tag"
done

verify_says indeterminate
missing
problem "This clone has no decisions: fetch the tags"
status_says indeterminate null
expect 1 as jane writ show information-security

# Who is to decide is told the same in words of their own.
for command in approve reject withdraw reaffirm retire; do
  refused 1 as jane writ $command information-security --key ../jane --yes --comment "So be it."
  says "nothing can be decided on information-security now: no decisions are here"
  says "ask whoever keeps the policies to fetch them"
done

git fetch -q . 'refs/kept/*:refs/tags/*'
remembering
for tag in $(git tag -l 'writ/*'); do git update-ref -d "refs/tags/$tag"; done

verify_says indeterminate
missing "$GJ" "$GS" "$J" "$S"
problem "This clone has no decisions: fetch the tags"
status_says indeterminate null
