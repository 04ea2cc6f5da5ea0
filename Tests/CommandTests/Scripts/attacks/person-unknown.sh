# Mallory, whom nobody registered, approves in her own name with her own key.
. "$(dirname "$0")/forging.sh"
given_untouched

T=writ/information-security/1.0/approve/mallory
forge "$S" "s,sam-lee,mallory,; s/Sam Lee/Mallory/; s/sam@example.org/mallory@example.org/
  s,^Writ-Key: .*,Writ-Key: $(fingerprint mallory)," mallory "$T"

verify_says invalid
wrong "$T" untrusted unknown-person
missing
status_says in-force 1.0
stock refuses "$T"
