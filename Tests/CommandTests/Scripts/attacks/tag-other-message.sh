# Sam really signs a tag named like an approval, but its message is something else (git tag -s, by
# mistake).
. "$(dirname "$0")/forging.sh"
given_untouched

git update-ref -d "refs/tags/$S"
git -c user.name="Sam Lee" -c user.email=sam@example.org -c user.signingkey="$WORK/sam" \
  tag -s -m "Sam Lee, Chief Information Security Officer, approves Information Security Policy 1.0" "$S"

verify_says invalid
wrong "$S" malformed statement-grammar
missing
status_says partial null
stock accepts "$S"
