# Sam withdraws the approval. This version of Writ cannot judge that, so nothing is said to be in
# force.
. "$(dirname "$0")/forging.sh"
given_untouched

id=$(payload "$S" | sha256sum | cut -d' ' -f1)
T=writ/information-security/1.0/withdraw/sam-lee
forge "$S" "s,approve/sam-lee,withdraw/sam-lee,; s/ approves / withdraws a decision on /
  s/^Writ-Decision: .*/Writ-Decision: withdraw\nWrit-Withdraws: sha256:$id/" sam "$T"

verify_says indeterminate
wrong "$T" indeterminate unsupported
missing
status_says indeterminate null
stock accepts "$T"
