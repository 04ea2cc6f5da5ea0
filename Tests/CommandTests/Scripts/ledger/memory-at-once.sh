# Two programs at once, in two clones that each hold a decision which the other does not: both are
# remembered.

given_approved_policy
root=$(writ root --format json | jq -r .root)
cp -r "$WORK/policies" "$WORK/left"
cp -r "$WORK/policies" "$WORK/right"
cd "$WORK/left"; decide jane reaffirm information-security
cd "$WORK/right"; decide sam reaffirm information-security
export WRIT_ROOT=$root
for round in 1 2 3 4 5; do
  rm -rf "$HOME/state-ann"
  as ann writ -C "$WORK/left" verify --quiet >/dev/null &
  left=$!
  as ann writ -C "$WORK/right" verify --quiet >/dev/null &
  right=$!
  # The later one may find missing what the other has.
  wait $left || true
  wait $right || true
  memory=$HOME/state-ann/writ/${root#sha256:}/memory
  [ "$(grep -c '^valid' "$memory")" = 6 ] || fail "something was forgotten in round $round"
done
cd "$WORK/left"
expect 1 as ann writ verify --format json
json '[.missing[].ref]' '["refs/tags/writ/information-security/1.0/reaffirm/sam-lee"]'

# One who holds the lock and does not let go keeps nobody from working.
rm -rf "$HOME/state-ann"
expect 0 as ann writ status
rm "$memory"
flock --no-fork "$memory.lock" sleep 100 &
holder=$!
sleep 0.5
expect 0 as ann writ status
expect 0 as ann writ verify
says "could not be remembered: another program holds $memory.lock."
kill -9 $holder
expect 0 as ann writ verify
says_not "could not be remembered"
