# Somebody gives himself a role in writ.yaml by editing it after it was approved. Nobody approved
# that: it has no effect.
. "$(dirname "$0")/forging.sh"
given_untouched

sed -i '/^  bo-berg:/i\
  mallory:\
    name: Mallory\
    email: mallory@example.org\
    roles: [board-member]\
    keys:\
      - ssh: '"$(cut -d' ' -f1,2 <"$WORK/mallory.pub")" writ.yaml
git commit --no-verify -qam "Small things" 2>"$WORK/.err"
bo_decides approve approves mallory "s,^Writ-Key: .*,Writ-Key: $(fingerprint mallory),
  s/bo-berg/mallory/; s/Bo Berg/Mallory/; s/bo@/mallory@/"
T=writ/information-security/1.0/approve/mallory
git update-ref "refs/tags/$T" "refs/tags/$B"
git update-ref -d "refs/tags/$B"

verify_says invalid
wrong "$T" untrusted unknown-person
missing
status_says in-force 1.0
document_says governance draft 1.0
stock refuses "$T"
