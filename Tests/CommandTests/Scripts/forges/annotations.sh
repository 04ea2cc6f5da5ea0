# check --format github: a workflow command for each finding, whatever the names and texts say. They
# are read here as the runner of GitHub Actions reads them.

given_people
sed 's/^owner: ciso/owner: "::error::%0A::stop-commands::x, ##[add-mask]y\\n::add-mask::z"/' $policy >policies/a:b,c%0A=d.md
printf 'x' >"policies/x"$'\r\n'"::stop-commands::y.md"
printf 'x' >"policies/e"$'\e'"[31m"$'\u202E'".md"
printf 'x' >"policies/r"$'\r'".md"
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy

expect 1 writ check --format json
cp "$WORK/.out" "$WORK/json"
expect 1 writ check --format github
python3 - "$WORK/json" "$WORK/.out" <<'PYTHON' || fail "the runner reads something else"
import json, re, sys
wanted = json.load(open(sys.argv[1]))["findings"]
# The runner ends lines at a carriage return, a line feed, or both.
lines = re.split("\r\n|\r|\n", open(sys.argv[2], newline="").read())
assert lines.pop() == "" and re.fullmatch(r"\d+ errors, \d+ warnings?, 1 note in \d+ documents\.", lines[-1]), lines[-1]
def plain(text, *codes):
    for code in codes + ("%0D", "%0A", "%25"):
        text = text.replace(code, chr(int(code[1:], 16)))
    return text
def shown(text):
    return re.sub("[\x00-\x09\x0b\x0c\x0e-\x1f\u202a-\u202e]", lambda c: "\\u{%X}" % ord(c[0]), text)
def sentence(text):
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?:" else ".")
assert len(wanted) == len(lines) - 1 > 8, (len(wanted), len(lines))
for finding, line in zip(wanted, lines):
    command, properties, message = re.fullmatch("::([a-z]+) (.*?)::(.*)", line).groups()
    properties = dict(entry.split("=", 1) for entry in properties.split(","))
    read = {key: plain(value, "%3A", "%2C") for key, value in properties.items()}
    assert command == {"note": "notice"}.get(finding["severity"], finding["severity"])
    assert read == {
        "file": shown(finding["path"]), "line": str(finding["line"]),
        "title": f'{finding["rule"]} ({finding["clause"]})'}, read
    text = f'{sentence(finding["message"])} To mend it: {sentence(finding["remedy"])}'
    assert plain(message) == shown(text), (plain(message), shown(text))
PYTHON

# The counts are there where nothing is to mend, unless nothing is to be said.
sed -i '/^cadence:/d' writ.yaml
expect 0 writ check --format github writ.yaml
says "Nothing to mend in 1 document."
expect 0 writ check --format github writ.yaml --quiet
[ ! -s "$WORK/.out" ] || fail "it was not quiet"
