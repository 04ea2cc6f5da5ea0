# A decision that is called signed is on the disk, and so is every folder that leads to it: also after a
# power cut it is there.

log=$WORK/calls
traced() {
  rm -f "$log"
  XDG_STATE_HOME=$HOME/fresh FAULT_LOG=$log \
    "$(dirname "$0")/../../../Soak/fault" writ approve "$1" --key ../jane --yes >"$WORK/said" 2>"$WORK/.err"
}

# Each of these calls comes behind the one before.
in_order() {
  local from=1 call number
  for call; do
    number=$(awk -v from="$from" -v call="^[0-9]+ $call\$" \
      'NR >= from && !found && $0 ~ call { found = NR } END { print found; exit !found }' "$log") ||
      { cat "$log"; fail "not in this order: $*"; }
    from=$((number + 1))
  done
}

# The folders on the way to a file, from below a folder that was there.
folders() {
  local folder=${2%/*}
  while [ "$folder" != "$1" ]; do folder=${folder%/*}; echo "$folder"; done
}

recorded() {
  local ref=$PWD/.git/refs/tags/writ/$1/1.0/approve/jane-doe object folder
  object=$(cat "$ref")
  object=$PWD/.git/objects/${object:0:2}/${object:2}
  in_order "write .*/tmp_object.*" "fsync .*/tmp_object.*" "link $object" "fsync ${object%/*}" "link $ref"
  in_order "link $object" "fsync $PWD/.git/objects" "link $ref"
  in_order "write $ref.lock" "fsync $ref.lock" "link $ref" "fsync ${ref%/*}" "write $WORK/said"
  for folder in $(folders "$PWD/.git/refs" "$ref"); do
    in_order "link $ref" "fsync $folder" "write $WORK/said"
  done
  grep -q "^Signed" "$WORK/said" || fail "it is not signed"
}

given_people
traced governance
recorded governance
# The user's own state, of which nothing was there before.
state=$HOME/fresh/writ/$(writ root --format json | jq -r '.root | sub("sha256:"; "")')
in_order "write $state/pin.*" "fsync $state/pin.*" "rename $state/pin" "fsync $state" "link .*/approve/jane-doe"
in_order "write $state/memory.*" "fsync $state/memory.*" "rename $state/memory" "fsync $state" "write $WORK/said"
for folder in $(folders "$HOME" "$state/pin"); do
  in_order "mkdir $folder/.*" "fsync $folder" "link .*/approve/jane-doe"
done

approve sam governance
traced information-security
recorded information-security
