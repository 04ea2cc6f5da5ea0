# The first push with decisions: all at once, or as they come while the people and rules are still being
# approved. Meanwhile nobody brings decisions under people and rules of their own.
. "$(dirname "$0")/words"
given_approved_policy
given_server
kept_out origin main 'refs/tags/writ/information-security/*'
says "neither here nor in this push: writ/governance/1.0/approve/sam-lee."
taken origin main 'refs/tags/writ/*'

# The same, when the server calls its branch otherwise, and from a clone that pushes decisions alone.
git init -q --bare -b trunk "$WORK/trunk.git"
writ -C "$WORK/trunk.git" hooks install --server --quiet
taken "$WORK/trunk.git" 'refs/tags/writ/*'

# One after another.
git init -q --bare "$WORK/slow.git"
writ -C "$WORK/slow.git" hooks install --server --quiet
server="$WORK/slow.git"
taken "$server" main
taken "$server" refs/tags/writ/governance/1.0/approve/jane-doe
# Without the second, the first people and rules are not approved: what was decided under them may come.
taken "$server" main refs/tags/writ/governance/1.0/approve/sam-lee refs/tags/writ/information-security/1.0/approve/jane-doe
taken "$server" 'refs/tags/writ/*'

# Decisions under the first people and rules wait with these; those under any other ones are refused.
. "$(dirname "$0")/../attacks/forging.sh"
git init -q --bare "$WORK/begun.git"
writ -C "$WORK/begun.git" hooks install --server --quiet
server="$WORK/begun.git"
ssh-keygen -q -t ed25519 -N '' -C mallory -f "$WORK/mallory"
writ init "$WORK/again" --organisation "Example Ltd" --minimal --quiet
cd "$WORK/again"
writ new policy information-security --quiet
for who in "jane-doe jane chief-executive Jane Doe" "sam-lee sam ciso Sam Lee"; do
  set -- $who
  writ people add "$1" --name "$4 $5" --email "$2@example.org" --role "$3" --key "../$2.pub" --quiet
done
git add -A
git commit -qm "Begin" 2>"$WORK/.err"
git switch -qc others
writ people add mallory --name "Mallory Roe" --email mallory@example.org --role board-member --key ../mallory.pub --quiet
sed -i "s/^version: 1.0/version: 1.1\nprevious: sha256:$(git show HEAD:writ.yaml | sha256sum | cut -d' ' -f1)\ncloses: []/" writ.yaml
git commit -qnam "Mallory too" 2>"$WORK/.err"
git switch -q main
approve jane governance --accept-warnings
approve sam governance --accept-warnings
J=writ/information-security/1.0/approve/jane-doe
approve jane information-security
# By hand: Jane's Writ would have named Sam's approval.
forge "$J" '/^Writ-Seen/d' jane
taken "$server" main refs/tags/writ/governance/1.0/approve/jane-doe "refs/tags/$J"
digest=sha256:$(git show others:writ.yaml | sha256sum | cut -d' ' -f1)
M=writ/information-security/1.0/approve/mallory
G=writ/governance/1.1/approve/mallory
governed="s/^Writ-Governance: .*/Writ-Governance: $digest/; s/jane-doe\$/mallory/; s/^Jane Doe, Chief Executive/Mallory Roe, Board member/
  s/^tagger Jane Doe <jane@/tagger Mallory Roe <mallory@/; s/^Writ-Role: .*/Writ-Role: board-member/
  s,^Writ-Key: .*,Writ-Key: $(fingerprint mallory),"
forge "$J" "$governed" mallory "$M"
forge writ/governance/1.0/approve/jane-doe "$governed; s/1\\.0/1.1/; s,^tag writ/governance/1.0,tag writ/governance/1.1,
  s/^object .*/object $(git rev-parse others)/; s/^Writ-Digest: .*/Writ-Digest: $digest/" mallory "$G"
kept_out "$server" "refs/tags/$G" "refs/tags/$M"
says "refused: the decision information-security/1.0/approve/mallory"
says "The people and rules that it was made under are not approved yet."
git tag -d "$M" "$G" >"$WORK/.out"
approve sam information-security
taken "$server" 'refs/tags/writ/*'
