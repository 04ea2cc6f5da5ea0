# Mallory replaces the signature on Jane's approval, which Sam had seen, by her own. The decision
# that Sam saw is not there any more.
. "$(dirname "$0")/forging.sh"
given_untouched

payload "$J" | signed mallory | store "$J"

verify_says invalid
wrong "$J" untrusted other-key
missing "$J"
status_says indeterminate null
stock refuses "$J"
