# Two versions of the people and rules that follow the same one, each approved by people who did not know
# of the other: the first one that comes holds, and nothing follows it in its place.
. "$(dirname "$0")/words"
given_guarded
git fetch -q origin
git clone -q "$server" "$WORK/second" 2>"$WORK/.err"
# draft NAME PERSON…: a next version with somebody of that name, approved by these
draft() {
  local name=$1 person; shift
  ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$WORK/$name"
  writ people add "$name" --name "$name" --email "$name@example.org" --role board-member --key "$WORK/$name.pub" --quiet
  git commit -qnam "$name joins" 2>"$WORK/.err"
  for person; do XDG_STATE_HOME="$WORK/state-$name-$person" writ approve governance --key "$WORK/$person" --yes --quiet --accept-warnings; done
}
clock "2026-12-01 11:00:00"
draft ann jane sam
cd "$WORK/second"
draft eve bo sam
cd "$WORK/policies"
taken origin main 'refs/tags/writ/*'

cd "$WORK/second"
kept_out origin HEAD:refs/heads/change/eve
says "Another text is approved as version 1.1."
kept_out -f origin refs/tags/writ/governance/1.1/approve/bo-berg refs/tags/writ/governance/1.1/approve/sam-lee
says "would put another decision in the place"
git update-ref refs/tags/writ/governance/1.1/approve/sam-lee.2 refs/tags/writ/governance/1.1/approve/sam-lee
. "$(dirname "$0")/../attacks/forging.sh"
forge writ/governance/1.1/approve/sam-lee 's,^tag .*,&.2,' sam writ/governance/1.1/approve/sam-lee.2
kept_out -f origin refs/tags/writ/governance/1.1/approve/bo-berg refs/tags/writ/governance/1.1/approve/sam-lee.2
says "refused: the decision governance/1.1/approve/bo-berg"
says "1.1"
says "Fetch what was decided before, and decide after that: writ pull"

# Both in one push, where neither was known before.
git init -q --bare "$WORK/empty.git"
writ -C "$WORK/empty.git" hooks install --server --quiet
cd "$WORK/policies"
git fetch -q --no-tags "$WORK/second" refs/tags/writ/governance/1.1/approve/bo-berg:refs/tags/writ/governance/1.1/approve/bo-berg \
  refs/tags/writ/governance/1.1/approve/sam-lee.2:refs/tags/writ/governance/1.1/approve/sam-lee.2 2>"$WORK/.err"
server="$WORK/empty.git"
kept_out "$server" main 'refs/tags/writ/*'
says "Several versions of the people and rules followed 1.0"
git tag -d writ/governance/1.1/approve/bo-berg writ/governance/1.1/approve/sam-lee.2 >"$WORK/.out"
taken "$server" main 'refs/tags/writ/*'
