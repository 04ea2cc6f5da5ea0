# Somebody moves the date of Sam's approval by one second.
. "$(dirname "$0")/forging.sh"
given_untouched

tamper "$S" 's/^tagger Sam Lee <sam@example.org> 1796119200/tagger Sam Lee <sam@example.org> 1796119201/'

verify_says invalid
wrong "$S" invalid bad-signature
missing
status_says partial null
stock refuses "$S"
