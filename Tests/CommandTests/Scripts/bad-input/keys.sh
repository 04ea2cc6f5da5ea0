# A key that cannot sign is refused with a reason that helps; nothing is recorded.

given_governance

refused 1 as jane writ approve information-security --key ../nothing --yes
says "the key file $WORK/nothing cannot be read: No such file or directory"
says "name another one: --key FILE"

refused 1 as jane writ approve information-security --key .. --yes
says "the key file $WORK cannot be read"

refused 1 as jane writ approve information-security --key $policy --yes
says "is no SSH key that Writ can sign with"

ssh-keygen -q -t ed25519 -N '' -C kim -f ../kim
refused 1 as kim writ approve information-security --key ../kim --yes
says "nobody is registered with this key (SHA256:"
says "send its public half to whoever keeps writ.yaml see who is registered: writ people"

mv ../kim.pub ../kim.public
refused 1 as kim writ approve information-security --key ../kim --yes
says "the public half of the key is not beside it ($WORK/kim.pub)"
says "make it: ssh-keygen -y -f $WORK/kim > $WORK/kim.pub"

# The public half alone signs only where an agent holds the other.
mv ../jane ../jane-elsewhere
refused 1 as jane writ approve information-security --key ../jane.pub --yes
says "nothing was signed"
mv ../jane-elsewhere ../jane

# A registered key's public half beside another private key must not pass for it.
cp ../kim ../mixed
cp ../jane.pub ../mixed.pub
refused 1 as jane writ approve information-security --key ../mixed --yes

chmod 000 ../jane
refused 1 as jane bound writ approve information-security --key ../jane --yes
says "the key file $WORK/jane cannot be read: Permission denied"
chmod 644 ../jane
refused 1 as jane writ approve information-security --key ../jane --yes
says "others on this machine may read the key file"
chmod 600 ../jane

# Encrypted, and nobody to type the passphrase.
ssh-keygen -q -p -N 'a long secret' -f ../jane
refused 1 as jane setsid -w writ approve information-security --key ../jane --yes
says "nothing was signed: the passphrase is wrong or was not given"
says "sign in a terminal, where you can be asked for the passphrase"
says "or give the key to your agent first: ssh-add FILE"

# No key is named, and none is set.
refused 1 as jane writ approve information-security --yes
says "no key to sign with: none is named or configured, and neither the agent nor your folder .ssh holds one that is registered"
says "name it: --key FILE"
says "or have yours registered by whoever keeps writ.yaml; see who is: writ people"
