# Sam's signature was made for a file, not for Git (ssh-keygen -n file).
. "$(dirname "$0")/forging.sh"
given_untouched

payload "$S" | signed sam file | store "$S"

verify_says invalid
wrong "$S" invalid bad-signature
missing
status_says partial null
stock refuses "$S"
