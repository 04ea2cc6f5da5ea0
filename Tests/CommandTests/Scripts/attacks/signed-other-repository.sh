# Sam signs for another repository's root, and the decision is brought here.
. "$(dirname "$0")/forging.sh"
given_untouched

forge "$S" "s/^Writ-Repository: .*/Writ-Repository: sha256:$(printf %064d 1)/" sam

verify_says invalid
wrong "$S" invalid other-repository
missing
status_says partial null
stock accepts "$S"
