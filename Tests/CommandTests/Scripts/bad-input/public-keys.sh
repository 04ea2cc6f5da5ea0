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
