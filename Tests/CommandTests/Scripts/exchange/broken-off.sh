# Jane's decision is made again, and that is broken off at each place where it can be: nothing is lost,
# and the next push goes on from there, without a signature that is there already.
. "$(dirname "$0")/exchange.sh"
given_clones
name=writ/information-security/1.0/approve/jane-doe
sent_from_laptop
theirs=$(there information-security/1.0/approve/jane-doe)
clock "2026-12-01 11:00:00"
cd "$WORK/policies"
approve jane information-security --comment "From the desk."
ours=$(git rev-parse "$name")
decide jane withdraw information-security
withdrawn=$(git rev-parse writ/information-security/1.0/withdraw/jane-doe)
cp -a "$WORK/policies" "$WORK/before"
cp -a "$HOME/state-jane" "$WORK/state-before"

# The user breaks off, in a terminal.
expect 1 as jane typing "Type 1.0 1.0 to sign all 2: " '\003' writ push --key "$WORK/jane"
says "you broke off"
expect 1 as jane typing "Type 1.0 1.0 to sign all 2: " 'no\n' writ push --key "$WORK/jane"
says "you did not type 1.0 1.0"
[ "$(git rev-parse "$name")" = "$ours" ] || fail "it was replaced"

expect 0 as jane typing "Type 1.0 1.0 to sign all 2: " '1.0 1.0\n' writ push --key "$WORK/jane"
done_refs=$(git for-each-ref refs/tags)
[ "$(git rev-parse "$name")" = "$theirs" ] || fail "theirs is not in its place"

# As if it had been killed before it sent anything, before it moved the ref, before it removed the old
# withdrawal, and before all of that and the note in the memory.
goes_on() {
  [ "$(git for-each-ref refs/tags)" != "$done_refs" ] || fail "nothing is broken off"
  git -C "$WORK/origin.git" update-ref -d "refs/tags/$name.2"
  git -C "$WORK/origin.git" update-ref -d refs/tags/writ/information-security/1.0/withdraw/jane-doe.2
  rm -rf "$HOME"/state-jane/writ/remotes
  # Nobody's key is at hand, and nobody is asked.
  expect 0 as jane writ push --key "$WORK/jane"
  [ "$(git for-each-ref refs/tags)" = "$done_refs" ] || fail "it did not end as it should"
  [ "$(there information-security/1.0/approve/jane-doe.2)" = "$(git rev-parse "$name.2")" ] || fail "it is not there"
  expect 0 as jane writ verify
}
git update-ref "refs/tags/$name" "$ours"
goes_on
git update-ref "refs/tags/$name" "$ours"
git update-ref refs/tags/writ/information-security/1.0/withdraw/jane-doe "$withdrawn"
goes_on
git update-ref "refs/tags/$name" "$ours"
git update-ref refs/tags/writ/information-security/1.0/withdraw/jane-doe "$withdrawn"
cp -a "$WORK"/state-before/writ/*/memory "$HOME"/state-jane/writ/*/
goes_on

# With only the first of both made again, the other one is signed.
git update-ref "refs/tags/$name" "$ours"
git update-ref refs/tags/writ/information-security/1.0/withdraw/jane-doe "$withdrawn"
git update-ref -d refs/tags/writ/information-security/1.0/withdraw/jane-doe.2
git -C "$WORK/origin.git" update-ref -d "refs/tags/$name.2"
git -C "$WORK/origin.git" update-ref -d refs/tags/writ/information-security/1.0/withdraw/jane-doe.2
rm -rf "$HOME"/state-jane/writ/remotes
sed -i "\\#information-security/1.0/withdraw/jane-doe.2 #d" "$HOME"/state-jane/writ/*/memory
expect 0 as jane typing "Type 1.0 to sign: " '1.0\n' writ push --key "$WORK/jane"
all_sound

# Killed at random moments, it always goes on, and ends alike.
seed=${SEED:-1}; RANDOM=$seed; echo "seed $seed"
for try in $(seq "${TRIES:-8}"); do
  rm -rf "$WORK/policies" "$HOME/state-jane"
  cp -a "$WORK/before" "$WORK/policies"; cp -a "$WORK/state-before" "$HOME/state-jane"
  cd "$WORK/policies"
  for ref in "$name.2" writ/information-security/1.0/withdraw/jane-doe.2; do
    git -C "$WORK/origin.git" update-ref -d "refs/tags/$ref"
  done
  XDG_STATE_HOME="$HOME/state-jane" timeout -s KILL "0.$(printf %03d $((RANDOM % 400)))" \
    writ push --key "$WORK/jane" --yes >"$WORK/.out" 2>"$WORK/.err" || true
  find .git "$WORK/origin.git" -name '*.lock' -delete
  git cat-file -e "$ours" && git cat-file -e "$withdrawn" || fail "a decision was destroyed"
  expect 0 as jane writ push --key "$WORK/jane" --yes
  [ "$(git for-each-ref --format='%(refname)' refs/tags)" = "$(cut -f2 <<<"$done_refs")" ] || fail "it ends otherwise"
  expect 0 as jane writ verify
done
