# The file in which one's own computer keeps what it had found sound: who writes it and when, what
# becomes of it when it is damaged, gone or cannot be written, and that no repository can change it.

given_approved_policy
root=$(writ root --format json | jq -r .root)
memory=$HOME/state-ann/writ/${root#sha256:}/memory
pinned() { expect 0 as ann env WRIT_ROOT="$root" "$@"; }
identity() { stat -c '%i %Y' "$memory"; }

# Whatever judges all decisions remembers them; it is one's own file.
for command in verify status history people "show information-security" "diff information-security" root; do
  rm -rf "$HOME/state-ann"
  # shellcheck disable=SC2086
  pinned writ $command
  [ "$(grep -c '^valid sha256:' "$memory")" = 4 ] || fail "$command does not remember"
done
[ "$(stat -c %a "$memory")" = 600 ] || fail "others may read it"
grep -qxE 'valid sha256:[0-9a-f]{64} writ/information-security/1.0/approve/sam-lee 2026-12-01T10:00:00Z' \
  "$memory" || fail "it does not say what was sound"
[ "$(head -n1 "$memory")" = "tip $root 1.0" ] || fail "it does not say which people and rules were in force"
[ "$(tail -n1 "$memory")" = end ] || fail "it has no end"

# Who decides remembers that at once.
grep -q 'approve/sam-lee' "$HOME"/state-sam/writ/*/memory || fail "Sam's computer forgot what he signed"

# Nothing new, nothing written.
before=$(identity)
clock "2026-12-01 10:05:00"
pinned writ verify
pinned writ status
[ "$(identity)" = "$before" ] || fail "it was written again"

# Nothing is remembered of another time, nor by what must be quick.
rm -rf "$HOME/state-ann"
pinned writ verify --at 2026-12-01T10:00:00Z
pinned writ check
pinned writ check --staged
echo >>README.md
git add README.md
as ann git commit -qm "Say what this is" 2>"$WORK/.err"
git init -q --bare ../server
as ann git push -q ../server main 'refs/tags/writ/*' 2>"$WORK/.err"
[ ! -e "$memory" ] || fail "it was written"

# As of a time before it, what is gone is not missing; as of later, it is.
clock "2026-12-01 11:00:00"
decide jane reaffirm information-security
pinned writ verify
gone=writ/information-security/1.0/reaffirm/jane-doe
kept=$(git rev-parse "$gone")
git update-ref -d "refs/tags/$gone"
pinned writ verify --at 2026-12-01T10:30:00Z
expect 1 as ann env WRIT_ROOT="$root" writ verify --at 2026-12-01T11:30:00Z
says "This computer had found it sound."
git update-ref "refs/tags/$gone" "$kept"

# A line that cannot be read: the others are kept, the file is put aside as it was, and verify says so,
# once. Who does not say so does not lose it either.
sed -i '2s/.*/valid sha256:nonsense/' "$memory"
cp "$memory" ../damaged
pinned writ status
pinned writ verify
says "The file in which this computer keeps what it had found sound was damaged."
says "$memory.damaged-1 now. Decisions that could be read in it, and are kept: 5."
grep -q "valid sha256:nonsense" "$memory.damaged-1" || fail "what was damaged is lost"
[ "$(grep -c '^valid' "$memory")" = 5 ] || fail "it was not made whole"
pinned writ verify
says_not "damaged"

# One that is cut short, at the end of a line at that; and no file at all.
sed -i '$d' "$memory"
git update-ref -d "refs/tags/$gone"
expect 1 as ann env WRIT_ROOT="$root" writ verify --format json
json '[(.notes | length), (.missing | length)]' '[1,1]'
git update-ref "refs/tags/$gone" "$kept"
: >"$memory"
pinned writ verify
says "$memory.damaged-3 now. Decisions that could be read in it, and are kept: 0."
for place in "ln -s /dev/zero" mkdir "ln -s ../damaged"; do
  rm -rf "$memory"
  $place "$memory"
  pinned writ status
  pinned writ verify
  says "was damaged"
  [ "$(grep -c '^valid' "$memory")" = 5 ] || fail "it was not made anew"
done
rm "$memory"
pinned writ verify
says_not "damaged"
[ "$(grep -c '^valid' "$memory")" = 5 ] || fail "it was not made anew"

# A repository has no say: what lies in it is not read.
forged=$(sha256sum <"$memory" | cut -d' ' -f1)
for folder in .git/writ .git .writ writ; do
  mkdir -p "$folder/${root#sha256:}"
  printf 'tip sha256:%s 9.0\nvalid sha256:%s %s 2026-12-01T10:00:00Z\nend\n' "$forged" "$forged" \
    "$gone.7" >"$folder/${root#sha256:}/memory"
done
rm -rf "$HOME/state-other"
expect 0 as other writ verify --root "$root"

# Where it cannot be written, or there is no home, all works, and verify says so.
mkdir ../closed
chmod 500 ../closed
closed() { XDG_STATE_HOME=$(realpath ../closed) WRIT_ROOT=$root bound "$@"; }
expect 0 closed writ verify
says "What was found sound could not be remembered:"
says "Permission denied"
for command in status history people "show information-security"; do
  # shellcheck disable=SC2086
  expect 0 closed writ $command
done
homeless() { env -u HOME -u XDG_STATE_HOME WRIT_ROOT="$root" GIT_CONFIG_GLOBAL="$HOME/.gitconfig" "$@"; }
expect 0 homeless writ verify
says "What was found sound could not be remembered: there is no home folder (HOME is not set)."
expect 0 homeless writ status
expect 70 homeless writ root --pin "$root"
says "there is no home folder"

# One that may be read but not written still counts.
git update-ref -d "refs/tags/$gone"
chmod -R a-w "$HOME/state-ann"
expect 1 as ann bound writ verify --root "$root"
says "This computer had found it sound."
