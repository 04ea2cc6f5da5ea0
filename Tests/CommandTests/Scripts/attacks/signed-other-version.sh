# Sam signs the bytes of version 1.0 as version 2.0.
. "$(dirname "$0")/forging.sh"
given_untouched

T=writ/information-security/2.0/approve/sam-lee
forge "$S" "s,^tag .*,tag $T,; s/^Writ-Version: .*/Writ-Version: 2.0/; s/Policy 1.0\$/Policy 2.0/" sam "$T"

verify_says invalid
wrong "$T" invalid document-mismatch
missing
status_says in-force 1.0
stock accepts "$T"
