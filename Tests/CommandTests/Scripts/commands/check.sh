# check looks at the files that are named, from wherever one stands; its JSON is for scripts.

given_people
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy
sed 's/^id: .*/id: clear-desk/; s/^level: top/level: topic/; s/^owner: ciso/owner: king/' $policy >policies/clear-desk.md

expect 1 writ check
says "policies/clear-desk.md"
says "POL-05 (5.2 d)"
expect 1 writ check policies/clear-desk.md
says 'The owner "king" is no role of writ.yaml.'
says_not "POL-05"
cd policies
expect 1 writ check information-security.md
says "policies/information-security.md:"
says_not "clear-desk"
expect 1 writ check ../policies/./clear-desk.md
says_not "POL-05"
expect 0 writ check ../writ.yaml
expect 1 writ check ..
cd ..
expect 64 writ check objectives
says "there is no file or folder objectives"
expect 1 writ check "$PWD/policies"
says "POL-05"
expect 64 writ check ..

expect 1 writ check --format json $policy
json 'keys_unsorted' '["schema","repository","root-pinned","head","at","findings","errors","warnings","documents","not-judged","not-judged-count","search-complete","compared-with-approved"]'
json '[.findings[] | keys_unsorted] | unique' '[["rule","severity","clause","path","line","message","remedy"]]'
json '.findings[] | select(.rule == "POL-05") | [.severity, .clause, .path, .line]' \
  "[\"error\",\"5.2 d\",\"$policy\",$(line_of "## Commitments" $policy)]"
json '[.errors, .warnings, .documents, ."not-judged", ."search-complete"]' '[1,1,1,[],true]'
cp "$WORK/.out" ../first.json
expect 1 writ check --format json $policy
cmp "$WORK/.out" ../first.json || fail "equal input does not give equal bytes"

# Only the commit, or only what is staged.
expect 0 writ check --commit HEAD
expect 0 writ check --staged
git add $policy
expect 1 writ check --staged
says_not "clear-desk"
