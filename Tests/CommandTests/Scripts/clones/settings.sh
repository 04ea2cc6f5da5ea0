# The clone's settings and attributes say how Git is to treat files, names and objects. None of that
# changes what Writ finds.
given_approved_policy
sed -i 's/^version: 1.0/version: 1.1/' policies/information-security.md
git commit -qam "Policy 1.1" --no-verify
echo "more" >>policies/information-security.md
git add policies

answers() {
  local command
  for command in verify status history "check --staged" "check --commit HEAD" check \
    "diff information-security" "show information-security" people root "export allowed-signers"; do
    echo "--- $command"
    as jane writ $command --format json 2>&1 || true
  done
}
answers >"$WORK/before"

while read -r name value; do git config -f .git/config "$name" "$value"; done <<'SETTINGS'
core.ignoreCase true
core.precomposeUnicode true
core.symlinks false
core.fileMode false
core.autocrlf true
core.eol crlf
core.safecrlf true
core.attributesFile /dev/zero
core.excludesFile /dev/zero
core.bigFileThreshold 1
core.looseCompression 0
core.logAllRefUpdates always
core.sharedRepository 0666
core.protectHFS false
core.protectNTFS false
core.abbrev 4
core.preferSymlinkRefs true
core.sparseCheckout true
core.untrackedCache true
core.splitIndex true
core.fsync none
core.useReplaceRefs true
index.version 4
i18n.commitEncoding UTF-16
i18n.logOutputEncoding UTF-16
init.templateDir /dev/zero
safe.directory *
transfer.hideRefs refs/tags/writ
log.showSignature true
tag.gpgSign false
user.name Mallory
extensions.objectFormat sha256
extensions.refStorage reftable
SETTINGS
mkdir -p .git/info
echo "* text eol=crlf ident export-subst working-tree-encoding=UTF-16 filter=x diff=x merge=x" \
  | tee .git/info/attributes >.gitattributes
printf '[submodule "x"]\n\tpath = policies\n\turl = ext::touch %s/ran\n' "$WORK" >.gitmodules
echo "Mallory <jane@example.org> <pat@example.org>" >.mailmap
answers >"$WORK/after"
diff "$WORK/before" "$WORK/after" || fail "a setting changes what is found"
[ ! -e "$WORK/ran" ] || fail "something ran"
