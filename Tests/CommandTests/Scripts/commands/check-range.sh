# check --range judges the last commit of a range, for the documents that were touched in it.

given_people
git branch before
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy
git commit -qnam "Say less"
git branch worse
expect 1 writ check --range before..HEAD
says "POL-05 (5.2 d)"
expect 1 writ check --range before..
expect 0 writ check --range HEAD~0..HEAD
echo "x" >notes.txt
git add notes.txt
git commit -qm "Notes"
expect 0 writ check --range worse..HEAD
expect 1 writ check --range before..HEAD
# What the other end did meanwhile is not asked of this one.
git switch -qc side before
echo "We are happy to say so." >>$policy
git commit -qam "Say more"
expect 0 writ check --range main..side
expect 1 writ check --range side..main
expect 64 writ check --range before..HEAD --staged
expect 64 writ check --range before
expect 64 writ check --range before...HEAD
expect 70 writ check --range nothing..HEAD
