# A file that cannot be read cannot be committed: neither a policy nor the people and rules.

given_people
sed -i 's/^level: top/level: [top/' $policy
blocked git commit -am "Break the policy"
says "error DOC-03"
says "$policy:"
git restore $policy

sed -i 's/^level: top/level: top\nlevel: topic/' $policy
line=$(line_of "level: topic" $policy)
blocked git commit -am "Say it twice"
says "$policy:$line error DOC-03"
says 'The key "level" stands twice.'
git restore $policy

sed -i 's/^roles:/roles: {/' writ.yaml
blocked git commit -am "Break the rules"
says "writ.yaml:"
says "error GOV-01"
git restore writ.yaml

git rm -q --cached writ.yaml
blocked git commit -m "Take the rules away"
says "There is no writ.yaml."
says "bring it back from the history"
