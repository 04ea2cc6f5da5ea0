# Bo says alone that the policy was reviewed and is still right, which takes two. The review stays
# due when it was, and the policy in force.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides reaffirm reaffirms bo

verify_says valid
wrong
missing
status_says in-force 1.0
flags
json '.documents[] | select(.id == "information-security") | [.reviews, ."next-review"]' \
  '[[],"2027-12-01"]'
clock "2027-12-02 10:00:00"
status_says in-force 1.0
flags review-overdue
stock accepts "$B"
