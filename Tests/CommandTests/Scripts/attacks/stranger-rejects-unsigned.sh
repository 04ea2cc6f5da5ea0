# Mallory puts a rejection in Bo's name under writ/, with something that calls itself an OpenPGP
# signature. Bo's key is an SSH key, so this is not Bo's, whatever it is.
. "$(dirname "$0")/forging.sh"
given_untouched

bo_decides reject rejects mallory
tamper "$B" 's/^-----\(BEGIN\|END\) SSH SIGNATURE-----/-----\1 PGP SIGNATURE-----/'

verify_says invalid
wrong "$B" untrusted other-key
missing
status_says in-force 1.0
stock refuses "$B"
