# Somebody commits symbolic links where documents should stand, to a document outside. Nothing
# outside is read.
. "$(dirname "$0")/forging.sh"
given_untouched

sed "s/^id: .*/id: secret/; s/^title: .*/title: Secret Plan/" policies/information-security.md >"$WORK/secret.md"

ln -s "$WORK/secret.md" policies/secret.md
rm policies/information-security.md
ln -s "$WORK/secret.md" policies/information-security.md
git add -A
git commit -qm "Links" --no-verify

verify_says valid
status_says in-force 1.0
flags removed
json '[.documents[].id]' '["governance","information-security"]'
expect 0 as jane writ show information-security
says_not "Secret Plan"
expect 1 as jane writ show secret
expect 1 as jane writ check
says "symbolic link"
says_not "Secret Plan"
