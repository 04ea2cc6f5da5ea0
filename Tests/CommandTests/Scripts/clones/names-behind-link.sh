# Somebody puts a link where Git keeps the names of decisions, and empties one behind it. Git passes over
# it with a warning; Writ does not take that for a decision that was never made.
given_approved_policy

mv .git/refs/tags/writ "$WORK/elsewhere"
ln -s "$WORK/elsewhere" .git/refs/tags/writ
: >"$WORK/elsewhere/information-security/1.0/approve/sam-lee"
[ "$(git tag --list | wc -l)" = 3 ] || fail "Git sees it"
for command in verify status history root; do
  expect 70 as jane writ $command
  says "cannot be read"
done
