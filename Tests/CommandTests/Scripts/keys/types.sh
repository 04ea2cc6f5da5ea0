# Every type of SSH key signs decisions and commits: with its file, its public half and an agent.
# Stock Git accepts what each of them signed.

ssh-keygen -q -t rsa -b 3072 -N '' -C jane -f jane
ssh-keygen -q -t ecdsa -b 384 -N '' -C sam -f sam
ssh-keygen -q -t ecdsa -b 521 -N '' -C bo -f bo
ssh-keygen -q -t rsa -b 4096 -N '' -C kim -f kim
make_people
expect 0 writ people add kim-ray --name "Kim Ray" --email kim@example.org --role board-member --key ../kim.pub
expect 0 writ check writ.yaml
git commit -qam "Register Kim" 2>"$WORK/.err"
for person in jane sam bo; do expect 0 approve "$person" governance; done
for person in jane bo; do expect 0 approve "$person" information-security; done

# Kim's key is in an agent only, and it signs with the same algorithm there.
eval "$(ssh-agent -a "$WORK/agent")" >"$WORK/.out"
trap 'kill -KILL "$SSH_AGENT_PID"' EXIT
ssh-add -q ../kim 2>"$WORK/.err"
rm ../kim
expect 0 as kim setsid -w writ approve information-security --yes

expect 0 as jane writ verify
expect 0 as jane writ verify --format json
json '[.statements[].verdict] | unique' '["valid"]'
json '[.statements[] | .person] | sort' \
  '["bo-berg","bo-berg","jane-doe","jane-doe","kim-ray","sam-lee"]'
writ export allowed-signers >"$WORK/allowed_signers"
git config --global gpg.ssh.allowedSignersFile "$WORK/allowed_signers"
for tag in $(git tag --list 'writ/*'); do
  expect 0 git verify-tag "$tag"
done
for person in jane kim; do
  git cat-file tag "writ/information-security/1.0/approve/$(echo $person | sed 's/jane/jane-doe/; s/kim/kim-ray/')" |
    sed '1,/^-----BEGIN/d; /^-----END/d' | base64 -d | grep -qa rsa-sha2-512 || fail "$person signed with another hash"
done

for person in jane sam bo; do
  echo "Written by $person." >>$policy
  git -c commit.gpgsign=true -c user.signingkey="$WORK/$person" commit --no-verify -qam "By $person" 2>"$WORK/.err"
  expect 0 git verify-commit HEAD
done
expect 0 writ history information-security --format json
json '[.events[] | select(.type == "change") | .signature]' \
  '["unsigned","signed by jane-doe","signed by sam-lee","signed by bo-berg"]'
