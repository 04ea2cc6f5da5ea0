# Where a lock is held, approve says who must wait for what and since when; it never takes it away.

given_governance
lock=.git/refs/tags/writ/information-security/1.0/approve/jane-doe.lock
mkdir -p "$(dirname $lock)"
touch -d "2026-12-01 09:58:00" $lock
refused 75 as jane writ approve information-security --key ../jane --yes
says "another program is working here: it holds $WORK/policies/$lock, for 120 seconds now"
says "try again in a moment"
says "if no program is at work, a crash left the file behind: remove it"
[ -e $lock ] || fail "the lock was removed"

rm $lock
expect 0 as jane writ approve information-security --key ../jane --yes
says "Signed."

# For the first people and rules as well, and for init.
mkdir ../other
cd ../other
git init -q
touch -d "2026-12-01 09:59:00" .git/index.lock
refused 75 writ init --organisation "Example Ltd"
says "it holds $WORK/other/.git/index.lock, for 60 seconds now"
[ -e .git/index.lock ] || fail "the lock was removed"

# A hook that was there stays what it was; reading waits for nobody.
mkdir -p .git/hooks
echo "#!/bin/sh" >.git/hooks/pre-commit
refused 75 writ init --organisation "Example Ltd"
touch ../policies/.git/index.lock ../policies/.git/packed-refs.lock
for command in "status" "check" "verify" "history"; do
  expect 0 as jane writ -C ../policies $command
done

# So does a branch that another program holds; the empty list of staged files that Git then keeps
# says nothing.
rm .git/index.lock
mkdir -p .git/refs/heads
touch -d "2026-12-01 09:59:30" .git/refs/heads/main.lock
expect 75 writ init --organisation "Example Ltd"
says "it holds $WORK/other/.git/refs/heads/main.lock, for 30 seconds now"
[ -z "$(git ls-files)" ] && [ ! -e writ.yaml ] || fail "something was recorded"

# A decision needs neither the list of staged files, nor HEAD, nor a branch, nor the packed names: what a
# crash of Git left locked there keeps nobody from deciding.
cd ../policies
touch .git/HEAD.lock .git/refs/heads/main.lock
expect 0 as sam writ approve information-security --key ../sam --yes
for lock in index packed-refs HEAD refs/heads/main; do
  [ -e .git/$lock.lock ] || fail "the lock of $lock was removed"
  rm .git/$lock.lock
done
all_sound
