# The options that every command has stand before it or behind it.

given_approved_policy
cd "$WORK"
expect 0 writ -C policies --format json status information-security
cp "$WORK/.out" before.json
expect 0 writ status -C policies information-security --format json
cmp before.json "$WORK/.out" || fail "an option means something else behind the command"
expect 0 writ --at 2026-12-01 -C policies status --format=json
json .at '"2026-12-01T23:59:59Z"'
expect 0 writ -C policies/policies status
says "in force"
expect 70 writ -C nowhere status
says "nowhere: No such file or directory"
expect 0 writ -C policies --quiet check
[ ! -s "$WORK/.out" ] || fail "it was not quiet"
expect 0 as jane writ -C policies verify --quiet
[ ! -s "$WORK/.out" ] || fail "it was not quiet"

# A key and a path are named from the folder that -C goes to.
expect 0 as jane writ -C policies approve information-security --key ../jane
says "You approved it already"

escape=$'\e['
expect 0 writ -C policies status
says_not "$escape"
expect 0 writ -C policies --color always status
says "$escape"
expect 0 env NO_COLOR=1 writ -C policies status --color always
says "$escape"
TERM=xterm
expect 0 typing "in force" "" writ -C policies --color never status
says_not "$escape"
expect 0 typing "in force" "" env TERM=xterm writ -C policies status
says "$escape"
expect 0 typing "in force" "" env TERM=xterm NO_COLOR=1 writ -C policies status
says_not "$escape"
expect 0 typing "in force" "" env TERM=xterm NO_COLOR= writ -C policies status
says "$escape"
expect 0 typing "in force" "" env TERM=dumb writ -C policies status
says_not "$escape"
expect 64 writ --color sometimes -C policies status
expect 64 writ --format xml -C policies status
