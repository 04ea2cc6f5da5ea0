# A newer version of Writ decided on a document of a kind that this one does not know. Nothing is said of that
# document, and it is named; all else stands as it was, and nobody sees a forged repository.

given_approved_policy
cd "$WORK/policies"
mkdir -p context
cat >context/staff-groups.md <<'TEXT'
---
id: staff-groups
kind: context
title: Staff Groups
version: 1.0
language: en
classification: internal
owner: ciso
groups: {all: everybody}
---

# Staff Groups
TEXT
git add context && git commit -q --no-verify -m "Who works here"
as jane expect 0 writ status --format json
json '[.documents[].id] | join(" ")' '"governance information-security"'
json '."not-read" | map([.path, .reason] | join(" ")) | join(";")' '"context/staff-groups.md unreadable"'
as jane expect 0 writ status
says "context/staff-groups.md"
says "does not know"

# This version does not sign for it,
as sam refused 1 writ approve staff-groups --key "$WORK/sam" --yes

# a newer one does: here, with stock tools.
tag=writ/staff-groups/1.0/approve/sam-lee
digest=sha256:$(git cat-file blob HEAD:context/staff-groups.md | sha256sum | cut -c1-64)
git cat-file tag writ/information-security/1.0/approve/sam-lee | sed '/^-----BEGIN/,$d' |
  sed "s,^object .*,object $(git rev-parse HEAD),; s,^tag .*,tag $tag,
    s/approves .* 1.0\$/approves Staff Groups 1.0/; s/^Writ-Document: .*/Writ-Document: staff-groups/
    s,^Writ-Path: .*,Writ-Path: context/staff-groups.md,; s/^Writ-Digest: .*/Writ-Digest: $digest/" >payload
ssh-keygen -q -Y sign -n git -f "$WORK/sam" payload
cat payload payload.sig >tag
git update-ref "refs/tags/$tag" "$(git hash-object -w -t tag --literally tag)"
rm payload payload.sig tag
as jane expect 1 writ verify --format json
json .verdict '"indeterminate"'
json '.statements[] | select(.verdict != "valid") | [.ref, .verdict, .reason, .counts] | map(tostring) | join(" ")' \
  "\"refs/tags/$tag indeterminate unsupported false\""
as jane expect 0 writ status --format json
json '.documents[] | select(.id == "information-security") | .state' '"in-force"'

# Where it is gone again, all is whole.
git update-ref -d "refs/tags/$tag"
as jane expect 0 writ verify
