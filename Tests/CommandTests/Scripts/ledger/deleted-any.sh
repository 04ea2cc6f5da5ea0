# Of ten decisions somebody deletes one, whichever. Who had looked at them before is told which is gone
# by their own computer; who has an earlier report, by that; anybody else, only where a later
# decision names it as seen.

given_approved_policy
writ new policy access-control --quiet
git add policies
git commit -qm "Access control" 2>"$WORK/.err"
approve jane access-control --accept-warnings
approve sam access-control --accept-warnings
for document in information-security access-control; do
  decide jane reaffirm $document
  decide sam reaffirm $document
done
root=$(writ root --format json | jq -r .root)
[ "$(git tag -l 'writ/*' | wc -l)" = 10 ] || fail "there are not ten"

expect 0 as jane writ verify
expect 0 as jane writ verify --format json
cp "$WORK/.out" ../earlier.json
expect 0 as auditor writ verify --root "$root" --since ../earlier.json
says "All that the file of 1 December 2026, 10:00 UTC, calls sound is here: 10 decisions."

unnoticed=0
for tag in $(git tag -l 'writ/*'); do
  kept=$(git rev-parse "$tag")
  id=$(jq -r --arg ref "refs/tags/$tag" '.statements[] | select(.ref == $ref) | .id' ../earlier.json)
  git update-ref -d "refs/tags/$tag"

  # Jane's computer had found it sound.
  expect 1 as jane writ verify --format json
  json .verdict '"invalid"'
  json '[.missing[] | [.id, .ref, .remembered, .listed]]' "[[\"$id\",\"refs/tags/$tag\",true,false]]"
  document=$(cut -d/ -f2 <<<"$tag")
  expect 0 as jane writ status "$document" --format json
  json '[.documents[] | [.state, ."in-force"]]' '[["indeterminate",null]]'

  # The auditor had never looked, but has the report.
  rm -rf "$HOME/state-auditor"
  expect 1 as auditor writ verify --root "$root" --since ../earlier.json --format json
  json .verdict '"invalid"'
  json '[.missing[] | [.id, .ref, .remembered, .listed]]' "[[\"$id\",\"refs/tags/$tag\",false,true]]"
  json .appeared '[]'

  # Who knows nothing of it learns it by the links, if at all.
  rm -rf "$HOME/state-newcomer"
  if as newcomer writ verify --root "$root" --format json >"$WORK/.out"; then
    unnoticed=$((unnoticed + 1))
    [ "$tag" = writ/access-control/1.0/reaffirm/sam-lee ] || fail "nobody misses $tag"
  elif [ "$document" != governance ]; then
    json '[.missing[] | [.id, .ref, (."seen-by" | length > 0), .remembered]]' \
      "[[\"$id\",\"refs/tags/$tag\",true,false]]"
  fi
  git update-ref "refs/tags/$tag" "$kept"
done
[ "$unnoticed" = 1 ] || fail "$unnoticed are missed by nobody who knows nothing of them"
expect 0 as jane writ verify

# In words: by the links, by the memory, by the report.
git update-ref -d refs/tags/writ/access-control/1.0/reaffirm/jane-doe
expect 1 as jane writ verify --since ../earlier.json
says "missing Jane Doe's confirmation of Access Control Policy 1.0 dated 1 December 2026, 10:00 UTC"
says "Sam Lee's decision of 1 December 2026 names it as seen."
says "This computer had found it sound."
says "The file of 1 December 2026, 10:00 UTC, lists it as sound. It is not in its place now."
says "Fetch the decisions again (writ pull)."
says "Jane Doe's own copy can restore it."
says "If you deleted it on purpose, take its line out of"
memory=$HOME/state-jane/writ/${root#sha256:}/memory
says "$memory"
expect 1 as jane writ verify
says_not "lists it as sound"

# Whoever deleted it on purpose does that.
git update-ref -d refs/tags/writ/access-control/1.0/reaffirm/sam-lee
sed -i '/access-control.*reaffirm/d' "$memory"
expect 0 as jane writ verify
