# A security key that is not there signs nothing, and whoever asks is told what is the matter.

security_key() { "$(dirname "$0")/../security-key" "$@"; }
security_key make jane ecdsa ssh:
security_key stub jane
ssh-keygen -q -t ed25519 -N '' -C sam -f sam
ssh-keygen -q -t ed25519 -N '' -C bo -f bo
make_people

refused 1 as jane writ approve governance --key ../jane --yes
says "nothing was signed: the security key is not plugged in"

# In a terminal the question says what there is to do, since the device only blinks.
refused 1 as jane typing "to sign:" '1.0\n' writ approve governance --key ../jane
says "(a security key: touch it when it blinks)"
says "the security key is not plugged in"
