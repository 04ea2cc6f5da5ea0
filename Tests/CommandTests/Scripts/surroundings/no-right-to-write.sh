# In a repository that one may only read, everything can be verified and read; approve says what is
# missing and records nothing. The same holds where one's own state cannot be written.

with_state_in() { XDG_STATE_HOME=$(realpath -m "$1") "${@:2}"; }

given_approved_policy
sed -i 's/^version: 1.0/version: 1.1/' $policy
git commit -qam "Policy 1.1: promise more" 2>"$WORK/.err"

chmod -R a-w .git
expect 0 as jane bound writ verify
expect 0 as jane bound writ status
expect 0 as jane bound writ show information-security
expect 0 as jane bound writ history
expect 0 as jane bound writ check
refused 70 as jane bound writ approve information-security --key ../jane --yes
says "ask for the right to write there, or work in a copy of your own"
chmod -R u+w .git
expect 0 as jane bound writ approve information-security --key ../jane --yes

# writ.yaml that cannot be written.
writ init "$WORK/second" --organisation "Example Ltd" --quiet
cd "$WORK/second"
chmod a-w .
refused 70 bound writ people add jane-doe --name "Jane Doe" --email jane@example.org --role ciso --key ../jane.pub
says "Permission denied"
chmod u+w .
expect 0 writ people add jane-doe --name "Jane Doe" --email jane@example.org --role ciso --role board-member --key ../jane.pub
expect 0 writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub
expect 0 writ people add bo-berg --name "Bo Berg" --email bo@example.org --role chief-executive --key ../bo.pub
git commit -qam "Register who decides" 2>"$WORK/.err"

# Who signs the first people and rules pins them; where that cannot be written, nothing is signed.
mkdir ../closed
chmod 500 ../closed
refused 70 with_state_in ../closed bound writ approve governance --key ../jane --yes --accept-warnings
says "Permission denied"
says "ask for the right to write there"
expect 0 with_state_in ../open bound writ approve governance --key ../jane --yes --accept-warnings

# Reading needs no state.
expect 0 with_state_in ../closed bound writ status
expect 1 with_state_in ../closed bound writ verify

# The same on a disk that is mounted for reading only: repository, state and all.
only_root_can || exit 0
unshare --mount true 2>/dev/null || { echo "skipped: no mounts may be made here"; exit 0; }
read_only() {
  unshare --mount sh -ec 'mount --bind "$WORK" "$WORK"
    mount -o remount,bind,ro "$WORK"
    cd "$0"; exec "$@"' "$PWD" "$@"
}
cd ../policies
for command in verify status history check "show information-security"; do
  # shellcheck disable=SC2086
  expect 0 as jane read_only writ $command
done
# What is known already need not be remembered; who never looked is told that nothing is.
expect 1 as newcomer read_only writ verify
says "could not be remembered"
refused 70 as sam read_only writ approve information-security --key ../sam --yes
says "Read-only file system"
says "ask for the right to write there, or work in a copy of your own"
expect 0 as sam writ approve information-security --key ../sam --yes
