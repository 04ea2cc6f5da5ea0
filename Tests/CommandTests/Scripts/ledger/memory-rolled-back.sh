# A copy in which a newer version of the people and rules is kept back, with decisions that count there
# only: by somebody who left since, say. Whoever looks at it does not miss those at home afterwards.
. "$(dirname "$0")/../attacks/forging.sh"
given_untouched
reader=ann
expect 0 as ann writ root --pin "$root"
git clone -q . "$WORK/copy"

sed -i "s/^version: 1.0/version: 1.1\nprevious: $root\ncloses: []/" writ.yaml
git commit -q --no-verify -am "Rules 1.1"
again="s,governance/1.0/\(approve/[a-z-]*\),governance/1.1/\1,; s/^object .*/object $(git rev-parse HEAD)/
  s/Example Ltd 1.0\$/Example Ltd 1.1/; /^Writ-Seen/d
  s/^Writ-Version: .*/Writ-Version: 1.1/; s/^Writ-Digest: .*/Writ-Digest: sha256:$(sha256sum <writ.yaml | cut -d' ' -f1)/"
forge "$GJ" "$again" jane writ/governance/1.1/approve/jane-doe
forge "$GS" "$again" sam writ/governance/1.1/approve/sam-lee
verify_says valid
memory=$HOME/state-ann/writ/${root#sha256:}/memory
cp "$memory" "$WORK/before"

# In the copy nothing is wrong but that it is old.
(
  cd "$WORK/copy"
  forge "$S" 's,/approve/sam-lee,/reaffirm/sam-lee,; s/ approves / reaffirms /
    s/^Writ-Decision: .*/Writ-Decision: reaffirm/' sam writ/information-security/1.0/reaffirm/sam-lee
  verify_says invalid
  wrong
  missing writ/governance/1.1/approve/jane-doe writ/governance/1.1/approve/sam-lee
  expect 0 as ann writ root --pin "$root:$root"
  verify_says invalid
) || exit 1
cmp -s "$memory" "$WORK/before" || fail "it remembers what it found in the copy: $(diff "$WORK/before" "$memory")"

verify_says valid
missing
