# init makes an existing Git repository a policy repository too: what was staged stays staged and
# uncommitted, what lies there is not touched, and writ.yaml is never written over.

mkdir project
cd project
git init -q
echo "one" >code.txt
git add code.txt
git commit -qm "Code"
echo "two" >>code.txt
echo "new" >other.txt
git add code.txt other.txt
echo "three" >>code.txt

expect 0 writ init --organisation "Example Ltd"
says "Made a policy repository with writ.yaml and these documents to begin with: policies/information-security.md"
says "From now on every commit is checked first."
says "Register who decides, each with their own public key"
expect 0 git show --name-only --format=%s HEAD
says "Begin the policy repository"
says_not "code.txt"
says_not "other.txt"
expect 0 git status --porcelain
[ "$(cat "$WORK/.out")" = "MM code.txt
A  other.txt" ] || fail "what was staged is not as it was"
expect 0 writ check

refused 1 writ init --organisation "Example Ltd"
says "there is a file writ.yaml already, which init would write over"
says "move it away, or work with it: writ check"

# The same for a file that Git does not know yet, and for the policy alone.
mkdir ../second
cd ../second
echo "mine" >writ.yaml
git init -q
refused 1 writ init --organisation "Example Ltd"
says "there is a file writ.yaml already"
rm writ.yaml
mkdir policies
echo "mine" >policies/information-security.md
refused 1 writ init --organisation "Example Ltd"
says "there is a file policies/information-security.md already"

# A link in place of a folder would lead elsewhere.
mkdir ../outside ../linked
cd ../linked
git init -q
ln -s ../outside roles
refused 1 writ init --organisation "Example Ltd"
says "roles is there already, and is no folder"

# A folder that is no repository yet is left as it was.
mkdir ../third
cd ../third
echo "mine" >writ.yaml
refused 1 writ init --organisation "Example Ltd"
says "there is a file writ.yaml already"
