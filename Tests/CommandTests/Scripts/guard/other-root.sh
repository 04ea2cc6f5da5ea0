# A repository has one root. Whoever runs the server can name it; else the first decisions do.
. "$(dirname "$0")/words"
given_approved_policy
root=$(writ root --format json | jq -r .root)

given_other_repository

# An empty server whose administrator named the root takes nothing else, from the first push on.
git init -q --bare "$WORK/server.git"
on_server config writ.root "$root"
writ -C "$server" hooks install --server --quiet
git remote add origin "$server"
kept_out origin main
says "refused: the branch main"
says "Its writ.yaml is not the first version of the people and rules that this server was told of, which is $root."
kept_out origin 'refs/tags/writ/*'
says "It does not hold:"
says "git config writ.root sha256:"
cd "$WORK/policies"
git remote add origin "$server"
taken origin main 'refs/tags/writ/*'

# On one without, what is there first says which root it is: also while that is not approved yet.
cd "$WORK/other"
kept_out origin refs/tags/writ/information-security/1.0/approve/bo-berg
says "It was made for another policy repository."
git init -q --bare "$WORK/begun.git"
server="$WORK/begun.git"
writ -C "$server" hooks install --server --quiet
cd "$WORK/policies"
taken "$server" main refs/tags/writ/governance/1.0/approve/jane-doe
cd "$WORK/other"
kept_out "$server" refs/tags/writ/governance/1.0/approve/bo-berg
says "It does not hold:"
says "whoever runs the server can say so: git config writ.root sha256:$(sha256sum writ.yaml | cut -d' ' -f1)"
cd "$WORK/policies"
taken "$server" refs/tags/writ/governance/1.0/approve/sam-lee

# Named by --root or WRIT_ROOT, where the hook is called by another.
line="0000000000000000000000000000000000000000 $(git rev-parse refs/tags/writ/information-security/1.0/approve/jane-doe) refs/tags/writ/information-security/1.0/approve/jane-doe"
git --git-dir="$server" fetch -q --no-tags "$WORK/policies" refs/tags/writ/information-security/1.0/approve/jane-doe
expect 0 env GIT_DIR="$server" writ guard --root "$root" <<<"$line"
wrong=sha256:0000000000000000000000000000000000000000000000000000000000000000
expect 1 env GIT_DIR="$server" writ guard --root "$wrong" <<<"$line"
expect 1 env GIT_DIR="$server" WRIT_ROOT="$wrong" writ guard <<<"$line"
expect 0 env GIT_DIR="$server" WRIT_ROOT="$wrong" writ guard --root "$root" <<<"$line"
