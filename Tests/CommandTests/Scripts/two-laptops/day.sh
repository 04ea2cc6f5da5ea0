# A day in the life: an author, two executives on their own laptops, a server with its hook, and somebody
# who may push and means harm. Every step comes out as it should, and nothing is lost.
. "$(dirname "$0")/../attacks/forging.sh"
. "$(dirname "$0")/words"
given_clones
expect 0 writ -C "$WORK/remote.git" hooks install --server
on_remote config writ.root "$(writ root --format json | jq -r .root)"
for person in jane sam; do
  at "$person" && writ root --pin "$(writ root --format json | jq -r .root)" --quiet
done

# Morning: Pat asks; Jane sends it back, with a comment.
asked_for "Suppliers follow this policy too."
at jane
expect 0 writ inbox --key "$WORK/jane"
says "1 document awaits your decision. Information Security Policy 2.0 Asked by Pat Ray on 1 December 2026, answer by 12 December 2026."
answering "ater  ?" "s\n" "back?" "Name the suppliers.\n" "to sign" "2.0\n" -- writ approve --key "$WORK/jane" \
  >"$WORK/.screen-of-jane" || fail "$(cat "$WORK/.screen-of-jane")"
expect 0 writ push
says "Jane Doe sent Information Security Policy 2.0 back"
[ "$(there refs/tags/writ/information-security/2.0/reject/jane-doe)" != nothing ] || fail "it was not sent"

# Pat hears of it, and amends the text.
clock "2026-12-01 11:00:00"
at pat
expect 0 writ pull
says "Jane Doe sent Information Security Policy 2.0 back"
expect 0 writ change list
says 'sent back by Jane Doe (Chief Executive, 1 December 2026): "Name the suppliers."'
expect 1 writ change submit
says "Jane Doe sent this very text back"
sed -i 's/^Suppliers follow/Acme Cloud and all other suppliers follow/' $policy
expect 0 writ change submit --push

# Noon: both executives decide at the same moment, each in their own clone, and send it at once.
clock "2026-12-01 12:00:00"
for person in jane sam; do
  (
    at "$person"
    key=$WORK/$person
    # Each has a screen of their own.
    mkdir "$WORK/desk-of-$person" && WORK=$WORK/desk-of-$person
    answering "ater  ?" "c\n" "ater  ?" "a\n" "to sign" "2.0\n" -- writ approve --key "$key"
    writ push
  ) >"$WORK/.noon-$person" 2>&1 &
done
wait
J2=writ/information-security/2.0/approve/jane-doe S2=writ/information-security/2.0/approve/sam-lee
for tag in "$J2" "$S2"; do
  [ "$(there "refs/tags/$tag")" != nothing ] || fail "$tag was not recorded: $(cat "$WORK"/.noon-*)"
done

# Afternoon: the author brings it in.
clock "2026-12-01 13:00:00"
at pat
expect 0 writ change land
says "Landed Information Security Policy 2.0"
expect 0 writ push
[ "$(there refs/heads/main)" = "$(git rev-parse main)" ] || fail "main was not sent"
expect 0 writ status information-security
says "in force since 1 December 2026"
expect 0 writ change list
says "No change is under way"

# Evening: somebody who may push tries what she can. The hooks of her own clone do not hold her.
at mallory
expect 0 git fetch -q --tags
git pull -q 2>"$WORK/.err"
kept 1 git push --no-verify origin ":refs/tags/$J2"
says "Decisions stay, whatever comes later"
kept 1 git push --no-verify -f origin "$S2:refs/tags/$J2"
says "This would put another decision in the place of one that is here"
cp .git/packed-refs "$WORK/packed-refs"
forge "$J2" 's/^Jane Doe, Chief/Jane Doe, Chief/; s/2\.0/9.0/g' mallory writ/information-security/9.0/approve/jane-doe
kept 1 git push --no-verify origin refs/tags/writ/information-security/9.0/approve/jane-doe
says "It does not hold"
git tag -d writ/information-security/9.0/approve/jane-doe >"$WORK/.out"
sed -i 's/Acme Cloud and all other suppliers/Nobody/' $policy
git commit -qam "A small correction" --no-verify
kept 1 git push --no-verify origin HEAD:main
says "Another text is approved as version 2.0."
git reset -q --hard origin/main
writ people role sam-lee --add chief-executive --quiet
sed -i 's/^version: .*/version: 1.0/; /^previous:/d; /^closes:/d' writ.yaml
git commit -qam "Register who decides" --no-verify
kept 1 git push --no-verify origin HEAD:main
git reset -q --hard origin/main
writ people add mallory --name "Mallory Roe" --email mallory@example.org --role chief-executive --key "$WORK/mallory.pub" --quiet
git commit -qam "Change who decides: version 1.1" --no-verify
expect 1 writ approve governance --key "$WORK/mallory" --yes
forge "$GJ" "s/1\\.0/1.1/g; s/^object .*/object $(git rev-parse HEAD)/; s/^Writ-Digest: .*/Writ-Digest: sha256:$(sha256sum writ.yaml | cut -d' ' -f1)/" \
  mallory writ/governance/1.1/approve/jane-doe
kept 1 git push --no-verify origin HEAD:refs/heads/change/governance-1.1 refs/tags/writ/governance/1.1/approve/jane-doe
git tag -d writ/governance/1.1/approve/jane-doe >"$WORK/.out"
git reset -q --hard origin/main

# The next change is squashed by a forge, which makes a commit of its own: decisions hold for the bytes.
clock "2026-12-02 10:00:00"
at pat
expect 0 writ change open information-security --minor --summary "Mend a word"
printf '\nThis holds at night, too.\n' >>$policy
expect 0 writ change submit --push
for person in jane sam; do
  at "$person"
  expect 0 writ pull
  expect 0 writ approve information-security --commit origin/change/information-security-2.1 --key "$WORK/$person" --yes
  expect 0 writ push
done
git clone -q "$WORK/remote.git" "$WORK/forge" 2>"$WORK/.err" && cd "$WORK/forge"
git merge -q --squash origin/change/information-security-2.1 >"$WORK/.out"
git -c user.name=Forge -c user.email=forge@example.org commit -qm "Mend a word (#7)"
expect 0 git push -q origin main
expect 0 git push -q origin :change/information-security-2.1 :change/information-security-2.0
on_remote gc -q --prune=now

# Night: in every clone all is sound, and all of it is there: four decisions on version 1.0 and the people
# and rules, Jane's first answer, two on 2.0 and two on 2.1.
for person in pat jane sam mallory; do
  at "$person"
  git switch -q main
  expect 0 writ pull
  [ "$(git tag --list 'writ/*' | wc -l)" = 9 ] || fail "$person has $(git tag --list 'writ/*' | wc -l) decisions"
  writ root --pin "$(writ root --format json | jq -r .root)" --quiet
  expect 0 writ verify
  says "Every decision is sound: 9 by 2 people"
  expect 0 writ status information-security --format json
  json '[.documents[0] | .version, .state]' '["2.1","in-force"]'
  git fsck --strict --no-dangling >"$WORK/.out" 2>&1 || fail "git fsck finds damage"
done
at pat
all_sound
