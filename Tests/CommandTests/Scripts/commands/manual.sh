# Manual pages and completions come from the program itself, so none misses a command or an option.
source=$(cd "$(dirname "$0")/../../../.." && pwd)

expect 0 writ --experimental-dump-help
cp "$WORK/.out" help
expect 0 "$source/docs/make-manual" "$WORK/man" <help

# A line a command: its words, then its options as they are typed. What hooks alone run is not shown.
jq -r '.command | recurse(.subcommands[]? | select(.shouldDisplay)) | select(.commandName != "help")
  | ((.superCommands // []) + [.commandName] | join(" ")) + "\t"
  + ([.arguments[] | select(.shouldDisplay) | .names[]?
      | if .kind == "long" then "--" + .name else "-" + .name end] | join(" "))' help >commands
grep -q "^writ people add$(printf '\t')" commands || fail "the program does not tell its commands"
grep -q "^writ check$(printf '\t').*--staged" commands || fail "the program does not tell its options"

for shell in bash zsh fish; do writ --generate-completion-script $shell >completions.$shell; done
while IFS=$'\t' read -r words options; do
  # As a reader sees it: without what makes words bold, and without escapes.
  sed 's/\\f[BIR]//g; s/\\-/-/g' "$WORK/man/${words// /-}.1" >page || fail "$words has no page"
  for option in $options; do
    grep -qE "^$option\b|, $option\b" page || fail "the page of $words does not explain $option"
  done
  for shell in bash zsh fish; do
    grep -qw -- "${words##* }" completions.$shell || fail "$shell does not complete $words"
  done
done <commands

# Where a file is asked for, files are offered.
for words in join approve reject withdraw reaffirm retire "people add" "people key"; do
  option=--key; [ "$words" != "people key" ] || option=--add
  sed -n "/^_writ_${words// /_}()/,/^}/p" completions.bash | grep -A 4 -- "'$option')" | grep -qE "_completions.* -fX?\b" ||
    fail "writ $words $option does not offer files"
done

# No page of a command that is no more, and none but these.
[ "$(ls "$WORK/man" | wc -l)" = "$(wc -l <commands)" ] || fail "there are other pages: $(ls "$WORK/man")"
writ --generate-completion-script bash | bash -n || fail "bash cannot read its completions"
