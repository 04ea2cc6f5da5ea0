# Once the first version is approved, who decides changes by a further one: the commands that change
# writ.yaml make it the draft of that, and people draft does so where it was changed by hand.

given_approved_policy
root=$(writ root --format json | jq -r .root)
leaf=$(as jane writ verify --format json | jq -r '.statements[] | select(.ref | endswith("information-security/1.0/approve/sam-lee")) | .id')
ssh-keygen -q -t ed25519 -N '' -C kim -f ../kim

# Only the lines in question change: those of the person, and the three of the version.
cp writ.yaml ../before.yaml
expect 0 writ people add kim-ray --name "Kim Ray" --email kim@example.org --role board-member --key ../kim.pub
says "writ.yaml is now the draft of version 1.1 of the people and rules."
says "Kim Ray <kim@example.org> is new, as Board member, with the key $(fingerprint kim) (ssh-ed25519)."
says "Version 1.0 holds until the draft is approved by: - 2 of Jane Doe (Chief Executive), Sam Lee (Chief Information Security Officer), Bo Berg (Board member)"
diff ../before.yaml writ.yaml >"$WORK/.diff" || true
[ "$(grep '^[<>]' "$WORK/.diff" | head -4)" = "< version: 1.0
> version: 1.1
> previous: $root
> closes: [$leaf]" ] || fail "other lines were touched"
[ "$(grep -c '^[<>]' "$WORK/.diff")" = 10 ] || fail "other lines were touched"
expect 0 writ check writ.yaml

# A further change of the same draft.
expect 0 writ people role bo-berg --add ciso --format json
json '[.schema, .version, .person, .warnings]' \
  '["writ.people-role/1","1.1","bo-berg",["Bo Berg becomes Chief Information Security Officer by it, so may not approve it alone"]]'
json '.changes | length' 2
expect 0 writ people role bo-berg --remove ciso
git commit -qam "Change who decides: version 1.1" 2>"$WORK/.err"

# Who is new cannot approve it yet, and who approved it does so anew after a change.
refused 1 as kim writ approve governance --key ../kim --yes
says "the key $(fingerprint kim) of Kim Ray counts only once version 1.1 of the people and rules is in force"
expect 0 as jane writ approve governance --key ../jane --yes
says "Changed: since version 1.0, which was approved last: - Kim Ray <kim@example.org> is new"
says "Before it takes effect it also needs: one of Sam Lee (Chief Information Security Officer), Bo Berg (Board member)."
says_not "hold from now on"
expect 0 writ people role kim-ray --remove board-member
says "Beware: Jane Doe approved version 1.1 as it was before, on 1 December 2026, which does not hold for what is changed now."
grep -qx "version: 1.1" writ.yaml || fail "a draft has another number"
! grep -qF "$leaf" writ.yaml || fail "it closes what is no leaf any more"
git restore writ.yaml
expect 0 as sam writ approve governance --key ../sam --yes
says "Signed. Governance of Example Ltd 1.1 is approved and in force. These people and rules hold from now on."
all_sound
says "People and rules: version 1.1, in force since 1 December 2026 (Jane Doe and Sam Lee). - Kim Ray <kim@example.org> is new"
expect 0 as jane writ verify --format json
json '.chain | map([.version, (."approved-by" | map(.person)), (.changes | length)])' \
  '[["1.0",["jane-doe","sam-lee"],0],["1.1",["jane-doe","sam-lee"],1]]'
expect 0 writ people
says "Kim Ray <kim@example.org> (kim-ray), since version 1.1"
expect 0 writ people --format json
json '.people | map([.id, ."since-version"])' '[["jane-doe","1.0"],["sam-lee","1.0"],["bo-berg","1.0"],["kim-ray","1.1"]]'
refused 1 as bo writ approve governance --key ../bo --yes
says "Governance of Example Ltd 1.1 is in force already"

# Rules changed by hand: check says what to do, and people draft does it.
sed -i 's/require: \[2 of chief-executive board-member ciso\]/require: [3 of chief-executive board-member ciso]/' writ.yaml
expect 1 writ check writ.yaml
says "Another text is approved as version 1.1."
says "make it the next version, on the lines version, previous and closes: writ people draft"
expect 0 writ people draft
says "writ.yaml is now the draft of version 1.2 of the people and rules."
says "Approving the people and rules now takes 3 of Chief Executive, Board member, Chief Information Security Officer; before: 2 of"
expect 0 writ people draft --major --format json
json '[.schema, .version, .person]' '["writ.people-draft/1","2.0",null]'
expect 0 writ check writ.yaml
expect 0 writ people key kim-ray --retire "$(fingerprint kim)"
grep -qx "version: 2.0" writ.yaml || fail "a draft has another number"
expect 0 writ diff governance
git restore writ.yaml

# What can never come into force is found before anybody signs.
sed -i "s/^version: 1.1/version: 1.2/" writ.yaml
expect 1 writ check writ.yaml
says "GOV-04 (5.3) It does not follow version 1.1 of the people and rules, which is in force."
git commit -qam "Change who decides: version 1.2" --no-verify
refused 1 as jane writ approve governance --key ../jane --yes
says "Governance of Example Ltd 1.2 cannot come into force: it does not follow version 1.1"
says "version, previous and closes are set by: writ people draft"
expect 0 writ people draft
sed -i "s/^closes: .*/closes: [$root]/" writ.yaml
git commit -qam "Change who decides: version 1.2, closing another" 2>"$WORK/.err"
refused 1 as jane writ approve governance --key ../jane --yes
says "names a decision as made before it that is not here: $root"
expect 0 writ people draft
says "People, keys, roles and rules are still those of version 1.1."

# A key stays its owner's, whoever left.
expect 0 writ people remove kim-ray
brought_in jane bo
all_sound
says "Kim Ray left, who was Board member."
refused 1 writ people key sam-lee --add ../kim.pub
says "the key $(fingerprint kim) of Sam Lee was that of Kim Ray (kim-ray) in an earlier version"
says "let Sam Lee make a key of their own: writ join"
refused 1 writ people add kim --name "Kim Ray" --email kim@example.org --key ../kim.pub
expect 0 writ people add kim-ray --name "Kim Ray" --email kim@example.org --key ../kim.pub

# Where somebody loses what they decide with, and decides meanwhile, unseen by those who approved that:
# a new draft knows of it.
git restore writ.yaml
expect 0 writ people remove sam-lee
expect 0 writ people role bo-berg --add ciso
git commit -qam "Change who decides: version 1.3" 2>"$WORK/.err"
approve jane governance --accept-warnings
decide sam reaffirm information-security
refused 1 as bo writ approve governance --key ../bo --yes
says "Sam Lee's confirmation of Information Security Policy 1.0, of 1 December 2026, was made after this was drafted, and not all who approved this have seen it. Once this is in force, that never counts."
says "ask whoever keeps writ.yaml for a new draft, which knows of it: writ people draft"
expect 0 writ people draft
says "Beware: the confirmation of Information Security Policy 1.0 by Sam Lee helps no more once this is in force"
says "Beware: Jane Doe approved version 1.3 as it was before"
brought_in jane bo
all_sound

# Who gains a role may be kept from approving that.
sed -i 's/^cadence/separation: {self-appointment: never}\n&/' writ.yaml
expect 0 writ people draft
brought_in jane bo
expect 0 writ people role jane-doe --add board-member
says "Beware: Jane Doe becomes Board member by it, so may not approve it."
git commit -qam "Change who decides: version 1.5" 2>"$WORK/.err"
refused 1 as jane writ approve governance --key ../jane --yes --accept-warnings
says "Jane Doe becomes Board member by Governance of Example Ltd 1.5, so may not approve it"
