# An approver's key was changed while others were missing: `verify`, `status` and `history` say the same of
# the approval, and of one in a role that no rule names.

given_governance
cd "$WORK/policies"
approve jane information-security
ssh-keygen -q -t ed25519 -N '' -C '' -f "$WORK/jane-new"
expect 0 writ people key jane-doe --add "$WORK/jane-new.pub"
expect 0 writ people key jane-doe --retire "$(fingerprint jane)"
brought_in sam bo

counted() {
  as sam expect 0 writ verify --format json
  json '[.statements[] | select(.document == "information-security") | .counts] | map(tostring) | join(" ")' "\"$1\""
  as sam expect 0 writ status information-security --format json
  json '.documents[0] | [.state, (."approved-by" | length)] | map(tostring) | join(" ")' "\"$2\""
  as sam expect 0 writ history information-security --format json
  json '[.events[] | select(.type == "decision") | .counts] | map(tostring) | join(" ")' "\"$1\""
}
counted true "partial 1"
as sam expect 0 writ status information-security
says "needs one of Jane Doe"

# So she decides again, with the key that she has now: it is no decision that she took before.
as jane expect 0 writ approve information-security --key "$WORK/jane-new" --yes --format json
json '.decisions[0] | [.recorded, .state] | map(tostring) | join(" ")' '"true partial"'
counted "false true" "partial 1"
as jane expect 0 writ approve information-security --key "$WORK/jane-new" --yes --format json
json '.decisions[0].recorded' false
approve sam information-security
counted "false true true" "in-force 2"
