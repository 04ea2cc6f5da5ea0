# Jane and everybody cannot retire the people and rules: such a decision is invalid, and changes
# nothing.
. "$(dirname "$0")/forging.sh"
given_untouched

T=writ/governance/1.0/retire/sam-lee
forge "$GS" "s,approve/sam-lee,retire/sam-lee,; s/ approves / retires /
  s/^Writ-Decision: .*/Writ-Decision: retire/" sam "$T"

verify_says invalid
wrong "$T" invalid decision-not-allowed
missing
status_says in-force 1.0
stock accepts "$T"
