# What does not fit together is found: a second top policy, a file named otherwise, an id given twice,
# an unknown entry (with the nearest known one), a derived fact, a link.

given_people
found() { # rule, words
  expect 1 writ check
  says "error $1"
  says "$2"
  git restore . ; git clean -qfd
}
sed 's/^id: .*/id: second/' $policy >policies/second.md
found "POL-01 (5.2)" "This is a second policy with level: top, beside $policy."

sed 's/^level: top/level: topic/' $policy >policies/second.md
found "DOC-01" "The id \"information-security\" is that of $policy too."

mv $policy policies/infosec.md
found "DOC-01" 'The file is not named after its id "information-security".'

sed -i 's/^level: top/level: topic/' $policy
found "POL-01" "There is no information security policy at the top."

# While things are being set up, having none at all is no more than a warning.
rm $policy
expect 0 writ check
says "warning POL-01"
git restore .

for fact in status approved-by approved-date author; do
  sed -i "s/^title:/$fact: Jane\n&/" $policy
  found "DOC-13" "${fact^} is typed in, but derived."
done

ln -s /etc/passwd policies/passwd.md
found "DOC-03" "This is a symbolic link, not a file."

mkdir -p policies/sub
git init -q policies/sub
ln -s .. policies/loop
expect 1 writ check
git clean -qffd

printf '<<<<<<< ours\n' >>$policy
found "DOC-12" "a mark of an unfinished merge"
head -1 ../jane >>$policy
found "DOC-12" "a private key"
sed -i '/^change:/,/^  reason/d' $policy
found "DOC-08" "does not say what it changes"
sed -i 's/^classification:.*/classification: secret/' $policy
found "DOC-06" 'The classification "secret" is not on the scale of writ.yaml.'
sed -i 's/^version:.*/version: 01.0/' $policy
found "DOC-02" 'Version cannot be "01.0".'
sed -i 's/^effective:.*/effective: 2026-02-30/' $policy
found "DOC-02" 'Effective cannot be "2026-02-30".'

# A slip of the pen is only a warning.
sed -i 's/^classification:/clasification: public\n&/' $policy
expect 0 writ check
says "warning DOC-14"
says "classification"
