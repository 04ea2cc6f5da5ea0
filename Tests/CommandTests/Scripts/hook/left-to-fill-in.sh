# What is still to be filled in may stand in a draft; what is submitted, signed or brought to others may
# not hold it. Words that are meant to stand there are pointed out, and pass.

given_approved_policy
git init -q --bare ../server.git
git remote add origin ../server.git
git push -q -u origin main 2>"$WORK/.err"
writ hooks install --server -C ../server.git --quiet
left() { sed -i "s/^version: .*/version: $1/; s/^  summary: .*/  summary: Say more in $1/; \$a $2" $policy; }

left 1.1 'Ask {{contact}}.'
expect 0 writ check
says "warning DOC-02"
says "The text still holds {{contact}}."
blocked git commit -am "1.1: Say whom to ask"
says "error DOC-02"
git commit -qnam "1.1: Say whom to ask"
expect 1 writ check --commit HEAD
expect 1 writ check --range HEAD~1..HEAD
refused 1 as jane writ approve information-security --key ../jane --yes
says "the text still holds {{contact}}"
expect 1 git push origin main
says "Nothing was pushed."
expect 1 git push --no-verify origin main
says "The text still holds {{contact}}."

# On a branch for drafts it may be saved and sent, and not submitted.
git switch -qc change/information-security-1.1
git branch -qf main origin/main
echo "Another line." >>$policy
committed git commit -am "1.1: More of the draft"
says "warning DOC-02"
expect 0 git push origin HEAD
expect 1 writ change submit
says "error DOC-02"
says "Nothing was submitted."

# In inline code, or where TODO is a word of the language, it may be meant.
sed -i 's/^Ask {{contact}}\./Ask `{{contact}}`./' $policy
expect 0 writ change submit
echo "TODO EL PERSONAL" >>$policy
expect 1 writ change submit
sed -i 's/^language: en/language: es/' $policy
expect 0 writ change submit
