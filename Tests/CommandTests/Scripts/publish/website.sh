# Words for scripts about websites.
#
#   policy_text ID TITLE CLASS VERSION [LINE…]   a topic policy with these further lines at its head
#   saved MESSAGE                                commit all
#   given_policies                               an organisation with policies of all sorts: in force (information-security,
#                                                access-control, incident-handling), a draft, one approved ahead, one that
#                                                is confidential, one retired, one replaced, and a procedure
#   procedure_text ID TITLE CLASS VERSION        a procedure
#   changed SUMMARY [REASON]                     the line of a change note
#   sound_site FOLDER                            each page holds only what it may, each link leads somewhere, the
#                                                feed is one, and site.json names each file with its digest
#   nowhere FOLDER TEXT                          no file of it holds the text, and no name of one

policy_text() {
  local id=$1 title=$2 class=$3 version=$4; shift 4
  cat <<END
---
id: $id
kind: policy
level: topic
title: "$title"
version: $version
language: en
classification: $class
owner: ciso
effective: 2026-12-01
review-every: 12 months
clauses: [A.5.1]
parent: information-security
availability: [intranet, website]
sections:
  scope: scope
  roles: roles
  exceptions: exceptions
  consequences: consequences
retention: 6 years after it is replaced
$(printf '%s\n' "$@")
---

# $title

This text says what holds for $id, in words that stand in no other one: ${id//-/}word.

## Scope

It applies to everybody who works for us, to all that we hold, and to whatever place we work in, by day and night.

## Roles

The Chief Information Security Officer keeps it, and tells everybody who has a part in it what that part is.

## Exceptions

Whoever needs one asks in writing beforehand, with the reason, the risk and an end date not a year away.

## Consequences

Whoever does not keep it may lose access, and more where it was on purpose; mistakes that are told are forgiven.
END
}

changed() { printf 'change: {summary: %s, reason: %s}' "$1" "${2:-It was asked for}"; }

saved() { git add policies && git commit -qm "$1" 2>"$WORK/.err" || fail "git commit"; }

procedure_text() { # ID TITLE CLASS VERSION
  policy_text "$@" "$(changed 'First issue')" "implements: [information-security]" |
    sed -e 's/^kind: policy/kind: procedure/' -e '/^level:/d' -e '/^parent:/d' -e '/^availability:/d' \
      -e '/^sections:/,/^  consequences:/d'
}

given_policies() {
  given_approved_policy
  policy_text access-control "Access Control Policy" internal 1.0 "$(changed 'First issue')" >policies/access-control.md
  { policy_text incident-handling "Incident Handling Policy" public 1.0 "$(changed 'First issue')"
    echo
    echo "See [the policy above](information-security.md#commitments), [how access is given](access-control.md),"
    echo "[the vault](vault.md) and [the web](https://example.org/)."
  } >policies/incident-handling.md
  policy_text vault "Vault Policy" confidential 1.0 "$(changed 'First issue')" >policies/vault.md
  policy_text old-rules "Old Rules Policy" public 1.0 "$(changed 'First issue')" >policies/old-rules.md
  policy_text ahead "Policy Ahead" public 1.0 "$(changed 'First issue')" |
    sed 's/^effective: .*/effective: 2027-03-01/' >policies/ahead.md
  policy_text backup "Backup Policy" public 1.0 "$(changed 'First issue')" >policies/backup.md
  policy_text unfinished "Unfinished Policy" public 1.0 "$(changed 'First issue')" >policies/unfinished.md
  policy_text intranet-only "Intranet Policy" public 1.0 "$(changed 'First issue')" |
    sed 's/, website//' >policies/intranet-only.md
  procedure_text reporting "How to report" internal 1.0 >policies/reporting.md
  saved "Write the topic policies: 1.0 of each"
  approve sam access-control incident-handling vault old-rules ahead backup intranet-only reporting

  clock "2026-12-10 09:00:00"
  sed -i -e 's/^version: 1.0/version: 2.0/' -e 's/^effective: .*/effective: 2026-12-12/' \
    -e 's/summary: First issue/summary: Suppliers are bound as well/' "$policy"
  policy_text recovery "Recovery Policy" public 1.0 "replaces: backup" \
    "$(changed 'It takes the place of the backup policy')" >policies/recovery.md
  saved "Bind suppliers: information-security 2.0; recovery 1.0 in place of backup"
  approve jane information-security
  approve bo information-security
  approve sam recovery

  clock "2026-12-20 09:00:00"
  decide sam retire old-rules --comment "Nobody needs these rules"
  decide jane reaffirm incident-handling
}

sound_site() {
  local pages; pages=$(dirname "${BASH_SOURCE[0]}")/../../../Pages
  find "$1" -name '*.html' -print0 | xargs -0 "$pages/check" --words --site || fail "a page of $1 holds what it may not"
  "$pages/links" "$1" || fail "a link of $1 leads nowhere"
  python3 - "$1" <<'END' || fail "something is wrong with $1"
import hashlib, json, pathlib, sys
import xml.etree.ElementTree as tree

site = pathlib.Path(sys.argv[1])
files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if not path.is_dir()}
found = []

atom = "{http://www.w3.org/2005/Atom}"
feed = tree.parse(files["feed.xml"]).getroot()
for node in [feed, *feed.iter(f"{atom}entry")]:
    for name in "title", "id", "updated":
        if len(node.findall(atom + name)) != 1:
            found.append(f"feed.xml: {node.tag} has not one {name}")
ids = [node.text for node in feed.iter(f"{atom}id")]
if len(ids) != len(set(ids)) or not all(name.startswith("ni:///sha-256;") and len(name) == 57 for name in ids):
    found.append(f"feed.xml: the ids are {ids}")
times = [node.findtext(f"{atom}updated") for node in feed.iter(f"{atom}entry")]
if times != sorted(times, reverse=True) or times and feed.findtext(f"{atom}updated") != times[0]:
    found.append(f"feed.xml: the times are {times}")
for link in feed.iter(f"{atom}link"):
    if link.get("href") not in files:
        found.append(f"feed.xml: {link.get('href')} leads nowhere")
if feed.tag != f"{atom}feed" or not feed.findtext(f"{atom}author/{atom}name"):
    found.append("feed.xml is no feed with an author")

record = json.loads(files.pop("site.json").read_text())
digests = {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in files.items()}
if {file["path"]: file["sha256"] for file in record["files"]} != digests:
    found.append("site.json does not name the files as they are")
print("\n".join(found))
sys.exit(bool(found))
END
}

nowhere() {
  ! grep -rqiF -- "$2" "$1" || fail "$1 tells of: $2"
  [ -z "$(find "$1" -iname "*$2*")" ] || fail "$1 has a file called $2"
}
