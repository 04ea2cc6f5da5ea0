# However a forge merges a change, the decisions on it hold: they are about bytes, and their tags keep
# the commits that they were made on. Each way is tried with main as it was, with other changes there,
# and with a conflict; the branch is deleted, and the server tidied up.

given_approved_policy
branch=change/information-security-1.1
root=$(writ root --format json | jq -r .root)
git clone -q --bare . "$WORK/first.git"
cd "$WORK"

of() { # of PERSON COMMAND …: in a clone of their own
  local person=$1; shift
  if [ ! -d "$WORK/clones/$person" ]; then
    git clone -q "$WORK/server.git" "$WORK/clones/$person" 2>"$WORK/.err"
  fi
  (cd "$WORK/clones/$person" && as "$person" "$@")
}
given_change() { # a change on a branch of the server, in two commits, approved by two
  # Nobody remembers the decisions of the try before.
  rm -rf server.git clones "$HOME"/state*
  cp -R first.git server.git
  of pat git switch -qc $branch
  of pat sed -i 's/every suspected breach/every breach that we hear of/' $policy
  of pat git commit -qam "Say which breaches"
  of pat sed -i 's/^version: 1.0/version: 1.1/; s/^  summary: .*/  summary: Say which breaches/' $policy
  of pat git commit -qam "1.1: Say which breaches we look into"
  of pat git push -q origin HEAD 2>"$WORK/.err"
  approved_by jane
}
approved_by() { # PERSON: reads the branch, approves what it holds, pushes the decision
  of "$1" git fetch -q origin 2>"$WORK/.err"
  of "$1" writ approve information-security --commit origin/$branch --key "$WORK/$1" --yes --quiet
  of "$1" git push -q origin 'refs/tags/writ/*' 2>"$WORK/.err"
}
meanwhile() { # nothing | elsewhere | conflict: what happens on main
  case $1 in
  nothing) return ;;
  elsewhere) of forge sh -c 'echo "Ask Pat." >README.md && git add README.md' ;;
  conflict) of forge sed -i 's/every suspected breach/each suspected breach/' $policy ;;
  esac
  of forge git commit -qam "Something else"
  of forge git push -q origin main 2>"$WORK/.err"
}
# Where both changed the same line, who merges takes what was approved.
settled() {
  conflicts=$((conflicts + 1))
  of forge git checkout -q "$1" $policy
  of forge git add $policy
}
conflicts=0
merge() { # squash | rebase | merge: as a forge does it, with its own name and message
  of forge git fetch -q origin 2>"$WORK/.err"
  local -x GIT_COMMITTER_NAME=Forge GIT_COMMITTER_EMAIL=noreply@forge.example GIT_EDITOR=true
  case $1 in
  squash)
    of forge git merge -q --squash origin/$branch >"$WORK/.out" 2>&1 || settled --theirs
    of forge git commit -qm "Which breaches (#7)"
    ;;
  rebase)
    of forge git switch -q -C theirs origin/$branch 2>"$WORK/.err"
    of forge git rebase -q --force-rebase main >"$WORK/.out" 2>&1 ||
      { settled origin/$branch~1; of forge git rebase --continue >"$WORK/.out" 2>&1; }
    of forge git switch -q main
    of forge git merge -q --ff-only theirs
    of forge git branch -q -D theirs
    ;;
  merge)
    of forge git merge -q --no-ff -m "Merge change 7" origin/$branch >"$WORK/.out" 2>&1 ||
      { settled --theirs; of forge git commit -qm "Merge change 7"; }
    ;;
  esac
}
published() { # main is pushed, the branch deleted, and what nobody needs any more is thrown away
  of forge git push -q origin main ":$branch" 2>"$WORK/.err"
  git -C server.git reflog expire --expire=now --all
  git -C server.git gc -q --prune=now
}
fresh() { # goes to a clone of somebody who has never been here
  cd "$WORK"; rm -rf fresh
  git clone -q server.git fresh 2>"$WORK/.err"
  cd fresh
  git fsck --strict --no-dangling >"$WORK/.out" 2>&1 || fail "git fsck finds damage"
}
decisions_hold() {
  expect 0 env WRIT_ROOT="$root" writ verify
  says "Every decision is sound: 6 by 2 people."
  writ export allowed-signers >"$WORK/signers"
  local tag
  for tag in $(git tag --list 'writ/*'); do
    expect 0 git -c gpg.ssh.allowedSignersFile="$WORK/signers" verify-tag "$tag"
  done
}
stands() { # STATE IN-FORCE FLAGS
  expect 0 writ status information-security --format json
  json '.documents[0] | [.state, ."in-force", .flags]' "[\"$1\",\"$2\",$3]"
}

for happened in nothing elsewhere conflict; do
  for way in squash rebase merge; do
    echo "--- $way, $happened meanwhile"
    cd "$WORK"
    given_change
    meanwhile $happened
    approved_by sam
    merge $way
    published
    fresh
    [ "$(git log -1 --format=%cn)" = Forge ] || fail "it was not merged as meant"
    [ -z "$(git branch -r --list "*/$branch")" ] || fail "the branch is still there"
    decisions_hold
    stands in-force 1.1 '[]'
    expect 0 writ status
    says "in force since 1 December 2026"
    expect 0 writ show information-security
    says "We look into every breach that we hear of"
    says "approved by Sam Lee"
    expect 0 writ show information-security --version 1.0
    expect 0 writ history information-security --format json
    json '[.events[] | select(.type == "decision") | [.version, .person, .verdict]] | unique' \
      '[["1.0","jane-doe","valid"],["1.0","sam-lee","valid"],["1.1","jane-doe","valid"],["1.1","sam-lee","valid"]]'
    json '[.events[] | select(.type == "change" and .version == "1.1")] | length > 0' true
    expect 0 writ check --commit HEAD
    # Nobody is told of changes that are not there: the next one begins from here.
    expect 0 writ diff information-security
  done
done

[ $conflicts = 3 ] || fail "$conflicts conflicts, not 3"

echo "--- approved by one, rebased, approved by the other"
cd "$WORK"
given_change
meanwhile elsewhere
of pat git fetch -q origin 2>"$WORK/.err"
of pat git rebase -q origin/main
of pat git push -q -f origin HEAD 2>"$WORK/.err"
approved_by sam
merge squash
published
fresh
tags=writ/information-security/1.1/approve
[ "$(git rev-parse "$tags/jane-doe^{commit}")" != "$(git rev-parse "$tags/sam-lee^{commit}")" ] || fail "one commit"
decisions_hold
stands in-force 1.1 '[]'

echo "--- merged before the second has approved: approved afterwards, from main"
cd "$WORK"
given_change
merge squash
published
fresh
stands partial 1.0 '[]'
approve sam information-security
decisions_hold
stands in-force 1.1 '[]'

echo "--- approved, and not merged yet"
cd "$WORK"
given_change
approved_by sam
fresh
decisions_hold
stands superseded 1.1 '["not-merged"]'

# What a merge changes is another text, which nobody approved; what was approved stays in force.
for change in 's/that we hear of/we hear of/' 's/$/\r/' 's/^version: 1.1/version: 1.2/'; do
  echo "--- merged with $change"
  cd "$WORK"
  given_change
  approved_by sam
  merge squash
  of forge sed -i "$change" $policy
  of forge git commit -q --amend --no-edit -a
  published
  fresh
  decisions_hold
  expect 0 writ show information-security
  says "We look into every breach that we hear of"
  if [[ $change == *version* ]]; then
    stands draft 1.1 '[]'
    continue
  fi
  stands draft 1.1 '["modified"]'
  expect 0 writ status
  says "The text here differs from the one approved as version 1.1: give it a version of its own."
  expect 1 writ check --range HEAD~1..HEAD --format github
  if [[ $change == *hear* ]]; then says "title=DOC-07"; else says "title=DOC-03"; fi
done

# Who approves among those who wrote it shows on the branch; a squash has one author.
for decided in before after; do
  echo "--- decided by one of the authors, $decided the squash"
  cd "$WORK"
  rm -rf server.git clones "$HOME"/state*
  cp -R first.git server.git
  of pat git switch -qc $branch
  of pat sed -i 's/every suspected breach/every breach that we hear of/' $policy
  of pat git -c user.name="Jane Doe" -c user.email=jane@example.org commit -qam "Say which breaches"
  of pat sed -i 's/^version: 1.0/version: 1.1/' $policy
  of pat git commit -qam "1.1: Say which breaches we look into"
  of pat git push -q origin HEAD 2>"$WORK/.err"
  if [ $decided = before ]; then
    approved_by jane
    approved_by sam
  fi
  merge squash
  of forge git commit -q --amend --no-edit --author "Pat Ray <pat@example.org>"
  published
  fresh
  if [ $decided = before ]; then
    stands in-force 1.1 '["author-approved","authorship-claimed"]'
  else
    approve jane information-security
    approve sam information-security
    stands in-force 1.1 '[]'
  fi
  decisions_hold
done
