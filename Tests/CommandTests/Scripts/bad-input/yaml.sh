# YAML that could mean something else than it looks like, or that is made to exhaust the reader, is
# refused, in less than a second and with little memory.

given_governance
found() { # what is wrong
  expect 1 bash -c "ulimit -v 400000; ulimit -t 2; exec writ check"
  says "$1"
  git commit -qn -am "Bad front matter"
  refused 1 as jane writ approve information-security --key ../jane --yes
  says "writ check"
  git reset -q --hard HEAD^
}

{
  echo "---"
  echo 'a: &a ["x", "x", "x", "x", "x", "x", "x", "x", "x"]'
  for pair in ab bc cd de ef fg gh hi; do
    echo "${pair:1}: &${pair:1} [*${pair:0:1}, *${pair:0:1}, *${pair:0:1}, *${pair:0:1}, *${pair:0:1}]"
  done
  sed 1d $policy
} >../bomb.md
cp ../bomb.md $policy
found "A YAML anchor (&name) stands here."

sed -i 's/^level: top/level: top\nlevel: topic/' $policy
found 'The key "level" stands twice.'

sed -i "s/^availability:.*/availability: $(printf '[%.0s' {1..9})x$(printf ']%.0s' {1..9})/" $policy
found "Lists and mappings stand in one another more than 8 deep."

{ printf 'availability: '; printf '[%.0s' {1..50000}; } >../deep
sed -i -e '/^availability:/{r ../deep' -e 'd}' $policy
found "deep"

sed -i 's/^title:.*/title: !!binary SGVsbG8=/' $policy
found "A YAML tag (!name) stands here."

{ echo "---"; head -c 70000 /dev/zero | tr '\0' '#'; echo; sed 1d $policy; } >../long.md
cp ../long.md $policy
found "more than the 65536 that are read"

# A file that no person writes.
head -c 40000000 /dev/zero >$policy
expect 1 bash -c "ulimit -v 400000; ulimit -t 2; exec writ check"
says "far too large for a document"

# Committed past the hook, it is no document; the others can be read all the same, also later on.
git commit -qn -am "Far too much"
refused 1 as jane writ approve information-security --key ../jane --yes
says "$policy cannot be read: line 1: this is far too large for a document"
expect 0 writ status governance
git restore --source HEAD^ $policy
git commit -qn -am "Put it back"
expect 0 writ history
expect 0 as jane writ approve information-security --key ../jane --yes

# In the people and rules the same holds, and every command stops there.
sed -i 's/^roles:/people: {}\nroles:/' writ.yaml
expect 1 writ check
says 'The key "people" stands twice.'
git commit -qn -am "Two lists of people"
expect 1 as jane writ verify
says "writ.yaml is refused: line"
says 'the key "people" stands twice'
