# The people and rules change by a next version only, on every branch; and that comes with decisions made
# under it in one push.
. "$(dirname "$0")/words"
given_guarded
ssh-keygen -q -t ed25519 -N '' -C mallory -f "$WORK/mallory"
restored() { git switch -qf main; git reset -q --hard origin/main; }
git fetch -q origin

# wrong WHAT TEXT: writ.yaml as it lies here is refused, on main and as a draft.
wrong() {
  git commit -qnam "$1" 2>"$WORK/.err"
  kept_out origin main
  says "refused: the branch main"
  says "$2"
  kept_out origin HEAD:refs/heads/change/people
  says "$2"
  restored
}

# Oneself, under the version that is approved.
writ people add mallory --name "Mallory Roe" --email mallory@example.org --role board-member --key ../mallory.pub --quiet
sed -i 's/^version: .*/version: 1.0/; /^previous: /d; /^closes: /d' writ.yaml
wrong "Me too" "Another text is approved as version 1.0"
writ people role bo-berg --add ciso --quiet
sed -i "s/^previous: .*/previous: sha256:$(printf '%064d' 0)/" writ.yaml
wrong "A version that follows none" "GOV-04"
writ people role bo-berg --add ciso --quiet
sed -i "s/^version: .*/version: 1.2/" writ.yaml
wrong "One version left out" "DOC-10"
sed -i 's/^roles:/roles: [/' writ.yaml
wrong "Nobody can read it" "GOV-01"
git rm -q writ.yaml
wrong "Gone" "There is no writ.yaml."
ln -sf elsewhere writ.yaml
wrong "A link" "GOV-01"

# What is right is taken: as a draft, then with its approvals and with what is decided under it.
clock "2026-12-01 11:00:00"
writ people add mal-roe --name "Mal Roe" --email mal@example.org --role board-member --key ../mallory.pub --quiet
git switch -qc change/people
git commit -qam "Mal joins" 2>"$WORK/.err"
taken origin change/people
git switch -q main
git merge -q change/people
approve jane governance --accept-warnings
approve sam governance --accept-warnings
clock "2026-12-01 11:30:00"
policy_version 1.1
decide mallory approve information-security
approve sam information-security
kept_out origin refs/tags/writ/information-security/1.1/approve/mal-roe
taken origin main 'refs/tags/writ/*'
all_sound

# A mark on a key is not taken back.
clock "2026-12-01 12:00:00"
ssh-keygen -q -t ed25519 -N '' -C jane -f "$WORK/jane2"
writ people key jane-doe --add ../jane2.pub --quiet
writ people key jane-doe --compromised "$(fingerprint jane)" --since 2026-12-01T11:45:00Z --quiet
git commit -qnam "Jane's key is in other hands" 2>"$WORK/.err"
approve sam governance --accept-warnings
approve bo governance --accept-warnings
taken origin main 'refs/tags/writ/*'
git fetch -q origin
clock "2026-12-01 12:30:00"
sed -i '/^revoked:/,/^[^ ]/{/^ /d}; s/^revoked:.*/revoked: []/' writ.yaml
writ people draft --quiet
wrong "Not so bad" "no longer says that the key"
