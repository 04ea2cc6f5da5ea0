# Whoever may write a document, a commit or a comment puts into it what would act in a browser, a
# spreadsheet, a report or a terminal. In no form of the history does any of it act.

given_governance
turn=$'\u202E' esc=$'\e[31m'
evil="=HYPERLINK(\"https://evil.example\") <script>alert(1)</script> ![a](https://evil.example/a.png) [b](javascript:alert(1)) | \`c\` www.evil.example jane@evil.example ${turn}"
sed -i "s|^title:.*|title: '=cmd [b](javascript:alert(1)) ![a](https://evil.example/a.png) \| \`c\`'|; s|^  summary: .*|  summary: \"@SUM(1) <img src=x onerror=alert(1)> </li></ul></main>\"|" $policy
git -c user.name="=Eve <script> | ${turn}" -c user.email="eve${esc}@example.org" commit -qnm "$evil" -a
echo "More." >>$policy
git -c user.name="+Eve" commit -qnam "-1+1 ${esc} $evil"
# A statement takes neither control nor bidirectional characters, but whatever else there is.
decide sam reject information-security --comment "=1+1 ${evil%"$turn"}

- ![a](https://evil.example/a.png) </section>
# A heading
;=2"
{ echo "= a comment of many lines"; seq -f "=%g|<b>" 10000; } >"$WORK/long"
as bo writ reject information-security --key "$WORK/bo" --yes --quiet --comment "$(cat "$WORK/long")" || fail "reject"

harmless() {
  ! LC_ALL=C.UTF-8 grep -qP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\x{202E}|\x{200B}' "$WORK/.out" || fail "it is not escaped"
}
for format in text json csv markdown html; do
  for command in history "history information-security"; do
    expect 0 as jane writ $command --format $format
    harmless
    cp "$WORK/.out" "$WORK/$format"
  done
done

# The page: no element and no attribute that is not ours.
"$(dirname "$0")/../../../Pages/check" "$WORK/html" || fail "the page holds what it may not"
! grep -qE '<script|<img|href="[^#]|src=' "$WORK/html" || fail "something acts on the page"

# The table: no cell that a spreadsheet would run, at a semicolon neither, and all of it still there.
python3 - "$WORK/csv" "$WORK/json" <<'PY' || fail "a cell would run"
import csv, json, re, sys
text = open(sys.argv[1], newline="", encoding="utf-8").read()
rows = list(csv.reader(__import__("io").StringIO(text, newline=""), strict=True))
for row in rows:
    assert len(row) == len(rows[0])
    for cell in row:
        assert not re.search(r'(^|[;\t\n])[\s"]*[=+\-@＝＋－＠]', cell), cell[:80]
assert max(cell.count("\n") for row in rows for cell in row) == 10000
PY

# The text for a report: one line for each event; nothing that could be a link, an image, HTML or a heading.
[ "$(grep -c '^- ' "$WORK/markdown")" = "$(jq '.events | length' "$WORK/json")" ] || fail "events on several lines"
[ "$(grep -c '^#' "$WORK/markdown")" = 1 ] || fail "a heading of somebody else's"
! grep -qP '(?<!\\)[<\[\]|]' "$WORK/markdown" || fail "markup stands in the text"
! grep -qP 'https?://|www\.|\w@\w' "$WORK/markdown" || fail "a reader would make a link"
