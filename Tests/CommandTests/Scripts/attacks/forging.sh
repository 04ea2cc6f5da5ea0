# The words that the attacks are written in, beside those of ../prelude.sh.
#
# An attacker with push rights can store any bytes as a tag and point any name at them. That is all
# that these words do; none of them needs Writ.
#
#   given_untouched                 an approved policy, known by its root, that everybody finds sound
#   remembering                     … and that the computer of the one who asks remembers as that; without
#                                   this word it has never seen it, so that nothing but the repository
#                                   itself can tell that it was attacked
#   given_bo COMMAND MEMBER…        … with another key for Bo, made by the command, and these members
#                                   below it in writ.yaml
#   security_key ARGUMENT…          a security key in software, see ../security-key; $DEVICE holds what
#                                   it says when it signs
#   forge TAG 'SED' KEY [NEW]       edits what a decision says, signs it anew with KEY, and stores it
#                                   where it was, or as NEW
#   tamper TAG 'SED'                edits the stored bytes, signature and all; signs nothing
#   bo_decides DECISION VERB KEY    a decision in Bo's name, complete but for the key, stored as $B
#   respell TAG 'PYTHON'            edits the parts of a signature by themselves: key, namespace,
#                                   reserved, hash, algorithm, value, tail
#   payload TAG, signed KEY, store TAG
#                                   the parts of that, to be put together otherwise
#
#   verify_says VERDICT             what `writ verify` says of the whole; that stock Git accepts
#                                   whatever Writ calls valid is asserted each time
#   wrong TAG VERDICT REASON …      just these decisions do not hold, for these reasons; all others do
#   because TAG TEXT                the sentence that verify says of it has these words
#   missing TAG …                   just these are missed by somebody who had seen them
#   status_says STATE VERSION       the state of the policy, and the version in force (or null)
#   flags FLAG …                    what else is said of it
#   stock accepts|refuses TAG       what `git verify-tag` says

J=writ/information-security/1.0/approve/jane-doe   # seen by Sam's
S=writ/information-security/1.0/approve/sam-lee    # the newest: nobody has seen it
GJ=writ/governance/1.0/approve/jane-doe
GS=writ/governance/1.0/approve/sam-lee
reader=jane                                        # who asks: Jane knows the root, "stranger" does not

given_untouched() {
  given untouched
  root="sha256:$(sha256sum <writ.yaml | cut -d' ' -f1)"
  git config --global gpg.ssh.allowedSignersFile "$WORK/allowed_signers"
  echo "--- the attack"
}

given_bo() {
  local member
  given_people
  rm "$WORK/bo"
  line_of_bo() { cut -d' ' -f1-2 "$WORK/bo.pub"; }
  local old; old=$(line_of_bo)
  rm "$WORK/bo.pub"
  (cd "$WORK" && eval "$1" 2>"$WORK/.err")
  shift
  sed -i "s|- ssh: $old\$|- ssh: $(line_of_bo)|" writ.yaml
  for member; do sed -i "s|- ssh: $(line_of_bo)\$|&\n        $member|" writ.yaml; done
  expect 0 writ check writ.yaml
  git commit -qam "Give Bo another key" 2>"$WORK/.err"
  approve jane governance
  approve sam governance
  approve jane information-security
  approve sam information-security
  found_sound
}

found_sound() {
  ssh-keygen -q -t ed25519 -N '' -C mallory -f "$WORK/mallory"
  root=$(writ root --format json | jq -r .root)
  writ export allowed-signers >"$WORK/allowed_signers"
  git config --global gpg.ssh.allowedSignersFile "$WORK/allowed_signers"
  verify_says valid
  wrong
  missing
  status_says in-force 1.0
  for tag in "$GJ" "$GS" "$J" "$S"; do stock accepts "$tag"; done
  rm "$HOME"/state*/writ/*/memory
  : >"$WORK/notes"
  echo "--- the attack"
}

remembering() { expect 0 as "$reader" writ verify; }

# --- forging

payload() { git cat-file tag "$1" | sed '/^-----BEGIN SSH SIGNATURE-----$/,$d'; }

# signed KEY: what comes in, with the signature of KEY behind it.
signed() {
  # A file of its own: in a pipe several of these are at work at once.
  local payload; payload=$(mktemp "$WORK/payload.XXXXXX")
  cat >"$payload"
  if [ -e "$WORK/$1.pem" ]; then
    security_key sign "$WORK/$1" "${DEVICE[@]}" <"$payload" >"$payload.sig"
  else
    ssh-keygen -q -Y sign -n git -f "$WORK/$1" "$payload" 2>/dev/null
  fi
  cat "$payload" "$payload.sig"
}

DEVICE=(flags=5)
security_key() { "$scripts/security-key" "$@"; }

respell() {
  python3 - "$1" "$2" <<'PY' | store "$1"
import base64, hashlib, subprocess, sys
tag = subprocess.check_output(["git", "cat-file", "tag", sys.argv[1]])
payload, armor = tag.split(b"-----BEGIN SSH SIGNATURE-----\n")
blob = base64.b64decode(armor.split(b"-----END")[0])
def take(data):
    size = int.from_bytes(data[:4], "big")
    return data[4:4 + size], data[4 + size:]
def put(data): return len(data).to_bytes(4, "big") + data
rest, fields = blob[10:], []
while rest:
    field, rest = take(rest)
    fields.append(field)
key, namespace, reserved, hash, inner = fields
algorithm, inner = take(inner)
value, tail = take(inner)
exec(sys.argv[2])
inner = put(algorithm) + put(value) + tail
text = base64.b64encode(
    blob[:10] + b"".join(map(put, [key, namespace, reserved, hash, inner]))).decode()
lines = [text[at:at + 70] for at in range(0, len(text), 70)]
sys.stdout.buffer.write(payload + "\n".join(
    ["-----BEGIN SSH SIGNATURE-----"] + lines + ["-----END SSH SIGNATURE-----", ""]).encode())
PY
}

# store TAG: what comes in becomes a tag object, whatever it is, under that name.
store() {
  cat >"$WORK/object"
  git update-ref "refs/tags/$1" "$(git hash-object -w --literally -t tag "$WORK/object")"
}

forge() { payload "$1" | sed "$2" | signed "$3" | store "${4:-$1}"; }
tamper() { git cat-file tag "$1" | sed "$2" | store "$1"; }

# bo_decides DECISION VERB KEY ['SED']: Bo's own decision on the policy, as B.
B=
bo_decides() {
  B=writ/information-security/1.0/$1/bo-berg
  forge "$S" "s,approve/sam-lee,$1/bo-berg,; s/^Writ-Decision: .*/Writ-Decision: $1/
    s/^Sam Lee, Chief Information Security Officer, approves/Bo Berg, Board member, $2/
    s/^tagger Sam Lee <sam@/tagger Bo Berg <bo@/; s/^Writ-Person: .*/Writ-Person: bo-berg/
    s/^Writ-Role: .*/Writ-Role: board-member/; s,^Writ-Key: .*,Writ-Key: $(fingerprint bo),
    ${4:-}" "$3" "$B"
}

# --- asserting

note() { echo "$1: $2" >>"$WORK/notes"; }

verify_says() {
  local status=1 ref
  if [ "$1" = valid ]; then status=0; fi
  expect "$status" as "$reader" writ verify --format json
  json .verdict "\"$1\""
  cp "$WORK/.out" "$WORK/verify.json"
  for ref in $(jq -r '.statements[] | select(.verdict == "valid") | .ref' "$WORK/verify.json"); do
    git verify-tag "${ref#refs/tags/}" 2>"$WORK/.err" \
      || fail "Writ calls ${ref#refs/tags/} valid, but stock Git does not accept it"
  done
  note verify "$1"
  pack_says_the_same
}

# Of an evidence pack made of what is here, verify says the same as of the clone, decision by decision. Who
# asks forgets it again. `packed=no` says that something is not here which a pack must have.
packed=yes
pack_says_the_same() {
  local at state="$HOME/state-$reader" names
  local same='[.statements, .missing, .chain, .verdict, ."decide-again", .at]'
  at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  names=$( [ "$reader" != jane ] || echo "WRIT_ROOT=$root")
  rm -rf "$WORK"/packed* "$WORK/state-kept"
  cp -r "$state" "$WORK/state-kept" 2>/dev/null || mkdir "$WORK/state-kept"
  cp "$WORK/.out" "$WORK/.kept"
  if [ $packed = no ]; then
    expect 70 as "$reader" writ evidence --clause 5.2 --at "$at" --output "$WORK/packed"
    [ ! -e "$WORK/packed" ] && [ ! -e "$WORK/packed.zip" ] || fail "something was written"
  else
    as "$reader" env $names writ verify --at "$at" --format json | jq "$same" >"$WORK/packed.clone" || true
    expect 0 as "$reader" env $names writ evidence --clause 5.2 --at "$at" --output "$WORK/packed"
    as "$reader" env $names writ verify "$WORK/packed.zip" --format json >"$WORK/packed.json" || true
    jq "$same" "$WORK/packed.json" | diff "$WORK/packed.clone" - || fail "of the pack verify says something else"
    ! jq -r '.problems[]' "$WORK/packed.json" | grep -E "was altered|evidence.json" ||
      fail "the pack contradicts itself"
  fi
  rm -rf "$state"; mv "$WORK/state-kept" "$state"
  mv "$WORK/.kept" "$WORK/.out"
}

wrong() {
  local wanted found
  wanted=$(jq -cn '[$ARGS.positional as $a | range(0; $a | length; 3)
    | ["refs/tags/" + $a[.], $a[. + 1], $a[. + 2]]] | sort' --args "$@")
  found=$(jq -c '[.statements[] | select(.verdict != "valid") | [.ref, .verdict, .reason]] | sort' \
    "$WORK/verify.json")
  [ "$found" = "$wanted" ] || fail "what does not hold is $found, not $wanted"
  while [ $# -gt 0 ]; do note reason "$2 ($3)"; shift 3; done
}

because() {
  jq -r --arg ref "refs/tags/$1" '.statements[] | select(.ref == $ref) | .message' \
    "$WORK/verify.json" | grep -qF -- "$2" || fail "verify does not say of $1: $2"
}

missing() {
  local wanted found
  wanted=$(jq -cn '[$ARGS.positional[] | "refs/tags/" + .] | sort' --args "$@")
  found=$(jq -c '[.missing[].ref] | sort' "$WORK/verify.json")
  [ "$found" = "$wanted" ] || fail "what is missing is $found, not $wanted"
  if [ $# -gt 0 ]; then note reason "missing: $#"; fi
}

# noted TEXT: verify says this besides.
noted() {
  jq -r '.notes[]' "$WORK/verify.json" | grep -qF -- "$1" || fail "no note says: $1"
}

# problem TEXT: verify says this of the whole.
problem() {
  jq -r '.problems[]' "$WORK/verify.json" | grep -qF -- "$1" || fail "no problem says: $1"
}

document_says() {
  local version=$3
  if [ "$version" != null ]; then version="\"$version\""; fi
  expect 0 as "$reader" writ status --format json
  json ".documents[] | select(.id == \"$1\") | [.state, .\"in-force\"]" "[\"$2\",$version]"
}
status_says() {
  document_says information-security "$1" "$2"
  note status "$1, in force: $2"
}
flags() {
  json '.documents[] | select(.id == "information-security") | .flags' \
    "$(jq -cn '$ARGS.positional' --args "$@")"
}

stock() {
  local status=0
  git verify-tag "$2" >"$WORK/.out" 2>"$WORK/.err" || status=$?
  case "$1" in
    accepts) [ "$status" = 0 ] || fail "stock Git refuses $2" ;;
    refuses) [ "$status" != 0 ] || fail "stock Git accepts $2" ;;
  esac
  note stock "$1"
}
