# Bo had sent the policy back before Sam approved it. Somebody deletes Bo's decision, so that the
# approval stands. Sam's names it as seen: it is missing, and nothing is said to be in force, whether
# or not one's own computer remembers it.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides reject rejects bo
id=$(payload "$B" | sha256sum | cut -d' ' -f1)
forge "$S" "s,^Writ-Seen: .*,Writ-Seen: sha256:$id $B," sam

verify_says valid
wrong
status_says rejected null

git update-ref -d "refs/tags/$B"

verify_says invalid
wrong
missing "$B"
json '.missing | map(.remembered)' '[true]'
status_says indeterminate null

reader=newcomer
expect 0 as newcomer writ root --pin "$root"
verify_says invalid
missing "$B"
json '.missing | map(.remembered)' '[false]'
status_says indeterminate null
