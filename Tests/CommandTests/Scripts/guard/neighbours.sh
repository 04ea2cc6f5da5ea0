# A change of one document is judged beside few others, with the same answer as beside all: what it breaks
# elsewhere is found, and what was wrong before keeps nobody from pushing something else.
. "$(dirname "$0")/words"
given_keys
writ init "$WORK/policies" --organisation "Example Ltd" --quiet
cd "$WORK/policies"
writ new policy clear-desk --title "Clear Desk Policy" --quiet
sed -i 's/{{[^}]*}}/what we do/g' policies/clear-desk.md
echo "See [access](access-control.md#scope) and [use](acceptable-use.md)." >>policies/clear-desk.md
git add -A
git commit -qnm "Another policy"
given_server
taken origin main
desk=policies/clear-desk.md
access=policies/access-control.md

# changed FILE 'SED': that change of one file, committed.
changed() { sed -i "$2" "$1"; git commit -qnam "Change $1: $2"; }
back() { git reset -q --hard origin/main; }
broken() { # broken FILE RULE 'SED' FILE: what that changes is refused for this rule, at this file
  changed "$1" "$3"
  kept_out origin main
  says "$4:"
  says " $2 ("
  back
}
git fetch -q origin

# Sound changes.
changed $desk '$a Rule 1 is read aloud.'
taken origin main
changed $access 's/^version: 1.0/version: 1.1/; $a ## More\n\nMore.'
taken origin main
changed $desk 's/^parent: .*/parent: access-control/'
taken origin main
git fetch -q origin

# What a document breaks in itself, beside what it names, and in those that name it.
broken $desk POL-13 's/^parent: .*/parent: nothing/' $desk
broken $desk DOC-09 's/(acceptable-use.md)/(gone.md)/' $desk
broken $desk DOC-09 's/#scope/#nowhere/' $desk
broken $access DOC-09 's/^## Scope/## Where it holds/' $desk
broken $access POL-13 's/^parent: .*/parent: clear-desk/' $desk
broken $access DOC-01 's/^id: .*/id: clear-desk/' $access
broken $access POL-13 's/^id: .*/id: access/' $desk
broken policies/information-security.md OBJ-02 's/^level: top/level: topic\nparent: access-control/' objectives/staff-awareness.md
broken $desk POL-01 's/^level: topic/level: top/' policies/information-security.md
broken $access POL-13 's/^kind: policy/kind: procedure/; /^level:/d; /^parent:/d' $desk
mkdir policies/more
cp $desk policies/more/clear-desk.md
git add .
git commit -qnm "Twice"
kept_out origin main
says "DOC-01"
back
git rm -q $access
git commit -qnm "Gone"
kept_out origin main
says "$desk:"
back
git mv policies/acceptable-use.md policies/use.md
git commit -qnm "Moved"
kept_out origin main
back

# What was wrong before the hook was there is wrong still, and the push of something else is none of that.
rm "$server/hooks/pre-receive"
changed $desk 's/(acceptable-use.md)/(gone.md)/'
changed objectives/staff-awareness.md 's/^policy: .*/policy: clear-desk/'
taken origin main
writ -C "$server" hooks install --server --quiet
changed policies/acceptable-use.md '$a Rule 2 is read aloud.'
taken origin main
changed policies/acceptable-use.md 's/^effective: .*/effective: 2027-01-01/; s/^owner: .*/owner: chief-executive/'
taken origin main
changed $desk '$a Rule 3 is read aloud.'
kept_out origin main
says "gone.md"
says_not "staff-awareness.md:"
