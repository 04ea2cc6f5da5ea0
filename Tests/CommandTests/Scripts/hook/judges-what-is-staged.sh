# What will be committed is judged, not what lies in the folder.

given_people
words="We will continually improve our information security management system"
cp $policy ../good.md
sed "s/^$words.*/We do what we can, and meet/" $policy >../bad.md

cp ../bad.md $policy
git add $policy
cp ../good.md $policy
blocked git commit -m "Bad words are staged, good ones lie in the folder"
says "POL-05 (5.2 d)"

sed -i 's/^## Purpose/We are happy to say so.\n\n## Purpose/' $policy
git add $policy
cp ../bad.md $policy
committed git commit -m "Good words are staged, bad ones lie in the folder"
git show HEAD:$policy | grep -qF "$words" || fail "the good words were not committed"
cmp -s ../bad.md $policy || fail "the file in the folder was touched"

# With -a what lies in the folder is what will be committed.
blocked git commit -am "Now the bad words"
says "POL-05 (5.2 d)"

# With -o only the named file is, whatever else is staged.
git add $policy
cp ../good.md $policy
echo "x" >notes.txt
git add notes.txt
committed git commit -m "Only the notes" -o notes.txt
blocked git commit -m "The staged bad words"
