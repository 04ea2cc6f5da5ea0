# Somebody deletes the policy from the repository. What was approved still holds, and is still
# shown.
. "$(dirname "$0")/forging.sh"
given_untouched

git rm -q policies/information-security.md
git commit -qm "Away with it" --no-verify

verify_says valid
status_says in-force 1.0
flags removed
expect 0 as jane writ show information-security
says "We look into every suspected breach"
