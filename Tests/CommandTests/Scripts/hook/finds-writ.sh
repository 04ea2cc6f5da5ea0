# The hook finds Writ where it was at installation, if it is not on the PATH. Without Writ nothing is
# committed, and the message says how to get it.

given_people
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy
blocked without_writ git commit -am "Say less"
says "POL-05 (5.2 d)"

git restore $policy
echo "We are happy to say so." >>$policy
committed without_writ git commit -am "Say more"

sed -i "s|^installed_at=.*|installed_at='/nowhere/writ'|" .git/hooks/pre-commit
echo "And more." >>$policy
blocked without_writ git commit -am "Say even more"
says "Writ is not on this machine"
says "Looked for writ on the PATH, and at /nowhere/writ."
says "Get Writ from whoever keeps this repository"

# A file of the repository that is called writ is not taken for it.
printf '#!/bin/sh\ntouch "%s/ran"\n' "$WORK" >writ
chmod +x writ
PATH=.:${PATH#*:} blocked git commit -am "With a trap in the folder"
[ ! -e "$WORK/ran" ] || fail "a file of the repository was run"
says "Writ is not on this machine"
