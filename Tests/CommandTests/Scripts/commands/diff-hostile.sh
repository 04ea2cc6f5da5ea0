# A text made to harm whoever compares it is shown escaped, and compared in bounded time: escape
# sequences in headings and words, one huge line, as many lines and headings as can be read.

given_approved_policy
cp $policy ../good.md

harmless() {
  ! LC_ALL=C.UTF-8 grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\x{202E}' "$WORK/.out" "$WORK/.err" ||
    fail "it is not escaped"
}
compared() {
  local before after; git commit -qanm "$1"
  for options in "" "--word" "--format json"; do
    read -r before _ </proc/uptime
    expect 0 writ diff information-security $options
    read -r after _ </proc/uptime
    harmless
    [ "$(echo "($after - $before) < 60" | bc)" = 1 ] || fail "$1 took from $before to $after"
  done
  expect 0 writ diff information-security
}

esc=$'\e[31m' turn=$'\u202E'
sed -i "s/^## Scope/## ${esc}Scope $turn/; s/^This policy says/${esc}This ${turn}policy says/" $policy
printf '%s\n' "## New $esc" "${turn}gone" >>$policy
compared "escapes"
says '"\u{1B}[31mScope \u{202E}"'
says '"New \u{1B}[31m" is new:'
expect 0 writ diff information-security --word
says '[-This policy-] {+\u{1B}[31mThis \u{202E}policy+}'

# A line that carries back to its start is no other line.
cp ../good.md $policy
printf 'seen\rhidden\n' >>$policy
compared "carriage return"
says 'seen\u{D}hidden'

cp ../good.md $policy
head -c 240000 /dev/zero | tr '\0' 'x' >>$policy
compared "one huge line"

cp ../good.md $policy
for number in $(seq 6000); do echo "## $((number % 50))"; echo "$((number * 7919 % 13)) $number"; done >>$policy
compared "thousands of headings"

cp ../good.md $policy
for number in $(seq 19000); do echo "$((number * 7919 % 13))"; done >>$policy
compared "nineteen thousand lines"

# Both sides large and unlike.
sed -i 's/^version: 1.0/version: 2.0/' $policy
git commit -qanm "Large"
approve jane information-security
approve sam information-security
sed 's/^version: 1.0/version: 3.0/' ../good.md >$policy
for number in $(seq 19000); do echo "$((number * 104729 % 17))"; done >>$policy
compared "two large texts"

# More than can be read is refused, as everywhere.
for number in $(seq 20001); do echo; done >>$policy
git commit -qanm "Too many lines"
expect 1 writ diff information-security
says "the file is larger than"
