# Bo signs in Sam's name with his own key, and names his key.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" "s,^Writ-Key: .*,Writ-Key: $(fingerprint bo)," bo

verify_says invalid
wrong "$S" untrusted key-not-registered
missing
status_says partial null
stock accepts "$S"
