# Jane pulls what Sam decided and what the author wrote: told in words, file by file nothing is lost.
. "$(dirname "$0")/exchange.sh"
given_clones

# Nothing new is said, and is a yes.
cd "$WORK/jane-clone"
expect 0 as jane writ pull
says "Nothing new"

# Sam approves and sends; a new text comes besides.
cd "$WORK/policies"
approve sam information-security
sed -i 's/^version: 1.0/version: 1.1/' "$policy"
git commit -qam "Draft 1.1" 2>"$WORK/.err"
git push -q origin main 'refs/tags/writ/*' main:refs/heads/change/information-security-1.1 2>"$WORK/.err"

cd "$WORK/jane-clone"
expect 0 as jane writ pull
says "Sam Lee approved Information Security Policy 1.0 on 1 December 2026."
says "New draft: change/information-security-1.1"
says "The files here are as they are at origin now."
grep -q '^version: 1.1' "$policy" || fail "the file was not brought up to date"
expect 0 as jane writ verify --root "$root"

# What is here and not there yet is named. JSON says the same.
approve jane information-security --commit HEAD~1
expect 0 as jane writ pull --format json
json .schema '"writ.pull/1"'
json '[.unsent[].ref]' '["refs/tags/writ/information-security/1.0/approve/jane-doe"]'
json .files '"up-to-date"'
json .gone '[]'

# Changes that are not saved are in the way: the file stays, the decisions come all the same.
cd "$WORK/policies"
echo "More." >>"$policy"
git commit -qam "More words" 2>"$WORK/.err"
decide sam withdraw information-security
git push -q origin main 'refs/tags/writ/*' :change/information-security-1.1 2>"$WORK/.err"
cd "$WORK/jane-clone"
echo "Mine." >>"$policy"
expect 1 as jane writ pull
says "Sam Lee took back a decision on Information Security Policy 1.0"
says "not saved yet would be lost"
says "policies/information-security.md"
says "Landed or given up: change/information-security-1.1"
tail -n1 "$policy" | grep -qx "Mine." || fail "the change is gone"

# Where both sides went on, nothing is merged.
git commit -qam "Mine" 2>"$WORK/.err"
before=$(git rev-parse HEAD)
expect 1 as jane writ pull
says "git merge origin/main"
[ "$(git rev-parse HEAD)" = "$before" ] || fail "the branch was moved"

# By its address: only decisions.
git remote rename origin elsewhere 2>"$WORK/.err"
expect 0 as jane writ pull "$WORK/origin.git"
says "Only decisions were fetched"
git remote remove elsewhere
expect 70 as jane writ pull
says "git remote add origin ADDRESS"
expect 64 as jane writ pull --upload-pack=false
expect 64 as jane writ pull 'ext::sh -c "touch stolen"'
