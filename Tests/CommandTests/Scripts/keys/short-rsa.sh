# RSA of 2048 bits is good enough to verify, but not to be registered without a warning.

ssh-keygen -q -t rsa -b 2048 -N '' -C jane -f jane
ssh-keygen -q -t ed25519 -N '' -C sam -f sam
ssh-keygen -q -t ed25519 -N '' -C bo -f bo
make_people

expect 0 writ check
says "The RSA key $(ssh-keygen -lf ../jane.pub | cut -d' ' -f2) of Jane Doe has only 2048 bits"
says "GOV-02"
refused 1 as jane writ approve governance --key ../jane --yes
says "--accept-warnings"
expect 0 approve jane governance --accept-warnings
expect 0 approve sam governance --accept-warnings
expect 0 as jane writ verify
