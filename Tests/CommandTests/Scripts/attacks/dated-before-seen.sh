# Sam dates an approval a day before Jane's, which it has seen.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" 's/ 1796119200 / 1796032800 /' sam

verify_says invalid
wrong "$S" untrusted time-contradicted
missing
status_says partial null
stock accepts "$S"
