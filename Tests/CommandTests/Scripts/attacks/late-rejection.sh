# Bo sends the policy back, with a decision that pretends not to have seen Sam's approval. What was
# approved by people who had not seen that stays approved, and is called contested.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides reject rejects bo

verify_says valid
wrong
missing
status_says in-force 1.0
flags contested
json '.documents[] | select(.id == "information-security") | ."rejected-by" | map(.person)' '["bo-berg"]'
expect 0 as jane writ status information-security
says "Contested: Bo Berg"
stock accepts "$B"
