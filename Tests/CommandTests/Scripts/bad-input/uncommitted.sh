# Nobody signs a text that they do not see: with changes that are not committed, approve refuses.

given_governance
echo "One more promise." >>$policy
refused 1 as jane writ approve information-security --key ../jane --yes
says "$policy has changes that are not saved in the repository yet"
says "ask whoever keeps the policies to save them, or to put the file back as it was"

git add $policy
refused 1 as jane writ approve information-security --key ../jane --yes
says "not saved in the repository yet"

# Staged only: the file in the folder is as it was.
git show HEAD:$policy >$policy
refused 1 as jane writ approve information-security --key ../jane --yes
says "not saved in the repository yet"

rm $policy
refused 1 as jane writ approve information-security --key ../jane --yes
says "not saved in the repository yet"

# A change elsewhere is no hindrance, and a text that is named needs no folder.
git restore --staged --worktree $policy
echo "# a comment" >>writ.yaml
expect 0 as jane writ approve information-security --key ../jane --yes
git restore writ.yaml
echo "One more promise." >>$policy
expect 0 as sam writ approve information-security --commit HEAD --key ../sam --yes
says "is approved and in force"
