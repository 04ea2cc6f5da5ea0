# Somebody clones without the history, which brings no decisions. Writ says so, and never that
# there are none.
. "$(dirname "$0")/forging.sh"
given_untouched

git clone -q --depth 1 "file://$WORK/policies" "$WORK/clone"
cd "$WORK/clone"
for command in verify status history "show information-security"; do
  expect 70 as auditor writ $command
  says "it is shallow"
done

# A text that was changed after its approval looks sound there; check says that it did not look.
sed -i "s/every suspected breach/no suspected breach/" $policy
expect 0 writ check
says "No text was compared with what was approved"
says "git fetch --unshallow --tags"
expect 0 writ check --format json
json '."compared-with-approved"' false
expect 0 writ check --format github
says "::notice title=Not judged::No text was compared"
git fetch -q --unshallow --tags
expect 1 writ check
says_not "No text was compared"
expect 1 writ check --format json
json '."compared-with-approved"' true
