# Several people decide and push at the same time, each in a clone of their own, and the same person in
# two: all that they decided is recorded, once each, and everybody agrees on it.
. "$(dirname "$0")/exchange.sh"
given_clones
for round in $(seq "${ROUNDS:-3}"); do
  version=$((round + 1)).0
  cd "$WORK/policies"
  sed -i "s/^version: .*/version: $version/" "$policy"
  git commit -qam "Version $version" 2>"$WORK/.err"
  git push -q origin main 2>"$WORK/.err"
  people="jane sam bo laptop"
  for person in $people; do
    rm -rf "$WORK/$person-clone"
    [ -e "$WORK/laptop" ] || { cp "$WORK/jane" "$WORK/laptop"; cp "$WORK/jane.pub" "$WORK/laptop.pub"; }
    git clone -q "$WORK/origin.git" "$WORK/$person-clone" 2>"$WORK/.err"
    cd "$WORK/$person-clone"
    approve "$person" information-security
    # Those of the two copies of one person are not the same bytes.
    clock "2026-12-01 10:0$round:$((RANDOM % 50 + 10))"
  done
  pids=""
  for person in $people; do
    (cd "$WORK/$person-clone" && as "$person" writ push --key "$WORK/$person" --yes >"$WORK/.$person" 2>&1) &
    pids+=" $!"
  done
  for pid in $pids; do
    wait "$pid" || { cat "$WORK"/.jane "$WORK"/.sam "$WORK"/.bo "$WORK"/.laptop; fail "a push did not end with 0"; }
  done
  for name in jane-doe jane-doe.2 sam-lee bo-berg; do
    [ -n "$(there "information-security/$version/approve/$name")" ] || fail "$name is not there"
  done
  for person in $people; do
    cd "$WORK/$person-clone"
    expect 0 as "$person" writ pull
    expect 0 as "$person" writ push
    says "Nothing to send"
    expect 0 as "$person" writ verify --root "$root"
  done
  [ "$(git for-each-ref refs/tags)" = "$(git -C "$WORK/jane-clone" for-each-ref refs/tags)" ] || fail "they differ"
done

# Several pulls in one copy are not in each other's way.
cd "$WORK/policies"
for i in 1 2 3 4; do as jane writ pull >"$WORK/.pull$i" 2>&1 & done
for i in 1 2 3 4; do wait -n || fail "a pull failed: $(cat "$WORK"/.pull?)"; done
