# Where decisions stand nothing else does, and nothing may take the place of the folder that they are in.
. "$(dirname "$0")/words"
given_guarded
kept_out origin main:refs/tags/writ/x
says "refused: the decision x"
says "What begins with writ/ is kept for decisions, and this is none by its name."
kept_out origin main:refs/tags/writ/information-security/1.0/approve/jane-doe-2/more
kept_out origin main:refs/tags/writ/information-security/1.0/approve/Bo
kept_out origin refs/tags/writ/governance/1.0/approve/jane-doe:refs/tags/writ/timestamp/0123
says "This is a proof of time, which this version of Writ cannot verify yet."
kept_out origin main:refs/replace/"$(git rev-parse main)"
says "This would show everybody other files than those that were decided on."

# A name of a decision that leads to none.
kept_out origin main:refs/tags/writ/information-security/1.0/approve/bo-berg
says "refused: the decision information-security/1.0/approve/bo-berg"
says "It does not hold: This is a plain name for a saved state, not a signed decision."
says "git tag -d writ/information-security/1.0/approve/bo-berg"
kept_out origin "main^{tree}:refs/tags/writ/information-security/1.0/approve/bo-berg"
git tag -am "Bo likes it" bo
kept_out origin refs/tags/bo:refs/tags/writ/information-security/1.0/approve/bo-berg
says "This is a tag, but not a signed decision."

# In an empty repository the folder is not there yet.
git init -q --bare "$WORK/server2.git"
writ -C "$WORK/server2.git" hooks install --server --quiet
server="$WORK/server2.git"
kept_out "$server" main main:refs/tags/writ
says "refused: the tag writ"
taken "$server" main 'refs/tags/writ/*'
