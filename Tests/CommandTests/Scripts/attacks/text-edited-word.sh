# Somebody slips a word into the policy and commits it. What is shown are the approved words.
. "$(dirname "$0")/forging.sh"
given_untouched

sed -i 's/We look into every suspected breach/We look into no suspected breach/' policies/information-security.md
git commit --no-verify -qam "Typo" 2>"$WORK/.err"

verify_says valid
status_says draft 1.0
flags modified
expect 0 as jane writ show information-security
says "We look into every suspected breach"
says_not "We look into no suspected breach"
expect 0 as jane writ history information-security
says "Typo"
