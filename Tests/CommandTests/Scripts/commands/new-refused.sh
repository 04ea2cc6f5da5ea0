# new never writes over anything, and says what it can write where it is asked for something else.

given_people

refused 64 writ new plan backup
says "there is no template for documents of kind plan"
says "name one of: policy, procedure, objective, role"
refused 64 writ new governance governance
says "name one of: policy, procedure, objective, role"
for id in "Backup" "back up" "../backup" "" "con" "governance" "a--b" "$(printf 'a%.0s' {1..65})"; do
  refused 64 writ new policy "$id"
  says "cannot be the id of a document"
  says "such as: writ new policy supplier-security"
done
for title in "a < b" " outer" $'two\nlines' ""; do
  refused 64 writ new policy backup --title "$title"
  says "cannot be the title of a document"
done

# An id is given once, whatever the kind and wherever the file lies, committed or not.
refused 1 writ new policy information-security
says "there is a document information-security already: policies/information-security.md"
refused 1 writ new objective information-security
mkdir -p policies/it
expect 0 writ new policy backup
mv policies/backup.md policies/it/
refused 1 writ new role backup
says "there is a document backup already: policies/it/backup.md"

# A file that cannot be read as a document is not written over either.
echo "mine" >policies/mine.md
refused 1 writ new policy mine
says "there is a document mine already: policies/mine.md"
mkdir objectives
ln -s /nowhere objectives/link.md
refused 1 writ new objective link

# Nor does it follow a link out of the repository.
mkdir "$WORK/elsewhere"
ln -s "$WORK/elsewhere" roles
refused 1 writ new role auditor
[ -z "$(ls "$WORK/elsewhere")" ] || fail "it wrote outside the repository"
rm roles

# Without people and rules that can be read nobody could own the document.
cp writ.yaml ../kept
echo "oops: [" >>writ.yaml
refused 1 writ new policy recovery
says "writ.yaml cannot be read"
cp ../kept writ.yaml

expect 64 writ new policy recovery --at 2026-11-01
says "leave out --at"
expect 64 writ new policy
cd "$WORK"
refused 70 writ new policy recovery
says "there is no repository here"
