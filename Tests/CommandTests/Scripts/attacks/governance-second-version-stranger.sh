# Mallory approves a second version of the people and rules. A stranger changes nothing.
. "$(dirname "$0")/forging.sh"
given_untouched

sed -i "s/^version: 1.0/version: 1.1\nprevious: $root\ncloses: []/" writ.yaml
git commit -qam "Rules 1.1: more rules for more people"
digest=sha256:$(sha256sum <writ.yaml | cut -d' ' -f1)
T=writ/governance/1.1/approve/jane-doe
forge "$GJ" "s,governance/1.0/,governance/1.1/,; s/^object .*/object $(git rev-parse HEAD)/
  s/Example Ltd 1.0\$/Example Ltd 1.1/
  s/^Writ-Version: .*/Writ-Version: 1.1/; s/^Writ-Digest: .*/Writ-Digest: $digest/" mallory "$T"
git reset -q --hard HEAD~1

verify_says invalid
wrong "$T" untrusted other-key
missing
status_says in-force 1.0
stock refuses "$T"
