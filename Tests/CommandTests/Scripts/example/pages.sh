# Pages about a whole organisation hang together wherever they are taken, and hold only what pages may.
made=$("$examples/made")
cp -R "$made" "$WORK/one"
cp -R "$made" "$WORK/other"
expect 0 "$examples/reports" "$WORK/one" "$WORK/reports"
pages=$examples/../Pages
for folder in website intranet pack; do
  expect 0 "$pages/links" "$WORK/reports/$folder"
done
mkdir "$WORK/single"
cp "$WORK"/reports/*.html "$WORK/single"
expect 0 "$pages/links" "$WORK/single"
find "$WORK/reports" -name '*.html' | xargs "$pages/check" --site >"$WORK/.out" ||
  fail "pages hold what they may not"

# Made elsewhere, in another time zone and another language, all of it is the same, byte for byte.
TZ=Pacific/Auckland LC_ALL=C expect 0 "$examples/reports" "$WORK/other" "$WORK/again"
diff -r "$WORK/reports" "$WORK/again" || fail "made twice, it is not the same"
