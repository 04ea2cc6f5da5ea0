# Somebody rewrites the whole history so that the policy never said anything else. What is in force
# are the approved words.
. "$(dirname "$0")/forging.sh"
given_untouched

sed -i 's/every suspected breach/no suspected breach/' policies/information-security.md
git update-ref refs/heads/main "$(git add -A; git commit-tree -m "All of it" "$(git write-tree)")"

verify_says valid
wrong
missing
status_says draft 1.0
flags modified
expect 0 as jane writ show information-security
says "We look into every suspected breach"
