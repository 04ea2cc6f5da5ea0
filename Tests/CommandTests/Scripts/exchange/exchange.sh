# For scripts in which copies of a policy repository exchange decisions through a bare one.
#
#   given_origin     $WORK/policies, whose people and rules are approved, with the bare $WORK/origin.git
#                    that has all of it; root is the fingerprint of the repository
#   given_clones     … and a clone for jane and one for sam, $WORK/jane-clone and $WORK/sam-clone
#   sent_from_laptop jane approves the policy in her clone, on another computer of hers, and sends that
#   in_copy NAME …   run a command as that person in their clone
#   there REF        what the bare one has under the name of a decision; nothing where it has none

given_origin() {
  given_governance
  root="sha256:$(git show HEAD:writ.yaml | sha256sum | cut -d' ' -f1)"
  git init -q --bare "$WORK/origin.git"
  git remote add origin "$WORK/origin.git"
  git push -q origin main 'refs/tags/writ/*' 2>"$WORK/.err"
  git fetch -q origin
}

given_clones() {
  given_origin
  git clone -q "$WORK/origin.git" "$WORK/jane-clone" 2>"$WORK/.err"
  git clone -q "$WORK/origin.git" "$WORK/sam-clone" 2>"$WORK/.err"
}

# What the one computer has seen, the other one does not know.
sent_from_laptop() {
  cp "$WORK/jane" "$WORK/laptop"; cp "$WORK/jane.pub" "$WORK/laptop.pub"
  (cd "$WORK/jane-clone" && approve laptop information-security && as laptop writ push --quiet)
}

in_copy() {
  local person=$1; shift
  as "$person" writ -C "$WORK/$person-clone" "$@"
}

there() { git -C "$WORK/origin.git" rev-parse -q --verify "refs/tags/writ/$1" || true; }
