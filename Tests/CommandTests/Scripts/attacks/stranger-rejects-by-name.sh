# Mallory rejects the policy in her own name: a stranger cannot shake what is in force.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides reject rejects mallory "s,^Writ-Key: .*,Writ-Key: $(fingerprint mallory),
  s/bo-berg/mallory/; s/Bo Berg/Mallory/; s/bo@/mallory@/"
git update-ref refs/tags/writ/information-security/1.0/reject/mallory "refs/tags/$B"
git update-ref -d "refs/tags/$B"
T=writ/information-security/1.0/reject/mallory

verify_says invalid
wrong "$T" untrusted unknown-person
missing
status_says in-force 1.0
stock refuses "$T"
