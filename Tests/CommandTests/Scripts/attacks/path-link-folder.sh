# Somebody commits the whole folder of policies as a symbolic link to the outside.
. "$(dirname "$0")/forging.sh"
given_untouched

sed "s/^id: .*/id: secret/; s/^title: .*/title: Secret Plan/" policies/information-security.md >"$WORK/secret.md"

mkdir "$WORK/outside"
mv "$WORK/secret.md" "$WORK/outside/"
git rm -rq policies
ln -s "$WORK/outside" policies
git add -A
git commit -qm "Links" --no-verify

verify_says valid
status_says in-force 1.0
flags removed
json '[.documents[].id]' '["governance","information-security"]'
expect 1 as jane writ show secret
expect 1 as jane writ check
says_not "Secret Plan"
