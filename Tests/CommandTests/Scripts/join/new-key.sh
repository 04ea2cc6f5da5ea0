# Somebody without a key makes one in a terminal, with a passphrase, and hands in the one line. It is
# never made over another, and signs decisions from then on without being named.

expect 0 answering "Enter passphrase" 'a long secret\n' "again:" 'a long secret\n' -- writ join
says "You get a new key, in $HOME/.ssh/id_ed25519."
says "Choose a passphrase for it"
says "Send this one line to whoever keeps writ.yaml. It is no secret:"
says "$(cut -d' ' -f1,2 "$HOME/.ssh/id_ed25519.pub")"
says "Let them read this to you"
says "$(ssh-keygen -lf "$HOME/.ssh/id_ed25519.pub" | cut -d' ' -f2)"
says "What happens next"
says "writ approve DOCUMENT"
says_not "--key"
[ "$(stat -c %a "$HOME/.ssh")" = 700 ] || fail "others may look into the folder"
[ "$(stat -c %a "$HOME/.ssh/id_ed25519")" = 600 ] || fail "others may read the key"
! ssh-keygen -y -P '' -f "$HOME/.ssh/id_ed25519" >/dev/null 2>&1 || fail "it has no passphrase"

# The line, and only the line, is on stdout.
expect 0 writ join
printf '%s\n' "$(cut -d' ' -f1,2 "$HOME/.ssh/id_ed25519.pub")" | cmp - "$WORK/.out" || fail "it is not only the line"
expect 0 writ join --quiet
[ ! -s "$WORK/.err" ] || fail "it talks"
expect 0 writ join --format json
json '[.schema, .file, .made, .["registered-for"]]' "[\"writ.join/1\",\"$HOME/.ssh/id_ed25519\",false,null]"
json '.line' "\"$(cut -d' ' -f1,2 "$HOME/.ssh/id_ed25519.pub")\""

# What was handed in is registered, and decides.
writ join --quiet >"$WORK/jane.pub"
ssh-keygen -q -t ecdsa -N '' -f "$WORK/sam"
writ init "$WORK/policies" --organisation "Example Ltd" --quiet
cd "$WORK/policies"
writ people add jane-doe --name "Jane Doe" --email jane@example.org --role chief-executive --key ../jane.pub --quiet
writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
git commit -qam "Register who decides" 2>"$WORK/.err"
expect 0 as jane typing "Enter passphrase" 'a long secret\n' writ approve governance --yes --accept-warnings
says "Signed."
expect 0 writ join
says "It is registered here already, for Jane Doe."

# A second key is another file; a third one is not made.
cp -r "$HOME/.ssh" "$WORK/before"
expect 1 typing "or n to make a new one" 'x\n' writ join
says "that was none of the answers"
expect 0 answering "or n to make a new one" 'n\n' "Enter passphrase" '\n' "again:" '\n' -- writ join
says "You have a key already:"
says "You get a new key, in $HOME/.ssh/writ_ed25519."
cmp "$WORK/before/id_ed25519" "$HOME/.ssh/id_ed25519" || fail "the first key was touched"
refused 1 typing "or n to make a new one" 'n\n' writ join
says "none of them is written over"
says "hand in one of them: --key FILE"
expect 0 typing "or n to make a new one" '2\n' writ join
says "$(cut -d' ' -f1,2 "$HOME/.ssh/writ_ed25519.pub")"
refused 64 writ join
says "you have several keys, and nobody is there to be asked which it is"
says "or name the key: --key FILE"
