# Branches: only drafts may be deleted and written over, and what any branch brings is without errors.
. "$(dirname "$0")/words"
given_guarded
git fetch -q origin

# Nothing that others go by is deleted or taken back.
git branch -q release
taken origin release
kept_out origin :release
says "refused: the branch release"
says "This branch holds policies, so it stays."
policy_version 1.1
taken origin main
before=$(git rev-parse main~)
kept_out -f origin "$before:refs/heads/main"
says "This would take back what the branch holds."
git switch -q --orphan new
git commit -qn --allow-empty -m "Nothing"
kept_out -f origin HEAD:refs/heads/main
git switch -q main
git -c user.name=Else commit -qn --amend -m "Version 1.1: the same, told otherwise"
kept_out -f origin main
git reset -q --hard origin/main

# Drafts are their authors' own.
git switch -qc change/x
policy_version 1.1
taken origin HEAD
git commit -qn --amend -m "Version 1.1: told otherwise"
taken -f origin HEAD
taken origin :change/x

# Errors are refused on every branch, and mended ones pass with all their history.
sed -i 's/^We will continually improve our information security.*/We do what we can, and meet/' $policy
git commit -qnam "Say less"
for branch in main change/x; do
  kept_out origin "HEAD:refs/heads/$branch"
  says "refused: the branch $branch"
  says "What it brings has errors: $policy:"
  says "POL-05 (5.2 d)"
  says "To mend it:"
  says "Mend them, commit, and push again."
done
git revert --no-edit HEAD >"$WORK/.out" 2>"$WORK/.err"
taken origin HEAD
taken origin HEAD:main
git switch -q main
git reset -q --hard origin/change/x

# Approved bytes do not change under their version, whatever way they come.
git switch -qc change/text main
sed -i 's/^version: .*/version: 1.0/' $policy
git commit -qnam "Back to 1.0, with another rule"
kept_out origin HEAD
says "Another text is approved as version 1.0."
kept_out origin HEAD:main
git rm -q $policy
git commit -qnm "Without the policy"
mkdir policies
git show main:$policy | sed 's/^version: .*/version: 1.0/' >$policy
git add .
git commit -qnm "And with it again"
kept_out origin HEAD:main
says "Another text is approved as version 1.0."
git switch -q main

# Nobody can bring a text under another's id, nor a file that nobody can read.
git show main:$policy >policies/more.md
git add .
git commit -qnm "A second one"
kept_out origin main
says "DOC-01"
git reset -q --hard origin/main
git reset -q --hard origin/change/x
printf '\377\376\0' >policies/bytes.md
printf -- '---\nid: [\n' >policies/yaml.md
ln -s /etc/passwd policies/link.md
head -c 300000 /dev/zero | tr '\0' x >policies/large.md
git add .
git commit -qnm "Bytes"
kept_out origin main
for file in bytes yaml link large; do says "policies/$file.md:1"; done
git reset -q --hard HEAD~

# What is no branch of policies is nobody's concern here, until it becomes one.
git switch -q --orphan website
echo "<p>Hello" >index.html
mkdir policies
cp index.html policies/page.md
git add .
git commit -qnm "Website"
taken origin website
git commit -qn --amend -m "Website again"
taken -f origin website
git show main:writ.yaml >writ.yaml
git add .
git commit -qnm "With people and rules"
kept_out origin website
says "policies/page.md:1"
taken origin :website
git switch -q main
git switch -qc without main
git rm -q writ.yaml
git commit -qnm "Without people and rules"
kept_out origin without:main
says "There is no writ.yaml."
kept_out origin without
