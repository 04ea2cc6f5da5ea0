# Somebody deletes Sam's approval, and makes a commit look like it to stock Git by a replacement.
# Writ reads the object itself.
. "$(dirname "$0")/forging.sh"
given_untouched

tag=$(git rev-parse "$S")
decoy=$(printf 'object %s\ntype commit\ntag x\ntagger x <x@example.org> 1 +0000\n\nx\n' "$(git rev-parse HEAD)" \
  | git hash-object -w --literally -t tag --stdin)
git update-ref "refs/tags/$S" "$decoy"
git replace "$decoy" "$tag"
stock accepts "$S"

export GIT_NO_REPLACE_OBJECTS=1
verify_says invalid
wrong "$S" invalid unsigned
missing
status_says partial null
