# Only the public half of a sound key of one's own can be registered.

given_people
refused 1 writ people add kim-ray --name "Kim Ray" --email kim@example.org --key ../jane
says "../jane is a private key, which nobody else may see"
says "name its public half: ../jane.pub"

refused 1 writ people add kim-ray --name "Kim Ray" --email kim@example.org --key ../jane.pub
says "of Jane Doe is given to Kim Ray too"
says "give every person keys of their own, each once"

refused 1 writ people add kim-ray --name "Kim Ray" --email kim@example.org --key ../nothing.pub
says "the key file ../nothing.pub cannot be read: No such file or directory"
says "name the file that ends with .pub"

ssh-keygen -q -t rsa -b 1024 -N '' -C weak -f ../weak
refused 1 writ people add kim-ray --name "Kim Ray" --email kim@example.org --key ../weak.pub
says "the key in ../weak.pub is refused"
says "make one with: ssh-keygen -t ed25519"

head -c 60 ../jane.pub >../cut.pub
refused 1 writ people add kim-ray --name "Kim Ray" --email kim@example.org --key ../cut.pub
says "the key in ../cut.pub is refused"

: >../empty.pub
refused 1 writ people add kim-ray --name "Kim Ray" --email kim@example.org --key ../empty.pub
says "the key in ../empty.pub is refused"

# Of two keys in a file never one silently: neither to register nor to sign with.
cat ../jane.pub ../sam.pub >../both.pub
refused 1 writ people add kim-ray --name "Kim Ray" --email kim@example.org --role ciso --key ../both.pub
says "holds 2 keys, and it cannot be told which is meant"
refused 1 as jane writ approve governance --key ../both.pub --yes
says "holds 2 keys, and it cannot be told which is meant"

# Other forms of a file with one key are read as ssh-keygen reads them.
ssh-keygen -q -t ed25519 -N '' -C kim -f ../kim
{ printf '# my key\r\n\r\n'; tr -d '\n' <../kim.pub; printf '\twork laptop\r\n'; } >../odd.pub
ssh-keygen -lf ../odd.pub >"$WORK/.out"
expect 0 writ people add kim-ray --name "Kim Ray" --email kim@example.org --role ciso --key ../odd.pub
grep -qF "$(cut -d' ' -f2 ../kim.pub)" writ.yaml || fail "the key is not registered"
git checkout -q writ.yaml
cp ../odd.pub ../kim.pub
# No agent holds the private half, and none can be reached.
refused 1 env -u SSH_AUTH_SOCK writ approve governance --key ../kim.pub --yes
