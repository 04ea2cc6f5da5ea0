# The history as an auditor may want it: to read, for a script, for a spreadsheet, to put into a report, as a
# page with a picture. All say the same.

doc=information-security
given_governance
clock "2026-12-02 09:00:00"
approve jane $doc --comment "I have read it, with the board."
approve sam $doc
clock "2027-02-01 09:00:00"
sed -i 's/^version: 1.0/version: 2.0/; s/^  summary: .*/  summary: Cover suppliers/' $policy
echo "Suppliers too." >>$policy
git commit -qnam "Cover suppliers, version 2.0" --author "Kim Ray <kim@example.org>"
clock "2027-02-10 09:00:00"
decide sam reject $doc --comment "Who pays for this?"
clock "2027-02-15 09:00:00"
decide sam withdraw $doc
clock "2027-02-20 09:00:00"
approve sam $doc
approve jane $doc
clock "2028-01-15 09:00:00"
decide jane reaffirm $doc
decide sam reaffirm $doc
clock "2028-03-01 09:00:00"
decide sam retire $doc --comment "Another takes its place."
decide jane retire $doc --comment "Another takes its place."
# Somebody signs a decision of Jane's with another key, and puts it beside.
ssh-keygen -q -t ed25519 -N '' -C mallory -f ../mallory
tag=writ/$doc/2.0/approve/jane-doe
git cat-file tag $tag | sed '/^-----BEGIN/,$d' >../payload
ssh-keygen -q -Y sign -n git -f ../mallory ../payload 2>"$WORK/.err"
cat ../payload ../payload.sig >../tag
git update-ref "refs/tags/writ/$doc/2.0/approve/jane-doe.2" "$(git hash-object -w -t tag --literally ../tag)"

# To read.
expect 0 as jane writ history $doc
says "2027-02-01 09:00 $doc 2.0 written, after 1.0, by Kim Ray, saved by Pat Ray Cover suppliers (commit"
says "2027-02-10 09:00 $doc 2.0 sent back by Sam Lee, Chief Information Security Officer \"Who pays for this?\" taken back on 15 February 2027 (own clock; not proven; between 2 December 2026 and 20 February 2027)"
says "$doc 2.0 send-back of 2027-02-10 taken back by Sam Lee"
says "2028-01-15 09:00 $doc 2.0 reviewed, still right, by Jane Doe, Chief Executive (own clock; not proven;"
says "2028-03-01 09:00 $doc 2.0 retired by Jane Doe"
says "does not hold (invalid): "
says_not "As of"
[ "$(awk 'length > 80' "$WORK/.out")" = "" ] || fail "it is wider than 80"

# For scripts.
expect 0 as jane writ history $doc --format json
cp "$WORK/.out" "$WORK/json"
json '.events[] | select(.decision == "reject") | [."counts", ."not-before", ."not-after", ."out-of-order", ."proven-time", .reason, .message]' \
  '[false,"2026-12-02T09:00:00Z","2027-02-20T09:00:00Z",false,null,null,null]'
json '[.events[] | select(.verdict == "invalid") | [.counts, .reason, (.message | length > 10)]]' '[[false,"ref-mismatch",true]]'
json '[.events[] | select(.type == "change") | has("counts")] | any' false

# For a spreadsheet: what a strict reader of RFC 4180 finds is what JSON has.
expect 0 as jane writ history $doc --format csv
python3 - "$WORK/.out" "$WORK/json" <<'PY' || fail "the table says something else"
import csv, json, sys
text = open(sys.argv[1], newline="", encoding="utf-8").read()
assert text.count("\n") == text.count("\r\n")
rows = list(csv.DictReader(text.splitlines(), strict=True))
events = json.load(open(sys.argv[2]))["events"]
word = lambda value: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
assert rows == [{key: word(event.get(key)) for key in rows[0]} for event in events], rows
assert set(rows[0]) == {key for event in events for key in event}
PY

# To put into a report.
expect 0 as jane writ history $doc --format markdown
says "# History: Information Security Policy"
says "- 2026-12-02 09:00 **Information Security Policy 1.0 approved** by Jane Doe, Chief Executive: “I have read it, with the board.” (own clock; not proven; between"
says "sent back** by Sam Lee, Chief Information Security Officer: “Who pays for this?”. **Taken back on 15 February 2027.**"
says "**Does not hold (invalid): "
says "Times are UTC."

# To open in a browser.
page() { grep -qF -- "$1" "$WORK/.out" || fail "the page does not say: $1"; }
expect 0 as jane writ history $doc --format html
"$(dirname "$0")/../../../Pages/check" "$WORK/.out" || fail "the page holds what it may not"
page '<h1 dir="auto">History: Information Security Policy</h1>'
page "Version 1.0 in force from 2 December 2026 to 20 February 2027; version 2.0 in force from 20 February 2027 to 1 March 2028; approval of 1.0 on 2 December 2026; approval of 2.0 on 20 February 2027; 2.0 sent back on 10 February 2027; decision on 2.0 taken back on 15 February 2027; 2.0 reviewed, still right on 15 January 2028; 2.0 retired on 1 March 2028."
page '<p class="bad">Does not hold (invalid): '
page '<p class="warn">Taken back on 15 February 2027.</p>'
expect 0 writ history --format html
page "Not compared yet: whether these are your organisation&#39;s people and rules."
page "<bdi>People and rules</bdi>"
page "Version 1.0 in force since 1 December 2026; approval of 1.0 on 1 December 2026."

# Within some days only.
expect 0 as jane writ history --from 2027-02-10 --to 2027-02-15 --format csv
[ "$(wc -l <"$WORK/.out")" = 3 ] || fail "other rows"
expect 0 as jane writ history --from 2027-02-10 --to 2027-02-15 --format html
"$(dirname "$0")/../../../Pages/check" "$WORK/.out" || fail "the page holds what it may not"
expect 0 as jane writ history --to 2026-11-01 --format html
page "Nothing has happened yet."
expect 0 as jane writ history --to 2026-11-01 --format markdown
says "Nothing has happened yet."
expect 64 writ history --format sarif
expect 64 writ status --format csv
