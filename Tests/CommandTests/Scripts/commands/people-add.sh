# people add touches only the lines of the new person: comments, order and spacing of writ.yaml stay.

given_keys
writ init policies --organisation "Example Ltd" --quiet
cd policies
sed -i -e 's/^people: {}/people: {}   # whoever may decide/' -e '1i # Kept by Pat.' -e 's/^cadence:/# The last word.\n&/' writ.yaml
cp writ.yaml ../before.yaml

expect 0 writ people add jane-doe --name "Jane Doe" --email jane@example.org --role chief-executive --key ../jane.pub
says "Registered Jane Doe (jane-doe) in writ.yaml."
diff ../before.yaml writ.yaml >"$WORK/.out" || true
[ "$(grep '^<' "$WORK/.out")" = "< people: {}   # whoever may decide" ] || fail "other lines were touched"
grep -qx "people: *# whoever may decide" writ.yaml || fail "the comment is gone"

sed -i 's/^    email: jane@example.org/&  # at the head office/' writ.yaml
cp writ.yaml ../before.yaml
expect 0 writ people add sam-lee --name 'Sam "Sparks" Lee, PhD' --email sam@example.org --role ciso --role board-member --key ../sam.pub
expect 0 writ people add zoe --name "Zoë Müller-O'Neil" --email zoe@example.org
diff ../before.yaml writ.yaml >"$WORK/.out" || true
! grep -q '^<' "$WORK/.out" || fail "lines were taken away or changed"
[ "$(grep -c '^>' "$WORK/.out")" = 11 ] || fail "it added more than the lines of two people"
expect 0 git diff --stat
says "writ.yaml"
expect 1 git diff --quiet

expect 0 writ check writ.yaml
git commit -qam "Register who decides" 2>"$WORK/.err"
expect 0 writ people
says 'Sam "Sparks" Lee, PhD <sam@example.org> (sam-lee) Chief Information Security Officer, Board member'
says "Zoë Müller-O'Neil <zoe@example.org> (zoe) no role no key yet"
says "Version 1.0, not approved yet."
expect 0 writ people --format json
json '[.schema, .version, .approved, (.people | map(.id))]' '["writ.people/1","1.0",false,["jane-doe","sam-lee","zoe"]]'
