# People and rules are changed the same way; the draft names the newest decisions until somebody decides
# on it, and stays as it is from then on.
given_approved_policy
given_remote
ssh-keygen -q -t ed25519 -N '' -C kim -f "$WORK/kim"
expect 0 writ change open governance --minor --summary "Kim joins the board" --reason "Elected on 30 November"
expect 0 writ people add kim-ray --name "Kim Ray" --email kim@example.org --role board-member --key "$WORK/kim.pub"
[ "$(git diff --numstat writ.yaml | cut -f1)" -gt 5 ] || fail "nothing was added"

# A decision that comes meanwhile is named when it is submitted.
decide bo approve information-security
clock "2026-12-01 11:00:00"
expect 0 writ change submit --by 2026-12-10 --push
says "governance 1.1 is ready"
says "Kim joins the board: Elected on 30 November"
says "Kim Ray <kim@example.org> is new"
[ "$(git log -1 --format=%s)" = "governance 1.1: Kim joins the board" ] || fail "$(git log -1 --format=%s)"
bo=$(as jane writ verify --format json | jq -r '.statements[] | select(.person == "bo-berg") | .id')
grep -q "$bo" writ.yaml || fail "the newest decision is not named"

# Once somebody has decided on it, it stays as it is, though that is a newer decision still.
approve jane governance
before=$(sha256sum writ.yaml)
expect 0 writ change submit
says "Jane Doe"
[ "$(sha256sum writ.yaml)" = "$before" ] || fail "the text that Jane approved was changed"
expect 0 writ inbox --person sam-lee --offline
says "Governance of Example Ltd 1.1"
says "Kim joins the board"
approve sam governance
expect 0 writ change land
expect 0 writ push
expect 0 writ people
says "Kim Ray"
all_sound
