# check --format sarif: SARIF 2.1.0. What is expected here was held against the schema of OASIS once,
# with help texts; Scripts/forges/findings.json is what is left without them.

given_people
odd='policies/odd #1 [x],y:z%ä.md'
sed 's/^owner: ciso/owner: "k[a](https:\/\/example.org)"/' $policy >"$odd"
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy

expect 1 writ check --format sarif
jq '.runs[].tool.driver.rules |= map(.help |= keys)' "$WORK/.out" >"$WORK/found.json"
diff "$(dirname "$0")/findings.json" "$WORK/found.json" || fail "other findings than expected"
cp "$WORK/.out" "$WORK/first"
expect 1 writ check --format sarif --quiet
cmp "$WORK/.out" "$WORK/first" || fail "equal input does not give equal bytes"

# The same findings as in JSON, each with its rule.
expect 1 writ check --format json
jq -c '[.findings[] | [.rule, .severity, .path, .line]]' "$WORK/.out" >"$WORK/json"
python3 - "$WORK/first" >"$WORK/sarif" <<'PYTHON'
import json, sys, urllib.parse
run, = json.load(open(sys.argv[1]))["runs"]
rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
assert len(set(rules)) == len(rules) == len({result["ruleId"] for result in run["results"]}), rules
found = []
for result in run["results"]:
    assert rules[result["ruleIndex"]] == result["ruleId"]
    place, = result["locations"]
    place = place["physicalLocation"]
    uri = urllib.parse.urlsplit(place["artifactLocation"]["uri"])
    assert (uri.scheme, uri.netloc, uri.query, uri.fragment) == ("", "", "", ""), uri
    path = urllib.parse.unquote(uri.path, errors="strict")
    found.append([result["ruleId"], result["level"], path, place["region"]["startLine"]])
print(json.dumps(found, separators=(",", ":"), ensure_ascii=False))
PYTHON
diff "$WORK/json" "$WORK/sarif" || fail "not the findings that JSON has"

# A finding is known again where its line moves; two alike in one file are told apart.
fingerprints() { jq -c '[.runs[].results[].partialFingerprints["finding/v1"]]' "$1"; }
fingerprints "$WORK/first" >"$WORK/before"
jq -e 'length > 3 and (unique | length) == length' "$WORK/before" >"$WORK/.out" || fail "fingerprints are not unique"
sed -i '0,/^# /s//We say this first.\n\n# /' $policy "$odd"
expect 1 writ check --format sarif
fingerprints "$WORK/.out" | diff "$WORK/before" - || fail "fingerprints moved with the lines"
! cmp -s "$WORK/.out" "$WORK/first" || fail "no line moved"

# Exit codes are those of check; nothing found is a log without results.
git stash -qu
sed -i 's/^requirements:.*/requirements: [gdpr]/' $policy
sed -i '/^cadence:/d' writ.yaml
expect 0 writ check --format sarif writ.yaml
json '[.runs[] | .results, .tool.driver.rules]' '[[],[]]'
expect 70 writ check --format sarif --commit nowhere
[ ! -s "$WORK/.out" ] || fail "it printed something"

# Other commands have no findings; they refuse before they do anything.
for format in sarif github; do
  expect 64 writ verify --format $format
  says "This command does not print --format $format"
  expect 64 writ --format $format status
  expect 64 writ rules --format $format
  expect 64 writ init "$WORK/none" --format $format
  [ ! -e "$WORK/none" ] || fail "it made a folder"
  expect 64 as jane writ approve governance --key ../jane --yes --format $format
  expect 64 writ hooks run pre-commit --format $format
done
[ -z "$(git tag)" ] || fail "it decided"
