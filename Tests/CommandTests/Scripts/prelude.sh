# What the scripts are written in. Bash reads this before each script.
#
#   clock "2026-12-01 10:00:00"     from here on it is that time, for every program
#   as jane COMMAND …               run as somebody with a state of their own
#   expect STATUS COMMAND …         run, and fail unless it ends with this status
#   says TEXT                       the last command printed this, on either stream
#   says_not TEXT                   it did not
#   json FILTER VALUE               its output as JSON, through jq, is this
#   given_keys                      keys of jane (Ed25519), sam (ECDSA) and bo (Ed25519)
#   given_people                    a policy repository in ./policies with these three registered, and
#                                   the information security policy
#   given_governance                … whose people and rules jane and sam have approved
#   given_approved_policy           … and the information security policy too
#
#   refused STATUS COMMAND …        run; it fails like this, says that it recorded nothing, and all is
#                                   as it was: files, decisions, the user's own state
#   blocked COMMAND …               run; the hook keeps Git from committing anything
#   committed COMMAND …             run; Git makes a commit
#   typing QUESTION KEYS COMMAND …  run in a terminal, and type the keys once the question is asked
#   answering QUESTION KEYS QUESTION KEYS … -- COMMAND …
#                                   the same with several questions, one after another
#   without_writ COMMAND …          run without the folder of writ on the PATH
#   bound COMMAND …                 run bound by the permissions of files, even as root
#   only_root_can                   true for root; else says that the rest of the script is skipped
#   line_of TEXT FILE               the number of the first line that begins with the text
#   decide PERSON DECISION DOC …    decide with that person's key, without being asked
#   approve PERSON DOC …            approve likewise
#   brought_in PERSON …             commit writ.yaml as the next version of the people and rules, and let
#                                   these approve it
#   given_organisation              a year of Example Ltd in ./policies (Tests/Example), whose root jane has pinned;
#                                   keys of jane, sam (who left), kim, bo, bo-old and pat
#   given_other_repository          another policy repository in ../other, with a root and decisions of its own,
#                                   and the same policy; goes there
#   given_remote                    a bare repository ../remote.git, called origin, that has all of this one
#   clone_of PERSON                 make that person a clone of it, and go there; what follows is theirs
#   opened DOC SUMMARY              open a major change of the document
#   all_sound                       verify finds every decision sound, and so does stock Git
#   fingerprint NAME                that of a key in $WORK
#   policy                          the path of the information security policy

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
beginning="2026-12-01 10:00:00"
clock "$beginning"

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tests=$(cd "$scripts/../.." && pwd)
examples=$tests/Example

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
  in_plain_words "$@"
}

# Executives read what these commands print; they know policies, not Git. Those with which they
# decide speak of saved states and files at most, and never of how Git names things.
in_plain_words() {
  [[ " $* " != *" json "* && " $* " != *" git "* ]] || return 0
  local words='genesis|ledger|HEAD|refs?'
  if [[ " $* " =~ \ (approve|reject|withdraw|reaffirm|retire|join|inbox|brief)\  ]]; then
    words+='|commits?|committed|branch|branches|tags?|clones?|index|staged|quorum|indeterminate|reaffirmed|rejected'
  elif [[ ! " $* " =~ \ (verify|status|show|diff)\  ]]; then
    return 0
  fi
  # What must be named as it is: a file that is in the way, the option --commit, a command of Git's
  # for whoever keeps the policies, the term of YAML; and who commits to something does not speak of Git.
  local strange
  strange=$(printed | sed -E 's#/[^ ]*\.lock|/[^ ]*/\.git/[^ ]*|--commit|git [a-z-]+( --[a-z-]+)*|YAML tag|commit to##g' |
    grep -owE "$words" | sort -u) || return 0
  fail "$* uses words that executives do not know:" $strange
}

# White space is folded, since text is wrapped for people.
printed() { cat "$WORK/.out" "$WORK/.err" | tr -d '\r' | tr -s ' \n' '  '; }
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

# What given_people and the like begin with is made once, and copied.
given() {
  [ "$DATEFUDGE" = "$(LD_PRELOAD='' date -u -d "$beginning" +%s)" ] || fail "it was made at $beginning"
  local made; made=$("$tests/once" given "$scripts"/{given,prelude.sh,attacks/forging.sh} -- "$scripts/given") ||
    fail "what is given cannot be made"
  cp -a "$made/$1/." "$WORK"
  cd "$WORK/policies"
  # Whoever pinned the root knows it for this folder.
  find "$HOME"/state-* -name pin -exec sed -i "s|^folder .*|folder $(pwd -P)/.git/|" {} + 2>/dev/null || true
}
given_people() { given people; }
given_governance() { given governance; }
given_approved_policy() { given approved-policy; }

# With the keys that are in $WORK.
make_people() {
  # One policy is enough for most scripts: those about the starter set install all of it.
  writ init "$WORK/policies" --organisation "Example Ltd" --minimal --quiet
  cd "$WORK/policies"
  writ new policy information-security --quiet
  git add policies
  git commit -q --amend --no-edit 2>"$WORK/.err"
  writ people add jane-doe --name "Jane Doe" --email jane@example.org --role chief-executive --key ../jane.pub --quiet
  writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
  writ people add bo-berg --name "Bo Berg" --email bo@example.org --role board-member --key ../bo.pub --quiet
  git commit -qam "Register who decides" 2>"$WORK/.err"
}

decide() {
  local person=$1 decision=$2 document=$3; shift 3
  as "$person" writ "$decision" "$document" --key "$WORK/$person" --yes --quiet "$@"
}
approve() {
  local person=$1 document=$2; shift 2
  decide "$person" approve "$document" "$@"
}

brought_in() {
  local version; version=$(sed -n 's/^version: //p' writ.yaml)
  git commit -qam "Change who decides: version $version" 2>"$WORK/.err" || fail "git commit"
  for person; do approve "$person" governance --accept-warnings; done
}

given_organisation() {
  local made; made=$("$examples/made") || fail "the example cannot be made"
  cp -R "$made/policies" "$made"/keys/* "$WORK"
  cp -R "$made/state" "$HOME/state-jane"
  cd "$WORK/policies"
}

given_other_repository() {
  writ init "$WORK/other" --organisation "Example Ltd" --quiet
  cd "$WORK/other"
  writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
  writ people add bo-berg --name "Bo Berg" --email bo@example.org --role board-member --key ../bo.pub --quiet
  writ people add jane-doe --name "Jane Doe" --email jane@example.org \
    --role chief-executive --key ../jane.pub --quiet
  cp "$WORK/policies/policies/information-security.md" policies/
  git add -A
  git commit -qm "The same policy, another order of people" 2>"$WORK/.err"
  approve sam governance
  approve bo governance
  approve bo information-security
}

given_remote() {
  git init -q --bare "$WORK/remote.git"
  git remote add origin "$WORK/remote.git"
  git push -q --set-upstream origin main 'refs/tags/writ/*:refs/tags/writ/*' 2>"$WORK/.err" ||
    fail "git push"
  git remote set-head origin main
}

clone_of() {
  git clone -q "$WORK/remote.git" "$WORK/clones/$1" 2>"$WORK/.err" || fail "git clone"
  cd "$WORK/clones/$1"
  export XDG_STATE_HOME="$HOME/state-$1"
}

opened() {
  writ change open "$1" --major --summary "$2" --quiet || fail "writ change open $1"
}

all_sound() {
  expect 0 as jane writ verify
  writ export allowed-signers >"$WORK/allowed_signers"
  local tag
  for tag in $(git tag --list 'writ/*'); do
    git -c gpg.ssh.allowedSignersFile="$WORK/allowed_signers" verify-tag "$tag" 2>"$WORK/.err" ||
      fail "stock Git does not accept $tag"
  done
}

fingerprint() { ssh-keygen -lf "$WORK/$1.pub" | cut -d' ' -f2; }

policy=policies/information-security.md

# Everything that a command could leave behind; unnamed objects in Git are no trace of a decision, and
# what was found sound is remembered, whatever comes of the command.
traces() {
  local ours=(-path '*/.git/objects/*' -o -path "$WORK/log" -o -path "$WORK/.*" -o -path '*/writ/*/memory*')
  find "$WORK" \( "${ours[@]}" \) -prune -o ! \( -type d -path "$HOME/state*" \) -printf '%p %y %l\n' | sort
  find "$WORK" \( "${ours[@]}" \) -prune -o -type f -exec sha256sum {} + 2>/dev/null | sort || true
}

refused() {
  traces >"$WORK/.before"
  expect "$@"
  says "nothing was recorded"
  traces >"$WORK/.after"
  diff "$WORK/.before" "$WORK/.after" || fail "it left something behind"
  ! git rev-parse --git-dir >/dev/null 2>&1 || git fsck --strict --no-dangling >/dev/null 2>&1 ||
    fail "git fsck finds damage"
}

blocked() {
  local before; before=$(git rev-parse HEAD)
  expect 1 "$@"
  says "Nothing was committed"
  [ "$(git rev-parse HEAD)" = "$before" ] || fail "it was committed"
}

committed() {
  local before; before=$(git rev-parse HEAD)
  expect 0 "$@"
  [ "$(git rev-parse HEAD)" != "$before" ] || fail "nothing was committed"
}

typing() {
  local question=$1 keys=$2; shift 2
  answering "$question" "$keys" -- "$@"
}

answering() {
  local questions=() answers=() status=0 tries seen=1 i
  while [ "$1" != -- ]; do questions+=("$1"); answers+=("$2"); shift 2; done
  shift
  rm -f "$WORK/.keys" "$WORK/.screen"; mkfifo "$WORK/.keys"; : >"$WORK/.screen"
  SHELL=/bin/sh TERM=dumb script -qefc "exec env --default-signal=INT,QUIT $(printf '%q ' "$@")" "$WORK/.screen" \
    <"$WORK/.keys" >/dev/null &
  local terminal=$!
  exec 9>"$WORK/.keys"
  for i in "${!questions[@]}"; do
    tries=0
    until tail -c "+$seen" "$WORK/.screen" | grep -qaF -- "${questions[i]}" || [ $((tries += 1)) -gt 300 ]; do sleep 0.1; done
    seen=$(($(stat -c %s "$WORK/.screen") + 1))
    printf '%b' "${answers[i]}" >&9
  done
  wait "$terminal" || status=$?
  exec 9>&-
  cat "$WORK/.screen"
  return "$status"
}

without_writ() { PATH=${PATH#*:} "$@"; }

bound() {
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  setpriv --bounding-set=-dac_override,-dac_read_search,-fowner "$@"
}

only_root_can() {
  [ "$(id -u)" = 0 ] || { echo "skipped: the rest needs root"; return 1; }
}

line_of() { grep -n -m1 -- "^$1" "$2" | cut -d: -f1; }
