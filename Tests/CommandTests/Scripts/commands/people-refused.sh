# What would make writ.yaml unclear is refused, and the file stays as it is.

given_people
cp writ.yaml ../before.yaml
ssh-keygen -q -t ed25519 -N '' -C kim -f ../kim

refused 1 writ people add jane-doe --name "Jane Doe" --email kim@example.org --key ../kim.pub
says "somebody is registered as jane-doe already"
refused 1 writ people add kim-ray --name "Kim Ray" --email kim@example.org --role king --key ../kim.pub
says "there is no role king in writ.yaml"
says "name one of: chief-executive, board-member, ciso"
for name in "Kim <Ray>" " Kim" "" $'Kim\nRay' $'Kim\u202ERay' $'Zoe\u0308'; do
  refused 1 writ people add kim-ray --name "$name" --email kim@example.org --key ../kim.pub
  says "cannot be a person's name"
done
for email in kim "kim@" "@example.org" "*@example.org" "kim@example.org,jane@example.org" "kim ray@example.org" \
  "!kim@example.org" $'kim@example.org\n' "kim@exämple.org" '"kim"@example.org'; do
  refused 1 writ people add kim-ray --name "Kim Ray" --email "$email" --key ../kim.pub
  says "is no e-mail address"
  says "write one such as jane@example.org"
done
for id in Kim kim_ray "kim ray" con timestamp -- "kim-" ""; do
  expect 64 writ people add "$id" --name "Kim Ray" --email kim@example.org --key ../kim.pub
done
cmp ../before.yaml writ.yaml || fail "writ.yaml was changed"

# A file that is refused already is not edited.
sed -i 's/^standard:.*/standard: my-own/' writ.yaml
refused 1 writ people add kim-ray --name "Kim Ray" --email kim@example.org --key ../kim.pub
says "writ.yaml is refused: line"
git restore writ.yaml
