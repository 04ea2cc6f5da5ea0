# Everybody gets a new key, one after the other, and gives up the old one. What they approved before
# stands, and stock Git goes on verifying it.

given_approved_policy
mkdir ../old
for person in jane sam bo; do
  mv ../$person ../$person.pub ../old
  ssh-keygen -q -t ed25519 -N '' -C "$person" -f ../$person
done
old() { fingerprint "old/$1"; }
in_force() {
  all_sound
  expect 0 writ status --format json
  json '.documents | map([.id, .state, ."in-force"])' '[["governance","in-force","'"$1"'"],["information-security","in-force","1.0"]]'
}

# Jane exchanges hers at once: she approves with the one that still counts.
clock "2026-12-02 10:00:00"
expect 0 writ people key jane-doe --add ../jane.pub
expect 0 writ people key jane-doe --retire "$(old jane)"
says "Beware: what Jane Doe signs with the key $(old jane) from now on counts only if those who approve version 1.1 have seen it."
git commit -qam "Change who decides: version 1.1" 2>"$WORK/.err"
refused 1 as jane writ approve governance --key ../jane --yes --accept-warnings
says "the key $(fingerprint jane) of Jane Doe counts only once version 1.1 of the people and rules is in force"
approve jane governance --key ../old/jane
expect 0 as sam writ approve governance --key ../old/sam --yes
says "Jane Doe has a new key: $(fingerprint jane) (ssh-ed25519)."
says "The key $(old jane) of Jane Doe is retired since 2 December 2026."
in_force 1.1
refused 1 as jane writ reaffirm information-security --key ../old/jane --yes
says "the key $(old jane) of Jane Doe is retired since 2 December 2026"

# Sam takes two steps: the new one first, which then approves that the old one goes.
clock "2026-12-03 10:00:00"
expect 0 writ people key sam-lee --add ../sam.pub
git commit -qam "Change who decides: version 1.2" 2>"$WORK/.err"
approve jane governance
approve sam governance --key ../old/sam
in_force 1.2
expect 0 writ people key sam-lee --retire "$(old sam)"
brought_in sam jane
in_force 1.3

# Bo has lost his, so the others do it.
clock "2026-12-04 10:00:00"
expect 0 writ people key bo-berg --add ../bo.pub
expect 0 writ people key bo-berg --retire "$(old bo)"
brought_in jane sam
in_force 1.4

# With the new ones all goes on.
refused 1 as bo writ approve governance --key ../bo --yes
says "Governance of Example Ltd 1.4 is in force already"
sed -i 's/^version: 1.0/version: 1.1/; s/wherever they work/wherever they are/' "$policy"
sed -i 's/^  summary: .*/  summary: Say where/; s/^  reason: .*/  reason: People work at home/' "$policy"
git commit -qam "Information security 1.1: say where people work" 2>"$WORK/.err"
decide bo approve information-security
decide sam approve information-security
expect 0 writ status information-security --format json
json '.documents[0] | [.state, ."in-force"]' '["in-force","1.1"]'
all_sound
expect 0 writ people
says "$(old jane) ssh-ed25519, retired since 2 December 2026 $(fingerprint jane) ssh-ed25519, since version 1.1"
