# Somebody makes an annotated tag in Bo's name without any signature.
. "$(dirname "$0")/forging.sh"
given_untouched

T=writ/information-security/1.0/approve/bo-berg
git -c user.name="Bo Berg" -c user.email=bo@example.org tag -a -m "Bo Berg approves" "$T"

verify_says invalid
wrong "$T" invalid unsigned
missing
status_says in-force 1.0
stock refuses "$T"
