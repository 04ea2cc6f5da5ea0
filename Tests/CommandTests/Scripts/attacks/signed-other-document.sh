# Sam signs the bytes of this policy under the name of another document.
. "$(dirname "$0")/forging.sh"
given_untouched

T=writ/remote-work/1.0/approve/sam-lee
forge "$S" "s,^tag .*,tag $T,; s/^Writ-Document: .*/Writ-Document: remote-work/" sam "$T"

verify_says invalid
wrong "$T" invalid document-mismatch
missing
status_says in-force 1.0
stock accepts "$T"
