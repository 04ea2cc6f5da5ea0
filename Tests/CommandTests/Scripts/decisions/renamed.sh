# A policy moved to another file, and one that takes the place of another, keep their history; every
# change says whose signature its commit carries.

given_approved_policy
clock "2026-12-02 10:00:00"
git config --global user.signingkey "$WORK/sam"
mkdir policies/security
git mv $policy policies/security/information-security.md
sed -i 's/^version: 1.0/version: 1.1/; s/^  summary: .*/  summary: Name the register/' policies/security/information-security.md
git commit -qa -S -m "1.1: Move it to the register" 2>"$WORK/.err"
approve jane information-security
approve sam information-security
expect 0 writ status information-security --format json
json '.documents[0] | [.path, .state]' '["policies/security/information-security.md","in-force"]'
expect 0 writ history information-security --format json
json '[.events[] | [.type, .version, .signature, .person]]' \
  '[["change","1.0","unsigned",null],["decision","1.0",null,"jane-doe"],["decision","1.0",null,"sam-lee"],["change","1.1","signed by sam-lee",null],["decision","1.1",null,"jane-doe"],["decision","1.1",null,"sam-lee"]]'
expect 0 writ show information-security --version 1.0
says "superseded by version 1.1, in force since 2 December 2026"

# Another id, which replaces the old one.
clock "2026-12-03 10:00:00"
ssh-keygen -q -t ed25519 -N '' -C kim -f ../kim
git config --global user.signingkey "$WORK/kim"
git mv policies/security/information-security.md policies/security-policy.md
sed -i 's/^id: .*/id: security-policy\nreplaces: information-security/; s/^version: .*/version: 1.0/; s/^title: .*/title: Security Policy/' policies/security-policy.md
git commit -qa -S -m "Call it the security policy" --no-verify 2>"$WORK/.err"
git commit -q --allow-empty -m "Nothing" 2>"$WORK/.err"
approve jane security-policy
expect 0 as sam writ approve security-policy --key ../sam --yes
says "Signed. Security Policy 1.0 is approved and in force."
expect 0 writ status information-security
says "replaced by Security Policy (security-policy) since 3 December 2026"
expect 1 writ show information-security
says "no version of information-security is in force"
expect 0 writ show information-security --version 1.1
says "replaced by Security Policy (security-policy) since 3 December 2026"
expect 0 writ status information-security --format json
json '.documents[0] | [.state, ."in-force", ."replaced-by"]' '["superseded",null,"security-policy"]'

# The new id shows the old one's history as well, the old one its own only.
expect 0 writ history security-policy --format json
json '[.events[] | [.document, .type, .version]] | [length, .[0], .[-1]]' \
  '[10,["information-security","change","1.0"],["security-policy","decision","1.0"]]'
json '[.events[] | select(.document == "security-policy" and .type == "change") | .signature]' \
  '["signed by unknown key"]'
expect 0 writ history information-security --format json
json '[.events[] | .document] | unique' '["information-security"]'
expect 0 writ history security-policy
says "security-policy 1.0 written by Pat Ray"
says "signed by unknown key"
says "signed by Sam Lee"
says "unsigned"

# A commit whose text was changed after it was signed.
clock "2026-12-04 10:00:00"
sed -i 's/^version: 1.0/version: 1.1/' policies/security-policy.md
git commit -qa -S -m "Change it" 2>"$WORK/.err"
forged=$(git cat-file commit HEAD | sed 's/^Change it/Changed it/' | git hash-object -w -t commit --stdin)
git update-ref HEAD "$forged"
expect 0 writ history security-policy --format json
json '.events[-1].signature' '"bad"'
expect 0 as jane writ verify
