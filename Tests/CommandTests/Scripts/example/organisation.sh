# A year of an organisation, made by the program itself: its documents have no errors, every decision is
# sound, for stock Git too, and it is all there that a year brings.
given_organisation
expect 0 writ check --format json
json .errors 0
all_sound
git fsck --strict --no-dangling >"$WORK/.out" 2>"$WORK/.err" || fail "git fsck finds damage"
[ ! -s "$WORK/.out" ] || fail "git fsck has something to say"

expect 0 as jane writ status --format json
json '[.documents[] | select(.kind == "policy")] | length' 15
json '[.documents[] | select(.kind == "objective")] | length' 6
state() { json "[.documents[] | select(.state == \"$1\") | .id]" "$2"; }
state draft '["mended-weaknesses"]'
state approved '["supplier-security"]'
state retired '["removable-media"]'
state superseded '["home-working"]'
json '[.documents[] | select(.flags | index("review-overdue")) | .id]' '["physical-security"]'
json '[.documents[] | select(.reviews != []) | .id]' '["access-control"]'
json '.documents[] | select(.id == "home-working") | ."replaced-by"' '"remote-working"'

expect 0 as jane writ verify --format json
json '[.chain[].version]' '["1.0","1.1","1.2"]'
json '[.statements[].decision] | unique' '["approve","reaffirm","reject","retire","withdraw"]'
expect 0 as jane writ history --format json
json '[.events[] | select(.type == "change") | .signature] | unique' '["signed by pat-ray","unsigned"]'
expect 0 as jane writ change list --format json
json '[.changes[].branch]' '["change/cryptography-2.0"]'
json '.changes[0].state' '"partial"'
