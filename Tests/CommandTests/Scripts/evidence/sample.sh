# An auditor draws documents out of a finished pack: the same seed draws the same, and a few lines of another
# program do too. Nothing is drawn from a pack that was altered.

given_keys
writ init policies --organisation "Example Ltd" --quiet
cd policies
writ people add jane-doe --name "Jane Doe" --email jane@example.org --role chief-executive --key ../jane.pub --quiet
writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
writ people add bo-berg --name "Bo Berg" --email bo@example.org --role board-member --key ../bo.pub --quiet
git commit -qam "Register who decides" 2>"$WORK/.err"
approve jane governance --accept-warnings
approve sam governance --accept-warnings
# All but one: what is a draft takes no part.
for document in access-control acceptable-use continual-improvement staff-awareness tested-backups \
  chief-executive ciso information-security; do
  approve jane $document
done
approve sam information-security
expect 0 as jane writ evidence --clause 5.2 --output ../pack
cd ..

# Independently, by python and by sha256sum.
python3 - pack "second audit, 2027" 4 >drawn <<'PY'
import hashlib, json, sys
pack, seed, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
register = json.load(open(pack + "/evidence.json"))["documents"]
lots = sorted(
    (hashlib.sha256(f"{seed}\n{d['id']}\n{d['in-force']}".encode()).hexdigest(), d["id"], d["in-force"])
    for d in register if d["in-force"])
for lot, id, version in lots[:count]:
    print(lot, id, version)
PY
expect 0 writ evidence --sample 4 --seed "second audit, 2027" pack --format json
jq -r '.documents[] | "\(.lot) \(.id) \(.version)"' .out | diff drawn - || fail "another program draws others"
json '[.schema, .seed, .of, (.documents | length)]' '["writ.sample/1","second audit, 2027",9,4]'
json .fingerprint "\"sha256:$(sha256sum <pack/manifest.json | cut -c1-64)\""
read -r lot id version <drawn
[ "$(printf '%s\n%s\n%s' "second audit, 2027" "$id" "$version" | sha256sum | cut -c1-64)" = "$lot" ] ||
  fail "sha256sum finds another lot"
for file in $(jq -r '.documents[].file' .out); do [ -f "pack/$file" ] || fail "$file is not there"; done
cp .out first

# From the ZIP file, again, elsewhere: the same; by another seed, others.
expect 0 env HOME=/nowhere TZ=Asia/Tokyo writ evidence --sample 4 --seed "second audit, 2027" pack.zip --format json
cmp .out first || fail "the ZIP file gives others"
expect 0 writ evidence --sample 4 --seed "third audit" pack --format json
! diff -q <(jq .documents .out) <(jq .documents first) >/dev/null || fail "another seed draws the same"

# For people; all there are, where more are asked for. A draft is not among them.
expect 0 writ evidence --sample 100 --seed x pack
says 'Drawn with the seed "x": 9 of 9 documents in force, as of 1 December 2026, 10:00 UTC.'
says "Information Security Policy 1.0 approved by jane-doe (chief-executive), 1 December 2026, 10:00 UTC"
says "documents/information-security/1.0.md"
says_not "board-member/"

expect 64 writ evidence --sample 0 --seed x pack
expect 64 writ evidence --sample 1 --seed "" pack
expect 64 writ evidence --sample 1 pack
expect 70 writ evidence --sample 1 --seed x pack/repository.bundle

# Whoever writes the manifest anew as well cannot have other documents drawn.
cp -r pack other
jq '.documents |= map(select(.id != "ciso"))' pack/evidence.json >other/evidence.json
"$examples/../CommandTests/Scripts/evidence/refit" other
expect 1 writ evidence --sample 1 --seed x other
says "other was altered, and nothing is drawn from it evidence.json says something else of ciso than the repository in the pack."

echo >>pack/history.csv
expect 1 writ evidence --sample 1 --seed x pack
says "pack was altered, and nothing is drawn from it history.csv was altered since the pack was made."
