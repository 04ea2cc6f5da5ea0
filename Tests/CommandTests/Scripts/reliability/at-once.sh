# Of eight people who decide at once each is recorded, and of one person who does so eight times one;
# whoever tidies up or verifies meanwhile changes nothing about that, and is told nothing wrong.

given_people
for name in p4 p5 p6 p7 p8; do
  ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$WORK/$name"
  writ people add "$name" --name "Person ${name#p}" --email "$name@example.org" --role board-member \
    --key "../$name.pub" --quiet
done
git commit -qam "Register more who decide" 2>"$WORK/.err"
approve jane governance
approve sam governance
"$(dirname "$0")/../../../Soak/at-once" "${TRIES:-6}" "${SEED:-1}"
