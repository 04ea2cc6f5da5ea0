# Whoever alters a pack and makes its manifest fit again: the pack is made again from its bundle, and each file
# that is another is named, in a folder and in a ZIP file. What cannot be compared is told before all else.
refit() { "$examples/../CommandTests/Scripts/evidence/refit" "$1"; }
# changed: a copy of the pack to alter; refitted: its manifest fits, and it is zipped without a trace.
changed() { rm -rf other other.zip; cp -r pack other; }
refitted() {
  refit other
  rm -f other.zip
  python3 - other <<'PY'
import pathlib, sys, zipfile
pack = pathlib.Path(sys.argv[1])
with zipfile.ZipFile("other.zip", "w", zipfile.ZIP_DEFLATED) as z:
    for f in sorted(f for f in pack.rglob("*") if f.is_file()):
        z.writestr(str(f.relative_to(pack)), f.read_bytes())
PY
}
# named SENTENCE …: verify says no, of the folder and of the ZIP file, for these reasons and no other.
named() {
  local wanted; wanted=$(jq -cn '$ARGS.positional' --args -- "$@")
  for it in other other.zip; do
    expect 1 verified $it --format json
    json .verdict '"invalid"'
    json .problems "$wanted"
  done
}
verified() { as nobody writ verify --root "$root" "$@"; }

given_approved_policy
root=$(writ root --format json | jq -r .root)
clock "2026-12-02 10:00:00"
expect 0 as jane writ evidence --clause 5.2 --from 2026-12-01 --output ../pack
cd "$WORK"
changed; refitted
cmp pack/manifest.json other/manifest.json || fail "the manifest is written otherwise"
for it in other other.zip; do expect 0 verified $it; says "It lists changes and decisions from 1 December 2026 only."; done

# One byte in each kind of file, all at once.
files="VERIFY.md allowed_signers decisions.txt documents/governance/1.0.html documents/governance/1.0.yaml"
files+=" documents/information-security/1.0.html documents/information-security/1.0.md"
all="$files evidence.json history.csv history.html index.html"
[ "$(cd pack && find . -type f -printf '%P\n' | sort | tr '\n' ' ')" = \
  "$(tr ' ' '\n' <<<"$all manifest.json repository.bundle" | sort | tr '\n' ' ')" ] || fail "the pack holds something else"
changed
(cd other && python3 - $all <<'PY'
import sys
for name in sys.argv[1:]:
    data = bytearray(open(name, "rb").read())
    data[len(data) // 2] ^= 1
    open(name, "wb").write(data)
PY
)
refitted
expect 1 verified other --format json
[ "$(jq -r '.problems[] | split(" ")[0]' .out | sort -u | tr '\n' ' ')" = "$(tr ' ' '\n' <<<"$all" | sort | tr '\n' ' ')" ] ||
  fail "not each file that was altered is named, or another is"
json '.pack."not-compared"' '[]'

# Files left out, all that can be.
changed; rm other/VERIFY.md other/evidence.json other/history.html other/documents/governance/1.0.yaml; refitted
for it in other other.zip; do
  expect 1 verified $it --format json
  for file in VERIFY.md evidence.json history.html documents/governance/1.0.yaml; do
    jq -e --arg sentence "$file is missing from the pack." '.problems | index($sentence)' .out >"$WORK/.err" ||
      fail "it is not said that $file is missing"
  done
done
# Files added.
changed; echo x >other/more.html; mkdir other/documents/x; echo x >other/documents/x/1.0.md; cp pack/index.html other/INDEX.html
refit other
expect 1 verified other --format json
json .problems '["INDEX.html does not belong to the pack.","documents/x/1.0.md does not belong to the pack.","more.html does not belong to the pack."]'

# What evidence.json says otherwise is named.
said() { # FILTER SUBJECT
  changed; jq "$1" pack/evidence.json >other/evidence.json; refitted
  named "evidence.json says something else of $2 than the repository in the pack."
}
J=writ/information-security/1.0/approve/jane-doe
said '.documents[1].versions[0]."approved-by"[0].person = "kim-ray"' information-security
said '.statements[2].verdict = "invalid"' $J
said 'del(.statements[2])' $J
said '.requirements[0].gaps = ["x"] | .verdict = "invalid"' 'requirement 5.2 and "verdict"'
changed; jq . pack/evidence.json | sed 's/^  "scope"/   "scope"/' >other/evidence.json; refitted
named "evidence.json is spelt otherwise than Writ writes it."
changed; echo '{}' >other/evidence.json; refitted
expect 1 verified other
says "evidence.json cannot be read as what Writ writes."
changed; sed -i 's/"at": "2026-12-02/"at": "2026-12-01/' other/evidence.json; refitted
named "evidence.json is about another repository or another time than the pack." \
  'evidence.json says something else of "at" than the repository in the pack.'

# So is what the manifest says of the whole.
changed; sed -i 's/"at": "2026-12-02/"at": "2026-12-06/' other/manifest.json
expect 1 verified other
says "evidence.json is about another repository or another time than the pack."
says "index.html is not what the repository in the pack gives."
changed; sed -i "s/\"repository\": \"sha256:..../\"repository\": \"sha256:0000/" other/manifest.json
expect 1 verified other
says "The pack is about another repository than this one: sha256:0000"

# Asked of an earlier time, the decisions are those of then, and the pack is still what it is.
changed; echo "Everybody may do as they like." >>other/documents/information-security/1.0.md; refitted
for at in 2026-12-01T10:30:00Z 2027-01-01; do
  expect 1 verified other --at $at
  says "documents/information-security/1.0.md is not what the repository in the pack gives."
done
expect 0 verified pack --at 2026-12-01T10:30:00Z
# Made anew, it is the one that it was.
expect 1 verified other --output anew
says "anew.zip the same in one file"
diff -r pack anew || fail "made anew it is another"
cmp pack.zip anew.zip
expect 1 verified other --output anew
says "anew is there already"
expect 1 verified other --output other/anew
says "other/anew lies in the pack itself"
[ ! -e other/anew ] || fail "something was written"
expect 64 verified other/repository.bundle --output x
expect 64 as nobody writ verify --output x

# By another version: its own pages are not compared, which is said first, and not kept quiet. What is found with the
# signatures is compared all the same.
changed
sed -i 's/Writ [0-9][0-9.a-z-]*[0-9a-z]/Writ 9.9/; s/"program": "[^"]*"/"program": "9.9"/' other/*.html other/documents/*/*.html other/evidence.json
sed -i 's/Jane Doe/Kim Ray/' other/index.html; echo "rm -rf ~" >>other/VERIFY.md; echo x >other/new.html; refitted
for it in other other.zip; do
  expect 0 verified $it --format json
  json '[.verdict, .problems, .pack.program, .pack."not-compared"]' '["valid",[],"9.9",["VERIFY.md","index.html","new.html"]]'
  expect 0 verified $it --quiet
  head -n 3 .out | tr -s ' \n' '  ' | grep -qF "these pages prove nothing. VERIFY.md, index.html and new.html" ||
    fail "it is not said first what proves nothing"
  says "It says that Writ 9.9 made it"
done
jq '.documents[1].versions[0]."approved-by"[0].person = "kim-ray"' other/evidence.json >x; mv x other/evidence.json
echo >>other/documents/information-security/1.0.md; sed -i 's/,jane-doe,/,kim-ray,/' other/history.csv; refitted
named "documents/information-security/1.0.md is not what the repository in the pack gives." \
  "evidence.json says something else of information-security than the repository in the pack." \
  "history.csv says something else than the repository in the pack."
# Pages of this version are no other's.
changed; sed -i 's/"program": "[^"]*"/"program": "9.9"/' other/evidence.json; refitted
named 'evidence.json says something else of "program" than the repository in the pack.'

# A ZIP file that two programs would read in two ways is not read.
python3 - <<'PY'
import struct
data = open("pack.zip", "rb").read()
count, size, start = struct.unpack("<HII", data[-12:-2])
# The list gives index.html another name by the field 0x7075, which one program follows and another does not.
field = struct.pack("<HHBI", 0x7075, 5 + 9, 1, 0) + b"other.txt"
at = data.rindex(b"index.html", start) + len(b"index.html")
entry = at - 46 - len("index.html")
listed = data[start:entry + 30] + struct.pack("<H", len(field)) + data[entry + 32:at] + field + data[at:-22]
end = data[-22:-10] + struct.pack("<II", len(listed), start) + b"\0\0"
open("field.zip", "wb").write(data[:start] + listed + end)
PY
python3 -c 'import zipfile; assert zipfile.ZipFile("field.zip").testzip() is None'
expect 70 verified field.zip
says "index.html in it has an extra field"
