# A decision of another repository with the same people, and one of another document or version, copied
# over; and a text that is brought in under another id, which nobody has approved.
. "$(dirname "$0")/../attacks/forging.sh"
. "$(dirname "$0")/words"
given_untouched
given_server
taken origin main 'refs/tags/writ/*'

git update-ref refs/tags/writ/information-security/1.1/approve/sam-lee "refs/tags/$S"
git update-ref refs/tags/writ/access-control/1.0/approve/sam-lee "refs/tags/$S"
kept_out origin refs/tags/writ/information-security/1.1/approve/sam-lee
says "It is stored under another name than its own, which is $S."
kept_out origin refs/tags/writ/access-control/1.0/approve/sam-lee
git tag -d writ/information-security/1.1/approve/sam-lee writ/access-control/1.0/approve/sam-lee >"$WORK/.out"

writ init "$WORK/other" --organisation "Example Ltd" --minimal --quiet
cd "$WORK/other"
writ new policy information-security --quiet
writ people add sam-lee --name "Sam Lee" --email sam@example.org --role ciso --key ../sam.pub --quiet
writ people add bo-berg --name "Bo Berg" --email bo@example.org --role board-member --key ../bo.pub --quiet
writ people add jane-doe --name "Jane Doe" --email jane@example.org \
  --role chief-executive --key ../jane.pub --quiet
git add -A
git commit -qm "The same policy, another order of people" 2>"$WORK/.err"
approve sam governance
approve bo governance
approve bo information-security
kept_out "$server" refs/tags/writ/information-security/1.0/approve/bo-berg
says "It was made for another policy repository."
cd "$WORK/policies"
approve bo information-security
taken origin refs/tags/writ/information-security/1.0/approve/bo-berg

# Taken out and put in under another id: no approval comes along, and what was approved stays in force.
git mv $policy policies/security-information.md
sed -i 's/^id: .*/id: security-information/' policies/security-information.md
git commit -qnam "Another id"
taken origin main
status_says in-force 1.0
flags removed
document_says security-information draft null
# Back under its own id, the words are those that were approved, or have another version.
git mv policies/security-information.md $policy
sed -i 's/^id: .*/id: information-security/; s/information/other/' $policy
git commit -qnam "Back, a little different"
kept_out origin main
git show "$J:$policy" >$policy
git commit -qnam "Back, as it was"
taken origin main
status_says in-force 1.0
