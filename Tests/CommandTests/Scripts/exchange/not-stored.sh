# What the other side has and cannot be stored here is named, with the reason; all else comes.
. "$(dirname "$0")/exchange.sh"
given_clones
cd "$WORK/jane-clone"
origin() { git -C "$WORK/origin.git" "$@"; }
stored() { [ "$(git rev-parse -q --verify "refs/remotes/origin/$1")" = "$(origin rev-parse main)" ] || fail "$1 is not here"; }

# In each copy HEAD stands for another branch of the other side.
git remote set-head origin main
origin update-ref refs/heads/HEAD main
origin update-ref refs/heads/change/a main
before=$(git rev-parse refs/remotes/origin/main)
expect 1 as jane writ pull
says "New draft: change/a"
says "not stored HEAD"
says "in each copy the name HEAD stands for another branch of origin."
says "Ask whoever runs origin to remove it there: git update-ref -d refs/heads/HEAD"
stored change/a
[ "$(git symbolic-ref refs/remotes/origin/HEAD) $(git rev-parse origin/main)" = "refs/remotes/origin/main $before" ] || fail "it was written through"
expect 1 as jane writ pull --format json
json '[."not-stored"[].ref, ."new-branches"[]]' '["refs/heads/HEAD"]'
expect 0 as jane writ inbox --person jane-doe
says "origin has something that could not be stored here, so this may not be all. To see what: writ pull."
approve jane information-security
expect 0 as jane writ push
says "not stored HEAD"
origin update-ref -d refs/heads/HEAD

# What Git itself cannot store: some of many, each with Git's own reason.
for name in $(seq 40); do echo "create refs/heads/change/n$name $(origin rev-parse main)"; done | origin update-ref --stdin
touch .git/refs/remotes/origin/change/n7.lock .git/refs/remotes/origin/change/n33.lock
expect 1 as jane writ pull --format json
json '[."not-stored"[] | .ref, (.reason | contains("File exists"))]' '["refs/heads/change/n33",true,"refs/heads/change/n7",true]'
json '."new-branches" | length' 38
stored change/n1
stored change/n40
rm .git/refs/remotes/origin/change/*.lock
expect 0 as jane writ pull
says "New draft: change/n7"
! grep -q "New draft: change/n8" "$WORK/.out" || fail "it is told twice"

# A tag of one's own is in the way of all decisions; the way out that is named.
git clone -q --no-tags "$WORK/origin.git" "$WORK/bare-clone" 2>"$WORK/.err"
cd "$WORK/bare-clone"
git tag writ
expect 1 as bo writ pull
says "a tag of that name, writ, takes the place of all decisions here"
says "git tag NEW writ, then git tag -d writ"
git tag mine writ
git tag -d writ >/dev/null
expect 0 as bo writ pull
expect 0 as bo writ verify --root "$root"

# Something plain in the place of a decision is not a decision made twice.
decision=writ/governance/1.0/approve/sam-lee
git tag -f "$decision" HEAD >/dev/null
expect 1 env XDG_STATE_HOME="$WORK/fresh" writ pull
says "something that is no decision has its name here"
says_not "made twice"
git tag -d "$decision" >/dev/null
expect 0 env XDG_STATE_HOME="$WORK/fresh" writ pull

# The user's own settings refuse what came.
tree=$(git cat-file tree "HEAD:policies" | sed '1s/^100644/0100644/' | git hash-object -w -t tree --literally --stdin)
top=$(git ls-tree HEAD | sed "s/^\(040000 tree \)[0-9a-f]*\(.policies\)$/\1$tree\2/" | git mktree)
git push -q --no-verify origin "$(git commit-tree -p HEAD -m odd "$top"):refs/heads/change/odd" 2>"$WORK/.err" || fail "git push"
cd "$WORK/jane-clone"
git config --global fetch.fsckObjects true
expect 70 as jane writ pull
says "your Git settings (fetch.fsckObjects) have all looked into that comes, and Git refused this: object $tree: zeroPaddedFilemode"
says "git config --global fetch.fsck.zeroPaddedFilemode ignore"
says_not "could not reach"
git config --global fetch.fsck.zeroPaddedFilemode ignore
expect 0 as jane writ pull
stored change/a
