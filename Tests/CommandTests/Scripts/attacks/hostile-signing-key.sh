# The clone's configuration names another key to sign with. Jane's own configuration decides, which
# no clone can change.
. "$(dirname "$0")/forging.sh"
given_untouched

sed -i 's/^version: 1.0/version: 2.0/' policies/information-security.md
git commit -qam "Policy 2.0: a promise more" 2>"$WORK/.err"
git config --global user.signingkey "$WORK/jane"
git config user.signingkey "$WORK/bo"
git config gpg.format openpgp
expect 0 as jane writ approve information-security --yes

verify_says valid
T=writ/information-security/2.0/approve/jane-doe
jq -e --arg ref "refs/tags/$T" '.statements[] | select(.ref == $ref)' "$WORK/verify.json" >/dev/null \
  || fail "Jane's approval is not there"
status_says partial 1.0
stock accepts "$T"
