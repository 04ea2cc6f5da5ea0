# Mallory signs Sam's very words with her own key: the statement names Sam's key, and is not signed
# with it.
. "$(dirname "$0")/forging.sh"
given_untouched

payload "$S" | signed mallory | store "$S"

verify_says invalid
wrong "$S" untrusted other-key
missing
status_says partial null
stock refuses "$S"
