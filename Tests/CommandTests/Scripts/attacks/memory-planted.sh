# Mallory plants a memory in the clone, of decisions that never were, to leave the policy undecided;
# and one without the decision that she deletes, to hide that it is gone. Nobody reads either.
. "$(dirname "$0")/forging.sh"
given_untouched

never=sha256:$(echo never | sha256sum | cut -d' ' -f1)
for folder in .git/writ .git .git/info/writ writ .writ state/writ; do
  mkdir -p "$folder/${root#sha256:}"
  printf 'tip %s 7.0\nvalid %s writ/information-security/1.0/reject/bo-berg 2026-12-01T10:00:00Z\nend\n' \
    "$never" "$never" >"$folder/${root#sha256:}/memory"
done

verify_says valid
missing
status_says in-force 1.0

git update-ref -d "refs/tags/$S"
verify_says invalid
missing "$S"
status_says indeterminate null
