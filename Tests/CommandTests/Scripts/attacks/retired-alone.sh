# Bo retires the policy alone, which takes two. It stays in force until Jane retires it as well.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides retire retires bo

verify_says valid
wrong
missing
status_says in-force 1.0
flags
expect 0 as jane writ status information-security
says "to be retired, says Bo Berg"
stock accepts "$B"

T=writ/information-security/1.0/retire/sam-lee
forge "$S" "s,approve/sam-lee,retire/sam-lee,; s/ approves / retires /
  s/^Writ-Decision: .*/Writ-Decision: retire/" sam "$T"

verify_says valid
wrong
status_says retired null
expect 0 as jane writ status information-security
says "retired since 1 December 2026"
expect 1 as jane writ show information-security
