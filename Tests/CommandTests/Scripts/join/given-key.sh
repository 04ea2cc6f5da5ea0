# A key that is there already is taken; one that nobody may be registered with is refused, with what
# to do instead. Nothing is made without somebody to ask for a passphrase.

given_keys
mkdir plain
cd plain
refused 64 writ join
says "you have no key yet, and nobody is there to be asked for a passphrase"
says "do this in a terminal"
[ ! -e "$HOME/.ssh" ] || fail "a folder was made"

line=$(cut -d' ' -f1,2 ../jane.pub)
for file in ../jane ../jane.pub; do
  expect 0 writ join --key $file
  echo "$line" | cmp - "$WORK/.out" || fail "it is not only the line"
  says "writ approve DOCUMENT --key $WORK/jane.pub"
done

refused 1 writ join --key ../nothing.pub
says "cannot be read: No such file or directory"
says "name another one: --key FILE"
mv ../sam.pub ../elsewhere.pub
refused 1 writ join --key ../sam
says "make it out of the private half: ssh-keygen -y -f $WORK/sam"
ssh-keygen -q -t rsa -b 1024 -N '' -f ../weak
refused 1 writ join --key ../weak.pub
says "1024 bits of RSA are too few"
says "make one with: ssh-keygen -t ed25519"
ssh-keygen -q -s ../bo -I jane -n jane ../jane.pub 2>"$WORK/.err"
refused 1 writ join --key ../jane-cert.pub
says "this is an SSH certificate, not a key"
echo "ssh-dss AAAAB3NzaC1kc3MAAAAVAP8=" >../dsa.pub
refused 1 writ join --key ../dsa.pub
says "DSA is too weak"
echo "hello" >../hello.pub
refused 1 writ join --key ../hello.pub
says "not an SSH public key"

# Of the keys in the home folder, those without their private half are not one's own, and those that
# nobody may be registered with are passed over, with the reason.
mkdir -m 700 "$HOME/.ssh"
cp ../bo.pub "$HOME/.ssh/colleague.pub"
cp ../weak ../weak.pub "$HOME/.ssh/"
refused 64 writ join
says "$HOME/.ssh/weak cannot be used: 1024 bits of RSA are too few"
cp ../jane ../jane.pub "$HOME/.ssh/"
expect 0 writ join
echo "$line" | cmp - "$WORK/.out" || fail "it is not only the line"

# One that the agent holds serves as well.
rm "$HOME/.ssh/jane" "$HOME/.ssh/jane.pub"
eval "$(ssh-agent -a "$WORK/agent")" >"$WORK/.out"
trap 'kill -KILL "$SSH_AGENT_PID"' EXIT
ssh-add -q ../jane 2>"$WORK/.err"
expect 0 writ join
echo "$line" | cmp - "$WORK/.out" || fail "it is not only the line"
expect 1 typing "Type its number" '\004' writ join
says "held by your agent"
says "you broke off"

# Without ssh-keygen no key is made.
ssh-add -q -D 2>"$WORK/.err"
mkdir ../bin
ln -s "$(command -v writ)" ../bin/writ
refused 70 typing "writ:" '' env PATH="$WORK/bin" writ join
says "is not on this machine"
