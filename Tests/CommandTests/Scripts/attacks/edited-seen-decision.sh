# Somebody edits Jane's approval, which Sam had seen: it is bad, and the one that Sam saw is
# missing.
. "$(dirname "$0")/forging.sh"
given_untouched

tamper "$J" '/^Jane Doe, Chief/a\
\
But only until Christmas.'

verify_says invalid
wrong "$J" invalid bad-signature
missing "$J"
status_says indeterminate null
stock refuses "$J"
