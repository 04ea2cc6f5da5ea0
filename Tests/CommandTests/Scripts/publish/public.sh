# What everybody may read is on the website, in the very bytes that were approved, and nothing else is: no
# draft, nothing that is approved for a later day, nothing confidential or internal, nothing retired.
. "$(dirname "$0")/website.sh"
given_policies
expect 0 as jane writ publish --output ../site
says "3 documents in force"
says "Vault Policy 1.0: it is confidential"
says "Intranet Policy 1.0: it does not say that it is on the website"
says_not "Unfinished"
sound_site ../site
for secret in vault "access-control" "Access Control" "Old Rules" oldrulesword "Policy Ahead" aheadword \
  Unfinished "Intranet Policy" "How to report" @example.org "Nobody needs" "Sam Lee"; do
  # Words of other texts: a link to another document stays words, and so does its address.
  case $secret in vault | access-control) [ ! -e "../site/policies/$secret" ] || fail "$secret" ;; *) nowhere ../site "$secret" ;; esac
done
! grep -rq "SHA256:" ../site || fail "keys are on the website"

# The bytes are those approved, whatever lies in the working folder or in HEAD.
for version in 1.0 2.0; do
  file=../site/policies/information-security/$version.md
  tag=$(git tag --list "writ/information-security/$version/approve/jane-doe")
  git show "$tag:$policy" | cmp - "$file" || fail "$file is not what was approved"
  digest=$(sha256sum <"$file" | cut -d' ' -f1)
  grep -qF "sha256:$digest" "../site/policies/information-security/$version.html" || fail "no fingerprint"
done
cmp ../site/policies/information-security/{index,2.0}.html

page=../site/policies/information-security/1.0.html
grep -q '<strong>Not in force any more.</strong>' "$page" || fail "1.0 looks as if it were in force"
grep -q '<a href="index.html">version 2.0</a>' "$page" || fail "1.0 does not lead to 2.0"
grep -q 'Jane Doe, Chief Executive, approved version 1.0 on 1 December 2026 (own clock; not proven).' "$page" || fail "$page"
grep -q 'The Chief Information Security Officer approved version 1.0' "$page" || fail "$page"
grep -q 'in force from 1 December 2026 to 12 December 2026' "$page" || fail "$page"
grep -q 'The next review is due by 10 December 2027' "${page/1.0/2.0}" || fail "no next review"
grep -q 'Suppliers are bound as well' "$page" || fail "no change note"

# What was replaced keeps its address, and leads to what took its place; it is not in the list.
grep -q '<a href="../recovery/index.html">' ../site/policies/backup/1.0.html || fail "backup"
! grep -q 'id="policy-backup"' ../site/index.html || fail "what was replaced is in the list"

# Links lead to pages of the website where there are some, with their headings; else they are words.
page=../site/policies/incident-handling/index.html
grep -qF '<a href="../information-security/index.html#text-commitments">the policy above</a>' "$page" || fail "$page"
grep -qF 'the vault <span class="address">(vault.md)</span>' "$page" || fail "$page"
grep -qF '<a href="https://example.org/" rel="noreferrer noopener">' "$page" || fail "$page"
grep -q 'found still right on 20 December 2026, by Jane Doe (Chief Executive)' "$page" || fail "$page"

# The feed tells what happened, but not what became of what nobody sees any more.
grep -q 'Incident Handling Policy 1.0: reviewed, still right' ../site/feed.xml || fail "no review in the feed"
grep -q 'Information Security Policy 2.0 is in force' ../site/feed.xml || fail "no beginning in the feed"
grep -q '<title>A policy is retired</title>' ../site/feed.xml || fail "no retirement in the feed"

expect 0 as jane writ publish --output ../site --format json
json '[.schema, .audience, .files, [.documents[].id], [.["left-out"][] | [.id, .reason]], .["cannot-tell"]]' \
  '["writ.publish/1","public",17,["information-security","incident-handling","recovery"],[["access-control","classification"],["intranet-only","availability"],["vault","classification"]],[]]'
