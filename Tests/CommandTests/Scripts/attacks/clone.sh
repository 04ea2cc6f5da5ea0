# No attack: an auditor clones the repository, and verifies it with the root from the minutes.
. "$(dirname "$0")/forging.sh"
given_untouched

git clone -q "$WORK/policies" "$WORK/clone"
cd "$WORK/clone"
expect 0 as auditor writ verify --root "$root"
expect 1 as auditor writ verify
expect 1 as auditor writ verify --root "sha256:$(printf %064d 1)"
reader=jane
verify_says valid
status_says in-force 1.0
