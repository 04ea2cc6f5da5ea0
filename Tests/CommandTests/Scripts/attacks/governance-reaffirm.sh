# Sam reaffirms the people and rules, which take no such decision.
. "$(dirname "$0")/forging.sh"
given_untouched

T=writ/governance/1.0/reaffirm/sam-lee
forge "$GS" "s,approve/sam-lee,reaffirm/sam-lee,; s/ approves / reaffirms /
  s/^Writ-Decision: .*/Writ-Decision: reaffirm/" sam "$T"

verify_says invalid
wrong "$T" invalid decision-not-allowed
missing
status_says in-force 1.0
stock accepts "$T"
