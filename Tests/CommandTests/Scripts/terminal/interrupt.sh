# Ctrl-C at the question, or while ssh-keygen asks for the passphrase, records nothing, and says so.

given_governance
refused 1 as jane typing "to sign:" '\003' writ approve information-security --key ../jane
says "you broke off"
says "decide later with: writ approve information-security"

ssh-keygen -q -p -N 'a long secret' -f ../jane
refused 1 as jane typing "Enter passphrase" '\003' writ approve information-security --key ../jane --yes
says "you stopped it: nothing was signed"

# A wrong passphrase is no signature either; the right one is.
refused 1 as jane typing "Enter passphrase" 'wrong\n' writ approve information-security --key ../jane --yes
says "the passphrase is wrong or was not given"
expect 0 as jane typing "Enter passphrase" 'a long secret\n' writ approve information-security --key ../jane --yes
says "Signed."
expect 0 as jane writ verify
