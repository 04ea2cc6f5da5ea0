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
