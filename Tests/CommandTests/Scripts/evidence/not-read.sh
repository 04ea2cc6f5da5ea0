# What is not read is no evidence, whatever it is called; and every report that sums up names it.
row() { jq -r --arg c "$1" ".requirements[] | select(.clause == \$c) | $2" "$WORK/pack/evidence.json"; }
pack() {
  rm -rf "$WORK/pack" "$WORK/pack.zip"
  expect 0 as jane writ evidence --clause 5.2 --output "$WORK/pack"
}

given_approved_policy
pack
gaps() { for clause in '5.2 f' A.5.1; do row "$clause" '.verdict, (.gaps | length), (.evidence | length)'; done; }
gaps >"$WORK/without"
jq -e '."not-read" == []' "$WORK/pack/evidence.json" >/dev/null || fail "there is nothing that was not read"

# Tables, empty and full; a rasci table, a list of staff, of requirements; Word, PDF, other letters, another
# kind, a file that is no document.
mkdir -p records context plans roles objectives
: >records/acknowledgements.csv
printf 'person,policy,day\njane-doe,information-security,2026-12-01\n' >records/communications.csv
for table in roles/rasci context/requirements context/staff; do echo "id" >"$table.csv"; done
echo word >policies/old.docx
echo pdf >policies/Old.PDF
echo "# Notes" >policies/NOTES.MD
printf -- '---\nid: review-1\nkind: minutes\ntitle: Review\nversion: 1.0\n---\n' >records/review-1.md
echo "no document" >plans/loose.md
ln -s ../policies records/link
git add -A
git commit -qnm "Keep all sorts of files" 2>"$WORK/.err"

pack
gaps | diff "$WORK/without" - || fail "a file that is not read changed what is there"
for path in records/acknowledgements.csv records/communications.csv; do
  row '5.2 f' '.gaps[]' >"$WORK/gaps"; row A.5.1 '.gaps[]' >>"$WORK/gaps"
  grep -q "was read: there is a file $path, but this version does not read it" "$WORK/gaps" || fail "$path is not named"
done
row 7.5.2 '.weaknesses[]' | grep -q 'plans/loose.md, records/review-1.md' || fail "what is no document is no weakness"
not_read='[["context/requirements.csv","register"],["context/staff.csv","register"],["plans/loose.md","unreadable"],["policies/NOTES.MD","format"],["policies/Old.PDF","format"],["policies/old.docx","format"],["records/acknowledgements.csv","register"],["records/communications.csv","register"],["records/link","not-a-file"],["records/review-1.md","unreadable"],["roles/rasci.csv","register"]]'
list='[."not-read"[] | [.path, .reason]]'
[ "$(jq -c "$list | sort" "$WORK/pack/evidence.json")" = "$not_read" ] || fail "$(jq -c "$list" "$WORK/pack/evidence.json")"
expect 0 as jane writ status --format json
json "$list | sort" "$not_read"
expect 0 as jane writ brief jane-doe --format json
json "$list | sort" "$not_read"
for path in roles/rasci.csv policies/old.docx policies/NOTES.MD records/link plans/loose.md; do
  grep -qF "$path" "$WORK/pack/index.html" || fail "the first page does not name $path"
  for report in "status" "brief jane-doe"; do
    expect 0 as jane writ $report
    says "$path"
  done
done

# A register of staff that nobody reads proves no owner.
printf '%s\n' >objectives/tested.md --- 'id: tested' 'kind: objective' 'title: Tested' 'version: 1.0' \
  'owner-person: kim' ---
expect 1 writ check --format json
json '[.findings[] | select(.rule == "OBJ-11") | .severity]' '["warning"]'
