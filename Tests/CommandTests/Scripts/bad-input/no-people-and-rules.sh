# Where the people and rules are deleted, emptied or a link in the newest state, that is said, and all is
# answered by those that were approved. Whoever knows no root and finds no decision gets no answer.

given_approved_policy
cannot() {
  git add -A
  git commit -qnm "Without people and rules"
  expect 1 as jane writ verify --format json
  json '[.verdict, (.problems | length > 0), [.statements[].verdict] == ["valid", "valid", "valid", "valid"]]' \
    '["invalid",true,true]'
  for command in "history" "show information-security" "people" "root"; do
    expect 0 as jane writ $command
  done
  expect 0 as jane writ status --format json
  json '[.documents[] | select(.id == "information-security") | .state]' '["in-force"]'
  git reset -q --hard HEAD^
}

git rm -q writ.yaml
cannot
: >writ.yaml
cannot
mv writ.yaml rules.yaml
ln -s rules.yaml writ.yaml
cannot
git rm -q --cached writ.yaml
rm writ.yaml
mkdir writ.yaml
echo "x" >writ.yaml/x
cannot

# Without any decision, and without a root, there is nothing to go by.
git rm -qr --cached writ.yaml
rm -r writ.yaml
git commit -qnm "Without people and rules"
git for-each-ref --format='delete %(refname)' refs/tags/writ | git update-ref --stdin
for command in verify status history; do
  expect 70 as nobody writ $command
  says "this is not a policy repository"
done
