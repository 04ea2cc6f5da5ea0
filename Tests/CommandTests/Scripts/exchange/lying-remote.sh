# The administrator of the other side deletes, exchanges, invents and rewrites. Each is told, nothing here
# is lost, and what is sound goes on.
. "$(dirname "$0")/exchange.sh"
given_clones
cd "$WORK/jane-clone"
approve jane information-security
expect 0 as jane writ push
cd "$WORK/sam-clone"
expect 0 as sam writ pull
approve sam information-security
expect 0 as sam writ push
cd "$WORK/jane-clone"
expect 0 as jane writ pull
of_sam=refs/tags/writ/information-security/1.0/approve/sam-lee
of_jane=refs/tags/writ/information-security/1.0/approve/jane-doe
sam=$(git rev-parse "$of_sam")
origin() { git -C "$WORK/origin.git" "$@"; }

# Exchanged for another: not taken over, and told, by pull as by push.
origin update-ref "$of_sam" "$(origin rev-parse "$of_jane")"
for command in pull push; do
  expect 1 as jane writ $command
  says "origin has something else in the place of Sam Lee's approval of Information Security Policy 1.0: somebody exchanged it there."
  [ "$(git rev-parse "$of_sam")" = "$sam" ] || fail "it was replaced here"
done
expect 1 as jane writ pull --format json
json '[.exchanged[].ref]' "[\"$of_sam\"]"
# Once that is removed there, it comes back.
origin update-ref -d "$of_sam"
expect 0 as jane writ push
says "Put back at origin"
[ "$(there information-security/1.0/approve/sam-lee)" = "$sam" ] || fail "it was not put back"

# Invented: fetched, since it is evidence, and named; also what is none at all.
origin cat-file tag "$sam" | sed 's#/sam-lee#/bo-berg#; s/^Writ-Person: .*/Writ-Person: bo-berg/' >"$WORK/tag"
origin update-ref refs/tags/writ/information-security/1.0/approve/bo-berg "$(origin hash-object -w -t tag --literally "$WORK/tag")"
origin update-ref refs/tags/writ/nonsense main
expect 1 as jane writ pull
says "does not hold Bo Berg's approval of Information Security Policy 1.0"
says "does not hold writ/nonsense"
# It is said once; verify goes on saying it.
expect 0 as jane writ pull
expect 1 as jane writ verify
for name in information-security/1.0/approve/bo-berg nonsense; do
  origin update-ref -d "refs/tags/writ/$name"
  git tag -d "writ/$name" >/dev/null
done

# In the way of a name: it cannot be had, and is told; all else comes.
origin update-ref refs/tags/writ/information-security/2.0 main
git update-ref refs/tags/writ/information-security/2.0/approve/bo-berg HEAD
expect 1 as jane writ pull
says "not stored writ/information-security/2.0"
says "something here has that name as its folder"
says "Ask whoever runs origin to remove what stands there."
origin update-ref -d refs/tags/writ/information-security/2.0
git update-ref -d refs/tags/writ/information-security/2.0/approve/bo-berg

# A history written anew: the files here stay, the decisions too.
before=$(git rev-parse HEAD)
origin update-ref refs/heads/main "$(origin commit-tree -m "All of it" 'main^{tree}')"
expect 1 as jane writ pull
says "origin has another history of main than it had"
[ "$(git rev-parse HEAD)" = "$before" ] || fail "the files followed"
expect 0 as jane writ verify
origin update-ref refs/heads/main "$before"
expect 1 as jane writ pull
expect 0 as jane writ pull

# All decisions deleted: all are told and put back.
for ref in $(origin for-each-ref --format='%(refname)' refs/tags/writ); do origin update-ref -d "$ref"; done
expect 1 as jane writ pull --format json
json '.gone | length' 4
expect 0 as jane writ push --format json
json '."put-back" | length' 4
expect 0 as jane writ pull

# Who never looked there before cannot tell, and accuses nobody.
origin update-ref -d "$of_sam"
git clone -q "$WORK/jane-clone" "$WORK/bo-clone" 2>"$WORK/.err"
cd "$WORK/bo-clone"
git remote set-url origin "$WORK/origin.git"
expect 0 as bo writ pull
says "Only here so far"
says_not "deleted"
# What is kept of it may be damaged or gone: nothing is known then.
cd "$WORK/jane-clone"
for file in "$HOME"/state-jane/writ/remotes/*; do head -c 100 /dev/urandom >"$file"; done
expect 0 as jane writ pull
says "Only here so far"
expect 0 as jane writ push

# Another repository at the same address: none of its decisions count here, and nothing here is lost.
rm -rf "$WORK/origin.git"
mkdir "$WORK/other"
(WORK="$WORK/other"; given_keys; make_people; approve jane governance; approve sam governance) >"$WORK/.log" 2>&1 || fail "no other repository"
git clone -q --bare "$WORK/other/policies" "$WORK/origin.git" 2>"$WORK/.err"
refs=$(git for-each-ref refs/tags refs/heads)
expect 1 as jane writ pull
says "somebody exchanged it there"
says "git merge origin/main"
[ "$(git for-each-ref refs/tags refs/heads)" = "$refs" ] || fail "something was replaced"
expect 0 as jane writ verify

# Gone altogether.
rm -rf "$WORK/origin.git"
expect 70 as jane writ pull
says "could not reach origin: there is no repository at its address. What is here is of 1 December 2026, 10:00 UTC"
