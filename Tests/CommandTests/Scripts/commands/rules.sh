# The rules are listed, and each explains itself, also where there is no repository.

expect 0 writ rules
says "POL-05 error 5.2 d"
says "The top policy commits to improving the management system continually."
says "POL-15 note 5.2"
says "GOV-02 warning 5.3"

expect 0 writ rules POL-05
says "Checked: error Elements.improvement names a heading of the text"
says "To mend it: Below elements, name the heading"
expect 0 writ rules pol-12
says "A convention of practice: no clause asks for it in so many words."
expect 0 writ rules OBJ-13
says "What is given has the right form: evaluation."

expect 64 writ rules POL-99
says "There is no rule POL-99; see them all with: writ rules"
expect 64 writ rules POL-05 DOC-01
expect 64 writ rules --at 2026-12-01

expect 0 writ rules --format json
json 'keys_unsorted' '["schema","repository","root-pinned","head","at","rules"]'
json '[.schema, .repository, .head]' '["writ.rules/1",null,null]'
json '[.rules[] | keys_unsorted] | unique' \
  '[["rule","severity","clause","title","why","convention","across-documents","checks","mend"]]'
json '[.rules[].rule] | [length > 35, (unique | length) == length]' '[true,true]'
expect 0 writ rules DOC-07 --format json
json '.rules | map(.rule)' '["DOC-07"]'
json '.rules[0].checks | map(.severity)' '["error"]'

# Every finding is one of a rule that can be looked up.
given_people
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy
expect 1 writ check --format json
for rule in $(jq -r '.findings[].rule' "$WORK/.out" | sort -u); do expect 0 writ rules "$rule"; done
