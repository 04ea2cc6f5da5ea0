# people role gives and takes roles, people remove takes a person out: only those lines change, lists
# in brackets and lists line by line alike, and what would leave the rules unmet is said.

given_people
cp writ.yaml ../before.yaml
touched() { diff ../before.yaml writ.yaml >"$WORK/.diff" || true; grep '^[<>]' "$WORK/.diff" || true; }

expect 0 writ people role bo-berg --add ciso
says "Gave the role ciso to Bo Berg in writ.yaml."
[ "$(touched)" = "<     roles: [board-member]
>     roles: [board-member, ciso]" ] || fail "other lines were touched"
expect 0 writ people role bo-berg --remove board-member
says "Took the role board-member from Bo Berg in writ.yaml."
says "Beware: nobody holds the role Board member."
[ "$(touched)" = "<     roles: [board-member]
>     roles: [ciso]" ] || fail "other lines were touched"
expect 0 writ people role bo-berg --remove ciso
grep -q '^    roles: \[\]$' writ.yaml || fail "the list is not empty"
expect 0 writ people role bo-berg --add board-member
cmp ../before.yaml writ.yaml || fail "there and back is not the same"

# A list line by line, with comments.
sed -i '/^    email: sam/,/^    keys/{s/^    roles: .*/    roles:   # since May\n      - ciso   # by the board\n\n      # for a while\n      - board-member/}' writ.yaml
cp writ.yaml ../before.yaml
expect 0 writ people role sam-lee --add chief-executive
[ "$(touched)" = ">       - chief-executive" ] || fail "other lines were touched"
expect 0 writ people role sam-lee --remove chief-executive
cmp ../before.yaml writ.yaml || fail "there and back is not the same"
expect 0 writ people role sam-lee --remove ciso
[ "$(touched)" = "<       - ciso   # by the board" ] || fail "other lines were touched"
expect 0 writ people role sam-lee --remove board-member
grep -q '^    roles: \[\]   # since May$' writ.yaml || fail "the list is not empty"
git restore writ.yaml

refused 1 writ people role jane-doe --add king
says "there is no role king in writ.yaml"
refused 1 writ people role jane-doe --add chief-executive
says "Jane Doe holds the role chief-executive already"
refused 1 writ people role jane-doe --remove ciso
says "Jane Doe does not hold the role ciso"
refused 1 writ people role nobody --add ciso
says "nobody is registered as nobody"
expect 64 writ people role jane-doe
expect 64 writ people role jane-doe --add ciso --remove chief-executive

# A person leaves.
sed -i 's/^  sam-lee:/  # the lines of Sam\n  sam-lee:/' writ.yaml
cp writ.yaml ../before.yaml
expect 0 writ people remove sam-lee
says "Took out Sam Lee (sam-lee) of writ.yaml."
says "Beware: nobody holds the role Chief Information Security Officer."
says "Beware: without Jane Doe nobody could meet the rule"
touched >"$WORK/.diff.lines"
[ "$(grep -c '^<' "$WORK/.diff.lines")" = 6 ] || fail "more or less than the lines of Sam are gone"
! grep -q '^>' "$WORK/.diff.lines" || fail "lines were added"
expect 0 writ people remove jane-doe
expect 0 writ people remove bo-berg
grep -q '^people: {}$' writ.yaml || fail "it does not say that nobody is there"
refused 1 writ people remove jane-doe
says "register somebody: writ people add"

# And begins anew, all in brackets this time.
sed -i "s|^people:.*|people: {jane-doe: {name: Jane Doe, email: jane@example.org, roles: [chief-executive]}}|" writ.yaml
expect 0 writ people key jane-doe --add ../jane.pub
expect 0 writ people add bo-berg --name "Bo Berg" --email bo@example.org --role board-member --key ../bo.pub
expect 0 writ people role bo-berg --add ciso
expect 0 writ people remove jane-doe
grep -qx "people: {bo-berg: {name: Bo Berg, email: bo@example.org, roles: \[board-member, ciso\], keys: \[{ssh: $(cut -d' ' -f1,2 ../bo.pub)}\]}}" writ.yaml ||
  fail "it is not in brackets"

# Whoever approved the first version before it was changed does so again.
git restore writ.yaml
approve jane governance
expect 0 writ people role bo-berg --add ciso
says "Beware: Jane Doe approved version 1.0 as it was before, on 1 December 2026, which does not hold for what is changed now."
says "ask Jane Doe to approve it again once it is complete"
refused 1 writ people draft
says "no version of the people and rules is approved yet, so this one follows none"
