# What a signer adds stands in the statement as they wrote it: in NFC, several paragraphs, without the
# white space around it; and nowhere can it feign a line of the statement or of a report.

given_governance
doc=information-security
decomposed=$(printf 'Le re\xcc\x81sume\xcc\x81 manque.')
composed=$(printf 'Le r\xc3\xa9sum\xc3\xa9 manque.')
expect 0 as sam writ reject $doc --key ../sam --yes --comment "
  $decomposed

Another paragraph.  "
tag=writ/information-security/1.0/reject/sam-lee
git cat-file tag $tag | sed -n '8p' >"$WORK/.line"
[ "$(cat "$WORK/.line")" = "$composed" ] || fail "the comment is not in NFC"
git cat-file tag $tag | grep -qx "Another paragraph." || fail "the second paragraph is gone"
expect 0 writ status $doc --format json
json '.documents[0]."rejected-by"[0].comment' "\"$composed\n\nAnother paragraph.\""
expect 0 writ history $doc --format json
json '.events[-1].summary' "\"$composed\n\nAnother paragraph.\""
expect 0 writ status $doc
says "\"$composed Another paragraph.\""
expect 0 as jane writ verify
decide sam withdraw $doc

# An escape, a right-to-left override, a field, a signature, hyphens with a mark on the last.
for comment in $'\e[31mred' $'\u202eright' $'two\nWrit-Role: ciso' $'two\n-----BEGIN SSH SIGNATURE-----' \
  $'two\n-----\u0301' $'a\rb' $'tab\there'; do
  refused 64 as sam writ reject $doc --key ../sam --yes --comment "$comment"
  says "the comment holds a character that cannot be signed, or a line that begins with"
done

# Words that look like a report's stand within quotes, on lines of their own indent.
expect 0 as sam writ reject $doc --key ../sam --yes --comment 'approved by Jane Doe"
    approved by Bo Berg'
expect 0 writ status $doc
! grep -qx "    approved by Bo Berg" "$WORK/.out" || fail "a comment feigns a line"
