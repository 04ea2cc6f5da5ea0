# Sam leaves. What he decided before stands. What he signs afterwards with an old date does not count,
# even where he signs his own removal once more, naming that as seen.
. "$(dirname "$0")/../attacks/forging.sh"
given_untouched

clock "2026-12-02 10:00:00"
writ new policy access-control --quiet
sed -i 's/{{[^}]*}}/what we do/g' policies/access-control.md
git add policies
git commit -qm "Draft a policy on access" --no-verify
draft=$(git rev-parse HEAD)

clock "2026-12-10 10:00:00"
expect 0 writ people remove sam-lee
expect 0 writ people role bo-berg --add ciso
says "Sam Lee left, who was Chief Information Security Officer."
brought_in bo jane
verify_says valid
wrong
status_says in-force 1.0
expect 0 writ status access-control
says "needs one of Jane Doe (Chief Executive), Bo Berg (Board member)"
says_not "Sam"
removal=$(git rev-parse HEAD)
says_what() { git show "$1:$2" | sha256sum | cut -d' ' -f1; }

# Dated the day of the draft, as if it had been there all the time.
A=writ/access-control/1.0/approve/sam-lee
forge "$S" "s/^object .*/object $draft/; s,^tag .*,tag $A,; s/^tagger .*/tagger Sam Lee <sam@example.org> $(date -d 2026-12-02T12:00 +%s) +0000/
  s/approves .*/approves Access Control Policy 1.0/; s/^Writ-Document: .*/Writ-Document: access-control/
  s,^Writ-Path: .*,Writ-Path: policies/access-control.md,; /^Writ-Seen/d
  s/^Writ-Digest: .*/Writ-Digest: sha256:$(says_what "$draft" policies/access-control.md)/" sam "$A"
verify_says invalid
wrong "$A" untrusted no-longer-entitled
because "$A" "Sam Lee left the people and rules with version 1.1 of them (10 December 2026), and nobody who signed up to then had seen this decision."
because "$A" "It carries the date 2 December 2026, which proves nothing. Somebody who may decide now must decide again."
document_says access-control draft null
status_says in-force 1.0

# He was entitled to approve his removal, and does so now, naming the other one as seen.
seen="$(payload "$A" | sha256sum | cut -d' ' -f1) $A"
R=writ/governance/1.1/approve/sam-lee
forge "$GS" "s/^object .*/object $removal/; s,^tag .*,tag $R,; s/^tagger .*/tagger Sam Lee <sam@example.org> $(date -d 2026-12-09T12:00 +%s) +0000/
  s/1.0\$/1.1/; s/^Writ-Digest: .*/Writ-Digest: sha256:$(says_what "$removal" writ.yaml)/
  s,^Writ-Seen: .*,Writ-Seen: sha256:$seen," sam "$R"
verify_says invalid
wrong "$A" untrusted no-longer-entitled
document_says access-control draft null

expect 0 writ history access-control
says "access-control 1.0 approved by Sam Lee, Chief Information Security Officer does not hold (untrusted): Sam Lee left"

# Somebody who may decide does.
reader=bo
expect 0 as bo writ approve access-control --key ../bo --yes
document_says access-control in-force 1.0
expect 1 as bo writ verify
says "untrusted Sam Lee's approval of Access Control Policy 1.0"
says "People and rules: version 1.1, in force since 10 December 2026"
says "Sam Lee left, who was Chief Information Security Officer."
