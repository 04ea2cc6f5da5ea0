# Jane and Sam approve a second version of the people and rules, which this version of Writ cannot
# follow: nothing is said to be valid or in force.
. "$(dirname "$0")/forging.sh"
given_untouched

sed -i "s/^version: 1.0/version: 1.1\nprevious: $root\ncloses: []/" writ.yaml
git commit -qam "Rules 1.1: more rules for more people"
digest=sha256:$(sha256sum <writ.yaml | cut -d' ' -f1)
again="s,governance/1.0/,governance/1.1/,; s/^object .*/object $(git rev-parse HEAD)/
  s/Example Ltd 1.0\$/Example Ltd 1.1/
  s/^Writ-Version: .*/Writ-Version: 1.1/; s/^Writ-Digest: .*/Writ-Digest: $digest/"
forge "$GJ" "$again" jane writ/governance/1.1/approve/jane-doe
forge "$GS" "$again; /^Writ-Seen/d" sam writ/governance/1.1/approve/sam-lee

verify_says indeterminate
problem "which this version of Writ cannot follow"
wrong writ/governance/1.1/approve/jane-doe indeterminate unsupported \
  writ/governance/1.1/approve/sam-lee indeterminate unsupported
missing
status_says indeterminate null
document_says governance indeterminate null
expect 1 as jane writ show information-security
expect 1 as jane writ show governance
stock accepts writ/governance/1.1/approve/sam-lee
