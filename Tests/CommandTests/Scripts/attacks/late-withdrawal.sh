# Sam withdraws his approval once the policy is in force, and pretends to have seen nothing of that.
# It stays in force: Jane had not seen it. The document is called contested.
. "$(dirname "$0")/forging.sh"
given_untouched

id=$(payload "$S" | sha256sum | cut -d' ' -f1)
T=writ/information-security/1.0/withdraw/sam-lee
withdraw="s,approve/sam-lee,withdraw/sam-lee,; s/ approves / withdraws a decision on /
  s/^Writ-Decision: .*/Writ-Decision: withdraw\nWrit-Withdraws: sha256:$id/"
forge "$S" "$withdraw" sam "$T"

verify_says valid
wrong
missing
status_says in-force 1.0
flags contested
stock accepts "$T"

# What it withdraws counts as seen: without it, something is missing, whose name is known to those
# who had found it sound.
git update-ref -d "refs/tags/$S"
verify_says invalid
missing "$S"
reader=newcomer
expect 0 as newcomer writ root --pin "$root"
verify_says invalid
wrong
json '.missing | map([.id, .ref])' "[[\"sha256:$id\",null]]"
status_says indeterminate null
