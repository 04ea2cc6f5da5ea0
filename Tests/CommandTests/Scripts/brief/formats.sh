# The same on a page and as Markdown, in which the words of others stay words; the same bytes each time.
given_approved_policy
evil='=cmd|1 <script>alert(1)</script> [click](javascript:alert(2)) ![p](https://evil.example/p.png) *bold* `code` www.evil.example'
sed -i -e 's/^version: 1.0/version: 2.0/' -e 's/^title: .*/title: "Policy \& **bold** [a](b) | ]]"/' "$policy"
git commit -qam "information-security 2.0: another title" 2>"$WORK/.err" || fail "git commit"
decide jane reject information-security --comment "$evil"
for format in text json markdown html; do
  expect 0 as jane writ brief jane-doe --format "$format" --at 2026-12-02
  cp "$WORK/.out" "$WORK/first.$format"
  (clock "2030-01-01 00:00:00" && TZ=Asia/Tokyo LC_ALL=C expect 0 as jane writ brief jane-doe --format "$format" --at 2026-12-02)
  cmp "$WORK/.out" "$WORK/first.$format" || fail "$format is not the same"
done
"$(dirname "$0")/../../../Pages/check" --words "$WORK/first.html" || fail "the page holds what it may not"
! grep -E '<script|<img|href="javascript' "$WORK/first.html" || fail "something runs"
grep -qF '[click](' "$WORK/first.html" || fail "what was said is gone"
! grep -E '(^|[^\\])(<script|\[click|!\[p|\*bold\*|`code`)' "$WORK/first.markdown" || fail "Markdown runs"
grep -q '^## What you may be asked$' "$WORK/first.markdown" || fail "no heading"

# Whoever has not compared the fingerprint is told so, in each of them.
for format in text markdown html; do
  XDG_STATE_HOME="$HOME/nobody" expect 0 writ brief jane-doe --format "$format"
  says "Not compared yet"
done
