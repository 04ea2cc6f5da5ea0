# Mallory rejects the policy in Bo's name, with her own key: a stranger cannot shake what is in
# force.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides reject rejects mallory

verify_says invalid
wrong "$B" untrusted other-key
missing
status_says in-force 1.0
stock refuses "$B"
