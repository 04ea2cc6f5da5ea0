# The inbox says what awaits somebody, who asks, by when, who else, and what came of what they sent back.
given_approved_policy
given_remote
opened information-security "Cover suppliers"
printf '\n## Suppliers\n\nSuppliers follow it too.\n' >>$policy
expect 0 writ change submit --by 2026-12-12 --push
pat=$PWD

clone_of jane
expect 0 writ inbox --key "$WORK/jane"
says "Jane Doe: 1 document awaits your decision. Information Security Policy 2.0 Asked by Pat Ray on 1 December 2026, answer by 12 December 2026."
says "Why: Cover suppliers"
says 'Changed: Since version 1.0: "Suppliers" is new.'
says "Needs: one of Jane Doe (Chief Executive), Bo Berg (Board member) and one of Sam Lee"
says "To read and decide: writ approve"
expect 0 writ inbox --person sam-lee --format json
json '[.awaiting[] | .document, .version, .decision, ."asked-by", .due]' '["information-security","2.0","approve","Pat Ray","2026-12-12"]'
json .person '"sam-lee"'
expect 1 writ inbox --person nobody
says "nobody is registered as nobody"
expect 64 writ inbox --at 2026-12-01

# Sent back: nothing new yet, then a new text, then taken back or approved.
answering "ater  ?" "c\n" "ater  ?" "s\n" "back?" "Name the suppliers\n" "to sign" "2.0\n" -- \
  writ approve --key "$WORK/jane" >"$WORK/.screen-of-jane" || fail "$(cat "$WORK/.screen-of-jane")"
grep -q "Others get it with:  writ push" "$WORK/.screen-of-jane" || fail "it does not say how others get it"
expect 0 writ inbox --key "$WORK/jane"
says "Nothing awaits your decision"
says 'Information Security Policy 2.0 on 1 December 2026, saying "Name the suppliers": no new text yet'
says "One decision of yours is only on this computer. To send it: writ push."
git push -q origin 'refs/tags/writ/*' 2>"$WORK/.err"
cd "$pat"
clock "2026-12-02 10:00:00"
git fetch -q --tags
refused 1 writ change submit
sed -i 's/^Suppliers follow/Acme Cloud and all other suppliers follow/' $policy
expect 0 writ change submit --push
cd "$WORK/clones/jane"
expect 0 writ inbox --key "$WORK/jane"
says "1 document awaits your decision"
says "Asked by Pat Ray on 2 December 2026, answer by 12 December 2026"
says "a new text of version 2.0 awaits decisions"
says_not "only on this computer"
answering "ater  ?" "a\n" "to sign" "2.0\n" -- writ approve --key "$WORK/jane" >"$WORK/.screen-of-jane" ||
  fail "$(cat "$WORK/.screen-of-jane")"
commit=$(git rev-parse origin/change/information-security-2.0)
[ "$(git rev-parse 'writ/information-security/2.0/approve/jane-doe^{}')" = "$commit" ] || fail "another text was signed"
as sam writ approve information-security --commit "$commit" --key "$WORK/sam" --yes --quiet
expect 0 writ inbox --key "$WORK/jane" --offline
says "version 2.0 was approved on 2 December 2026"
clock "2027-01-20 10:00:00"
expect 0 writ inbox --key "$WORK/jane" --offline
says_not "What you sent back"
