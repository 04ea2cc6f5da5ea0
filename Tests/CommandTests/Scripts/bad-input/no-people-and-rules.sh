# Where the people and rules are deleted, emptied or a link, nothing can be checked, and no decision
# is said to be absent or in force.

given_approved_policy
cannot() {
  git add -A
  git commit -qnm "Without people and rules"
  for command in "verify" "status" "history" "show information-security" "people" "root"; do
    expect 70 as jane writ $command
    says "writ.yaml"
  done
  refused 70 as bo writ approve information-security --key ../bo --yes
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
