# All keys are lost but that which lies in the safe. The rule for that case, recover, lets it bring in
# new ones.

given_people
ssh-keygen -q -t ed25519 -N '' -C safe -f ../safe
sed -i 's/^  ciso: {/  trustee: {title: Trustee}\n&/
  s/^    require: \[2 of chief-executive board-member ciso\]/&\n    recover: [1 of trustee]/' writ.yaml
expect 0 writ people add tess-orr --name "Tess Orr" --email tess@example.org --role trustee --key ../safe.pub
git commit -qam "Keep a key in the safe" 2>"$WORK/.err"
for person in jane sam; do approve $person governance --accept-warnings; done
for person in jane sam; do approve $person information-security; done

rm ../jane ../sam ../bo
clock "2027-01-10 10:00:00"
for person in jane sam bo; do ssh-keygen -q -t ed25519 -N '' -C $person -f ../$person-2; done
jane=$(fingerprint jane) sam=$(fingerprint sam) bo=$(fingerprint bo)
expect 0 writ people key jane-doe --add ../jane-2.pub
expect 0 writ people key jane-doe --retire "$jane"
expect 0 writ people key sam-lee --add ../sam-2.pub
expect 0 writ people key sam-lee --retire "$sam"
expect 0 writ people key bo-berg --add ../bo-2.pub
expect 0 writ people key bo-berg --retire "$bo"
git commit -qam "Change who decides: version 1.1" 2>"$WORK/.err"

refused 1 as jane writ approve governance --key ../jane-2 --yes --accept-warnings
expect 0 as tess writ approve governance --key ../safe --yes --accept-warnings
says "Signed. Governance of Example Ltd 1.1 is approved and in force."
all_sound
says "People and rules: version 1.1, in force since 10 January 2027 (Tess Orr)."
for person in jane sam; do mv ../$person-2 ../$person; mv ../$person-2.pub ../$person.pub; done
expect 0 writ status information-security --format json
json '.documents[0] | [.state, ."in-force"]' '["in-force","1.0"]'
decide jane reaffirm information-security
decide sam reaffirm information-security
all_sound

# The key in the safe recovers people and rules, and approves nothing else.
refused 1 as tess writ reaffirm information-security --key ../safe --yes
