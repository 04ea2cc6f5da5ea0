# The newest version of the people and rules that somebody has met: by it their own computer knows
# which way to go where somebody made a second way, and misses it when it is gone.
. "$(dirname "$0")/../attacks/forging.sh"
given_untouched

# second NAME NUMBER: a version 1.1 of the people and rules, approved by Jane and Sam, who have seen no
# other; $NAME is its digest.
second() {
  git checkout -q -B "$1" main
  sed -i "s/^version: 1.0/version: 1.1\nprevious: $root\ncloses: []\n# $1/" writ.yaml
  git commit -q --no-verify -am "Rules 1.1: $1"
  declare -g "$1=sha256:$(sha256sum <writ.yaml | cut -d' ' -f1)"
  local again="s,governance/1.0/\(approve/[a-z-]*\),governance/1.1/\1$2,; s/^object .*/object $(git rev-parse HEAD)/
    s/Example Ltd 1.0\$/Example Ltd 1.1/; /^Writ-Seen/d
    s/^Writ-Version: .*/Writ-Version: 1.1/; s/^Writ-Digest: .*/Writ-Digest: ${!1}/"
  forge "$GJ" "$again" jane "writ/governance/1.1/approve/jane-doe$2"
  forge "$GS" "$again" sam "writ/governance/1.1/approve/sam-lee$2"
}
ends_with() { json '.chain | map(.digest)' "$(jq -cn '$ARGS.positional' --args "$root" "$@")"; }
memory=$HOME/state-ann/writ/${root#sha256:}/memory
remembers() { grep -qx "tip $1 $2" "$memory" || fail "it remembers $(head -n1 "$memory")"; }

reader=ann
expect 0 as ann writ root --pin "$root"
verify_says valid
remembers "$root" 1.0

second left ""
verify_says valid
ends_with "$left"
remembers "$left" 1.1

# A second one appears. Ann's computer goes on to the one that it knows; nobody else can tell.
kept=$(git tag -l 'writ/governance/1.1/*')
second right .2
verify_says valid
ends_with "$left"
problem "Besides, version 1.1 of the people and rules ($right) was approved"
remembers "$left" 1.1
status_says in-force 1.0
expect 0 as ann writ root --format json
json .tip "\"$left\""
expect 1 as newcomer writ verify --root "$root" --format json
json '[.verdict, (.chain | length)]' '["invalid",1]'

# Who signs goes the same way.
approve_as_ann() { as ann writ reaffirm information-security --key "$WORK/sam" --yes "$@"; }
expect 0 approve_as_ann
git cat-file tag writ/information-security/1.0/reaffirm/sam-lee | grep -qx "Writ-Governance: $left" ||
  fail "it was not signed under the version that Ann knows"

# What Ann pins goes first, and her computer follows; not so what the one that she had pinned leads to.
expect 0 as ann writ root --pin "$root:$right"
expect 1 as ann writ verify --format json
ends_with "$right"
remembers "$right" 1.1
expect 0 as ann writ root --pin "$root:$left"
verify_says valid
ends_with "$left"
remembers "$left" 1.1
expect 0 as ann writ root --pin "$root:$root"
verify_says valid
ends_with "$left"

# It is taken away, and the rival with it: the older people and rules do not come back.
for tag in $(git tag -l 'writ/governance/1.1/*' 'writ/*/*/reaffirm/*'); do git update-ref -d "refs/tags/$tag"; done
git checkout -q main
verify_says invalid
missing $kept writ/governance/1.1/approve/jane-doe.2 writ/governance/1.1/approve/sam-lee.2 \
  writ/information-security/1.0/reaffirm/sam-lee
ends_with
remembers "$left" 1.1
status_says indeterminate null
