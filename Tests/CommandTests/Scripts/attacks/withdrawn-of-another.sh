# Bo withdraws the approval of Sam. Nobody withdraws for somebody else.
. "$(dirname "$0")/forging.sh"
given_untouched

id=$(payload "$S" | sha256sum | cut -d' ' -f1)
bo_decides withdraw "withdraws a decision on" bo \
  "s/^Writ-Decision: .*/Writ-Decision: withdraw\nWrit-Withdraws: sha256:$id/"

verify_says invalid
wrong "$B" invalid withdraws-mismatch
missing
status_says in-force 1.0
flags
stock accepts "$B"
