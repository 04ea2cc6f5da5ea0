# Somebody puts a plain name on the commit, where an approval should stand.
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref refs/tags/writ/information-security/1.0/approve/bo-berg HEAD

verify_says invalid
wrong writ/information-security/1.0/approve/bo-berg invalid not-a-tag
missing
status_says in-force 1.0
stock refuses writ/information-security/1.0/approve/bo-berg
