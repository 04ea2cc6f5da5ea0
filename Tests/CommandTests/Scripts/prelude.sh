# What the scripts are written in. Bash reads this before each script.
#
#   clock "2026-12-01 10:00:00"     from here on it is that time, for every program
#   as jane COMMAND …               run as somebody with a state of their own
#   expect STATUS COMMAND …         run, and fail unless it ends with this status
#   says TEXT                       the last command printed this, on either stream
#   says_not TEXT                   it did not
#   json FILTER VALUE               its output as JSON, through jq, is this
#   given_keys                      keys of jane (Ed25519), sam (ECDSA) and bo (Ed25519)
#   given_people                    a policy repository in ./policies with these three registered
#   given_governance                … whose people and rules jane and sam have approved
#   given_approved_policy           … and the information security policy too

set -o pipefail
unset BASH_ENV
mkdir -p "$HOME"
export XDG_STATE_HOME="$HOME/state" GIT_CONFIG_NOSYSTEM=1

git config --global user.name "Pat Ray"
git config --global user.email pat@example.org
git config --global init.defaultBranch main
git config --global gpg.format ssh

clock() {
  local library; library=$(echo /usr/lib/*-*/datefudge/datefudge.so)
  DATEFUDGE=$(LD_PRELOAD='' date -u -d "$1" +%s)
  export LD_PRELOAD="$library" DATEFUDGE DATEFUDGE_DOSTATIC=1
}
clock "2026-12-01 10:00:00"

fail() {
  echo "FAILED: $*"
  echo "--- its output:"; cat "$WORK/.out" 2>/dev/null || true
  echo "--- its talk:"; cat "$WORK/.err" 2>/dev/null || true
  exit 1
}

as() {
  local person=$1; shift
  XDG_STATE_HOME="$HOME/state-$person" "$@"
}

expect() {
  local wanted=$1 status=0; shift
  echo "\$ $*"
  "$@" >"$WORK/.out" 2>"$WORK/.err" || status=$?
  [ "$status" = "$wanted" ] || fail "$* ended with $status, not $wanted"
}

# White space is folded, since text is wrapped for people.
printed() { cat "$WORK/.out" "$WORK/.err" | tr -s ' \n' '  '; }
says() { printed | grep -qF -- "$1" || fail "it does not say: $1"; }
says_not() { ! printed | grep -qF -- "$1" || fail "it says: $1"; }
json() {
  local found; found=$(jq -c "$1" "$WORK/.out") || fail "it is no JSON"
  [ "$found" = "$2" ] || fail "$1 is $found, not $2"
}

given_keys() {
  ssh-keygen -q -t ed25519 -N '' -C jane -f "$WORK/jane"
  ssh-keygen -q -t ecdsa -b 256 -N '' -C sam -f "$WORK/sam"
  ssh-keygen -q -t ed25519 -N '' -C bo -f "$WORK/bo"
}

given_people() {
  given_keys
  writ init "$WORK/policies" --organisation "Example Ltd" --quiet
  cd "$WORK/policies"
  writ people add jane-doe --name "Jane Doe" --email jane@example.org --role chief-executive --key ../jane.pub --quiet
  writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
  writ people add bo-berg --name "Bo Berg" --email bo@example.org --role board-member --key ../bo.pub --quiet
  git commit -qam "Register who decides" 2>"$WORK/.err"
}

approve() {
  local person=$1 document=$2; shift 2
  as "$person" writ approve "$document" --key "$WORK/$person" --yes --quiet "$@"
}

given_governance() {
  given_people
  approve jane governance
  approve sam governance
}

given_approved_policy() {
  given_governance
  approve jane information-security
  approve sam information-security
}
