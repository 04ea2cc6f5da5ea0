# Somebody with the right to push deletes the newest decision on the server; whoever fetches loses it.
# Their own computer tells them, in the clone that they had, in a new one, and in one whose history
# was written anew.

given_approved_policy
S=writ/information-security/1.0/approve/sam-lee
root=$(writ root --format json | jq -r .root)
git init -q --bare ../server
git remote add origin ../server
git push -q origin main 'refs/tags/writ/*' 2>"$WORK/.err"

# Ann has a clone, has compared the root, and has looked at it once.
git clone -q ../server ../ann 2>"$WORK/.err"
cd ../ann
expect 0 as ann writ root --pin "$root"
expect 0 as ann writ verify

git -C ../server update-ref -d "refs/tags/$S"
git fetch -q --prune origin '+refs/tags/*:refs/tags/*' 2>"$WORK/.err"
[ -z "$(git tag -l "$S")" ] || fail "the decision is still there"

lost() {
  expect 1 as "$1" writ verify --format json
  json .verdict '"invalid"'
  json '[.missing[] | [.ref, ."seen-by", .remembered]]' "[[\"refs/tags/$S\",[],true]]"
  expect 0 as "$1" writ status information-security --format json
  json '[.documents[] | [.state, ."in-force"]]' '[["indeterminate",null]]'
  expect 1 as "$1" writ show information-security
  refused 1 as "$1" writ approve information-security --key "$WORK/bo" --yes
}
lost ann
expect 0 as ann writ doctor
says "1 that somebody had seen are not here"

git clone -q ../server ../new 2>"$WORK/.err"
cd ../new
lost ann

# A history of one commit, made by somebody else, with the same files and all other decisions.
git checkout -q --orphan rewritten
git -c user.name=Mallory commit -qm "Policies" 2>"$WORK/.err"
git branch -q -D main
lost ann

# Who never looked cannot know, whether they have compared the root or not: the policy is just not
# approved by all yet.
expect 0 as newcomer writ verify --root "$root"
expect 0 as newcomer writ status information-security --format json
json '[.documents[] | [.state, ."in-force"]]' '[["partial",null]]'

# Whoever looked without having compared the root is told as well.
cd "$WORK/policies"
expect 1 as stranger writ verify
says "Not compared yet"
cd ../new
lost stranger

# It is back as soon as somebody brings it back.
git fetch -q "$WORK/policies" "refs/tags/$S:refs/tags/$S" 2>"$WORK/.err"
expect 0 as ann writ verify
