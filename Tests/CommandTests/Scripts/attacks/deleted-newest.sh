# Somebody deletes Sam's approval, which nobody had seen: the policy is partly approved, and verify
# cannot know.
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref -d "refs/tags/$S"

verify_says valid
wrong
missing
status_says partial null
json '.documents[] | select(.id == "information-security") | .missing | length' 1
