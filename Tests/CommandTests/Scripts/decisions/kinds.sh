# Objectives and roles are decided on like policies, each by the rule that fits its kind.

given_keys
writ init "$WORK/policies" --organisation "Example Ltd" --quiet
cd "$WORK/policies"
writ people add jane-doe --name "Jane Doe" --email jane@example.org --role chief-executive --key ../jane.pub --quiet
writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
writ people add bo-berg --name "Bo Berg" --email bo@example.org --role board-member --key ../bo.pub --quiet
sed -i 's/^  - for: {}$/  - for: {kind: objective}\n    require: [1 of ciso]\n  - for: {kind: role}\n    require: [2 of chief-executive board-member]\n&/' writ.yaml
git commit -qam "Register who decides" 2>"$WORK/.err"
approve jane governance --accept-warnings
approve sam governance --accept-warnings

objective=$(basename "$(ls objectives/*.md | head -n 1)" .md)
role=$(basename "$(ls roles/*.md | head -n 1)" .md)
state() { expect 0 writ status "$1" --format json; json '.documents[0] | [.kind, .state]' "[\"$2\",\"$3\"]"; }

refused 1 as jane writ approve "$objective" --key ../jane --yes
says "does not ask for a decision by Jane Doe"
expect 0 as sam writ approve "$objective" --key ../sam --yes
says "is approved and in force"
state "$objective" objective in-force

refused 1 as sam writ reject "$role" --key ../sam --yes --comment "No."
says "does not ask for a decision by Sam Lee"
expect 0 as jane writ approve "$role" --key ../jane --yes
state "$role" role partial
expect 0 as bo writ reject "$role" --key ../bo --yes --comment "Say who stands in."
state "$role" role rejected
expect 0 as bo writ withdraw "$role" --key ../bo --yes
expect 0 as bo writ approve "$role" --key ../bo --yes
state "$role" role in-force

clock "2026-12-02 10:00:00"
expect 0 as sam writ reaffirm "$objective" --key ../sam --yes
says "is reviewed, and still right"
expect 0 as jane writ retire "$role" --key ../jane --yes --comment "Nobody holds it any more."
expect 0 as bo writ retire "$role" --key ../bo --yes --comment "Indeed."
state "$role" role retired
expect 0 as jane writ verify
