# An evidence pack is a folder, and the same as one ZIP file: the same bytes from the same decisions, wherever
# and whenever it is made. It replaces nothing, and nothing is half written.

given_approved_policy
given_remote
root=$(writ root --format json | jq -r .root)
expect 0 as jane writ evidence --clause 5.2 --output ../pack --at 2026-12-01T11:00:00Z
says "As of 1 December 2026, 11:00 UTC; what is dated later is left out."
says "Every decision is sound: 4 by 2 people."
says "sha256:$(sha256sum <../pack/manifest.json | cut -c1-64)"
says "../pack.zip the same in one file"

# What is in it: of every file length and digest, by path, and of nothing else.
(cd ../pack && find . -type f ! -name manifest.json -printf '%P %s ' -exec sha256sum {} \; |
  sed 's/  .*//' | sort) >"$WORK/found"
jq -r '.files[] | "\(.path) \(.bytes) \(.sha256)"' ../pack/manifest.json >"$WORK/listed"
diff "$WORK/listed" "$WORK/found" || fail "the manifest lists something else"
[ "$(jq -c '[.schema, .repository, .at]' ../pack/manifest.json)" = \
  "[\"writ.manifest/1\",\"$root\",\"2026-12-01T11:00:00Z\"]" ] || fail "the manifest says something else"
for file in VERIFY.md allowed_signers decisions.txt evidence.json index.html repository.bundle \
  documents/governance/1.0.yaml documents/information-security/1.0.md; do
  [ -f "../pack/$file" ] || fail "$file is not there"
  [ "$(stat -c %a "../pack/$file")" = 644 ] || fail "$file cannot be read by all, or be run"
done
cmp "$policy" ../pack/documents/information-security/1.0.md
writ export allowed-signers | cmp - ../pack/allowed_signers

# The ZIP file, read by another program, is the folder.
python3 -m zipfile -t ../pack.zip >/dev/null
python3 -m zipfile -e ../pack.zip ../unzipped
diff -r ../pack ../unzipped || fail "the ZIP file holds something else"
python3 - <<'PY' || fail "the ZIP file carries another date, or other permissions"
import zipfile
for i in zipfile.ZipFile("../pack.zip").infolist():
    assert i.date_time == (2026, 12, 1, 11, 0, 0), i.date_time
    assert i.external_attr >> 16 == 0o100644
PY

# Again, by another user, in another clone that is packed otherwise, in another time zone and a year later: the same bytes.
(
  clone_of sam
  git repack -adqf --window=1
  git tag -a -m "Of no concern" v1
  git config pack.windowMemory 1k
  clock "2027-12-24 23:30:00"
  export TZ=Pacific/Chatham
  expect 0 writ evidence --clause 5.2 --output "$WORK/again" --at 2026-12-01T12:00:00+01:00
)
diff -r ../pack ../again || fail "another clone gives another pack"
cmp ../pack.zip ../again.zip

# Decisions that come later do not change the pack of that time.
clock "2026-12-03 10:00:00"
decide jane reaffirm information-security
expect 0 as jane writ evidence --clause 5.2 --output ../later --at 2026-12-01T11:00:00Z
diff -r ../pack ../later || fail "what came later changes the pack of then"
expect 0 as jane writ evidence --clause 5.2 --output ../now --format json
json '[.schema, .verdict, .folder, .zip, .at]' \
  '["writ.evidence-written/1","valid","../now","../now.zip","2026-12-03T10:00:00Z"]'
json .fingerprint "\"sha256:$(sha256sum <../now/manifest.json | cut -c1-64)\""
grep -q "^valid - writ/information-security/1.0/reaffirm/jane-doe$" ../now/decisions.txt ||
  fail "the newest decision is not in it"
! cmp -s ../pack/manifest.json ../now/manifest.json || fail "the pack is as the one before"

# --from and --to bound what is listed, not what is verified.
expect 0 as jane writ evidence --clause 5.2 --from 2026-12-02 --to 2026-12-03 --output ../days
cmp ../now/decisions.txt ../days/decisions.txt
cmp ../now/repository.bundle ../days/repository.bundle
grep -q 2026-12-01 ../now/history.csv || fail "the history is not listed"
! grep -q '^[^,]*2026-12-01' ../days/history.csv || fail "the days are not those asked for"
grep -q 2026-12-03 ../days/history.csv || fail "the days are not those asked for"

# Whether the maker knows the root is said, and nothing else of what they remember.
expect 0 as newcomer writ evidence --clause 5.2 --output ../unknown
[ "$(jq -c '[."root-pinned", .verdict]' ../unknown/evidence.json)" = '[false,"indeterminate"]' ] ||
  fail "the pack says that its maker knows the root"
cmp ../now/repository.bundle ../unknown/repository.bundle
expect 0 as jane writ verify ../unknown

# It is made whatever it says.
J=writ/information-security/1.0/approve/jane-doe
git tag -d $J >/dev/null
expect 0 as newcomer writ evidence --clause 5.2 --output ../incomplete
says "Not every decision is sound: 1 missing, 4 are sound."
git fetch -q origin "refs/tags/$J:refs/tags/$J"

# Nothing is replaced, and a refusal leaves nothing behind.
touch "$WORK/.places"
find "$WORK" -maxdepth 1 | sort >"$WORK/.places"
mkdir ../full ../empty ../zipped; touch ../full/x ../zipped.zip ../file; ln -s full ../link
for place in ../full ../file ../link ../zipped; do
  expect 1 as jane writ evidence --clause 5.2 --output "$place"
  says "is there already, and a pack replaces nothing"
done
expect 1 as jane writ evidence --clause 5.2 --output .git/pack
says "lies in Git's own folder"
expect 70 as jane writ evidence --clause 5.2 --output ../nowhere/pack
says "make it: mkdir -p ../nowhere"
expect 64 as jane writ evidence --clause 5.2 --output ..
expect 64 as jane writ evidence --clause 5.3 --output ../x
says "There is no evidence on clause 5.3 yet: give --clause 5.2, the policy."
expect 64 as jane writ evidence --output ../x
[ ! -s ../file ] && [ ! -s ../zipped.zip ] && [ -z "$(find ../zipped ../empty -mindepth 1)" ] || fail "something was written"
rm -r ../full ../zipped ../zipped.zip ../file ../link
expect 0 as jane writ evidence --clause 5.2 --output ../empty/
rm -r ../empty ../empty.zip
find "$WORK" -maxdepth 1 | sort | diff "$WORK/.places" - || fail "something was left behind"
