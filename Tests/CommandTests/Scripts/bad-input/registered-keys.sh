# A key that proves nothing refuses writ.yaml as a whole: check says which and what helps, and nothing
# can be approved.

given_people
cp writ.yaml ../sound.yaml
refuses() { # KEY-LINE MESSAGE REMEDY
  sed "s,- ssh: $(cut -d' ' -f1-2 ../bo.pub)\$,- ssh: $1," ../sound.yaml >writ.yaml
  ! cmp -s writ.yaml ../sound.yaml || fail "Bo's key was not exchanged"
  expect 1 writ check
  says "GOV-01"
  says "$2"
  says "$3"
  git commit -qn -am "Another key for Bo"
  refused 1 as jane writ approve governance --key ../jane --yes
  git reset -q --hard HEAD^
}
key() { cut -d' ' -f1-2 "../$1.pub"; }

ssh-keygen -q -t rsa -b 1024 -N '' -f ../short
refuses "$(key short)" "1024 bits of RSA are too few" "make one with: ssh-keygen -t ed25519"
ssh-keygen -q -t dsa -N '' -f ../dsa
refuses "$(key dsa)" "DSA is too weak" "make one with: ssh-keygen -t ed25519"
ssh-keygen -q -s ../jane -I id -n bo ../bo.pub
refuses "$(key bo-cert)" "this is an SSH certificate, not a key" "register the key that it certifies"
refuses "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" "of small order" "make one with: ssh-keygen -t ed25519"
refuses "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO7///////////////////////////////////////9/" "not in its canonical form" "make one with: ssh-keygen -t ed25519"
refuses "$(key jane)" "of Jane Doe is given to Bo Berg too" "give every person keys of their own"

# What only a security key can be asked for.
refuses "$(key bo)\\n        user-verification: required" "is asked of a key that is no security key" "take the entry out"
refuses "$(key bo)\\n        origins: [\"https://desk.example.org\"]" "is asked of a key that is no security key" "take the entry out"
"$(dirname "$0")/../security-key" make ../bo2 ecdsa desk.example.org
refuses "$(key bo2)\\n        origins: [\"https://desk.example.org/sign\"]" "origins cannot be \"https://desk.example.org/sign\"" "write web origins such as https://desk.example.org"
refuses "$(key bo2)\\n        origins: [\"http://desk.example.org\"]" "origins cannot be" "write web origins"

# The same from the file that somebody sends.
cp ../sound.yaml writ.yaml
for name in short dsa bo-cert; do
  refused 1 writ people add kim-ray --name "Kim Ray" --email kim@example.org --key "../$name.pub"
  says "the key in ../$name.pub is refused"
done
says "register the key that it certifies"
