# Bo loses the only key he has. The two others bring in a new one; what he decided stands.

given_governance
approve bo information-security
approve sam information-security
rm ../bo
ssh-keygen -q -t ed25519 -N '' -C bo -f ../new
clock "2026-12-10 10:00:00"

expect 0 writ people key bo-berg --add ../new.pub
expect 0 writ people key bo-berg --retire "$(fingerprint bo)"
says "2 of Jane Doe (Chief Executive), Sam Lee (Chief Information Security Officer), Bo Berg (Board member)"
brought_in jane sam
all_sound
says "People and rules: version 1.1, in force since 10 December 2026 (Jane Doe and Sam Lee). - Bo Berg has a new key: $(fingerprint new) (ssh-ed25519). - The key $(fingerprint bo) of Bo Berg is retired since 10 December 2026."
expect 0 writ status information-security
says "approved by Bo Berg (Board member, 1 December 2026), Sam Lee"
mv ../new ../bo
mv ../new.pub ../bo.pub
expect 0 as bo writ reaffirm information-security --key ../bo --yes
