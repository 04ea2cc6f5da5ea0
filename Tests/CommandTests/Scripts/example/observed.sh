# What is to be known of the documents of an organisation is the same wherever it is told: on the first page of
# its pack, gaps first, in evidence.json, in the brief, in verify, in status, in show.
given_organisation
expect 0 as jane writ evidence --clause 5.2 --output "$WORK/pack"
of() { jq -c "$1" "$WORK/pack/evidence.json"; }
known() { [ "$(of "[.observations[] | select(.code == \"$1\") | .document]")" = "$2" ] || fail "$1: $(of .observations)"; }
known retroactive '["backup","incident-management","logging-and-monitoring"]'
known author-approved '["incident-management"]'
known authorship-claimed '["incident-management"]'
known review-overdue '["physical-security"]'
known objective-due '["checked-suppliers","reviewed-access"]'
known role-vacant '["head-of-product"]'

# The first page says so, gaps first.
python3 - "$WORK/pack/index.html" >"$WORK/page" <<'PYTHON'
import html, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
result = re.search(r'<section aria-labelledby="result".*?</section>', page, re.S).group()
print(" ".join(html.unescape(re.sub(r"<[^>]+>", " ", result)).split()))
PYTHON
page() { grep -qF "$1" "$WORK/page" || fail "the first page does not say: $1"; }
page "Backup Policy 1.1: it says that it is in force from 15 April 2026, but was approved only on 21 April 2026."
page "Incident Management Policy 1.1: it says that it is in force from 6 August 2026, but was approved only on 7 August 2026."
page "Logging and Monitoring Policy 2.0: it says that it is in force from 9 June 2026, but was approved only on 11 June 2026."
page "Incident Management Policy 1.1: somebody who wrote it is among those who approved it."
page "Checked suppliers 1.0: it was to be reached by 30 September 2026; whether it was is not known here."
page "Reviewed access 1.0: it was to be reached by 30 November 2026; whether it was is not known here."
page "Physical Security Policy 1.0: its review was due by 29 July 2026."
page "Head of product 1.0: the people and rules in force do not name this role"
grep -qE 'Gaps .*5\.2 f.*Physical Security.*What weakens the evidence.*Backup.*To know besides.*What was not looked at' \
  "$WORK/page" || fail "the gaps are not first"
# So do the pages of the documents, and the list of objectives.
grep -q 'approved only on 21 April 2026' "$WORK/pack/documents/backup/1.1.html" || fail "the page of the document is silent"
grep -q 'approved only on 20 January 2026' "$WORK/pack/documents/backup/1.0.html" || fail "the page of an earlier version is silent"
! grep -q 'approved only on' "$WORK/pack/documents/cryptography/1.0.html" || fail "it was approved before its day"
[ "$(grep -o 'was due by 30 September 2026' "$WORK/pack/index.html" | wc -l)" = 1 ] || fail "the objective is not marked"

# One value, everywhere.
all='[.observations[] | [.document, .version, .code, .weight, .message]] | sort'
of "$all" >"$WORK/known"
for report in "verify" "brief jane-doe"; do
  expect 0 as jane writ $report --format json
  jq -c "$all" "$WORK/.out" | diff "$WORK/known" - || fail "$report knows something else"
done
expect 0 as jane writ status --format json
jq -c "{observations: [.documents[].observations[]]} | $all" "$WORK/.out" | diff "$WORK/known" - || fail "status knows something else"
of "{observations: [.documents[].observations[]]} | $all" | diff "$WORK/known" - || fail "the register knows something else"
for report in "verify" "brief jane-doe" "status"; do
  expect 0 as jane writ $report
  says "pproved only on 21 April 2026"
  says "omebody who wrote it is among those who approved it."
  says "t was to be reached by 30 September 2026"
  says "ts review was due by 29 July 2026."
done
expect 0 as jane writ show backup
says "It says that it is in force from 15 April 2026, but was approved only on 21 April 2026."
expect 0 as jane writ publish --output "$WORK/site" --audience internal
says "Backup Policy 1.1: it says that it is in force from 15 April 2026"
grep -q "approved only on 21 April 2026" "$WORK/site/policies/backup/index.html" || fail "the website does not say so"
! grep -rq "wrote it" "$WORK/site/policies/incident-management" || fail "the website tells what is not for its readers"

# Days are held against the day asked about, never against now.
expect 0 as jane writ status --at 2026-09-30 --format json
json '[.documents[].observations[] | select(.code == "objective-due") | .document]' '[]'
expect 0 as jane writ status --at 2026-10-01 --format json
json '[.documents[].observations[] | select(.code == "objective-due") | .document]' '["checked-suppliers"]'
expect 0 as jane writ verify --at 2026-07-29 --format json
json '[.observations[] | select(.code == "review-overdue") | .document]' '[]'
