# Bo, who is registered, signs Sam's very words with his own key.
. "$(dirname "$0")/forging.sh"
given_untouched

payload "$S" | signed bo | store "$S"

verify_says invalid
wrong "$S" untrusted other-key
missing
status_says partial null
stock accepts "$S"
