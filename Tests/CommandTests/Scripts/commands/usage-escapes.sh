# An argument that came from elsewhere, pasted or given by a script, cannot move the cursor, colour text,
# turn it round or feign a line of Writ's own: it comes out escaped, whatever was wrong with it.

given_people
esc=$'\e[31m' turn=$'\u202E' line=$'\nwrit: all is well'
harmless() {
  ! LC_ALL=C.UTF-8 grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\x{202E}|\x{200B}|\x{9b}' "$WORK/.out" "$WORK/.err" || fail "it is not escaped: $*"
  ! grep -q '^writ: all is well' "$WORK/.out" "$WORK/.err" || fail "it feigns a line: $*"
}
tries() { # STATUS ARGUMENT …
  local wanted=$1; shift
  for format in "${formats[@]}"; do
    status=0
    writ "$@" --format "$format" >"$WORK/.out" 2>"$WORK/.err" || status=$?
    [ "$status" = "$wanted" ] || fail "writ $* ended with $status, not $wanted"
    harmless "$@"
  done
}
formats=(text json)
for odd in "X$esc" "X$turn" "X$line" "X"$'\u9b31m' "X"$'\a\b'; do
  tries 64 "$odd"
  says 'X'
  tries 64 status "$odd"
  tries 64 status --at "$odd"
  tries 64 status "--at=$odd"
  tries 64 status "--$odd"
  tries 64 status "-$odd"
  tries 64 approve information-security --role "$odd" --yes
  tries 64 check --range "$odd" --staged
  tries 64 change open information-security --minor --summary "$odd" extra
  tries 64 hooks run "$odd"
  tries 64 rules "$odd"
  tries 64 evidence --clause "$odd" --output x
  tries 64 root --pin "$odd"
  tries 64 verify --root "$odd"
  tries 64 new "$odd" x
  tries 64 new policy "$odd"
  tries 70 -C "$odd" status
  status=0; writ status --format "$odd" >"$WORK/.out" 2>"$WORK/.err" || status=$?
  [ $status = 64 ] || fail "--format ended with $status"
  harmless --format
  status=0; writ help "$odd" >"$WORK/.out" 2>"$WORK/.err" || status=$?
  harmless help
  for command in "check" "check --staged" "show" "history" "publish --output" "export"; do
    writ $command "$odd" >"$WORK/.out" 2>"$WORK/.err" || true
    harmless "$command"
  done
  env WRIT_ROOT="$odd" writ verify >"$WORK/.out" 2>"$WORK/.err" || true
  harmless WRIT_ROOT
  # JSON escapes all of them alike.
  formats=(text)
done
expect 64 writ "X$esc"
says 'X\u{1B}[31m'
expect 64 writ status --at "X$line"
says 'X\nwrit: all is well'
# What is harmless stays as it was typed.
expect 64 writ status --at "Übermorgen"
says "Übermorgen"
