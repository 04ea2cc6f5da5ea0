# Jane decides the same in two clones, and one is faster. Both are recorded, each under a name of its
# own, signed by her; what she decided on top of it too. Nobody misses anything for ever.
. "$(dirname "$0")/exchange.sh"
given_clones
git clone -q "$WORK/origin.git" "$WORK/bo-clone" 2>"$WORK/.err"
first=writ/information-security/1.0/approve/jane-doe
deciding() { local person=$1 decision=$2; shift 2; as "$person" writ "$decision" information-security --key "$WORK/$person" --yes --quiet "$@"; }

# On another computer.
sent_from_laptop
laptop=$(there information-security/1.0/approve/jane-doe)

# Here, an hour later, with another decision on top.
clock "2026-12-01 11:00:00"
cd "$WORK/policies"
deciding jane approve --comment "From the desk."
desk=$(git rev-parse "$first")
[ "$desk" != "$laptop" ] || fail "both are the same"
deciding jane withdraw
expect 0 as jane writ verify

expect 1 as jane writ pull
says "was made twice"
[ "$(git rev-parse "$first")" = "$desk" ] || fail "pull replaced a decision"

# Nobody is there to be asked: nothing is signed.
expect 1 as jane writ push --key "$WORK/jane"
says "nobody is there to be asked"
says "not sent Jane Doe's approval"
# Another key cannot.
expect 1 as jane writ push --key "$WORK/sam" --yes
says "only who made it can make it again"
[ "$(git rev-parse "$first")" = "$desk" ] || fail "it was replaced"

expect 0 as jane writ push --key "$WORK/jane" --yes
says "You will sign exactly this"
says "was made again"
[ "$(git rev-parse "$first")" = "$laptop" ] || fail "theirs is not in its place"
git cat-file tag "$first.2" | grep -q "From the desk." || fail "ours was not made again"
git cat-file tag "$first.2" | grep -q " $first\$" || fail "it does not name theirs as seen"
again=$(git cat-file tag "$first.2" | sed '/^-----BEGIN/,$d' | sha256sum | cut -d' ' -f1)
git cat-file tag writ/information-security/1.0/withdraw/jane-doe.2 | grep -qx "Writ-Withdraws: sha256:$again" ||
  fail "the withdrawal names another one"
[ -z "$(git tag --list writ/information-security/1.0/withdraw/jane-doe)" ] || fail "the old withdrawal is still here"
[ -z "$(git for-each-ref refs/writ)" ] || fail "something is left over"
[ "$(there information-security/1.0/approve/jane-doe.2)" = "$(git rev-parse "$first.2")" ] || fail "it is not there"
all_sound
expect 0 as jane writ push
says "Nothing to send"

# Nobody else misses anything.
cd "$WORK/sam-clone"
expect 0 as sam writ pull
all_sound
git -C "$WORK/policies" fsck --strict --no-dangling >"$WORK/.out" 2>&1 || fail "git fsck finds damage"
