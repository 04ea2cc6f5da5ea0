# Several documents at once: each stands for itself, all are shown, one question is asked, and each
# decision names as seen what was signed just before it.

given_governance
topic() { # ID TITLE
  sed "s/^id: .*/id: $1/; s/^level: top/level: topic\nparent: information-security/; s/^title: .*/title: $2/" $policy >policies/$1.md
}
topic clear-desk "Clear Desk"
topic acceptable-use "Acceptable Use"
git add . && git commit -qm "More policies" 2>"$WORK/.err"

# All are shown, and one answer signs them.
expect 0 as jane typing "to sign all 2:" '1.0 1.0\n' writ approve information-security clear-desk --key ../jane
says "# Information Security Policy"
says "Jane Doe, Chief Executive, approves Clear Desk 1.0"
says "Once you have signed, it also names as seen what you sign before it now (1 decision)."
says "Type 1.0 1.0 to sign all 2:"
says "Signed. Information Security Policy 1.0 is not approved yet."
says "Signed. Clear Desk 1.0 is approved and in force."
says "Keep the receipts if you like: they prove that your decisions existed."

# The second names the first as seen, under the name that it has.
first=writ/information-security/1.0/approve/jane-doe
second=writ/clear-desk/1.0/approve/jane-doe
id=$(git cat-file tag $first | sed '/^-----BEGIN/,$d' | sha256sum | cut -d' ' -f1)
git cat-file tag $second | grep -qx "Writ-Seen: sha256:$id $first" || fail "it does not name the first"
expect 0 as jane writ verify

# In JSON one shape for one and for many.
expect 0 as sam writ approve acceptable-use information-security --key ../sam --yes --format json
json '[.schema, ."not-recorded", [.decisions[] | [.document, .decision, .person, .role, .recorded, .state]]]' \
  '["writ.approve/1",[],[["acceptable-use","approve","sam-lee","ciso",true,"in-force"],["information-security","approve","sam-lee","ciso",true,"in-force"]]]'
expect 0 as sam writ approve acceptable-use information-security --key ../sam --yes --format json
json '[.decisions[] | .recorded]' '[false,false]'

# The wrong answer, or one of them, signs nothing.
clock "2026-12-02 10:00:00"
sed -i 's/^version: 1.0/version: 2.0/' policies/*.md
git commit -qam "2.0: Second versions for a new year" 2>"$WORK/.err"
for answer in '2.0' '2.0 1.0' 'y'; do
  refused 1 as jane typing "to sign all 2:" "$answer\n" writ approve information-security clear-desk --key ../jane
  says "you did not type 2.0 2.0"
  says "decide later with: writ approve information-security clear-desk"
done

# One that cannot be approved does not keep back the others, and the answer is no all the same.
sed -i 's/^We will continually improve our/We are happy with our/' $policy
git commit -qam "Say less" --no-verify 2>"$WORK/.err"
expect 1 as bo writ approve information-security clear-desk nowhere --key ../bo --yes
says "writ: information-security: policies/information-security.md has errors"
says "writ: nowhere: there is no document nowhere"
says "Signed. Clear Desk 2.0 is approved and in force."
says "Not recorded: information-security, nowhere"
says_not "nothing was recorded"
expect 1 as bo writ approve information-security acceptable-use --key ../bo --yes --format json
json '[[.decisions[].document], ."not-recorded"]' '[["acceptable-use"],["information-security"]]'
refused 1 as bo writ approve information-security nowhere --key ../bo --yes

# One that fails while it is signed: what was signed before stays, and is named.
git revert -n HEAD 2>"$WORK/.err" && git commit -qm "2.0: Say it again, since it was missed" 2>"$WORK/.err"
sed -i 's/^version: 2.0/version: 3.0/' policies/clear-desk.md policies/acceptable-use.md
git commit -qam "3.0: Third versions for a new year" 2>"$WORK/.err"
mkdir -p .git/refs/tags/writ/clear-desk/3.0/approve
touch .git/refs/tags/writ/clear-desk/3.0/approve/bo-berg.lock
expect 75 as bo writ approve acceptable-use clear-desk information-security --key ../bo --yes
says "Signed. Acceptable Use 3.0 is approved and in force."
says "writ: clear-desk: another program is working here"
says "Signed. Information Security Policy 2.0 is not approved yet."
says "Not recorded: clear-desk"
rm .git/refs/tags/writ/clear-desk/3.0/approve/bo-berg.lock
expect 0 as bo writ approve acceptable-use clear-desk --key ../bo --yes
says "You approved it already, on 2 December 2026."
says "Signed. Clear Desk 3.0 is approved and in force."

# Twice the same is wrong usage; so is a comment that cannot be signed, for all of them.
expect 64 writ approve clear-desk clear-desk
refused 64 as jane writ approve information-security clear-desk --comment "Writ-No: no" --key ../jane --yes
expect 0 as jane writ verify
