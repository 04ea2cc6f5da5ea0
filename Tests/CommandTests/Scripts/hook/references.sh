# The hook judges what a commit touches, and what it leaves without support elsewhere.

given_people
document() { # path, kind, further lines of the front matter; the text comes from standard input
  local id; id=$(basename "$1" .md)
  mkdir -p "$(dirname "$1")"
  { printf -- '---\nid: %s\nkind: %s\ntitle: %s\nversion: 1.0\nlanguage: en\nclassification: internal\n' "$id" "$2" "$id"
    printf 'owner: ciso\nretention: 1 year\nchange: {summary: First issue}\n%b---\n\n# %s\n\n' "$3" "$id"; cat; } >"$1"
}
document policies/access.md policy 'level: topic\nparent: information-security\n' <<'END'
## Scope

Everybody. See [who decides](../roles/ciso.md#duties) and the [way to do it](joiners.md).
END
document policies/joiners.md procedure 'implements: [access]\n' <<<"Follow [the rules](access.md#scope)."
document roles/ciso.md role 'responsibilities: [One]\nauthorities: [Two]\nreports-to: chief-executive\n' <<<"## Duties"
git add -A
committed git commit -m "Documents that refer to one another"
expect 0 writ check

# A heading that others link to, a document that others name.
sed -i 's/^## Scope/## Reach/' policies/access.md
blocked git commit -am "The heading is gone"
says 'policies/joiners.md:16 error DOC-09 (7.5.3) There is no heading "#scope" in policies/access.md.'
git restore .
git rm -q policies/access.md
blocked git commit -m "The document is gone"
says 'There is no document "access".'
says "leads to policies/access.md, which is not there"
git reset -q --hard
git mv policies/joiners.md policies/leavers.md
sed -i 's/^id: joiners/id: leavers/' policies/leavers.md
blocked git commit -am "The document has another name"
says "policies/access.md:"
says "leads to policies/joiners.md, which is not there"
git reset -q --hard

# What another document lacks does not keep this one from being committed.
sed -i 's/^retention: .*//; s/^authorities: .*/authorities: []/' roles/ciso.md
git commit --no-verify -qam "Past the hook"
sed -i 's/Everybody\./All of us./' policies/access.md
committed git commit -am "Something else"
expect 1 writ check
says "roles/ciso.md:12 error ROL-01 (5.3) The role has no authorities."
