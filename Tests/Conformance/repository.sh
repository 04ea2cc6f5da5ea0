# The words that the cases are written in. A case reads this file, and makes ./repository, ./root
# (what the verifier is told: ROOT or ROOT:TIP) and ./allowed_signers (for stock Git), all with bash,
# git, ssh-keygen, openssl and coreutils alone: what is tested takes no part in it.
#
#   attack                          true if the attack is to be made, false for the control
#
# Repositories
#   founded                         people and rules 1.0, approved by jane and sam
#   settled                         … and version 1.0 of the document `security`, by both as well
#   text DOCUMENT VERSION [LINE…]   writes a document with these lines in its front matter, commits it
#   governance VERSION              writes writ.yaml as the words below have left it, commits it; it
#                                   names the one before (`previous`) and all leaves (`closes`)
#   acting VERSION                  from here on decisions are made under these people and rules
#   succeed VERSION [WHO…]          governance, approved by these (jane and bo) under the one before,
#                                   and acting from then on
#   aside COMMAND …                 … and HEAD is left where it was
#   tip VERSION                     the verifier is told this newest version besides the root
#
# What the next `governance` says. What is said once stays, until it is said otherwise.
#   person WHO ROLE[,ROLE…] [KEY…]  somebody and their keys, else the one that bears their name
#   leaves WHO                      they are not listed any more
#   rule governance|policies 'require: […], …'
#   also 'LINE'                     any other line at the top level, such as separation: {…}
#   revoked KEY retired|compromised SINCE
#   lost NAME                       the decision of that name is missing for good
#
# Decisions: what everybody has made so far is what a signer has seen
#   approve|reject|withdraw|reaffirm|retire WHO DOCUMENT VERSION
#                                   withdraw: of the newest decision of that person on it. The name
#                                   is in $made
#   These say otherwise when they stand before the word (or were set before):
#   under=VERSION role=ROLE key=KEY dated=HOUR withdraws=NAME label=LABEL
#   unknown='NAME…'                 the signer does not know these
#   seen='NAME…'                    just these are named under Writ-Seen (`none` for none)
#   edit='SED'                      edits the payload before it is signed
#   forget NAME…                    nobody after this sees these decisions
#   text and governance take label=LABEL too, which tells two texts of one version apart:
#   label=rival governance 1.1, then label=rival approve jane governance 1.1
#
# Forging: an attacker with push rights can store any bytes, and point any name at them
#   forge NAME 'SED' KEY [NEW]      edits what a decision says, signs it anew, stores it there or as NEW
#   tamper NAME 'SED'               edits the stored bytes, signature and all; signs nothing
#   payload NAME, armor NAME        the two parts of a decision
#   signed KEY [NAMESPACE]          what comes in, with a signature behind it
#   store NAME                      what comes in becomes a tag object under that name
#   respell NAME 'PYTHON'           edits the parts of an SSHSIG: see there
#   recommit LABEL 'PYTHON'         edits the bytes of the commit of a text, which it sees as `commit`; HEAD is
#                                   what comes of it
#   refold LABEL FOLDER 'PYTHON'    edits the `entries` of a folder in that commit (. for the uppermost), each
#                                   (mode, name, id) in bytes, or its `bytes`; HEAD is what comes of it
#   later LABEL                     a commit more, with the same text, is the one that is decided on
#   delete NAME…                    removes the names
#   digest LABEL                    of a text: `digest governance/1.1`, `digest security/1.0`
#   hour N                          N hours after the start, as in writ.yaml

set -euo pipefail
export LC_ALL=C.UTF-8 TZ=UTC GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME="Pat Ray" GIT_AUTHOR_EMAIL=pat@example.org
export GIT_COMMITTER_NAME="Pat Ray" GIT_COMMITTER_EMAIL=pat@example.org

case ${1-} in
  control | attack) mode=$1 ;;
  *) echo "usage: $0 control|attack" >&2; exit 64 ;;
esac
attack() { [ "$mode" = attack ]; }

# --- what is so far

# Keys and common repositories are made once in a run, and shared by all cases.
shared=${CONFORMANCE_SHARED:-$PWD/shared}
work=$PWD
start=1772323200  # 2026-03-01T00:00:00Z: long enough ago for every clock that asks
clock=0           # hours since then
acting=1.0        # the people and rules that decisions are made under
last=             # the label of the newest people and rules
fresh=true        # nothing was said yet that the common repositories do not have
made=

declare -A named=([jane]="Jane Doe" [sam]="Sam Lee" [bo]="Bo Berg" [eve]="Eve Fox" [kim]="Kim Roe" [mallory]="Mallory")
declare -A titled=([chief-executive]="Chief Executive" [board-member]="Board member" [ciso]="Security Officer")
declare -A roles=([jane]=chief-executive [sam]=ciso [bo]=board-member)
declare -A keys=([jane]=jane [sam]=sam [bo]=bo)
people=(jane sam bo)
declare -A rules=(
  [governance]="require: [2 of chief-executive board-member ciso]"
  [policies]="require: [1 of chief-executive board-member, 1 of ciso board-member]")
declare -A members=()  # of a key's entry, by the name of the key
also=() revoked=() lost=()

declare -A digests=() commits=() paths=() titles=()  # of texts, by label
declare -A role_under=() key_under=()  # first role and key of a person, by VERSION/WHO
ledger=()                                                         # names, oldest first
declare -A id=() about=() sees=()                                  # of decisions, by name
state=(clock acting last made named roles keys people rules members also revoked lost
  digests commits paths titles role_under key_under ledger id about sees)

# --- keys

# Written to a file so that no case starts a program to learn a key.
make_keys() {
  mkdir -p "$shared/keys"
  local key folder=$shared/keys
  for key in jane bo eve kim mallory jane2 bo2; do
    ssh-keygen -q -t ed25519 -N '' -C "" -f "$folder/$key" &
  done
  for key in sam sam2; do ssh-keygen -q -t ecdsa -b 256 -N '' -C "" -f "$folder/$key" & done
  ssh-keygen -q -t ecdsa -b 384 -N '' -C "" -f "$folder/curve384" &
  ssh-keygen -q -t ecdsa -b 521 -N '' -C "" -f "$folder/curve521" &
  ssh-keygen -q -t rsa -b 2048 -m PEM -N '' -C "" -f "$folder/rsa" &
  make_device "$folder/device" ssh: &
  make_device "$folder/passkey" example.org &
  wait
  for key in "$folder"/*.pub; do
    local type blob rest
    read -r type blob rest <"$key"
    key=${key##*/} key=${key%.pub}
    printf 'public[%s]="%s %s"; fingerprint[%s]=SHA256:%s\n' "$key" "$type" "$blob" "$key" \
      "$(base64 -d <<<"$blob" | openssl dgst -sha256 -binary | base64 | tr -d =)"
  done >"$folder/table"
}

# A security key in software: openssl holds its private half.
make_device() {
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.pem" 2>/dev/null
  local point; point=$(openssl pkey -in "$1.pem" -pubout -outform DER | tail -c 65 | to_hex)
  echo "sk-ecdsa-sha2-nistp256@openssh.com $({
    text_field sk-ecdsa-sha2-nistp256@openssh.com
    text_field nistp256
    hex_field "$point"
    text_field "$2"
  } | from_hex | base64 -w 0)" >"$1.pub"
}

to_hex() { od -An -v -tx1 | tr -d ' \n'; }
from_hex() { local hex; hex=$(cat); printf '%b' "$(sed 's/../\\x&/g' <<<"$hex")"; }
hex_field() { printf '%08x%s' $((${#1} / 2)) "$1"; }
text_field() { hex_field "$(printf %s "$1" | to_hex)"; }

declare -A public=() fingerprint=()
if [ ! -e "$shared/keys/table" ]; then make_keys; fi
. "$shared/keys/table"

# --- writ.yaml and documents

hour() { printf '%(%Y-%m-%dT%H:%M:%SZ)T' $((start + $1 * 3600)); }
digest() { echo "${digests[$1]}"; }

person() {
  fresh=false
  local who=$1
  if [ -z "${roles[$who]-}" ]; then people+=("$who"); fi
  roles[$who]=$2
  shift 2
  if [ $# = 0 ]; then set -- "${keys[$who]:-$who}"; fi
  keys[$who]="$*"
}
leaves() {
  fresh=false
  local who left=()
  for who in "${people[@]}"; do if [ "$who" != "$1" ]; then left+=("$who"); fi; done
  people=("${left[@]}")
  unset "roles[$1]" "keys[$1]"
}
rule() { fresh=false; rules[$1]=$2; }
also() { fresh=false; also+=("$1"); }
revoked() { fresh=false; revoked+=("{key: \"${fingerprint[$1]}\", reason: $2, since: $3}"); }
lost() { fresh=false; lost+=("${id[$1]}"); }

begin() {
  mkdir -p "$work/repository"
  cd "$work/repository"
  git init -q --template= --initial-branch=main
  : >"$work/allowed_signers"
}

commit() {
  clock=$((clock + 1))
  local author=${author:-"$GIT_AUTHOR_NAME <$GIT_AUTHOR_EMAIL"} date="@$((start + clock * 3600)) +0000"
  git add -A
  GIT_AUTHOR_NAME=${author% <*} GIT_AUTHOR_EMAIL=${author#*<} GIT_AUTHOR_DATE=$date \
    GIT_COMMITTER_DATE=$date git -c gc.auto=0 commit -q --no-verify -m "$1"
}

# written LABEL PATH TITLE: what was just committed can be decided on.
written() {
  digests[$1]=sha256:$(sha256sum <"$2" | cut -c1-64)
  commits[$1]=$(git rev-parse HEAD)
  paths[$1]=$2 titles[$1]=$3
}

governance() {
  local version=$1 name=governance/${label:-$1} who key role previous=${previous:-$last}
  local indent="        "
  {
    printf 'writ: 1\nid: governance\nversion: %s\n' "$version"
    if [ -n "$previous" ] && [ "$previous" != none ]; then
      if [ -n "${digests[$previous]-}" ]; then previous=${digests[$previous]}; fi
      echo "previous: $previous"
      closing
    fi
    if [ ${#lost[@]} -gt 0 ]; then (IFS=,; echo "lost: [${lost[*]}]"); fi
    if [ ${#revoked[@]} -gt 0 ]; then (IFS=,; echo "revoked: [${revoked[*]}]"); fi
    if [ ${#also[@]} -gt 0 ]; then printf '%s\n' "${also[@]}"; fi
    printf 'organisation: {name: "Example Ltd", scope: "All activities"}\n'
    printf 'standard: iso27001:2022\nclassifications: [public, internal]\nroles:\n'
    for role in chief-executive board-member ciso; do
      printf '  %s: {title: %s}\n' "$role" "${titled[$role]}"
    done
    echo "people:"
    for who in "${people[@]}"; do
      printf '  %s:\n    name: %s\n    email: %s@example.org\n    roles: [%s]\n    keys:\n' \
        "$who" "${named[$who]}" "$who" "${roles[$who]//,/, }"
      for key in ${keys[$who]}; do
        printf '      - ssh: %s\n' "${public[$key]}"
        if [ -n "${members[$key]-}" ]; then printf '%s%s\n' "$indent" "${members[$key]}"; fi
      done
    done
    printf 'approval:\n  - {for: {id: governance}, %s}\n' "${rules[governance]}"
    printf '  - {for: {}, %s}\n' "${rules[policies]}"
  } >writ.yaml
  commit "People and rules $version"
  written "$name" writ.yaml "Governance of Example Ltd"
  for who in "${people[@]}"; do
    role_under[${name#*/}/$who]=${roles[$who]%%,*} key_under[${name#*/}/$who]=${keys[$who]%% *}
    for key in ${keys[$who]}; do
      echo "$who@example.org namespaces=\"git\" ${public[$key]}" >>"$work/allowed_signers"
    done
  done
  if [ -z "$last" ]; then echo "${digests[$name]}" >"$work/root"; fi
  if [ -z "${label-}" ]; then last=$name; fi
}

# closes: the leaves so far, or those that the case names.
closing() {
  local name
  if [ "${closes-}" = none ]; then return; fi
  if [ -z "${closes-}" ]; then known_leaves; else read -ra leaves <<<"$closes"; fi
  for name in "${leaves[@]}"; do echo "${id[$name]:-$name}"; done | sort | sed 's/^/  - /; 1s/^/closes:\n/'
}

text() {
  local document=$1 version=$2 name=$1/${label:-$2} title="${1^} Policy"; shift 2
  mkdir -p policies
  {
    printf -- '---\nid: %s\nkind: policy\nlevel: topic\ntitle: %s\nversion: %s\n' "$document" "$title" "$version"
    printf 'language: en\nclassification: internal\nowner: ciso\nchange: {summary: "%s"}\n' "$name"
    if [ $# -gt 0 ]; then printf '%s\n' "$@"; fi
    printf -- '---\n\n# %s\n\nThis is %s.\n' "$title" "$name"
  } >"policies/$document.md"
  commit "$title $version"
  written "$name" "policies/$document.md" "$title"
}

succeed() {
  local version=$1 who
  shift
  if [ $# = 0 ]; then set -- jane bo; fi
  governance "$version"
  for who; do approve "$who" governance "$version"; done
  acting "$version"
}
aside() {
  local head; head=$(git rev-parse HEAD)
  "$@"
  git reset -q --hard "$head"
}
acting() { acting=$1; }
tip() { echo "$(head -n 1 "$work/root"):${digests[governance/$1]}" >"$work/root"; }

# --- decisions

# known_leaves: decisions that no other known one has seen.
known_leaves() {
  local name other
  leaves=()
  for name in "${ledger[@]}"; do
    if known "$name"; then
      for other in "${ledger[@]}"; do
        if known "$other" && [[ " ${sees[$other]} " == *" $name "* ]]; then continue 2; fi
      done
      leaves+=("$name")
    fi
  done
}
known() { [[ " ${unknown-} " != *" $1 "* ]]; }

approve() { decide approve approves "$@"; }
reject() { decide reject rejects "$@"; }
reaffirm() { decide reaffirm reaffirms "$@"; }
retire() { decide retire retires "$@"; }
withdraw() {
  local name withdraws=${withdraws-}
  if [ -z "$withdraws" ]; then
    for name in "${ledger[@]}"; do
      if [[ $name == writ/$2/$3/*/$1* && $name != */withdraw/* ]]; then withdraws=$name; fi
    done
  fi
  decide withdraw "withdraws a decision on" "$@"
}

decide() {
  local decision=$1 verb=$2 who=$3 document=$4 version=$5 name number=1 leaves
  local under=${under:-$acting} label=$4/${label:-$5} seen=${seen-}
  local role=${role:-${role_under[$under/$who]:-ciso}} key=${key:-${key_under[$under/$who]:-$who}}
  if [ -z "${dated-}" ]; then clock=$((clock + 1)); fi
  local seconds=$((start + ${dated:-$clock} * 3600))
  made=writ/$document/$version/$decision/$who
  while [ -n "${id[$made]-}" ]; do
    number=$((number + 1))
    made=writ/$document/$version/$decision/$who.$number
  done
  if [ -z "$seen" ]; then
    known_leaves
    for name in "${ledger[@]}"; do
      if known "$name" && { [ "${about[$name]}" = "$document" ] || [[ " ${leaves[*]-} " == *" $name "* ]]; }; then
        seen+=" $name"
      fi
    done
  fi
  if [ "$seen" = none ]; then seen=; fi
  {
    printf 'object %s\ntype commit\ntag %s\ntagger %s <%s@example.org> %s +0000\n\n' \
      "${commits[$label]}" "$made" "${named[$who]}" "$who" "$seconds"
    printf '%s, %s, %s %s %s\n\n' "${named[$who]}" "${titled[$role]}" "$verb" "${titles[$label]}" "$version"
    printf 'Writ-Statement: 1\nWrit-Repository: %s\nWrit-Governance: %s\n' \
      "${digests[governance/1.0]}" "${digests[governance/$under]}"
    printf 'Writ-Document: %s\nWrit-Version: %s\nWrit-Path: %s\nWrit-Digest: %s\nWrit-Decision: %s\n' \
      "$document" "$version" "${paths[$label]}" "${digests[$label]}" "$decision"
    if [ "$decision" = withdraw ]; then echo "Writ-Withdraws: ${id[$withdraws]-$withdraws}"; fi
    printf 'Writ-Person: %s\nWrit-Role: %s\nWrit-Key: %s\n' "$who" "$role" "${fingerprint[$key]}"
    for name in $seen; do
      # An invented one is written DIGEST=NAME.
      echo "Writ-Seen: ${id[$name]-${name%%=*}} ${name#*=}"
    done | sort
  } | sed "${edit-}" >"$work/payload"
  id[$made]=sha256:$(sha256sum <"$work/payload" | cut -c1-64)
  about[$made]=$document
  sees[$made]=$seen
  if [ "$decision" = withdraw ]; then sees[$made]+=" $withdraws"; fi
  ledger+=("$made")
  signed "$key" <"$work/payload" | store "$made"
}

forget() {
  local name gone=" $* " left=()
  for name in "${ledger[@]}"; do if [[ $gone != *" $name "* ]]; then left+=("$name"); fi; done
  ledger=("${left[@]}")
}

# --- forging

payload() { git cat-file tag "$1" | sed '/^-----BEGIN SSH SIGNATURE-----$/,$d'; }
armor() { git cat-file tag "$1" | sed -n '/^-----BEGIN SSH SIGNATURE-----$/,$p'; }

signed() {
  local file; file=$(mktemp "$work/signed.XXXXXX")
  cat >"$file"
  if [ -e "$shared/keys/$1.pem" ]; then
    sign_by_device "$shared/keys/$1" "$file" >"$file.sig"
  else
    ssh-keygen -q -Y sign -n "${2:-git}" -f "$shared/keys/$1" "$file" 2>/dev/null
  fi
  cat "$file" "$file.sig"
  rm "$file" "$file.sig"
}

# What the device says and is asked, where a case does not say otherwise: flags=5 (somebody is there,
# and it made sure who) by its own application, without a browser. With origin= a browser asks there.
sign_by_device() {
  local head tail flags=${flags:-5} public blob for value algorithm=sk-ecdsa-sha2-nistp256@openssh.com
  read -r _ public <"$1.pub"
  blob=$(base64 -d <<<"$public" | to_hex)
  for=${application:-$(base64 -d <<<"$public" | tail -c +124)}
  head=$(text_field git)00000000$(text_field sha512)
  printf 'SSHSIG%b' "$(sed 's/../\\x&/g' <<<"$head$(hex_field "$(openssl dgst -sha512 -binary "$2" | to_hex)")")" >"$2.asked"
  tail=$(printf %02x00000007 "$flags")
  local device=$tail
  if [ -n "${origin-}" ]; then
    algorithm=webauthn-$algorithm
    if [ -n "${challenge-}" ]; then printf %s "$challenge" >"$2.asked"; fi
    printf '{"type":"webauthn.get","challenge":"%s","origin":"%s"%s' \
      "$(base64 -w 0 "$2.asked" | tr '+/' '-_' | tr -d =)" "${says:-$origin}" "${more:-,\"crossOrigin\":false\}}" >"$2.json"
    mv "$2.json" "$2.asked"
    tail+=$(text_field "$origin")$(hex_field "$(to_hex <"$2.asked")")00000000
  fi
  value=$({
    printf %s "$for" | openssl dgst -sha256 -binary
    from_hex <<<"$device"
    openssl dgst -sha256 -binary "$2.asked"
  } | openssl dgst -sha256 -sign "$1.pem" | to_hex)
  # DER and SSH write a positive number with the same bytes.
  local r=${value:8:$((16#${value:6:2} * 2))} s
  s=${value:$((8 + ${#r} + 4))}
  rm "$2.asked"
  echo "-----BEGIN SSH SIGNATURE-----"
  {
    printf 535348534947%s 00000001
    hex_field "$blob"
    printf %s "$head"
    hex_field "$(text_field "$algorithm")$(hex_field "$(hex_field "$r")$(hex_field "$s")")$tail"
  } | from_hex | base64 -w 70
  echo "-----END SSH SIGNATURE-----"
}

# The file of the ref is written as it is: update-ref would look at what the bytes say.
store() {
  local file=.git/refs/tags/$1 object
  object=$(git hash-object -w --literally -t tag --stdin)
  [ -d "${file%/*}" ] || mkdir -p "${file%/*}"
  echo "$object" >"$file"
}
delete() { local name; for name; do git update-ref -d "refs/tags/$name"; done; }

forge() { payload "$1" | sed "$2" | signed "$3" | store "${4:-$1}"; }
tamper() { git cat-file tag "$1" | sed "$2" | store "$1"; }

# The PYTHON sees payload, and key, namespace, reserved, hash, algorithm, value and tail of the
# signature; put() writes a field, take() reads one. `version` stands before all of them.
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
version, rest, fields, behind = blob[6:10], blob[10:], [], b""
while rest:
    field, rest = take(rest)
    fields.append(field)
key, namespace, reserved, hash, inner = fields
algorithm, inner = take(inner)
value, tail = take(inner)
exec(sys.argv[2])
inner = put(algorithm) + put(value) + tail
text = base64.b64encode(
    blob[:6] + version + b"".join(map(put, [key, namespace, reserved, hash, inner])) + behind).decode()
lines = [text[at:at + 70] for at in range(0, len(text), 70)]
sys.stdout.buffer.write(payload + "\n".join(
    ["-----BEGIN SSH SIGNATURE-----"] + lines + ["-----END SSH SIGNATURE-----", ""]).encode())
PY
}

recommit() {
  commits[$1]=$(git cat-file commit "${commits[$1]}" | python3 -c "import sys
commit = sys.stdin.buffer.read()
$2
sys.stdout.buffer.write(commit)" | git hash-object -w --literally -t commit --stdin)
  git update-ref refs/heads/main "${commits[$1]}"
}

refold() {
  commits[$1]=$(python3 - "${commits[$1]}" "$2" "$3" <<'PY'
import subprocess, sys
commit, folder, edit = sys.argv[1:]
def read(kind, name): return subprocess.check_output(["git", "cat-file", kind, name])
def write(kind, data):
    return subprocess.run(["git", "hash-object", "-w", "--literally", "-t", kind, "--stdin"],
        input=data, stdout=subprocess.PIPE, check=True).stdout.decode().strip()
def parse(data):
    entries = []
    while data:
        mode, rest = data.split(b" ", 1)
        name, rest = rest.split(b"\0", 1)
        entries.append((mode, name, rest[:20]))
        data = rest[20:]
    return entries
def join(entries): return b"".join(mode + b" " + name + b"\0" + id for mode, name, id in entries)
def edited(tree, names):
    entries, bytes = parse(read("tree", tree)), None
    if names:
        entries = [
            (mode, name, id if name.decode() != names[0] else fromhex(edited(id.hex(), names[1:])))
            for mode, name, id in entries]
    else:
        scope = {"entries": entries, "bytes": None, "write": write, "fromhex": fromhex}
        exec(edit, scope)
        entries, bytes = scope["entries"], scope["bytes"]
    return write("tree", join(entries) if bytes is None else bytes)
def fromhex(text): return __builtins__.bytes.fromhex(text)
raw = read("commit", commit)
tree = raw[5:45].decode()
names = [] if folder == "." else folder.split("/")
print(write("commit", b"tree " + edited(tree, names).encode() + raw[45:]))
PY
  )
  git update-ref refs/heads/main "${commits[$1]}"
}

later() {
  local tree; tree=$(git rev-parse 'HEAD^{tree}')
  clock=$((clock + 1))
  commits[$1]=$(GIT_AUTHOR_DATE="@$((start + clock * 3600)) +0000" \
    GIT_COMMITTER_DATE="@$((start + clock * 3600)) +0000" git commit-tree "$tree" -p HEAD -m "Later")
  git update-ref refs/heads/main "${commits[$1]}"
}

# --- common repositories

founded() { common founded found; }
settled() { common settled settle; }

# common NAME COMMAND: the repository that the command makes, from the copy that is kept of it where
# nothing was said before that makes it another.
common() {
  local kept=$shared/$1
  if $fresh && [ -e "$kept/state" ]; then
    cp -R "$kept/." "$work"
    cd "$work/repository"
    . "$work/state"
    rm "$work/state"
    return
  fi
  "$2"
}
found() {
  begin
  governance 1.0
  approve jane governance 1.0
  approve sam governance 1.0
}
settle() {
  founded
  text security 1.0
  approve jane security 1.0
  approve sam security 1.0
}

# keep NAME: the repository here is the one that `common` copies from now on.
keep() {
  declare -p "${state[@]}" | sed 's/^declare --/declare -g/; t; s/^declare -/&g/' >"$work/state"
  mkdir -p "$shared/$1"
  cp -R "$work/repository" "$work/root" "$work/allowed_signers" "$work/state" "$shared/$1"
  rm "$work/state"
}
