# A yes is about something: what is not there, lies elsewhere or is no document is told, and a yes about
# nothing is none.

given_people
expect 64 writ check policies/informaton-security.md
says "there is no file or folder policies/informaton-security.md"
says "perhaps you mean: $policy"
expect 64 writ check $policy nowhere
expect 64 writ check ""
expect 64 writ check ../elsewhere
expect 64 writ check --commit HEAD nowhere
expect 64 writ check --staged nowhere
expect 64 writ check --range HEAD..HEAD nowhere

nothing() { # PATH REASON: nothing is judged there, and that is no yes
  expect 1 writ check "$1" --format json
  json '[.documents, .errors, ."not-judged"]' "[0,0,[{\"path\":\"$1\",\"reason\":\"$2\"}]]"
  expect 1 writ check "$1"
  says "Nothing was judged: documents are writ.yaml and the .md files below policies"
}
mkdir -p docs/policies drafts plans
cp $policy policies/More.MD
cp $policy docs/policies/old.md
printf x | tee policies/handbook.docx policies/scan.pdf roles.csv >README.md
ln -s docs way
nothing policies/handbook.docx form
nothing policies/More.MD name
nothing README.md elsewhere
nothing drafts elsewhere
nothing plans no-file
nothing docs/policies/old.md elsewhere
nothing way/policies/old.md no-file

# Beside what is judged, it is counted and named: as text, for scripts and for forges.
expect 0 writ check
says "Not judged: 4 files."
says "policies/handbook.docx: no Markdown, which alone is read"
expect 0 writ check --format json
json '[.documents, ."not-judged-count", [."not-judged"[].path]]' \
  '[2,4,["docs/policies/old.md","policies/More.MD","policies/handbook.docx","policies/scan.pdf"]]'
expect 0 writ check --format github
says "::notice title=Not judged::4 files not judged: docs/policies/old.md (in no folder of documents), policies/More.MD"
expect 0 writ check --format sarif
json '[.runs[].invocations[] | .executionSuccessful, (.toolExecutionNotifications | length)]' '[true,4]'

# The hook says so once, and is quiet where nothing of this is touched.
git add . && committed git commit -m "Word files"
says "Not judged: 4 files."
echo x >notes.txt && git add notes.txt && committed git commit -m "Notes"
says_not "udged"
expect 0 writ check --range HEAD~1..HEAD
says "Nothing to mend. No document has changed."
says_not "Not judged"
expect 0 writ check --range HEAD~2..HEAD $policy
says "No document named here has changed."
expect 1 writ check --range HEAD~2..HEAD policies/scan.pdf
expect 0 writ check --commit HEAD
says "Not judged: 4 files."
expect 0 writ status
says "Not looked at: files in other formats than Markdown: policies/More.MD, policies/handbook.docx, policies/scan.pdf."
git init -q --bare ../server.git
expect 0 git push ../server.git HEAD
says "Not judged: 3 files."

# Through a link to the repository, and in a bare one.
ln -s "$PWD" ../linked
expect 0 writ check "$WORK/linked/$policy"
expect 0 writ -C ../server.git check --commit main policies
says "in 1 document."
expect 64 writ -C ../server.git check --commit main nowhere
expect 70 writ -C ../server.git check
git init -q ../empty
expect 1 writ -C ../empty check
says "Nothing was judged"
