# A call that cannot be meant is refused with 64 and records nothing; a document that is not there is
# answered with those that are.

given_governance
refused 64 as jane writ approve information-security --at 2026-11-01 --key ../jane --yes
says "a decision is made now: leave out --at"

refused 64 as jane writ approve information-security --key ../jane
says "nobody is there to be asked"
says "decide in a terminal, or with --yes"

refused 64 as jane writ approve information-security --key ../jane --yes --comment "Writ-Person: sam-lee"
says "the comment holds a character that cannot be signed, or a line that begins with"
refused 64 as jane writ approve information-security --key ../jane --yes --comment $'a\u202Eb'

refused 1 as jane writ approve acceptable-use --key ../jane --yes
says "there is no document acceptable-use"
says "these are here: governance, information-security"
expect 1 writ status acceptable-use
says "there is no document acceptable-use"
expect 1 writ show acceptable-use
says "there is no document acceptable-use"
expect 1 writ history acceptable-use
says "there is no document acceptable-use"

refused 70 as jane writ approve information-security --commit nowhere --key ../jane --yes
says "nowhere"

traces >"$WORK/.before"
expect 64 writ approve "No Document"
expect 64 writ approve
expect 64 writ status --at yesterday
expect 64 writ check --staged --commit HEAD
expect 64 writ nonsense
expect 64 writ root --pin sha256:12
says "A root is written sha256: and 64 digits."
expect 64 writ verify --root sha256:12
says "write sha256: and 64 digits"
expect 64 env WRIT_ROOT=12 writ verify
says "WRIT_ROOT is no root: 12"
expect 64 writ check ../elsewhere
says "../elsewhere lies outside the repository"
traces >"$WORK/.after"
diff "$WORK/.before" "$WORK/.after" || fail "something was left behind"
