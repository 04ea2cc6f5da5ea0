# Without ssh-keygen nothing can be signed, but everything can be verified and read.

given_approved_policy
echo "One more promise." >>$policy
sed -i 's/^version: 1.0/version: 1.1/' $policy
git commit -qam "Policy 1.1: promise more" 2>"$WORK/.err"

mkdir ../empty
writ=$(command -v writ)
refused 70 as jane env PATH="$WORK/empty" "$writ" approve information-security --key ../jane --yes
says "the program ssh-keygen is not on this machine, and signing needs it"
says "install OpenSSH"

# Only absolute folders are searched: what lies in the repository is no program.
cp /bin/true ssh-keygen
refused 70 as jane env PATH=".:$WORK/empty" "$writ" approve information-security --key ../jane --yes
says "the program ssh-keygen is not on this machine"

expect 0 as jane env PATH="$WORK/empty" "$writ" verify
expect 0 as jane env PATH="$WORK/empty" "$writ" status
expect 0 as jane env PATH="$WORK/empty" "$writ" show information-security
expect 0 as jane env PATH="$WORK/empty" "$writ" history
