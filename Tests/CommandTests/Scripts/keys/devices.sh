# Security keys sign decisions and commits, as their entries in writ.yaml allow.
. "$(dirname "$0")/../attacks/forging.sh"
given_bo 'security_key make bo ed25519 ssh:' 'user-verification: required'

DEVICE=(flags=5)
bo_decides approve approves bo
verify_says valid
wrong
status_says in-force 1.0
json '.documents[] | select(.id == "information-security") | ."approved-by" | map(.person) | sort' \
  '["bo-berg","jane-doe","sam-lee"]'
stock accepts "$B"

# Commits by the same key: one for which it asked for the PIN, one for which it did not.
commit_by_bo() {
  git commit --no-verify -qam "$1" 2>"$WORK/.err"
  git cat-file commit HEAD >"$WORK/commit"
  security_key sign "$WORK/bo" "flags=$2" <"$WORK/commit" | sed '1s/^/gpgsig /; 2,$s/^/ /' >"$WORK/header"
  sed -i "/^committer /r $WORK/header" "$WORK/commit"
  git update-ref refs/heads/main "$(git hash-object -w -t commit "$WORK/commit")"
  expect 0 git verify-commit HEAD
}
echo "With the PIN." >>$policy
commit_by_bo "With the PIN" 5
echo "Without it." >>$policy
commit_by_bo "Without it" 1
expect 0 writ history information-security --format json
json '[.events[] | select(.type == "change") | .signature]' \
  '["unsigned","signed by bo-berg","signed by unknown key"]'
