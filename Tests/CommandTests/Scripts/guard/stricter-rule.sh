# What was approved by an earlier rule stays approved, though the decisions on that document alone do not
# tell: only through those on others is it known that they came in time.
. "$(dirname "$0")/words"
given_governance
for id in clear-desk clean-screen; do
  writ new policy $id --quiet
  sed -i 's/{{[^}]*}}/what we do/g' policies/$id.md
done
git add -A
git commit -qnm "Two policies more"
at=0
decided() { at=$((at + 1)); clock "2026-12-01 11:0$at:00"; approve "$1" "$2" --accept-warnings; }
decided jane clear-desk
decided jane information-security
decided sam clean-screen
clock "2026-12-01 12:00:00"
sed -i 's/^  - for: {}/&\n/; /^  - for: {}/,$ s/require: \[1 of/require: [2 of/' writ.yaml
sed -i '/^  - for: {}$/{n;d}' writ.yaml
writ people draft --quiet
git commit -qnam "Version 1.1 of the rules: two for each policy"
approve jane governance --accept-warnings
approve sam governance --accept-warnings
given_server
taken origin main 'refs/tags/writ/*'
expect 0 writ status clear-desk --format json
json '.documents[0].state' '"in-force"'

sed -i '$a Another rule.' policies/clear-desk.md
git commit -qnam "Other words under the approved version"
kept_out origin main
says "Another text is approved as version 1.0."
sed -i 's/^version: .*/version: 1.1/' policies/clear-desk.md
git commit -qnam "Under the next one"
taken origin main
