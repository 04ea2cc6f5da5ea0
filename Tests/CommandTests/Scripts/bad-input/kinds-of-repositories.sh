# What Writ cannot read is never taken for a repository without decisions: it says what it is, and
# what to do.

given_approved_policy
cannot() { # TEXT
  for command in "verify" "status" "history" "show information-security" "root"; do
    expect 70 writ $command
    says "$1"
  done
  expect 70 as jane writ approve information-security --key "$WORK/jane" --yes
  says "$1"
  says "nothing was recorded"
}

git clone -q --depth 1 "file://$WORK/policies" ../shallow
cd ../shallow
cannot "this copy of the repository lacks part of its history (it is shallow)"
says "git fetch --unshallow --tags"
expect 0 git fetch -q --unshallow --tags
expect 0 as jane writ verify --root "$(cd ../policies; writ root --format json | jq -r .root)"

# Decisions are read in a bare repository; where files are needed it says so.
git clone -q --bare ../policies ../bare
cd ../bare
expect 0 writ status information-security
says "in force"
expect 70 writ check
says "this is a bare repository: it holds no files to work on"
says "work in a clone of it"
expect 70 writ people add kim-ray --name "Kim Ray" --email kim@example.org
says "this is a bare repository"

cd "$WORK"
git init -q --object-format=sha256 sha256
cd sha256
cannot "this repository is of a kind that Writ cannot read: "
says "Writ reads repositories with SHA-1 names"

mkdir ../none
cd ../none
cannot "there is no repository here"
says "go to the folder of your policies, or name it: writ -C FOLDER"
says "or begin one: writ init"

# A Git repository that holds no policies, and one without any commit.
git init -q ../empty
cd ../empty
cannot "this is not a policy repository"
echo "x" >x; git add x; git commit -qm x
cannot "this is not a policy repository: there is no writ.yaml in its last saved state"
says "make it one with: writ init"

# Files elsewhere than where they seem to be.
git -C ../policies config core.worktree "$WORK/none"
cd ../policies
cannot "its configuration moves its files"
git config --unset core.worktree

if only_root_can; then
  chown -R 65534 "$WORK/policies"
  cannot "this repository belongs to another user of this machine, who could have prepared it to harm you"
  says "git config --global --add safe.directory $WORK/policies"
  (cd policies && expect 70 writ verify && says "git config --global --add safe.directory $WORK/policies")
  says "git clone --no-local FOLDER"
  git config --global --add safe.directory "$WORK/policies"
  expect 0 writ status
fi
