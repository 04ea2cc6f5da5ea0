# Mallory plants pins, a root and known decisions in the clone's .git, and in its configuration.
# Who knows nothing still knows nothing.
. "$(dirname "$0")/forging.sh"
given_untouched

for folder in .git/writ .git/state/writ .git/info/writ writ .writ; do
  mkdir -p "$folder/${root#sha256:}"
  printf 'root %s\nfolder %s/.git/\n' "$root" "$PWD" >"$folder/${root#sha256:}/pin"
done
git config writ.root "$root"
git config writ.stateFolder "$PWD/.git/writ"
reader=stranger

verify_says indeterminate
json '."root-pinned"' false
wrong
missing
