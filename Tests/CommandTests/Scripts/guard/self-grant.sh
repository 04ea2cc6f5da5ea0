# Whoever drafts themselves into the people and rules, and approves that, decides nothing by it.
. "$(dirname "$0")/../attacks/forging.sh"
. "$(dirname "$0")/words"
given_untouched
given_server
taken origin main 'refs/tags/writ/*'

git switch -qc change/people
writ people add mallory --name "Mallory Roe" --email mallory@example.org --role chief-executive --role ciso --key ../mallory.pub --quiet
git commit -qam "Mallory joins" 2>"$WORK/.err"
taken origin change/people
draft=sha256:$(sha256sum writ.yaml | cut -d' ' -f1)
root=$(writ root --format json | jq -r .root)
as_mallory="s/^tagger .*>/tagger Mallory Roe <mallory@example.org>/; s/jane-doe\$/mallory/; s/^Jane Doe, Chief/Mallory Roe, Chief/
  s,^Writ-Key: .*,Writ-Key: $(fingerprint mallory),"
drafted="s/1\\.0/1.1/g; s/^object .*/object $(git rev-parse HEAD)/; s/^Writ-Digest: .*/Writ-Digest: $draft/"

# Under the version in force nobody knows her; under her own nothing is in force.
M=writ/governance/1.1/approve/mallory
forge "$GJ" "$drafted; $as_mallory; s/^Writ-Governance: .*/Writ-Governance: $root/" mallory "$M"
kept_out origin "refs/tags/$M"
says "Nobody named mallory is registered in writ.yaml."
forge "$GJ" "$drafted; $as_mallory; s/^Writ-Governance: .*/Writ-Governance: $draft/" mallory "$M"
kept_out origin "refs/tags/$M"
says "The people and rules that it was made under never came into force here."
P=writ/information-security/1.0/approve/mallory
forge "$J" "$as_mallory; s/^Writ-Governance: .*/Writ-Governance: $draft/" mallory "$P"
kept_out origin "refs/tags/$M" "refs/tags/$P"
says "refused: the decision governance/1.1/approve/mallory"
says "refused: the decision information-security/1.0/approve/mallory"
kept_out origin "refs/tags/$P"
git tag -d "$M" "$P" >"$WORK/.out"

# Of the same draft, what those decide who may.
clock "2026-12-01 11:00:00"
approve jane governance --accept-warnings
approve sam governance --accept-warnings
taken origin change/people 'refs/tags/writ/*'
