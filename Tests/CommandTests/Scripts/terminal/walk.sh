# Without a name, approve goes through what awaits the person whose key it is: people and rules
# first, then each policy, to be read, approved, sent back or left for later.

given_people
sed 's/^id: .*/id: clear-desk/; s/^level: top/level: topic\nparent: information-security/; s/^title: .*/title: Clear Desk/' $policy >policies/clear-desk.md
git add . && git commit -qm "Clear desks" 2>"$WORK/.err"

# Without a terminal somebody must name the document; without a name nothing is signed unasked.
refused 64 as jane writ approve --key ../jane
says "nobody is there to be asked"
says "name the document: writ approve DOC"
expect 64 as jane writ approve --yes --key ../jane
says "needs the name of a document"
expect 64 as jane writ approve --commit HEAD --key ../jane

# At first only the people and rules await anybody. Once they are approved, the policies do.
expect 0 as jane typing "? " 'a\n1.0\n' writ approve --key ../jane
says "1 document awaits your decision."
says "Signed. Governance of Example Ltd 1.0 is not approved yet."
expect 0 as jane typing "awaits" '' writ approve --key ../jane
says "Nothing awaits your decision."
expect 0 as sam typing "? " 'a\n1.0\na\n1.0\nl\n' writ approve --key ../sam
says "Signed. Governance of Example Ltd 1.0 is approved and in force."
says "Clear Desk 1.0"
says "Signed. Clear Desk 1.0 is approved and in force."
says "Information Security Policy 1.0"
expect 0 writ status information-security --format json
json '.documents[0].state' '"draft"'

# What is shown: why, what changed, what others decided, what the checks say; the text on request.
clock "2026-12-02 10:00:00"
approve jane information-security
expect 1 as bo typing "? " '\004' writ approve --key ../bo
says "1 document awaits your decision."
says "Why: First issue: The information security management system is being established"
says "Changed: all of it: no earlier version was approved."
says "Others: Jane Doe, Chief Executive, approved it on 2 December 2026."
says "Checks: 1 remark, no errors:"
says "[r]ead [c]hanges [a]pprove [s]end back [l]ater ?"
says "you broke off"
says "go on later with: writ approve"
says "nothing was recorded"
says_not "# Information Security Policy"
expect 0 as bo typing "? " 'x\nr\nlater\n' writ approve --key ../bo
says "# Information Security Policy"

# Sending back needs a reason; another version than asked for signs nothing, and asks again.
refused 1 as bo typing "? " 's\n\n\004' writ approve --key ../bo
says "Why do you send Information Security Policy 1.0 back?"
says "you gave no reason"
expect 0 as bo typing "? " 's\nToo long.\n2.0\ns\nMuch too long.\n1.0\n' writ approve --key ../bo
says "you did not type 1.0"
says "You send it back: it cannot be approved as it stands."
says "Signed. You sent Information Security Policy 1.0 back. It cannot be approved as it stands."
expect 0 writ status information-security
says 'sent back by Bo Berg (Board member, 2 December 2026): "Much too long."'

# While it is sent back it awaits nobody; a new text does, with what changed in words and in full.
expect 0 as sam writ approve --key ../sam
says "Nothing awaits your decision."
expect 0 as bo writ withdraw information-security --key ../bo --yes
approve bo information-security
clock "2026-12-03 10:00:00"
sed -i 's/^version: 1.0/version: 2.0/; s/^  summary: .*/  summary: Cover suppliers/; $a\\n## Suppliers\n\nSuppliers keep to this policy, too, and we tell them so in every contract.' $policy
git commit -qam "2.0: Cover suppliers" 2>"$WORK/.err"
expect 0 as jane typing "? " 'c\na\n2.0\n' writ approve --key ../jane
says "Why: Cover suppliers: The information security management system is being established"
says 'Changed: Since version 1.0: "Suppliers" is new.'
says "+ ## Suppliers"
says "You will sign exactly this: Jane Doe, Chief Executive, approves Information Security Policy 2.0"
says "Signed. Information Security Policy 2.0 is not approved yet."

# Errors are shown; approving is refused, sending back is not.
sed -i 's/^We will continually improve our/We are happy with our/' $policy
git commit -qam "Say less" --no-verify 2>"$WORK/.err"
expect 0 as sam typing "? " 'a\ns\nIt promises nothing.\n2.0\n' writ approve --key ../sam
says "Checks: 1 error and 1 remark: it cannot be approved like this."
says "policies/information-security.md has errors"
says "Signed. You sent Information Security Policy 2.0 back"

# A review that is due awaits those who may say that the text is still right.
clock "2027-12-10 10:00:00"
git revert --no-edit HEAD >"$WORK/.out" 2>"$WORK/.err"
git revert --no-edit HEAD~2 >"$WORK/.out" 2>"$WORK/.err"
expect 0 as jane typing "? " 's\n1.0\nl\n' writ approve --key ../jane
says "2 documents await your decision."
says "[r]ead [s]till right [l]ater ?"
says "Signed. Clear Desk 1.0 is reviewed, and still right."

# In JSON one object comes at the end.
clock "2027-12-11 10:00:00"
typed() { as jane typing "? " 's\n1.0\n' sh -c 'writ approve --key ../jane --format json >"$WORK/.json"'; }
expect 0 typed
cp "$WORK/.json" "$WORK/.out"
json '[.schema, (.decisions[] | .decision, .document)]' '["writ.approve/1","reaffirm","information-security"]'
expect 0 as jane writ verify
