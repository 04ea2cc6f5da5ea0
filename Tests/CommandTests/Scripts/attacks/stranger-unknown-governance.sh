# Mallory approves under people and rules that nobody knows, which could be a later version. A
# stranger's word does not make the policy untellable.
. "$(dirname "$0")/forging.sh"
given_untouched

T=writ/information-security/1.0/approve/mallory
forge "$S" "s,sam-lee,mallory,; s/Sam Lee/Mallory/; s/sam@example.org/mallory@example.org/
  s,^Writ-Key: .*,Writ-Key: $(fingerprint mallory),
  s/^Writ-Governance: .*/Writ-Governance: sha256:$(printf %064d 1)/" mallory "$T"

verify_says indeterminate
wrong "$T" indeterminate governance-missing
missing
status_says in-force 1.0
stock refuses "$T"
