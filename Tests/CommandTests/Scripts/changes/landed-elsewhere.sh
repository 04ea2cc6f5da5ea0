# What a forge has merged is over, however it merged it; and a change lands on what is newest there.
given_approved_policy
given_remote
opened information-security "Cover suppliers"
printf '\n## Suppliers\n\nSuppliers follow it too.\n' >>$policy
expect 0 writ change submit --push
(
  clone_of jane
  git switch -q change/information-security-2.0
  as jane writ approve information-security --key "$WORK/jane" --yes --quiet
  as sam writ approve information-security --key "$WORK/sam" --yes --quiet
  git push -q origin 'refs/tags/writ/*' 2>"$WORK/.err"
  git switch -q main && git commit -q --allow-empty -m "Meanwhile" && git push -q 2>"$WORK/.err"
)
# The decisions were made elsewhere, and land fetches them.
expect 0 writ change land
says "Send it: writ push"
[ -n "$(git log --format=%s --grep=Meanwhile)" ] || fail "the newest state of main is not in it"
git reset -q --hard origin/main
git merge -q --squash origin/change/information-security-2.0 && git commit -qm "information-security 2.0: squashed by a forge"
git push -q 2>"$WORK/.err"
expect 0 writ change list
says "No change is under way"
