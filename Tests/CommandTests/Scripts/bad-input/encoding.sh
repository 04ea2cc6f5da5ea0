# A policy whose bytes or characters may be read otherwise than they are signed is found by check,
# and refused by approve: both name the line and what to do.

given_governance
found() { # what is wrong, how to mend it
  local path=$policy
  expect 1 writ check
  says "$path:$line error DOC-03 (7.5.2 b)"
  says "$1"
  says "To mend it: $2"
  git commit -qn -am "Bad characters"
  refused 1 as jane writ approve information-security --key ../jane --yes
  says "$2"
  git reset -q --hard HEAD^
}
line=$(line_of "This policy says how" $policy)

sed -i "${line}s/how/h\xf6w/" $policy
found "Line $line is not UTF-8." "save the file as UTF-8"

sed -i 's/$/\r/' $policy
line=1 found "Line 1 holds a carriage return (U+000D)." "save the file with Unix line ends (LF)"

sed -i '1s/^/\xef\xbb\xbf/' $policy
line=1 found "The file begins with a byte order mark (U+FEFF)." \
  "save the file as UTF-8 without a byte order mark"

sed -i "${line}s/how/ho\xcc\x88w/" $policy
found "Line $line spells a letter and its accents in a form that is not Unicode NFC." \
  "type the letter again"

sed -i "${line}s/how/\xe2\x80\xaehow/" $policy
found "Line $line holds U+202E, which hides or reorders text." "take the character out"

sed -i "${line}s/how/\xe2\x80\x8bhow/" $policy
found "Line $line holds U+200B, which cannot be seen." "take the character out"

sed -i "${line}s/how/\x1b[31mhow/" $policy
found "Line $line holds U+001B, a control character." "take the character out"
