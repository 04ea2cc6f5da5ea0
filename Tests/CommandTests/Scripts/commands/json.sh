# JSON is a contract: the same names in the same order, and equal bytes for equal input.

given_approved_policy
sed -i 's/^version: 1.0/version: 1.1/' $policy
git commit -qam "Promise more: version 1.1, since customers asked" 2>"$WORK/.err"
approve jane information-security
head=$(git rev-parse HEAD)
root=$(sha256sum writ.yaml | cut -d' ' -f1)

keys() { # COMMAND …
  expect 0 as jane writ "$@" --format json
  cp "$WORK/.out" "$WORK/first.json"
  expect 0 as jane writ "$@" --format json
  cmp "$WORK/.out" "$WORK/first.json" || fail "equal input does not give equal bytes"
  json '.schema' "\"writ.$1/1\""
  json '[.repository, ."root-pinned", .head, .at]' "[\"sha256:$root\",true,\"$head\",\"2026-12-01T10:00:00Z\"]"
  json '[keys_unsorted[] | select(test("^[a-z]+(-[a-z]+)*$") | not)]' '[]'
}
common='"schema","repository","root-pinned","head","at"'

keys status
json keys_unsorted "[$common,\"documents\",\"not-read\"]"
json '[.documents[] | keys_unsorted[:13]] | unique' \
  '[["id","kind","title","version","state","in-force","flags","path","digest","approved-by","missing","next-review","reasons"]]'
json '[.documents[]."approved-by"[] | keys_unsorted] | unique' '[["person","role","time","proven"]]'
json '.documents[1] | [.id, .kind, .title, .version, .state, ."in-force", .flags, .path, .missing, ."next-review"]' \
  '["information-security","policy","Information Security Policy","1.1","partial","1.0",[],"policies/information-security.md",["one of Sam Lee (Chief Information Security Officer), Bo Berg (Board member)"],"2027-12-01"]'

keys verify
json keys_unsorted \
  "[$common,\"statements\",\"missing\",\"chain\",\"decide-again\",\"problems\",\"verdict\",\"appeared\",\"notes\",\"observations\"]"
json '[.statements[] | keys_unsorted] | unique' \
  '[["id","ref","document","version","decision","person","role","key","verdict","reason","message","counts","claimed-time","not-before","not-after","out-of-order","proven-time","flags"]]'
json '[.chain[] | keys_unsorted] | unique' '[["version","digest","since","approved-by","changes"]]'
json '[.verdict, .missing, .problems, (.statements | length)]' '["valid",[],[],5]'

keys show information-security
json 'keys_unsorted[:5]' "[$common]"
json '[.id, .version, ."in-force", (.text | startswith("---\nid: information-security\n"))]' \
  '["information-security","1.0",true,true]'

keys history
json keys_unsorted "[$common,\"events\"]"
json '[.events[] | keys_unsorted[:13]] | unique' \
  '[["type","time","document","version","commit","author","summary","signature","person","role","decision","statement","verdict"]]'

keys root
json 'keys_unsorted[5:]' '["root","tip"]'

keys brief jane-doe
json 'keys_unsorted[5:]' \
  '["person","name","top-management","policies","signed","awaiting","sent-back","roles","keys","questions","observations","not-read","notes"]'

keys publish --output ../website
json 'keys_unsorted[5:]' '["output","audience","files","documents","left-out","cannot-tell"]'

# What cannot be read as a decision is listed too, with null for what is unknown.
git tag writ/nonsense
expect 1 as jane writ verify --format json
json '.statements[] | select(.ref == "refs/tags/writ/nonsense") | [.id, .document, .verdict, .counts]' \
  '[null,null,"invalid",false]'
expect 1 as jane writ verify
says "writ/nonsense"
