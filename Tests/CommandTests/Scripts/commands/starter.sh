# The starter set is meant to be used: after init with a name, check finds no error in any of it, and
# warns only of what the organisation alone can know. So it stays when people are registered and when
# the people and rules are approved; then each document can be approved as it is.

given_keys
expect 0 writ init policies --organisation "Example Ltd"
cd policies
for path in policies/{information-security,access-control,acceptable-use,continual-improvement} \
  objectives/{staff-awareness,tested-backups} roles/{chief-executive,ciso,board-member}; do
  says "$path.md"
  [ -f "$path.md" ] || fail "$path.md is not there"
done
[ "$(git ls-files | wc -l)" = 10 ] || fail "there is more, or less"
! grep -rn '{{\|\[Organisation\]' policies objectives roles writ.yaml || fail "something is left to be filled in"

# Its requirements, its risks and goals, and its people are for the organisation to name.
warnings='[.findings[] | [.rule, .severity, .path]] | sort'
expect 0 writ check --format json
json .errors 0
json "$warnings" '[["GOV-02","warning","writ.yaml"],["GOV-05","note","writ.yaml"],["OBJ-02","note","objectives/staff-awareness.md"],["OBJ-02","note","objectives/tested-backups.md"],["OBJ-04","warning","objectives/staff-awareness.md"],["OBJ-04","warning","objectives/tested-backups.md"],["POL-04","warning","policies/information-security.md"]]'

writ people add jane-doe --name "Jane Doe" --email jane@example.org --role chief-executive --key ../jane.pub --quiet
writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
writ people add bo-berg --name "Bo Berg" --email bo@example.org --role board-member --key ../bo.pub --quiet
committed git commit -am "Register who decides"
approve jane governance
approve sam governance
expect 0 writ check --format json
json "$warnings" '[["GOV-05","note","writ.yaml"],["OBJ-02","note","objectives/staff-awareness.md"],["OBJ-02","note","objectives/tested-backups.md"],["OBJ-04","warning","objectives/staff-awareness.md"],["OBJ-04","warning","objectives/tested-backups.md"],["POL-04","warning","policies/information-security.md"]]'

for document in access-control acceptable-use continual-improvement staff-awareness tested-backups \
  chief-executive ciso board-member information-security; do
  expect 0 as jane writ approve $document --key ../jane --yes --quiet
done
expect 0 as sam writ approve information-security --key ../sam --yes --quiet
expect 0 writ status --format json
json '[.documents[] | select(.state != "in-force") | .id]' '[]'

# Dates count from the day on which it is installed.
clock "2027-01-31 10:00:00"
cd "$WORK"
writ init later --organisation "Example Ltd" --quiet
cd later
grep -qx "due: 2028-01-31" objectives/staff-awareness.md || fail "the objective is due on another day"
grep -qx "effective: 2027-01-31" roles/ciso.md || fail "the role is effective on another day"
expect 0 writ check

# None of it is longer than two pages.
for path in policies/*.md objectives/*.md roles/*.md; do
  [ "$(sed '1,/^---$/d; 1,/^---$/d' "$path" | wc -w)" -lt 1100 ] || fail "$path is too long"
done
