# A key that an agent holds signs without its passphrase: named by its file, by its public half, or
# not at all.

given_governance
eval "$(ssh-agent -a "$WORK/agent")" >"$WORK/.out"
trap 'kill -KILL "$SSH_AGENT_PID"' EXIT

ssh-add -q ../jane 2>"$WORK/.err"
ssh-keygen -q -p -N 'a long secret' -f ../jane
sed 's/title: Information Security Policy/title: Acceptable Use/; s/^id: .*/id: acceptable-use/; s/^level: top/level: topic\nparent: information-security/' $policy >policies/acceptable-use.md
sed 's/title: Information Security Policy/title: Clear Desk/; s/^id: .*/id: clear-desk/; s/^level: top/level: topic\nparent: information-security/' $policy >policies/clear-desk.md
git add .
git commit -qm "More policies" 2>"$WORK/.err"

expect 0 as jane setsid -w writ approve information-security --key ../jane --yes
mv ../jane ../elsewhere
expect 0 as jane setsid -w writ approve acceptable-use --key ../jane.pub --yes
rm ../jane.pub
expect 0 as jane setsid -w writ approve clear-desk --yes
says "Signed."
! grep -qsF "$(ssh-add -L | cut -d' ' -f2)" /tmp/writ.*/key.pub || fail "a temporary file is left"
expect 0 as jane writ verify

# With several registered keys it is not clear who decides; keys of nobody are passed over.
ssh-add -q ../sam 2>"$WORK/.err"
refused 1 as sam setsid -w writ approve information-security --yes
says "the agent holds several registered keys, so it is not clear whose decision this is"
says "name it: --key FILE"
ssh-add -q -d ../elsewhere 2>"$WORK/.err" || ssh-add -q -D 2>"$WORK/.err"
ssh-keygen -q -t ed25519 -N '' -C kim -f ../kim
ssh-add -q ../sam ../kim 2>"$WORK/.err"
expect 0 as sam setsid -w writ approve information-security --yes
says "is approved and in force"

# An agent that will not sign.
ssh-add -q -D 2>"$WORK/.err"
refused 1 as sam setsid -w writ approve acceptable-use --yes
says "no key to sign with"

# The key set in the user's own Git is taken; one set in the repository is not, since others may have
# written that.
git config user.signingkey "$WORK/sam"
refused 1 as sam setsid -w writ approve acceptable-use --yes
says "no key to sign with"
git config --unset user.signingkey
git config --global user.signingkey "$WORK/sam"
expect 0 as sam setsid -w writ approve acceptable-use --person sam-lee --yes
