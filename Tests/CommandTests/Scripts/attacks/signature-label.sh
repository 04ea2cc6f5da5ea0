# Somebody relabels Sam's signature as one of OpenPGP, which this version cannot check.
. "$(dirname "$0")/forging.sh"
given_untouched

tamper "$S" 's/^-----\(BEGIN\|END\) SSH SIGNATURE-----/-----\1 PGP SIGNATURE-----/'

verify_says invalid
wrong "$S" untrusted other-key
missing
status_says partial null
stock refuses "$S"
