# An organisation may be called what it likes: right after init, check has no errors.
# A name that cannot be written down plainly is refused.

mkdir refused
for name in 'Less < than' ' outer' '' $'two\nlines' $'over\u202Eride'; do
  refused 64 writ init refused --organisation "$name"
  says "cannot be the name of an organisation"
done
# So is a name that would look like something still to be filled in.
for name in 'Fields {{date}} Ltd' '[Company]' 'TODO Ltd' 'Lorem ipsum'; do
  refused 64 writ init refused --organisation "$name"
  says "cannot be the name of an organisation"
  says "write the name in another way"
done

number=0
for name in 'Example "Best" Ltd' 'Back\slash & Sons' 'Müller Österreich GmbH' '*Stars* _and_ `ticks` # Ltd' \
  '{date} Ltd' '{{date' "O'Neil: Sons, Inc." '- Dash' '1. First' '[brackets] Ltd' '100% | pipes' \
  'true' '~' '!bang' '日本電気' '$HOME' '(c) Example' '+ Plus' 'A&amp;B' 'www.example.org' 'a@example.org'; do
  number=$((number + 1))
  cd "$WORK"
  expect 0 writ init "$number" --organisation="$name" --quiet
  cd "$number"
  expect 0 writ check
  says_not "error"
  expect 0 writ check --format json
  json .errors 0
  given=$(printf '%s' "$name" | jq -Rs .)
  expect 0 writ status --format json
  json '[.documents[] | select(.id == "governance") | .title]' "$(jq -nc --argjson n "$given" '["Governance of " + $n]')"
done
