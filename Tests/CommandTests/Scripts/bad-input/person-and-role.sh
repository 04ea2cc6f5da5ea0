# The key says who decides. Another name, a role not held, or a role that the rule does not ask for is
# refused.

given_keys
writ init policies --organisation "Example Ltd" --quiet
cd policies
sed -i 's/^  ciso:/  auditor: {title: Auditor}\n  ciso:/' writ.yaml
writ people add jane-doe --name "Jane Doe" --email jane@example.org --role chief-executive --role auditor --key ../jane.pub --quiet
writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
writ people add bo-berg --name "Bo Berg" --email bo@example.org --role auditor --key ../bo.pub --quiet
git commit -qam "Register who decides" 2>"$WORK/.err"
expect 0 as jane writ approve governance --key ../jane --yes --accept-warnings
expect 0 as sam writ approve governance --key ../sam --yes --accept-warnings

refused 1 as jane writ approve information-security --person sam-lee --key ../jane --yes
says "this is the key of Jane Doe, not of sam-lee"

refused 1 as jane writ approve information-security --role ciso --key ../jane --yes
says "Jane Doe does not hold the role ciso"
says "they hold: chief-executive, auditor"

refused 1 as jane writ approve information-security --role auditor --key ../jane --yes
says "Information Security Policy does not ask for a decision by Jane Doe as auditor"
says "see who must decide: writ status information-security"

refused 1 as bo writ approve information-security --key ../bo --yes
says "Information Security Policy does not ask for a decision by Bo Berg"

refused 1 as jane writ approve information-security --role nobody --key ../jane --yes
says "Jane Doe does not hold the role nobody"

expect 0 as jane writ approve information-security --person jane-doe --role chief-executive --key ../jane --yes
