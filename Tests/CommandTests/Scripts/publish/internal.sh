# For who may read what is internal, policies and procedures up to that class; names of all who decided.
. "$(dirname "$0")/website.sh"
given_policies
expect 0 as jane writ publish --audience internal --output ../site
says "6 documents in force"
sound_site ../site
for secret in vaultword "Vault Policy" oldrulesword "Old Rules" aheadword Unfinished; do nowhere ../site "$secret"; done
grep -q '<h2 id="procedures">' ../site/index.html || fail "no procedures"
grep -q "Sam Lee, Chief Information Security Officer, approved" ../site/policies/access-control/1.0.html || fail "no name"
grep -qF '<a href="../access-control/index.html">how access is given</a>' ../site/policies/incident-handling/1.0.html || fail "no link"

# A website for some is not put in the place of one for others.
expect 1 as jane writ publish --output ../site
says "is for readers of what is internal, and not of what is public"
expect 64 as jane writ publish --audience secret --output ../other
says "public, internal, confidential"
[ ! -e ../other ] || fail "it wrote something"
