# Only decisions that hold are taken: what is forged, copied or signed by nobody who may is refused, with
# the sentence that verify has for it.
. "$(dirname "$0")/../attacks/forging.sh"
. "$(dirname "$0")/words"
given_untouched
given_server
taken origin main 'refs/tags/writ/*'

# forged TAG TEXT: it is refused so, and taken back here.
forged() {
  kept_out origin "refs/tags/$1"
  says "refused: the decision ${1#writ/}"
  says "$2"
  git update-ref -d "refs/tags/$1"
}

bo_decides approve approves mallory
forged "$B" "It does not hold: It is signed with the key $(fingerprint mallory), but names $(fingerprint bo)."
bo_decides approve approves mallory "s,^Writ-Key: .*,Writ-Key: $(fingerprint mallory),"
forged "$B" "is not registered for Bo Berg."
M=writ/information-security/1.0/approve/mallory
forge "$S" 's/sam-lee/mallory/' mallory "$M"
forged "$M" "Nobody named mallory is registered in writ.yaml."
says "See more in your copy: writ verify"
tamper "$S" 's/^Writ-Role: ciso/Writ-Role: board-member/'
git update-ref "refs/tags/$B" "refs/tags/$S"
forged "$B" "It does not hold:"
on_server tag -l >/dev/null
git fetch -qf origin "refs/tags/$S:refs/tags/$S"
git cat-file tag "$S" | sed 's/^tag .*/&\nmore: headers/' | store "$B"
forged "$B" "This is not written as a decision is:"
git cat-file tag "$S" | store "$B"
forged "$B" "It is stored under another name than its own, which is $S."
bo_decides approve approves bo 's/^Writ-Digest: .*/Writ-Digest: sha256:0000000000000000000000000000000000000000000000000000000000000000/'
forged "$B" "The text that it points at is not the text that was signed."

# What cannot be told yet is not taken either.
clock "2026-12-01 12:00:00"
approve bo information-security
clock "2026-12-01 10:00:00"
forged "$B" "It cannot be told whether it holds: It is dated 2026-12-01T12:00:00Z, which is still to come."
says "Set the clock of that computer right, and decide again."
bo_decides approve approves bo 's/^Writ-Governance: .*/Writ-Governance: sha256:0000000000000000000000000000000000000000000000000000000000000000/'
forged "$B" "It cannot be told whether it holds: The people and rules that it was made under"

# The true one, by the same name. (What was signed ahead of time is remembered here.)
rm "$HOME"/state*/writ/*/memory
approve bo information-security
taken origin "refs/tags/$B"
