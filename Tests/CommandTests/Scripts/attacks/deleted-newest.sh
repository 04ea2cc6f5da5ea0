# Somebody deletes Sam's approval, which nobody had seen. Whose computer had found it sound is told by
# that; who has never looked cannot know: to them the policy is partly approved, and all is well.
. "$(dirname "$0")/forging.sh"
given_untouched
remembering

git update-ref -d "refs/tags/$S"

verify_says invalid
wrong
missing "$S"
json '.missing | map([."seen-by", .remembered])' '[[[],true]]'
status_says indeterminate null
expect 1 as jane writ show information-security

reader=newcomer
expect 0 as newcomer writ root --pin "$root"
verify_says valid
wrong
missing
status_says partial null
json '.documents[] | select(.id == "information-security") | .missing | length' 1
