# diff tells by section what changed since the version approved last: lines, words, facts, sections
# that are new, gone, called otherwise or moved. Whether something changed is no verdict: it exits 0.

golden() { sed -n '/^Not compared yet/q;p' "$WORK/.out" | diff - "$WORK/golden" || fail "it is not as expected"; }

given_governance
cat >$policy <<'END'
---
id: information-security
kind: policy
level: top
title: Information Security Policy
version: 1.0
language: en
classification: public
owner: ciso
elements:
  purpose: {under: purpose, says: "protects the information that our work depends on"}
  objectives: {under: purpose, says: "sets our objectives every year"}
  requirements: {under: purpose, says: "We meet every requirement that applies to us"}
  improvement: {under: purpose, says: "We continually improve how we do it"}
framework: {set-by: chief-executive, reviewed-every: 12 months}
sections: {scope: scope, roles: roles, exceptions: exceptions, consequences: consequences}
availability: [website]
change: {summary: First issue}
---

# Information Security Policy

## Purpose

Example Ltd protects the information that our work depends on. Top management sets our objectives
every year. We meet every requirement that applies to us. We continually improve how we do it.

## Scope

This policy applies to staff, wherever they work and whatever they work with.

It holds from their first day to their last one, and some of it even longer than that.

## Roles

Top management answers for all of it. The information security officer looks after it each day.

## Exceptions

The information security officer decides on exceptions, in writing, for 12 months at the longest.

## Consequences

Whoever does not keep to it is heard first, and may be warned, trained anew, or asked to leave.
END
git commit -qam "Make a short policy, version 1.0"

# Before anything is approved, all of it is new.
expect 0 writ diff information-security
says "Information Security Policy 1.0, not approved yet"
says "All of it is new: no earlier version is approved."
expect 0 writ diff information-security --format json
json '[.schema, .id, .from, .to.version, .to.approved, .changed]' '["writ.diff/1","information-security",null,"1.0",false,true]'
json '[.sections[] | [.heading, .change]]' '[["Information Security Policy","added"],["Purpose","added"],["Scope","added"],["Roles","added"],["Exceptions","added"],["Consequences","added"]]'
expect 1 writ diff information-security --from 1.0
says "version 1.0 of information-security is not approved"
says "no version of it is approved yet: see writ status information-security"

approve jane information-security
approve sam information-security
expect 0 writ diff information-security
says "Nothing changed since version 1.0."
expect 0 writ diff information-security --format json
json '[.changed, .summary, .facts, .sections]' '[false,["Nothing changed."],[],[]]'

sed -i 's/^version: 1.0/version: 2.0/; s/First issue/Cover suppliers/; s/^classification: public/classification: internal/
  s/applies to staff,/applies to staff and suppliers,/; s/^## Exceptions/## Special cases/; s/exceptions: exceptions/exceptions: special-cases/
  s/^## Consequences/## Suppliers\n\nSuppliers sign what they must do.\n\n&/' $policy
# Roles moves behind the rest, and what follows it goes up.
awk '/^## /{moving = ($0 == "## Roles")} {if (moving) kept = kept "\n" $0; else print} END {printf "%s", kept}' $policy >../new
printf '\n' >>../new
cp ../new $policy
expect 0 writ diff information-security
says "Nothing changed since version 1.0."
says "$policy has changes that are not committed; this is about what is."
git commit -qam "Cover suppliers, as version 2.0"

cat >../golden <<'END'
Information Security Policy 2.0, not approved yet
What changed since version 1.0, approved on 1 December 2026:

version 1.0 → 2.0
classification public → internal
sections.exceptions exceptions → special-cases
change.summary First issue → Cover suppliers

In "Scope":
    - This policy applies to staff, wherever they work and whatever they work with.
    + This policy applies to staff and suppliers, wherever they work and whatever they work with.

"Exceptions" is now called "Special cases".
In "Special cases":
    - ## Exceptions
    + ## Special cases

"Suppliers" is new:
    + ## Suppliers
    + 
    + Suppliers sign what they must do.

"Roles" stands in another place.

END
expect 0 writ diff information-security
golden

cat >../golden <<'END'
Information Security Policy 2.0, not approved yet
What changed since version 1.0, approved on 1 December 2026:

version 1.0 → 2.0
classification public → internal
sections.exceptions exceptions → special-cases
change.summary First issue → Cover suppliers

In "Scope":
      This policy applies to [-staff,-] {+staff and suppliers,+} wherever they
      work and whatever they work with.

"Exceptions" is now called "Special cases".
In "Special cases":
    - ## Exceptions
    + ## Special cases

"Suppliers" is new:
    + ## Suppliers
    + 
    + Suppliers sign what they must do.

"Roles" stands in another place.

END
expect 0 writ diff information-security --word
golden
expect 0 writ diff information-security --word --color always
grep -q $'\e\[31m\[-staff,-\]\e\[0m' "$WORK/.out" || fail "what is gone has no colour"
grep -q $'\e\[32m{+staff\e\[0m' "$WORK/.out" || fail "what is new has no colour"

expect 0 writ diff information-security --format json
json '[.from.version, .from.approved, .to.version, .to.approved]' '["1.0",true,"2.0",false]'
json .to.digest "\"sha256:$(sha256sum <$policy | cut -d' ' -f1)\""
json .summary '["In the first lines, \"classification: public\" became \"classification: internal\".","In the first lines, \"sections.exceptions: exceptions\" became \"sections.exceptions: special-cases\".","In \"Scope\", \"staff,\" became \"staff and suppliers,\".","\"Exceptions\" is now called \"Special cases\".","\"Suppliers\" is new.","\"Roles\" stands in another place."]'
json '.facts[0]' '{"name":"version","old":"1.0","new":"2.0"}'
json '[.sections[] | [.heading, .change, .was, .moved]]' '[["Scope","changed",null,false],["Special cases","changed","Exceptions",false],["Suppliers","added",null,false],["Roles","changed",null,true]]'
json '.sections[0].words' '[{"change":"same","text":"This policy applies to"},{"change":"removed","text":"staff,"},{"change":"added","text":"staff and suppliers,"},{"change":"same","text":"wherever they work and whatever they work with.\nIt holds from their first day to their last one, and some of it even longer than that."}]'
json '.sections[1].lines[:2]' '[{"change":"removed","text":"## Exceptions"},{"change":"added","text":"## Special cases"}]'

# Between versions that are approved; with --to alone, since the one approved before it.
clock "2026-12-02 10:00:00"
approve jane information-security
approve sam information-security
git rm -q $policy
git commit -qnm "Take it out"
expect 1 writ diff information-security
says "information-security was taken out after version 2.0 was approved"
expect 0 writ diff information-security --to 2.0
says "Information Security Policy 2.0 What changed since version 1.0"
expect 0 writ diff information-security --to 1.0
says "All of it is new"
expect 0 writ diff information-security --from 2.0 --to 1.0
says '"Suppliers" is gone:'
expect 0 writ diff information-security --from 1.0 --to 1.0
says "Nothing changed since version 1.0."
expect 1 writ diff information-security --to 3.0
says "version 3.0 of information-security is not approved"
says "these are: 1.0, 2.0"
expect 1 writ diff suppliers
says "there is no document suppliers"
expect 64 writ diff information-security --from first

# Of the people and rules, each entry is a section, and each of its lines stands for itself.
before=$(sha256sum <writ.yaml | cut -d' ' -f1)
sed -i "s/^version: 1.0/version: 1.1\nprevious: sha256:$before/; s/title: Board member,/title: Member of the board,/" writ.yaml
git commit -qanm "Call the board by its name"
expect 0 writ diff governance
says "Governance of Example Ltd 1.1, not approved yet"
says "version 1.0 → 1.1"
says "previous sha256:$before is new"
says 'In "roles":'
says "- board-member: {title: Board member, top-management: true}"
expect 0 writ diff governance --word
says "board-member: {title: [-Board member,-] {+Member of the board,+} top-management: true}"
says_not "chief-executive:"
git reset -q --hard HEAD~1

# As of an earlier time there was one version only.
expect 0 writ diff information-security --to 2.0 --at 2026-12-02
expect 1 writ diff information-security --to 2.0 --at 2026-12-01
says "these are: 1.0"

# While a decision is missing, nobody can tell what is approved.
git tag -d writ/information-security/1.0/approve/jane-doe >/dev/null
expect 1 writ diff information-security --to 2.0
says "it cannot be told what is approved"
says "writ verify"
