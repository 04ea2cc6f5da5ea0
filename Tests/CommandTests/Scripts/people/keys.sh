# people key adds a key, retires one, or marks one as compromised, touching only those lines. A key
# that is no longer good stays with its owner: whose decisions it made must remain known.

given_people
ssh-keygen -q -t ed25519 -N '' -C spare -f ../spare
jane=$(ssh-keygen -lf ../jane.pub | cut -d' ' -f2)
sam=$(ssh-keygen -lf ../sam.pub | cut -d' ' -f2)
spare=$(ssh-keygen -lf ../spare.pub | cut -d' ' -f2)
key=$(cut -d' ' -f1,2 ../spare.pub)

sed -i "/^    email: jane/i\    # at the head office" writ.yaml
git commit -qam "Say where" 2>"$WORK/.err"
cp writ.yaml ../before.yaml
expect 0 writ people key jane-doe --add ../spare.pub
says "Registered the key $spare of Jane Doe in writ.yaml."
diff ../before.yaml writ.yaml >"$WORK/.diff" || true
[ "$(grep '^[<>]' "$WORK/.diff")" = ">       - ssh: $key" ] || fail "other lines were touched"
expect 0 writ check writ.yaml

# The first one of somebody who had none.
writ people add kim-ray --name "Kim Ray" --email kim@example.org --role ciso --quiet
ssh-keygen -q -t ecdsa -N '' -f ../kim
expect 0 writ people key kim-ray --add ../kim.pub
grep -A1 "^    keys:$" writ.yaml | grep -qF "      - ssh: $(cut -d' ' -f1,2 ../kim.pub)" || fail "it is not written below"
git commit -qam "More keys" 2>"$WORK/.err"

# Retired: from now on.
cp writ.yaml ../before.yaml
expect 0 writ people key jane-doe --retire "$jane"
says "Retired the key $jane of Jane Doe in writ.yaml."
says_not "Beware"
diff ../before.yaml writ.yaml >"$WORK/.diff" || true
[ "$(grep '^[<>]' "$WORK/.diff")" = "> 
> revoked:
>   - {key: $jane, reason: retired, since: 2026-12-01T10:00:00Z}" ] || fail "other lines were touched"
expect 0 writ check writ.yaml

# Compromised: since the start of a day, or since a moment. Sam has no other key, so a rule may wait.
cp writ.yaml ../before.yaml
expect 0 writ people key sam-lee --compromised "$sam" --since 2026-11-30 --format json
json '[.schema, .person, .path]' '["writ.people-key/1","sam-lee","writ.yaml"]'
json '.warnings' '["Sam Lee has no key that is still good, so cannot decide"]'
diff ../before.yaml writ.yaml >"$WORK/.diff" || true
[ "$(grep '^[<>]' "$WORK/.diff")" = ">   - {key: $sam, reason: compromised, since: 2026-11-30T00:00:00Z}" ] ||
  fail "other lines were touched"
# What was only retired may turn out to be stolen.
expect 0 writ people key jane-doe --compromised "$jane" --since 2026-11-30T08:00:00+01:00
grep -qF "{key: $jane, reason: compromised, since: 2026-11-30T07:00:00Z}" writ.yaml || fail "it is not written down"
git commit -qam "Keys that are not good" 2>"$WORK/.err"

expect 0 writ people
says "$jane ssh-ed25519, retired since 1 December 2026, compromised since 30 November 2026"
says "$sam ecdsa-sha2-nistp256, compromised since 30 November 2026"
says "$spare ssh-ed25519 "
expect 0 writ people --format json
json '.people[0]["key-details"] | map(.type)' '["ssh-ed25519","ssh-ed25519"]'
json '.people[0]["key-details"][0].revoked' '[{"reason":"retired","since":"2026-12-01T10:00:00Z"},{"reason":"compromised","since":"2026-11-30T07:00:00Z"}]'
json '.people[0]["key-details"][1].revoked' '[]'
json '.people[1].keys' "[\"$sam\"]"

# Nobody decides with such a key.
refused 1 as jane writ approve governance --key ../jane --yes --accept-warnings
expect 0 as jane writ approve governance --key ../spare --yes --quiet --accept-warnings

refused 1 writ people key jane-doe --retire "$jane"
says "the key $jane is marked as retired since 2026-12-01T10:00:00Z"
refused 1 writ people key sam-lee --retire "$sam"
says "is marked as compromised since"
refused 1 writ people key bo-berg --retire "$spare"
says "Bo Berg has no key $spare"
refused 1 writ people key bo-berg --add ../jane.pub
says "the key $jane is marked as retired"
refused 1 writ people key bo-berg --add ../spare.pub
says "is given to"
refused 1 writ people key bo-berg --add ../spare
says "is a private key, which nobody else may see"
refused 1 writ people key nobody --add ../spare.pub
says "nobody is registered as nobody"
says "name one of: jane-doe, sam-lee, bo-berg, kim-ray"
refused 64 writ people key bo-berg --retire my-key
says "my-key is no fingerprint of a key"
refused 64 writ people key jane-doe --compromised "$spare" --since 2027-01-01
says "is still to come"
expect 64 writ people key jane-doe --compromised "$spare"
expect 64 writ people key jane-doe --retire "$spare" --since 2026-11-30
expect 64 writ people key jane-doe --retire "$spare" --add ../kim.pub
expect 64 writ people key jane-doe
