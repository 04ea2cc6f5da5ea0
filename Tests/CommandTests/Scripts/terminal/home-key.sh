# Where no key is named, set in Git or held by an agent, the registered one in the user's own .ssh is
# taken: if there is exactly one, and its private half lies beside it.

given_governance
mkdir -m 700 "$HOME/.ssh"

# A public half alone signs nothing; a key of nobody is passed over.
cp ../jane.pub "$HOME/.ssh/id_ed25519.pub"
ssh-keygen -q -t ed25519 -N '' -C kim -f "$HOME/.ssh/kim"
echo "no key" >"$HOME/.ssh/notes.pub"; echo "nor this" >"$HOME/.ssh/notes"
refused 1 as jane writ approve information-security --yes
says "no key to sign with"
refused 1 as jane writ withdraw information-security --yes
says "no key to sign with"

cp ../jane "$HOME/.ssh/id_ed25519"
expect 0 as jane writ approve information-security --yes --format json
json '.decisions[0].person' '"jane-doe"'

# The same key twice is one key; two people's are not one person.
cp ../jane "$HOME/.ssh/old"; cp ../jane.pub "$HOME/.ssh/old.pub"
expect 0 as jane writ withdraw information-security --yes
cp ../sam "$HOME/.ssh/id_ecdsa"; cp ../sam.pub "$HOME/.ssh/id_ecdsa.pub"
refused 1 as jane writ approve information-security --yes
says "your folder .ssh holds several registered keys, so it is not clear whose decision this is"
says "name it: --key FILE"

# What the user set goes first, and so does what the agent holds.
eval "$(ssh-agent -a "$WORK/agent")" >"$WORK/.out"
trap 'kill -KILL "$SSH_AGENT_PID"' EXIT
ssh-add -q ../sam 2>"$WORK/.err"
expect 0 as sam writ approve information-security --yes --format json
json '.decisions[0].person' '"sam-lee"'
git config --global user.signingkey "$WORK/bo"
expect 0 as bo writ approve information-security --yes --format json
json '.decisions[0].person' '"bo-berg"'
