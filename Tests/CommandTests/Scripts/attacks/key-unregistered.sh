# Mallory signs in Sam's name with her own key, and says so.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" "s,^Writ-Key: .*,Writ-Key: $(fingerprint mallory)," mallory

verify_says invalid
wrong "$S" untrusted key-not-registered
missing
status_says partial null
stock refuses "$S"
