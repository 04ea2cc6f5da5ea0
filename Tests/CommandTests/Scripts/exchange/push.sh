# Two executives decide in clones of their own, and push: all that holds arrives, and is told in words.
. "$(dirname "$0")/exchange.sh"
given_clones

expect 0 in_copy jane push
says "Nothing to send"

# Both decide before either sends.
approve_in() { in_copy "$1" approve information-security --key "$WORK/$1" --yes --quiet; }
approve_in jane
approve_in sam
expect 0 in_copy jane push
says "Jane Doe approved Information Security Policy 1.0 on 1 December 2026."
says_not "Sam Lee"
expect 0 in_copy sam push --format json
json .schema '"writ.push/1"'
json '[.new[].person]' '["jane-doe"]'
json '[.sent[].ref]' '["refs/tags/writ/information-security/1.0/approve/sam-lee"]'
[ -n "$(there information-security/1.0/approve/jane-doe)" ] || fail "Jane's approval is not there"
[ -n "$(there information-security/1.0/approve/sam-lee)" ] || fail "Sam's approval is not there"
expect 0 in_copy jane pull
cd "$WORK/jane-clone"
all_sound

# What was written goes with it, a draft too, but not another branch.
git config user.signingkey ''
git checkout -q -b change/information-security-1.1
sed -i 's/^version: 1.0/version: 1.1/; s/^  summary: .*/  summary: Clearer words/' "$policy"
git commit -qam "Clearer words" 2>"$WORK/.err"
git branch private
expect 0 as jane writ push
says "Sent to origin: what was written (change/information-security-1.1)"
[ "$(git -C "$WORK/origin.git" rev-parse change/information-security-1.1)" = "$(git rev-parse HEAD)" ] ||
  fail "the draft is not there"
! git -C "$WORK/origin.git" rev-parse -q --verify private || fail "another branch was sent"
expect 0 as jane writ push
says "Nothing to send"

# A branch that is behind keeps no decision back.
git checkout -q main
echo "Jane's words." >>"$policy"
sed -i 's/^version: 1.0/version: 2.0/; s/^  summary: .*/  summary: Words of Jane/' "$policy"
git commit -qam "Words of Jane" 2>"$WORK/.err"
cd "$WORK/sam-clone"
sed -i 's/^version: 1.0/version: 2.0/; s/^  summary: .*/  summary: Words of Sam/' "$policy"
git commit -qam "Words of Sam" 2>"$WORK/.err"
expect 0 as sam writ push
cd "$WORK/jane-clone"
decide jane reject information-security --comment "No."
expect 1 as jane writ push
says "Jane Doe sent Information Security Policy 2.0 back"
says "writ pull, then push again"
[ -n "$(there information-security/2.0/reject/jane-doe)" ] || fail "the decision stayed here"

# A draft with errors stays here.
git reset -q --hard origin/main
sed -i 's/^owner: .*/owner: nobody/' "$policy"
git commit -q --no-verify -am "Broken" 2>"$WORK/.err"
expect 1 as jane writ push
says "it has errors"
git reset -q --hard origin/main

# A draft that was landed there, and is gone, does not come back.
git -C "$WORK/origin.git" update-ref -d refs/heads/change/information-security-1.1
expect 0 as jane writ push
! git -C "$WORK/origin.git" rev-parse -q --verify change/information-security-1.1 || fail "the draft came back"

# What does not hold is not sent; all else is.
git tag writ/information-security/2.0/approve/bo-berg
as jane writ withdraw information-security --key "$WORK/jane" --yes --quiet
expect 1 as jane writ push
says "not sent Bo Berg's approval of Information Security Policy 2.0"
[ -z "$(there information-security/2.0/approve/bo-berg)" ] || fail "rubbish was sent"
[ -n "$(there information-security/2.0/withdraw/jane-doe)" ] || fail "a sound decision was kept back"
git tag -d writ/information-security/2.0/approve/bo-berg >/dev/null

# What was deleted there is told, and put back.
git -C "$WORK/origin.git" update-ref -d refs/tags/writ/information-security/1.0/approve/sam-lee
expect 1 as jane writ pull
says "origin no longer has Sam Lee's approval of Information Security Policy 1.0: somebody deleted it there."
says "writ push puts it back"
expect 0 as jane writ push
says "Put back at origin"
[ -n "$(there information-security/1.0/approve/sam-lee)" ] || fail "it was not put back"
expect 0 as jane writ pull
