# Somebody changes the policy by one byte and commits it. The approved words stay in force and are
# what is shown; the others are a draft.
. "$(dirname "$0")/forging.sh"
given_untouched

printf '\n' >>policies/information-security.md
git commit --no-verify -qam "One byte" 2>"$WORK/.err"

verify_says valid
wrong
missing
status_says draft 1.0
flags modified
expect 0 as jane writ show information-security --format text
git show HEAD~1:policies/information-security.md >"$WORK/approved"
tail -c 200 "$WORK/approved" >"$WORK/tail"
says "$(tr -s ' \n' '  ' <"$WORK/tail" | sed 's/ $//')"
expect 0 as jane writ history information-security
says "One byte"
