# Sam signs for a commit in which the policy has other words than those of the digest.
. "$(dirname "$0")/forging.sh"
given_untouched

echo "Anything goes." >>policies/information-security.md
git commit --no-verify -qam "Other words"
forge "$S" "s/^object .*/object $(git rev-parse HEAD)/" sam
git reset -q --hard HEAD~1

verify_says invalid
wrong "$S" invalid digest-mismatch
missing
status_says partial null
stock accepts "$S"
