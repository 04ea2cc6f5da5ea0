# export codeowners: who must approve each document by the people and rules in force.

given_governance
owners() { # PATH ADDRESS…: the last line that fits the file, read as Git reads .gitignore
  local path=$1 fitting=""; shift
  while read -r line; do
    pattern=$(sed -E 's/( [^ ]+@[^ ]+)+$//' <<<"$line")
    echo "$pattern" >"$WORK/pattern"
    if git -c core.excludesFile="$WORK/pattern" check-ignore -q --no-index -- "$path"; then
      fitting=${line#"$pattern"}
    fi
  done < <(grep -v -e '^#' -e '^$' "$WORK/owners")
  [ "$fitting" = "${*:+ $*}" ] || fail "$path is owned by:$fitting"
}
exported() { expect 0 writ export codeowners "$@"; cp "$WORK/.out" "$WORK/owners"; }

jane=jane@example.org sam=sam@example.org bo=bo@example.org
exported
says "Who must approve what at Example Ltd, by version 1.0 of the people and rules."
says "the signed decisions say"
owners $policy $jane $sam $bo
owners writ.yaml $jane $sam $bo

# By rule, for minor versions too; what is in force counts, not what HEAD holds.
sed -i '/level: top}/{n;s/\[.*\]/[1 of chief-executive]/;a\    minor: [1 of ciso]
}; /for: {}/i\  - for: {kind: policy}\n    require: [1 of ciso]\n  - for: {id: secret-plan}\n    require: [1 of chief-executive]\n  - for: {kind: role}\n    require: [1 of board-member]' writ.yaml
writ people draft >"$WORK/.out"
git commit -qnam "Other rules: version 1.1"
exported
says "by version 1.0"
owners $policy $jane $sam $bo
approve jane governance --accept-warnings
approve sam governance --accept-warnings
exported
says "by version 1.1"
owners $policy $jane $sam
owners writ.yaml $jane $sam $bo
# Documents that are still to be written.
owners policies/new.md $jane $sam $bo
owners objectives/new.md $jane $sam $bo
owners roles/deep/new.md $bo
owners notes.txt

# Names that a pattern would take for something else.
odd=('#1 [x]*?.md' '!a\b.md' 'a  b#c.md' '[ab].md')
for name in "${odd[@]}"; do sed 's/^level: top/level: topic/' $policy >"policies/$name"; done
cp $policy "policies/x"$'\n'"y.md"
git add -A
git commit -qnm "Odd names"
exported
for name in "${odd[@]}"; do owners "policies/$name" $sam; done
says '# policies/x\ny.md: its name cannot be written here'
for name in a.md '#1 [x]y?.md' '#1 [x]*y.md' '#1 x*?.md' 'a b.md'; do owners "policies/$name" $jane $sam $bo; done
expect 0 writ export codeowners --format json
json '[.codeowners[] | select(.path == "policies/[ab].md") | .owners[]]' "[\"$sam\"]"
json 'keys_unsorted' '["schema","repository","root-pinned","head","at","codeowners"]'

# Before anybody is registered.
expect 64 writ export codeowners --format sarif
cd "$WORK"
writ init empty --organisation "Example Ltd" --minimal --quiet
expect 0 writ -C empty export codeowners
says "by version 1.0 of the people and rules, which is not approved yet."
says "# writ.yaml: nobody holds a role that may approve it"
