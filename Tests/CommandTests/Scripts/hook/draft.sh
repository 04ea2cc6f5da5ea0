# On a branch change/… a draft with errors can be saved; what is wrong is printed all the same.

given_people
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy
git switch -qc change/x
committed git commit -am "A draft"
says "POL-05 (5.2 d)"
says "Saved as a draft, since this is a change. It cannot be submitted like this."

# Elsewhere it cannot, whatever the branch is called.
for branch in main2 changes/x my/change/x; do
  git switch -qc $branch
  echo "One more line." >>$policy
  blocked git commit -am "No draft"
  git restore $policy
done

# Nor without any branch.
git switch -q --detach
echo "One more line." >>$policy
blocked git commit -am "No draft"
