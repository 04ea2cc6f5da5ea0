# The clone's configuration says that its files lie elsewhere (core.worktree). Writ refuses to work
# there.
. "$(dirname "$0")/forging.sh"
given_untouched

mkdir "$WORK/elsewhere"
git config core.worktree "$WORK/elsewhere"
for command in verify status check; do
  expect 70 as jane writ $command
  says "core.worktree"
done
