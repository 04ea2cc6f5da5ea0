# Names that Git, macOS or Windows would take for another one do not get in: a clone there would hold one of
# the two, or fail to fetch either.
. "$(dirname "$0")/words"
given_guarded
git push -q --no-verify origin main:refs/heads/release/x main:refs/heads/change/a 2>"$WORK/.err" || fail "git push"
tip=$(git rev-parse main)
zero=0000000000000000000000000000000000000000
e=$(printf '\303\251') decomposed=$(printf 'e\314\201') E=$(printf '\303\211')
git push -q --no-verify origin "main:refs/heads/caf$e" 2>"$WORK/.err" || fail "git push"

kept_out origin main:refs/heads/HEAD
says "refused: the branch HEAD"
says "HEAD is Git's own name for the state that somebody works on."
says "git push REMOTE OLD:refs/heads/NEW"
kept_out origin main:refs/heads/MAIN
says "It cannot be told from the branch main."
kept_out origin refs/tags/writ/governance/1.0/approve/jane-doe:refs/tags/Writ/governance/1.0/approve/bo-berg
says "What begins with writ/, in whatever letters, is kept for decisions."

asked() { expect 1 env GIT_DIR="$server" writ guard --format json; }
colliding=(heads/head/x heads/Main/x heads/mAIN heads/Release heads/RELEASE/X heads/change/A heads/CHANGE heads/change
  "heads/CAF$E" "heads/caf$decomposed" "heads/m$(printf '\342\200\213')ain" tags/main tags/Head tags/Release/X tags/main/x
  tags/WRIT tags/WRIT/x Heads/x tags/head/x TAGS/writ/x)
asked < <(for name in "${colliding[@]}"; do echo "$zero $tip refs/$name"; done)
json '[.updates[] | select(all(.objections[]; .code != "colliding-name")) | .ref]' '[]'
# Two in one push, neither of which is there.
asked < <(echo "$zero $tip refs/heads/new"; echo "$zero $tip refs/heads/New")
json '[.updates[].objections[].code]' '["colliding-name","colliding-name"]'

# Other names, and those that are there, are nobody's concern here.
taken origin main:refs/heads/heading main:refs/heads/a/HEAD main:refs/heads/Release-2 main:refs/tags/v1 main:refs/tags/x/writ \
  main:refs/tags/release main:refs/tags/change/a main:refs/heads/change/b
policy_version 1.1
taken origin main main:refs/heads/release/x main:refs/heads/change/a "main:refs/heads/caf$e"
