# A change starts at the newest state of the main branch that is known here, the remote's where that is
# ahead; and a version that somebody has opened elsewhere is taken.
given_approved_policy
given_remote
(
  clone_of kim
  git commit -q --allow-empty -m "Something else" && git push -q 2>"$WORK/.err"
  opened information-security "By Kim"
  git commit -qam "information-security 2.0: by Kim"
  git push -q origin change/information-security-2.0 2>"$WORK/.err"
)
git fetch -q
refused 1 writ change open information-security --major --summary "By Pat"
says "somebody has opened version 2.0 already: change/information-security-2.0 at origin"
expect 0 writ change open information-security --minor --summary "By Pat"
[ "$(git rev-parse HEAD)" = "$(git rev-parse origin/main)" ] || fail "it starts somewhere else"

# Where both have gone their own way, it says so, and starts here.
git restore . && git switch -q main
git commit -q --allow-empty -m "Here only"
git branch -qD change/information-security-1.1
expect 0 writ change open information-security --minor --summary "By Pat"
says "Beware: main here and origin/main have each gone their own way"
[ "$(git rev-parse HEAD)" = "$(git rev-parse main)" ] || fail "it starts somewhere else"
